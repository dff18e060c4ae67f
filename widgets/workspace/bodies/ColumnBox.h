// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QComboBox>

#include <optional>
#include <vector>

namespace runglass
{

/// Chooses a column of config, summary or the fields: from a list, or by typing part of its name.
/// @thread GUI
class ColumnBox : public QComboBox
{
    Q_OBJECT

public:
    /// @param name  accessible name
    /// @param none  what the first entry says that chooses no column; empty: there is none
    ColumnBox(const std::vector<ColumnId>& columns, const QString& name, const QString& none, QWidget* parent);

    /// Unset: none, or what was typed is no column.
    std::optional<ColumnId> column() const;
    /// One that is not in the list is added to it.
    void setColumn(const std::optional<ColumnId>& column);

signals:
    void columnChanged();

private:
    std::vector<ColumnId> m_columns;
    int m_first; ///< entry of the first column
};

/// What plots can show: the fields that say something of a run, and the keys that runs in scope have numbers or texts
/// under.
std::vector<ColumnId> plotColumns(const RunList& list);

} // namespace runglass
