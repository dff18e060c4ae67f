// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColumnValueText.h"

#include "models/items/Format.h"
#include "models/items/RunText.h"

#include <QStringList>

#include <algorithm>
#include <string>

namespace runglass
{

namespace
{

bool isTextList(const Value& value)
{
    const Value::Array& elements = value.array();
    return !elements.empty() &&
           std::all_of(elements.begin(), elements.end(), [](const Value& each) { return each.isText(); });
}

} // namespace

QString columnNumberText(const ColumnId& column, double number)
{
    if (column.origin != ColumnOrigin::Field)
        return format::number(number);
    switch (column.field) {
    case Field::Created:
        return format::exactTime(static_cast<TimeNs>(number));
    case Field::Runtime:
    case Field::Duration:
        return format::duration(number);
    default:
        return format::number(number);
    }
}

QString columnValueText(const ColumnId& column, const Value& value)
{
    const bool isField = column.origin == ColumnOrigin::Field;
    if (isField && column.field == Field::State)
        if (const auto state = runStateFromName(value.text()))
            return format::state(*state);
    if (isField && column.field == Field::Project && value.isText())
        return format::project(value.text());
    if (isField && value.isNumber())
        return columnNumberText(column, value.toDouble());
    return isTextList(value) ? listTexts(value).join(QStringLiteral(", ")) : cellText(value);
}

} // namespace runglass
