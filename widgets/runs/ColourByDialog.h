// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunColour.h"
#include "models/table/RunList.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QSpinBox;

namespace runglass
{

/// Asks for the column that gives runs their colours, in how many steps and through which colours. What is chosen is
/// shown at once; Cancel goes back to what was.
/// @thread GUI
class ColourByDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param list     whose columns can be chosen
    /// @param current  what gives the colours now; unset: nothing
    ColourByDialog(const RunList& list, const std::optional<ColourByColumn>& current, QWidget* parent);

signals:
    /// None: runs have colours of their own.
    void chosen(const std::optional<runglass::ColourByColumn>& rule);

private:
    void fillColumns(const RunList& list);
    void choose();

    std::vector<ColumnId> m_columns; ///< of the entries of m_column after the first
    QComboBox* m_column;
    QSpinBox* m_buckets;
    QComboBox* m_ramp;
};

} // namespace runglass
