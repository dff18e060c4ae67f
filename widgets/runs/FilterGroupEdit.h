// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FilterRows.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLayout;
class QToolButton;
class QVBoxLayout;

namespace runglass
{

class FilterConditionEdit;
class FilterSubject;
class Theme;

/// Lines of conditions one below the other, and groups of them, which are indented and have a line at their left.
/// @thread GUI
class FilterGroupEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param depth  of groups around it; 0 is the filter itself
    FilterGroupEdit(FilterSubject& subject, Theme& theme, int depth, QWidget* parent = nullptr);

    /// Shows these. Lines that say the same already stay, and so do those that are not whole, behind what they follow.
    void setRows(const std::vector<FilterRow>& rows);
    void clear();
    /// The lines that are whole.
    std::vector<FilterRow> rows() const;
    /// A line for another condition, on the column of the last one; its value has the focus.
    void addCondition();
    void addCondition(const FilterColumn& column);
    void addGroup();
    int count() const { return static_cast<int>(m_lines.size()); }
    /// Shares a width among the parts of the lines, so that they stand one below the other.
    void fitTo(int width);
    /// No line gets wider than this.
    int mostWidth() const;

signals:
    void changed();
    /// Letters of a text were typed, of which more may follow.
    void typed();
    void finished();
    /// Before its value gets the focus.
    void lineAdded();
    /// Its last line was removed by hand, and with it what had the focus.
    void emptied();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QWidget* widget = nullptr;
        QComboBox* join = nullptr;
        FilterConditionEdit* condition = nullptr; ///< or
        FilterGroupEdit* group = nullptr;
        QToolButton* remove = nullptr;
    };
    struct Widths {
        int column = 0, value = 0;
    };

    std::optional<FilterRow> row(const Line& line) const;
    void setRow(const Line& line, const FilterRow& row);
    void insertLine(std::size_t place, const FilterRow& row);
    void addParts(Line& line, QLayout* top, const FilterRow& row);
    void addRemove(Line& line, QLayout* top);
    void onRemoveClicked(QWidget* widget);
    void removeLine(QWidget* widget);
    void nameJoins();
    int depthBelow() const;
    void setWidths(const Widths& widths);

    FilterSubject& m_subject;
    Theme& m_theme;
    int m_depth;
    Widths m_widths;
    QVBoxLayout* m_layout;
    std::vector<Line> m_lines;
};

} // namespace runglass
