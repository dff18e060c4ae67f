// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace runglass
{

class CompareModel;
class Theme;

/// The table of runs side by side: keys at the left and runs on top stay in sight. Values that are other than the first
/// run's are semibold behind a "≠"; keys of which all runs have the same are muted.
/// @thread GUI
class CompareTable : public QTableView
{
    Q_OBJECT

public:
    CompareTable(CompareModel& model, Theme& theme, QWidget* parent = nullptr);

    /// Rows and columns of the selected cells, each in order; without any all of them.
    std::vector<int> chosenRows() const;
    std::vector<int> chosenColumns() const;

public slots:
    /// Puts the selected values on the clipboard: one alone, several with their keys and runs.
    void copy();

protected:
    void changeEvent(QEvent* event) override;

private:
    void adoptFont();
    void keepCurrentValid();

    CompareModel& m_model;
};

} // namespace runglass
