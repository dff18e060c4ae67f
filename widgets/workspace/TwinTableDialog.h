// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAbstractTableModel;
class QLabel;
class QTableView;

namespace runglass
{

/// What a panel shows as a table, to read and to copy: what its kinds have in common.
/// @thread GUI
class TwinTableDialog : public QDialog
{
    Q_OBJECT

public:
    /// The selected rows, tab-separated with a line of headers; everything when nothing is selected.
    QString selectedText() const;

protected:
    /// @param model  belongs to the dialog, which takes it over
    TwinTableDialog(QAbstractTableModel* model, QWidget* parent);

    QTableView* table() const { return m_table; }
    /// Of the window and of its table: "<panel> data".
    void setName(const QString& name);
    /// After the model's rows have changed: a view with rows has a current one.
    /// @param rowBefore  that was the current one
    void keepCurrent(int rowBefore);
    void setCount(const QString& text);

private:
    void addCopy();

    QAbstractTableModel* m_model;
    QTableView* m_table;
    QLabel* m_count;
};

} // namespace runglass
