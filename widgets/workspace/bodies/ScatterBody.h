// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelForm.h"
#include "widgets/workspace/bodies/PlotBody.h"

namespace runglass
{

class AxisEdit;
class ColumnBox;

/// A scatter plot over config and summary.
/// @thread GUI
class ScatterBody : public PlotBody
{
    Q_OBJECT

public:
    using PlotBody::PlotBody;

protected:
    void renew() override;
    QString nameOf(const QString& title) const override;
};

/// Asks for the two columns of a scatter plot, and for one that colours its points.
/// @thread GUI
class ScatterForm : public PanelForm
{
    Q_OBJECT

public:
    explicit ScatterForm(const RunList& list, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;

private:
    AxisEdit *m_x, *m_y;
    ColumnBox* m_colour;
};

} // namespace runglass
