// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ColumnBox.h"

#include "models/items/RunColumns.h"

#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace runglass
{

ColumnBox::ColumnBox(const std::vector<ColumnId>& columns, const QString& name, const QString& none, QWidget* parent)
    : QComboBox(parent)
    , m_columns(columns)
    , m_first(none.isEmpty() ? 0 : 1)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
    lineEdit()->setPlaceholderText(tr("Choose a column"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    if (!none.isEmpty())
        addItem(none);
    QStringList titles;
    for (const ColumnId& column : m_columns)
        titles += columnTitle(column);
    addItems(titles);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    setCurrentIndex(none.isEmpty() ? -1 : 0);
    connect(this, &QComboBox::currentTextChanged, this, &ColumnBox::columnChanged);
    connect(lineEdit(), &QLineEdit::textEdited, this, &ColumnBox::columnChanged);
}

std::optional<ColumnId> ColumnBox::column() const
{
    // What was typed counts, whether Return was pressed or not.
    const int at = itemText(currentIndex()) == currentText() ? currentIndex() : findText(currentText());
    if (at < m_first)
        return std::nullopt;
    return m_columns[static_cast<std::size_t>(at - m_first)];
}

void ColumnBox::setColumn(const std::optional<ColumnId>& column)
{
    if (!column) {
        setCurrentIndex(m_first - 1);
        return;
    }
    const auto found = std::find(m_columns.begin(), m_columns.end(), *column);
    if (found == m_columns.end()) {
        m_columns.push_back(*column);
        addItem(columnTitle(*column));
        setCurrentIndex(count() - 1);
        return;
    }
    setCurrentIndex(m_first + static_cast<int>(found - m_columns.begin()));
}

namespace
{

/// Whether it holds something that has a place on an axis, or can be a category: not only objects, as media are. Of a
/// column of both it is enough to look at some.
bool canBePlotted(const Column& column, const RunList& list)
{
    constexpr std::size_t kMostLooked = 20;
    if (column.kind() == Column::Kind::Number || column.kind() == Column::Kind::Text)
        return true;
    std::size_t looked = 0;
    for (std::size_t i = 0; i < list.rows.size() && looked < kMostLooked; ++i) {
        if (!column.has(list.rows[i]))
            continue;
        ++looked;
        const Value value = column.value(list.rows[i]);
        const auto isObject = [](const Value& one) { return one.isObject(); };
        if (!isObject(value) && std::none_of(value.array().begin(), value.array().end(), isObject))
            return true;
    }
    return false;
}

} // namespace

std::vector<ColumnId> plotColumns(const RunList& list)
{
    constexpr Field kFields[] = {Field::Created, Field::Runtime, Field::Duration, Field::State, Field::Group,
                                 Field::JobType, Field::Author,  Field::Host,     Field::Sweep, Field::Project};
    std::vector<ColumnId> columns;
    for (const std::uint32_t place : list.keyColumns) {
        if (const Column& column = *list.table->columns()[place]; canBePlotted(column, list))
            columns.push_back(column.id());
    }
    for (const Field field : kFields)
        columns.push_back({ColumnOrigin::Field, field, {}});
    return columns;
}

} // namespace runglass
