// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/CellTest.h"
#include "models/table/Cells.h"
#include "models/table/Column.h"

namespace runglass
{

/// A bit for every row.
RowBits allBits(std::uint32_t rowCount);
/// The rows that have a value.
RowBits presentBits(const Column& column, std::uint32_t rowCount);
/// The rows whose cell matches, before CellTest::isNegated() and takesMissing().
RowBits matchingBits(const Column& column, const CellTest& test, std::uint32_t rowCount);

} // namespace runglass
