// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace runglass
{

class ColumnBox;

/// What an axis shows: its column, whether by powers of ten, and where it ends.
/// @thread GUI
class AxisEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param name  of the axis, as its controls are called: "X axis"
    AxisEdit(const std::vector<ColumnId>& columns, const QString& name, QWidget* parent = nullptr);

    /// Unset: no column is chosen.
    std::optional<ValueAxis> axis() const;
    void setAxis(const ValueAxis& axis);
    /// What is wrong with its ends; empty: nothing.
    QString problem() const;

signals:
    void edited();

private:
    ColumnBox* m_column;
    QCheckBox* m_log;
    QLineEdit *m_low, *m_high;
    ValueAxis m_rest; ///< what it has no controls for
};

} // namespace runglass
