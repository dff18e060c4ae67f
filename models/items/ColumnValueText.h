// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/table/ColumnId.h"

#include <QString>

namespace runglass
{

/// Texts of values apart from a run: what a colour, a group or a bar stands for. Plain text with every control
/// character made visible.

/// A number as its column shows numbers: a time, a length of time, or four significant decimals.
QString columnNumberText(const ColumnId& column, double number);
/// A value of any kind as one line: a state by its name, a list of texts without brackets.
QString columnValueText(const ColumnId& column, const Value& value);

} // namespace runglass
