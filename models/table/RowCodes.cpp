// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowCodes.h"

#include "models/table/CodedColumn.h"
#include "models/table/HashIndex.h"
#include "models/table/NaturalOrder.h"
#include "models/table/NumberColumn.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::uint32_t kNone = HashIndex::kNone;
constexpr double kExactInDouble = 9007199254740992.0;

/// The same for numbers that are equal, and for all NaNs.
std::uint64_t bitsOf(double number)
{
    if (std::isnan(number))
        return std::bit_cast<std::uint64_t>(std::numeric_limits<double>::quiet_NaN());
    return std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
}

/// What tells a number from all others: its double, and how far an integer lies from that.
struct Number {
    std::uint64_t bits = 0;
    std::int64_t offset = 0;

    bool operator==(const Number&) const = default;
};

Number numberOf(const Value& value)
{
    const bool isInteger = value.kind() == Value::Kind::Integer;
    return {bitsOf(value.toDouble()), isInteger ? offsetFromDouble(value.toInteger()) : 0};
}

RowCodes codesOfNumbers(const NumberColumn& column, std::span<const std::uint32_t> rows)
{
    RowCodes result;
    result.codes.reserve(rows.size());
    HashIndex index;
    std::vector<Number> known;
    std::uint32_t missing = kNone;
    for (const std::uint32_t row : rows) {
        const double* cell = column.cells().find(row);
        if (!cell) {
            missing = missing == kNone ? result.count++ : missing;
            known.resize(result.count, {0, -1}); // no number has an offset without an integer beyond 2^53
            result.codes.push_back(missing);
            continue;
        }
        Number number{bitsOf(*cell), 0};
        if (!column.exact().empty() && std::abs(*cell) >= kExactInDouble)
            number = numberOf(column.value(row));
        const auto hash = static_cast<std::size_t>(number.bits ^ static_cast<std::uint64_t>(number.offset));
        std::uint32_t code = index.find(hash, [&](std::uint32_t other) { return known[other] == number; });
        if (code == kNone) {
            code = result.count++;
            known.push_back(number);
            index.add(hash, code);
        }
        result.codes.push_back(code);
    }
    return result;
}

/// For each entry the first one that equals it: 1 and 1.0 are two entries and one value.
std::vector<std::uint32_t> firstEqual(const std::vector<Value>& entries)
{
    std::vector<std::uint32_t> first(entries.size());
    std::unordered_map<std::string, std::uint32_t> known;
    for (std::uint32_t entry = 0; entry < entries.size(); ++entry)
        first[entry] = known.try_emplace(identityOf(entries[entry]), entry).first->second;
    return first;
}

RowCodes codesOfEntries(const RunTable& table, const CodedColumn& column, std::span<const std::uint32_t> rows)
{
    const std::vector<Value>& entries = column.dictionary()->entries();
    const bool isName = &column == &table.field(Field::Name);
    const bool mayRepeat = column.kind() == Column::Kind::Mixed;
    const std::vector<std::uint32_t> first = mayRepeat ? firstEqual(entries) : std::vector<std::uint32_t>();
    const auto missing = static_cast<std::uint32_t>(entries.size());
    RowCodes result{{}, missing + 1};
    result.codes.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const std::uint32_t* code = isName && table.isNameFromId(row) ? nullptr : column.codes().find(row);
        if (!code)
            result.codes.push_back(missing);
        else
            result.codes.push_back(mayRepeat ? first[*code] : *code);
    }
    return result;
}

std::string counted(char kind, std::size_t count)
{
    return kind + std::to_string(count) + ':';
}

std::string identityOf(const Number& number)
{
    char hex[17] = {};
    const auto end = std::to_chars(hex, hex + sizeof(hex), number.bits, 16).ptr;
    std::string text = counted('n', static_cast<std::size_t>(end - hex)).append(hex, end);
    return number.offset == 0 ? text + ';' : text + '@' + std::to_string(number.offset) + ';';
}

} // namespace

RowCodes rowCodes(const RunTable& table, const Column* column, std::span<const std::uint32_t> rows)
{
    if (!column)
        return {std::vector<std::uint32_t>(rows.size()), rows.empty() ? 0U : 1U};
    if (column->kind() == Column::Kind::Number)
        return codesOfNumbers(static_cast<const NumberColumn&>(*column), rows);
    return codesOfEntries(table, static_cast<const CodedColumn&>(*column), rows);
}

Value groupedValue(const RunTable& table, const Column* column, std::uint32_t row)
{
    const bool isUnnamed = column == &table.field(Field::Name) && table.isNameFromId(row);
    return column && !isUnnamed ? column->value(row) : Value();
}

std::string identityOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        break;
    case Value::Kind::Bool:
        return value.toBool() ? "true;" : "false;";
    case Value::Kind::Integer:
    case Value::Kind::Double:
        return identityOf(numberOf(value));
    case Value::Kind::Text:
        return counted('s', value.text().size()) + value.text();
    case Value::Kind::Array: {
        std::string text = counted('l', value.array().size());
        for (const Value& element : value.array())
            text += identityOf(element);
        return text;
    }
    case Value::Kind::Object: {
        std::string text = counted('o', value.object().size());
        for (const auto& [name, member] : value.object())
            text += counted('k', name.size()) + name + identityOf(member);
        return text;
    }
    }
    return "-;";
}

} // namespace runglass
