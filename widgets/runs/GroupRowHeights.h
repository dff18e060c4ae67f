// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace runglass
{

class RunListModel;

/// Gives the heads of groups in a table their height, also those that come later.
/// @thread GUI; belongs to the table
class GroupRowHeights : public QObject
{
    Q_OBJECT

public:
    /// To be made once the table has the model.
    GroupRowHeights(QTableView* table, RunListModel* model);
    /// Of all rows, after the font or the height of the others has changed.
    void apply();

signals:
    /// Rows may lie elsewhere.
    void changed();

private:
    void applyTo(int first, int last);

    QTableView* m_table;
    RunListModel* m_model;
};

} // namespace runglass
