// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartView.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace runglass
{

/// Which runs to take by what their lines have at one place of the x axis.
struct ValueChoice {
    enum class Kind { Highest, Lowest, Between };
    Kind kind = Kind::Highest;
    int count = 1;                               ///< of Highest and Lowest
    std::optional<double> least = {}, most = {}; ///< of Between; unset: no bound
};

/// The runs that a choice takes, those of the highest values first (of Lowest: last come first). Runs that have no line
/// there, or none but NaN, are left out.
std::vector<RunRef> runsByValue(const std::vector<ChartLine>& lines, double x, const ValueChoice& choice);

/// Asks which runs of a chart to tick: the first or last few by value at a place of the x axis, or those with a value
/// in a range. Says meanwhile which they are.
/// @thread GUI; deletes itself
class RunsByValueDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param x  the place to begin with
    RunsByValueDialog(std::vector<ChartLine> lines, const ChartAxes& axes, double x, QWidget* parent);

signals:
    void chosen(const std::vector<runglass::RunRef>& runs);

private:
    void makePlace(QFormLayout& form, const ChartAxes& axes);
    void makeChoice(QFormLayout& form);
    ValueChoice choice() const;
    void refresh();

    std::vector<ChartLine> m_lines;
    double m_x;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QSpinBox* m_count;
    QLineEdit *m_least, *m_most;
    QLabel* m_result;
    QPushButton* m_select = nullptr;
    std::vector<RunRef> m_runs;
};

} // namespace runglass
