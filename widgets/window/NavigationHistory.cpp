// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/NavigationHistory.h"

namespace runglass
{

void NavigationHistory::visit(const Place& place)
{
    if (!m_places.empty() && m_places[m_current] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_current + 1);
    m_places.push_back(place);
    if (m_places.size() > kMost)
        m_places.erase(m_places.begin());
    m_current = m_places.size() - 1;
}

} // namespace runglass
