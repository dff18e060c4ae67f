// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/CellBits.h"

#include "models/table/CodedColumn.h"
#include "models/table/NumberColumn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace runglass
{

namespace
{

/// 64 cells as bits: bytes first, which the compiler makes many of at once, then eight of them a multiplication.
template <typename T, typename Matches> std::uint64_t wordOf(const T* cells, const Matches& matches)
{
    std::array<std::uint8_t, 64> bytes = {};
    for (std::size_t i = 0; i < 64; ++i)
        bytes[i] = static_cast<std::uint8_t>(matches(cells[i]));
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, &bytes[i * 8], 8);
        if constexpr (std::endian::native == std::endian::big)
            eight = __builtin_bswap64(eight);
        word |= (eight * 0x0102040810204080ULL >> 56) << (i * 8);
    }
    return word;
}

/// The rows of the cells for which matches(cell) holds. Without a branch a row where most rows have a cell.
template <typename T, typename Matches>
RowBits cellBits(const Cells<T>& cells, std::uint32_t rowCount, const Matches& matches)
{
    RowBits bits((std::size_t{rowCount} + 63) / 64);
    const std::vector<T>& values = cells.values();
    if (!cells.isDense()) {
        const std::vector<std::uint32_t>& rows = cells.rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            bits[rows[i] / 64] |= std::uint64_t{matches(values[i])} << (rows[i] % 64);
        return bits;
    }
    const RowBits& valid = cells.valid();
    for (std::size_t word = 0; word < valid.size(); ++word) {
        const T* const first = values.data() + word * 64;
        const std::size_t count = std::min<std::size_t>(64, values.size() - word * 64);
        std::uint64_t found = 0;
        if (count == 64)
            found = wordOf(first, matches);
        else
            for (std::size_t i = 0; i < count; ++i)
                found |= std::uint64_t{matches(first[i])} << i;
        bits[word] = found & valid[word];
    }
    return bits;
}

/// An order between doubles that says the same of every double as an order with a number of 64 bits says: the number
/// itself where it is a double, else the double next to it with the order that leaves the number's side out.
struct Threshold {
    FilterOperator op;
    double number;

    static Threshold of(FilterOperator op, const Value& value)
    {
        const double number = value.toDouble();
        const std::partial_ordering rounded = compareNumbers(Value(number), value);
        const bool up = op == FilterOperator::Greater || op == FilterOperator::GreaterOrEqual;
        if (std::is_gt(rounded))
            return {up ? FilterOperator::GreaterOrEqual : FilterOperator::Less, number};
        if (std::is_lt(rounded))
            return {up ? FilterOperator::Greater : FilterOperator::LessOrEqual, number};
        return {op, number};
    }
};

RowBits orderedBits(const Cells<double>& cells, std::uint32_t rowCount, const Threshold& limit)
{
    const double number = limit.number;
    switch (limit.op) {
    case FilterOperator::Less:
        return cellBits(cells, rowCount, [number](double cell) { return cell < number; });
    case FilterOperator::LessOrEqual:
        return cellBits(cells, rowCount, [number](double cell) { return cell <= number; });
    case FilterOperator::Greater:
        return cellBits(cells, rowCount, [number](double cell) { return cell > number; });
    default:
        return cellBits(cells, rowCount, [number](double cell) { return cell >= number; });
    }
}

RowBits equalBits(const Cells<double>& cells, std::uint32_t rowCount, const std::vector<Value>& numbers)
{
    std::vector<double> wanted;
    bool nan = false;
    for (const Value& number : numbers) {
        const double value = number.toDouble();
        nan = nan || std::isnan(value);
        // An integer that is no double equals none.
        if (std::is_eq(compareNumbers(Value(value), number)))
            wanted.push_back(value);
    }
    if (nan && wanted.empty())
        return cellBits(cells, rowCount, [](double cell) { return cell != cell; });
    if (wanted.size() == 1 && !nan)
        return cellBits(cells, rowCount, [only = wanted.front()](double cell) { return cell == only; });
    std::sort(wanted.begin(), wanted.end());
    return cellBits(cells, rowCount, [&](double cell) {
        return std::isnan(cell) ? nan : std::binary_search(wanted.begin(), wanted.end(), cell);
    });
}

/// Those whose double is not the number.
void setExact(RowBits& bits, const NumberColumn& column, const CellTest& test)
{
    const auto set = [&](const auto& matches) {
        for (const auto& [row, exact] : column.exact()) {
            const std::uint64_t bit = std::uint64_t{1} << (row % 64);
            bits[row / 64] = matches(exact) ? bits[row / 64] | bit : bits[row / 64] & ~bit;
        }
    };
    const Value& first = test.numbers().front();
    const bool single = test.numbers().size() == 1 && first.kind() == Value::Kind::Integer;
    const std::int64_t wanted = first.toInteger();
    // Every time is one of these.
    if (single && test.op() == FilterOperator::Less)
        set([wanted](std::int64_t exact) { return exact < wanted; });
    else if (single && test.op() == FilterOperator::LessOrEqual)
        set([wanted](std::int64_t exact) { return exact <= wanted; });
    else if (single && test.op() == FilterOperator::Greater)
        set([wanted](std::int64_t exact) { return exact > wanted; });
    else if (single && test.op() == FilterOperator::GreaterOrEqual)
        set([wanted](std::int64_t exact) { return exact >= wanted; });
    else
        set([&test](std::int64_t exact) { return test.matchesNumber(Value(exact)); });
}

RowBits numberBits(const NumberColumn& column, const CellTest& test, std::uint32_t rowCount)
{
    RowBits bits((std::size_t{rowCount} + 63) / 64);
    if (test.numbers().empty())
        return bits;
    if (test.op() == FilterOperator::In)
        bits = equalBits(column.cells(), rowCount, test.numbers());
    else if (!std::isnan(test.numbers().front().toDouble()))
        bits = orderedBits(column.cells(), rowCount, Threshold::of(test.op(), test.numbers().front()));
    setExact(bits, column, test);
    return bits;
}

RowBits codedBits(const CodedColumn& column, const CellTest& test, std::uint32_t rowCount)
{
    const std::vector<Value>& entries = column.dictionary()->entries();
    std::vector<std::uint8_t> verdicts(entries.size() + 1);
    for (std::size_t i = 0; i < entries.size(); ++i)
        verdicts[i] = test.matches(entries[i]) ? 1 : 0;
    return cellBits(column.codes(), rowCount, [&verdicts](std::uint32_t code) { return verdicts[code] != 0; });
}

} // namespace

RowBits allBits(std::uint32_t rowCount)
{
    RowBits bits((std::size_t{rowCount} + 63) / 64, ~std::uint64_t{0});
    if (rowCount % 64 != 0)
        bits.back() >>= 64 - rowCount % 64;
    return bits;
}

RowBits presentBits(const Column& column, std::uint32_t rowCount)
{
    const auto always = [](auto) { return true; };
    return column.kind() == Column::Kind::Number
               ? cellBits(static_cast<const NumberColumn&>(column).cells(), rowCount, always)
               : cellBits(static_cast<const CodedColumn&>(column).codes(), rowCount, always);
}

RowBits matchingBits(const Column& column, const CellTest& test, std::uint32_t rowCount)
{
    return column.kind() == Column::Kind::Number ? numberBits(static_cast<const NumberColumn&>(column), test, rowCount)
                                                 : codedBits(static_cast<const CodedColumn&>(column), test, rowCount);
}

} // namespace runglass
