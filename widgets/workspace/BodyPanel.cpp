// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/BodyPanel.h"

#include "widgets/workspace/bodies/PanelBody.h"

#include <QBoxLayout>

namespace runglass
{

BodyPanel::BodyPanel(const MetricPanel& panel, Theme& theme, PanelBody* body, QWidget* parent)
    : PanelFrame(panel, theme, parent)
    , m_body(body)
{
    m_body->setParent(this);
    m_body->setContent(panel.shownContent(), panel.title);
    room().addWidget(m_body, 1);
    connect(m_body, &PanelBody::changed, this, &BodyPanel::showHead);
    connect(m_body, &PanelBody::changed, this, &BodyPanel::watchStops);
    connect(m_body, &PanelBody::menuRequested, this, &BodyPanel::menuRequested);
    connect(m_body, &PanelBody::runHovered, this, &BodyPanel::runHovered);
    connect(m_body, &PanelBody::runChosen, this, &BodyPanel::runChosen);
    connect(m_body, &PanelBody::runOpened, this, &BodyPanel::runOpened);
    connect(this, &PanelFrame::toolRequested, m_body, [this](PanelTool tool) {
        constexpr double kZoomStep = 1.5;
        if (tool == PanelTool::ZoomIn)
            m_body->zoom(kZoomStep);
        else if (tool == PanelTool::ResetZoom)
            m_body->resetZoom();
    });
    finish();
}

void BodyPanel::setPanel(const MetricPanel& panel)
{
    PanelFrame::setPanel(panel);
    m_body->setContent(panel.shownContent(), panel.title);
}

void BodyPanel::setEmphasis(const ChartEmphasis& emphasis)
{
    m_body->setEmphasis(emphasis);
}

void BodyPanel::setActive(bool active)
{
    m_body->setActive(active);
}

QString BodyPanel::subtitle() const
{
    return m_body->subtitle();
}

QList<QWidget*> BodyPanel::contentStops() const
{
    return m_body->tabStops();
}

bool BodyPanel::has(PanelTool tool) const
{
    switch (tool) {
    case PanelTool::ZoomIn:
    case PanelTool::ResetZoom:
        return m_body->canZoom();
    case PanelTool::Export:
        return m_body->hasPicture();
    case PanelTool::ShowData:
        return m_body->hasTable();
    case PanelTool::Settings:
    case PanelTool::FullScreen:
        break;
    }
    return true;
}

} // namespace runglass
