// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelFrame.h"

namespace runglass
{

/// A panel of another kind than Lines: its body.
/// @thread GUI
class BodyPanel : public PanelFrame
{
    Q_OBJECT

public:
    /// Borrows theme. The body becomes its child.
    BodyPanel(const MetricPanel& panel, Theme& theme, PanelBody* body, QWidget* parent = nullptr);

    void setPanel(const MetricPanel& panel) override;
    void setEmphasis(const ChartEmphasis& emphasis) override;
    void setActive(bool active) override;
    PanelBody* body() const override { return m_body; }
    QString subtitle() const override;

protected:
    QList<QWidget*> contentStops() const override;
    bool has(PanelTool tool) const override;

private:
    PanelBody* m_body;
};

} // namespace runglass
