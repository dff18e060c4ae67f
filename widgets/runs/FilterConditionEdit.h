// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilterColumnsModel.h"
#include "models/table/FilterRows.h"
#include "models/table/RowValue.h"

#include <QStringListModel>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace runglass
{

class Session;
class Theme;

/// Column, operator and value of one condition. A word that is searched for is the column "Any text".
/// @thread GUI
class FilterConditionEdit : public QWidget
{
    Q_OBJECT

public:
    FilterConditionEdit(Session& session, Theme& theme, const FilterRow& row, QWidget* parent = nullptr);

    /// Unset while the value is not whole. Join and "not" are the line's, not the condition's.
    std::optional<FilterRow> row() const;
    void focusValue();

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillColumns(const std::optional<FilterColumn>& column);
    void fillOperators(FilterOperator wanted);
    void askForValues();
    void follow();
    std::optional<FilterColumn> column() const;
    FilterOperator op() const;
    RowTest test() const;

    Session& m_session;
    Theme& m_theme;
    FilterColumnsModel m_columns;
    QStringListModel m_values;
    QComboBox* m_column;
    QComboBox* m_operator;
    QLineEdit* m_value;
    bool m_textsOnly = false;
    bool m_wrong = false;
    int m_asked = 0; ///< late answers are dropped
};

} // namespace runglass
