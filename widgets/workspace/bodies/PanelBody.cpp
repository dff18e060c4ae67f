// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PanelBody.h"

namespace runglass
{

PanelBody::PanelBody(PanelScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope)
{
    m_renewing.setSingleShot(true);
    m_renewing.setInterval(0);
    connect(&m_renewing, &QTimer::timeout, this, [this] {
        if (m_active && std::exchange(m_isStale, false))
            renew();
    });
    connect(&session(), &Session::listChanged, this, &PanelBody::invalidate);
    connect(&session(), &Session::stateChanged, this, &PanelBody::invalidate);
    connect(&session(), &Session::runsChanged, this, &PanelBody::onRunsChanged);
}

void PanelBody::setContent(const PanelContent& content, const QString& title)
{
    if (content == m_content && title == m_title)
        return;
    m_content = content;
    m_title = title;
    invalidate();
    onContentChanged();
}

void PanelBody::setActive(bool active)
{
    m_active = active;
    if (active && m_isStale)
        m_renewing.start();
}

void PanelBody::invalidate()
{
    m_isStale = true;
    if (m_active)
        m_renewing.start();
}

} // namespace runglass
