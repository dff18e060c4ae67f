// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FilterRows.h"
#include "models/table/RowValue.h"

#include <QStringListModel>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace runglass
{

class FilterColumnBox;
class FilterSubject;
class Theme;

/// Column, operator and value of one condition. A word that is searched for is the column "Any text".
/// @thread GUI
class FilterConditionEdit : public QWidget
{
    Q_OBJECT

public:
    FilterConditionEdit(FilterSubject& subject, Theme& theme, const FilterRow& row, QWidget* parent = nullptr);

    /// Unset while the value is not whole. Join and "not" are the line's, not the condition's.
    std::optional<FilterRow> row() const;
    /// Shows another condition, without a signal.
    void setRow(const FilterRow& row);
    void focusValue();
    /// Column and operator are as wide in all conditions, the value takes what is left, up to some.
    void setWidths(int column, int mostValue);
    /// What column and operator and the gaps need beside a value, in a font.
    static int leastWidth(const QFontMetrics& metrics);

signals:
    void changed();
    /// Letters of a text were typed, of which more may follow.
    void typed();
    /// Enter, or the focus went elsewhere.
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeValue();
    void connectParts();
    void onValueChanged();
    void fillOperators(FilterOperator wanted);
    void askForValues();
    void follow();
    FilterOperator op() const;
    RowTest test() const;

    FilterSubject& m_subject;
    Theme& m_theme;
    QStringListModel m_values;
    FilterColumnBox* m_column;
    QComboBox* m_operator;
    QLineEdit* m_value;
    bool m_textsOnly = false;
    bool m_wrong = false;
    int m_asked = 0; ///< late answers are dropped
};

} // namespace runglass
