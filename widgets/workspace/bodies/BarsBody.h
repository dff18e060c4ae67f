// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelForm.h"
#include "widgets/workspace/bodies/PlotBody.h"

class QComboBox;

namespace runglass
{

class AxisEdit;

/// A bar a run, or a group, over a column of config or summary.
/// @thread GUI
class BarsBody : public PlotBody
{
    Q_OBJECT

public:
    using PlotBody::PlotBody;

protected:
    void renew() override;
    QString nameOf(const QString& title) const override;

private:
    static QString shapeNote(GroupShape shape);
};

/// Asks for the column that bars show, and how groups are drawn.
/// @thread GUI
class BarsForm : public PanelForm
{
    Q_OBJECT

public:
    explicit BarsForm(const RunList& list, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;
    QString note() const override;

private:
    AxisEdit* m_axis;
    QComboBox* m_shape;
};

} // namespace runglass
