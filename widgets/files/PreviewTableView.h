// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace runglass
{

class PreviewTableModel;
class Theme;

/// A CSV file or a W&B table: columns as wide as what they hold, rules between the rows, selected cells copied as TSV.
/// @thread GUI
class PreviewTableView : public QTableView
{
    Q_OBJECT

public:
    explicit PreviewTableView(Theme& theme, QWidget* parent = nullptr);

    /// The model's own; gives the columns their widths again.
    PreviewTableModel* tableModel() const { return m_model; }
    void fitColumns();

public slots:
    void copy();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PreviewTableModel* m_model;
};

} // namespace runglass
