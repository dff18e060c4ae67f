// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace runglass
{

/// What a panel shows as a table: its twin for screen readers, for copying and for files. Made cell by cell, from data
/// that nobody changes any more, so that a large one costs nothing until it is read.
/// @thread any
struct BodyTable {
    QStringList columns;
    std::size_t rows = 0;
    /// Null where there is nothing. Numbers are exact.
    std::function<Value(std::size_t row, std::size_t column)> cell;
};

} // namespace runglass
