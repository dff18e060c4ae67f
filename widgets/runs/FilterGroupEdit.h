// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FilterRows.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QVBoxLayout;

namespace runglass
{

class FilterConditionEdit;
class Session;
class Theme;

/// Lines of conditions one below the other, and groups of them, which have a line at their left.
/// @thread GUI
class FilterGroupEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param depth  of groups around it; 0 is the filter itself
    FilterGroupEdit(Session& session, Theme& theme, int depth, QWidget* parent = nullptr);

    void setRows(const std::vector<FilterRow>& rows);
    /// The lines that are whole.
    std::vector<FilterRow> rows() const;
    /// A line for another condition, on the column of the last one; its value has the focus.
    void addCondition();
    void addCondition(const FilterColumn& column);
    void addGroup();
    int count() const { return static_cast<int>(m_lines.size()); }

signals:
    void changed();
    /// Before its value gets the focus.
    void lineAdded();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QWidget* widget = nullptr;
        QComboBox* join = nullptr;
        FilterConditionEdit* condition = nullptr; ///< or
        FilterGroupEdit* group = nullptr;
    };

    void addLine(const FilterRow& row);
    void removeLine(QWidget* widget);
    void nameJoins();

    Session& m_session;
    Theme& m_theme;
    int m_depth;
    QVBoxLayout* m_layout;
    std::vector<Line> m_lines;
};

} // namespace runglass
