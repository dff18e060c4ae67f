// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NumberColumn.h"

#include "models/table/NaturalOrder.h"
#include "models/table/RowSort.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace runglass
{

namespace
{

constexpr std::int64_t kExactInDouble = std::int64_t{1} << 53;

template <typename Exact> auto findExact(Exact& exact, std::uint32_t row)
{
    return std::lower_bound(exact.begin(), exact.end(), row,
                            [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
}

} // namespace

bool NumberColumn::needsExact(const Value& value)
{
    const std::int64_t integer = value.toInteger();
    return integer > kExactInDouble || integer < -kExactInDouble;
}

std::shared_ptr<const NumberColumn> NumberColumn::patched(const std::vector<Patch>& patches,
                                                          std::uint32_t rowCount) const
{
    auto result = std::make_shared<NumberColumn>(id());
    std::vector<Cells<double>::Patch> cells;
    cells.reserve(patches.size());
    result->m_integers = m_integers;
    Exact added;
    for (const Patch& patch : patches) {
        const bool present = patch.value.isNumber();
        cells.push_back({patch.row, present ? std::optional(patch.value.toDouble()) : std::nullopt});
        const bool integer = patch.value.kind() == Value::Kind::Integer;
        if (integer || testBit(m_integers, patch.row))
            setBit(result->m_integers, patch.row, integer);
        if (needsExact(patch.value))
            added.emplace_back(patch.row, patch.value.toInteger());
    }
    result->m_cells = m_cells.patched(std::move(cells), rowCount);
    const auto patchedRow = [&patches](const auto& entry) {
        return std::binary_search(patches.begin(), patches.end(), Patch{entry.first, {}},
                                  [](const Patch& a, const Patch& b) { return a.row < b.row; });
    };
    Exact kept = m_exact;
    if (!kept.empty())
        std::erase_if(kept, patchedRow);
    result->m_exact.reserve(kept.size() + added.size());
    std::merge(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(result->m_exact));
    return result;
}

std::shared_ptr<const NumberColumn> NumberColumn::remapped(const std::vector<std::uint32_t>& newRows,
                                                           std::uint32_t rowCount) const
{
    auto result = std::make_shared<NumberColumn>(id());
    result->m_cells = m_cells.remapped(newRows, rowCount);
    m_cells.forEach([&](std::uint32_t row, double) {
        if (newRows[row] != Cells<double>::kGone && testBit(m_integers, row))
            setBit(result->m_integers, newRows[row], true);
    });
    for (const auto& [row, exact] : m_exact) {
        if (newRows[row] != Cells<double>::kGone)
            result->m_exact.emplace_back(newRows[row], exact);
    }
    return result;
}

void NumberColumn::write(ByteWriter& out) const
{
    m_cells.write(out);
    out.all(m_integers);
    out.plain(static_cast<std::uint32_t>(m_exact.size()));
    for (const auto& [row, exact] : m_exact) {
        out.plain(row);
        out.plain(exact);
    }
}

std::shared_ptr<const NumberColumn> NumberColumn::read(ByteReader& in, ColumnId id, std::uint32_t rowCount)
{
    auto result = std::make_shared<NumberColumn>(std::move(id));
    result->m_cells.read(in, rowCount);
    result->m_integers = in.all<std::uint64_t>();
    const std::size_t exact = in.count();
    for (std::size_t i = 0; i < exact && in.ok(); ++i) {
        const auto row = in.plain<std::uint32_t>();
        const bool isNext = result->m_exact.empty() || result->m_exact.back().first < row;
        result->m_exact.emplace_back(row, in.plain<std::int64_t>());
        if (!isNext)
            in.fail();
    }
    return in.ok() ? result : nullptr;
}

Value NumberColumn::value(std::uint32_t row) const
{
    const double* cell = m_cells.find(row);
    if (!cell)
        return {};
    if (!testBit(m_integers, row))
        return *cell;
    if (std::abs(*cell) >= static_cast<double>(kExactInDouble)) {
        const auto exact = findExact(m_exact, row);
        if (exact != m_exact.end() && exact->first == row)
            return exact->second;
    }
    return static_cast<std::int64_t>(*cell);
}

double NumberColumn::number(std::uint32_t row) const
{
    const double* cell = m_cells.find(row);
    return cell ? *cell : std::numeric_limits<double>::quiet_NaN();
}

bool NumberColumn::differs(std::span<const std::uint32_t> rows) const
{
    if (rows.empty())
        return false;
    const double* first = m_cells.find(rows.front());
    const std::int64_t firstOffset = m_exact.empty() ? 0 : offset(rows.front());
    return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
        const double* cell = m_cells.find(row);
        if (!cell || !first)
            return cell != first;
        const bool same = *cell == *first || (std::isnan(*cell) && std::isnan(*first));
        return !same || (!m_exact.empty() && offset(row) != firstOffset);
    });
}

/// By how much the number lies above its double.
std::int64_t NumberColumn::offset(std::uint32_t row) const
{
    const auto exact = findExact(m_exact, row);
    return exact != m_exact.end() && exact->first == row ? offsetFromDouble(exact->second) : 0;
}

void NumberColumn::sort(std::vector<std::uint32_t>& rows, bool descending) const
{
    const CellFinder<double> finder(m_cells);
    const auto keyOf = [&finder](std::uint32_t row, std::uint64_t& key) {
        const double* cell = finder.find(row);
        if (!cell || std::isnan(*cell))
            return false;
        key = orderedBits(*cell);
        return true;
    };
    if (m_exact.empty())
        return sortRowsBy(rows, descending, keyOf);
    sortRowsBy(rows, descending, keyOf, [this, descending](std::span<std::uint32_t> same) {
        if (std::abs(number(same.front())) < static_cast<double>(kExactInDouble))
            return;
        std::stable_sort(same.begin(), same.end(), [this, descending](std::uint32_t a, std::uint32_t b) {
            return descending ? offset(a) > offset(b) : offset(a) < offset(b);
        });
    });
}

} // namespace runglass
