// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/SeriesTableModel.h"
#include "widgets/workspace/PanelLines.h"

#include <QDialog>

#include <memory>

class QLabel;
class QTableView;

namespace runglass
{

/// The table twin of a chart: every point of its lines as they are drawn, to read and to copy. Follows them.
/// @thread GUI
class SeriesTableDialog : public QDialog
{
    Q_OBJECT

public:
    /// Its title, and its table's name, is "<metric> data".
    SeriesTableDialog(const QString& metric, std::shared_ptr<PanelLines> lines, QWidget* parent = nullptr);

    PanelLines& model() { return *m_lines; }

    /// The selected cells, tab-separated with a line of headers; everything when nothing is selected.
    QString selectedText() const;

private:
    void copy() const;
    void showLines();

    std::shared_ptr<PanelLines> m_lines;
    SeriesTableModel* m_model;
    QTableView* m_table;
    QLabel* m_count;
};

} // namespace runglass
