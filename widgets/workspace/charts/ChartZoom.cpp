// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartZoom.h"

#include <utility>

namespace runglass
{

void ZoomHistory::go(const ChartZoom& zoom, bool joins)
{
    if (zoom == m_current)
        return;
    if (!joins || m_back.empty()) {
        m_back.push_back(m_current);
        if (m_back.size() > kMostSteps)
            m_back.erase(m_back.begin());
    }
    m_ahead.clear();
    m_current = zoom;
}

bool ZoomHistory::back()
{
    if (m_back.empty())
        return false;
    m_ahead.push_back(std::exchange(m_current, m_back.back()));
    m_back.pop_back();
    return true;
}

bool ZoomHistory::forward()
{
    if (m_ahead.empty())
        return false;
    m_back.push_back(std::exchange(m_current, m_ahead.back()));
    m_ahead.pop_back();
    return true;
}

} // namespace runglass
