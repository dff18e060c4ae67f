// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnColours.h"

#include "models/table/CodedColumn.h"
#include "models/table/Grouping.h"
#include "models/table/RunColours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace runglass
{

namespace
{

using Kind = RunColour::Kind;

std::uint8_t addClass(ColumnColours& colours, Kind kind)
{
    ColourClass added;
    added.colour.kind = kind;
    colours.classes.push_back(added);
    return static_cast<std::uint8_t>(colours.classes.size() - 1);
}

void addMissing(ColumnColours& colours, std::span<const std::uint32_t> rows)
{
    const auto lacks = [&colours](std::uint32_t row) { return colours.classOf[row] == ColumnColours::kNoClass; };
    const auto count = std::count_if(rows.begin(), rows.end(), lacks);
    if (count == 0)
        return;
    const std::uint8_t missing = addClass(colours, Kind::Missing);
    for (const std::uint32_t row : rows)
        if (lacks(row))
            colours.classOf[row] = missing;
    colours.classes.back().runs = static_cast<std::uint32_t>(count);
}

void addBuckets(ColumnColours& colours, const Column& column, std::span<const std::uint32_t> rows)
{
    const std::optional<NumberRange> range = finiteRange(column, rows);
    if (!range)
        return;
    // Values that are all the same fill one bucket, whatever was asked for.
    const int wanted = std::clamp(colours.rule.buckets, kLeastBuckets, kMostBuckets);
    const int count = range->low < range->high ? wanted : 1;
    std::array<double, kMostBuckets + 1> edges = {};
    for (int i = 0; i <= count; ++i)
        edges[static_cast<std::size_t>(i)] = bucketEdge(range->low, range->high, i, count);
    for (int i = 0; i < count; ++i) {
        ColourClass bucket;
        bucket.colour = {Kind::Bucket, colours.rule.ramp, static_cast<std::uint8_t>(count),
                         static_cast<std::uint32_t>(i)};
        bucket.low = edges[static_cast<std::size_t>(i)];
        bucket.high = edges[static_cast<std::size_t>(i) + 1];
        colours.classes.push_back(std::move(bucket));
    }
    for (const std::uint32_t row : rows) {
        const double value = column.number(row);
        if (std::isnan(value))
            continue;
        std::uint8_t place = 0;
        for (int i = 1; i < count; ++i)
            place = value >= edges[static_cast<std::size_t>(i)] ? static_cast<std::uint8_t>(i) : place;
        colours.classOf[row] = place;
        ++colours.classes[place].runs;
    }
}

/// A value that some of the rows have.
struct UsedValue {
    const Value* value = nullptr;
    TimeNs firstStart = std::numeric_limits<TimeNs>::max(); ///< of a run that has it
    std::uint32_t runs = 0;
};

/// Tells by the rank of their value in natural order what rows have: 1 and 1.0 are one value, NaN is none.
class RowRanks
{
public:
    RowRanks(const RunTable& table, const CodedColumn& column)
        : m_table(table)
        , m_column(column)
        , m_ranks(column.dictionary()->ranks())
        , m_isName(&column == &table.field(Field::Name))
    {
    }

    std::size_t count() const { return m_ranks.size(); }
    /// Dictionary::kNoRank where there is no value.
    std::uint32_t operator()(std::uint32_t row) const
    {
        const std::uint32_t* code = m_isName && m_table.isNameFromId(row) ? nullptr : m_column.codes().find(row);
        return code ? m_ranks[*code] : Dictionary::kNoRank;
    }

private:
    const RunTable& m_table;
    const CodedColumn& m_column;
    const std::vector<std::uint32_t>& m_ranks;
    bool m_isName; ///< the ID that stands for a name is none
};

std::vector<UsedValue> usedValues(const RunTable& table, const CodedColumn& column, const RowRanks& rankOf,
                                  std::span<const std::uint32_t> rows)
{
    std::vector<UsedValue> uses(rankOf.count());
    for (const std::uint32_t row : rows) {
        const std::uint32_t rank = rankOf(row);
        if (rank == Dictionary::kNoRank)
            continue;
        UsedValue& use = uses[rank];
        use.value = column.find(row);
        use.firstStart = std::min(use.firstStart, table.startedAt(row).value_or(use.firstStart));
        ++use.runs;
    }
    return uses;
}

/// Ranks of the values for which the palette has a slot, in the order of the slots; and whether there are more values.
std::pair<std::vector<std::uint32_t>, bool> slotsOf(const std::vector<UsedValue>& uses)
{
    std::vector<std::uint32_t> ranks;
    for (std::uint32_t rank = 0; rank < uses.size(); ++rank)
        if (uses[rank].runs > 0)
            ranks.push_back(rank);
    const std::size_t slots = std::min<std::size_t>(ranks.size(), kColourSlots);
    std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(slots), ranks.end(),
                      [&uses](std::uint32_t a, std::uint32_t b) {
                          const TimeNs left = uses[a].firstStart, right = uses[b].firstStart;
                          return left != right ? left < right : a < b;
                      });
    const bool hasMore = slots < ranks.size();
    ranks.resize(slots);
    return {std::move(ranks), hasMore};
}

void addValues(ColumnColours& colours, const RunTable& table, const CodedColumn& column,
               std::span<const std::uint32_t> rows)
{
    const RowRanks rankOf(table, column);
    const std::vector<UsedValue> uses = usedValues(table, column, rankOf, rows);
    const auto [slots, hasMore] = slotsOf(uses);
    const auto others = static_cast<std::uint8_t>(slots.size());
    std::map<std::uint32_t, std::uint32_t> slotOf; // by rank: the legend is in natural order
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot)
        slotOf.emplace(slots[slot], slot);
    std::vector<std::uint8_t> classOf(uses.size(), others);
    for (const auto& [rank, slot] : slotOf) {
        classOf[rank] = static_cast<std::uint8_t>(colours.classes.size());
        ColourClass added;
        added.colour = RunColour::slot(slot);
        added.value = *uses[rank].value;
        added.runs = uses[rank].runs;
        colours.classes.push_back(std::move(added));
    }
    if (hasMore)
        addClass(colours, Kind::Other);
    for (const std::uint32_t row : rows) {
        const std::uint32_t rank = rankOf(row);
        if (rank == Dictionary::kNoRank)
            continue;
        colours.classOf[row] = classOf[rank];
        if (classOf[rank] == others)
            ++colours.classes.back().runs;
    }
}

} // namespace

double bucketEdge(double low, double high, int i, int n)
{
    if (i <= 0)
        return low;
    if (i >= n)
        return high;
    const double part = static_cast<double>(i) / n;
    return low * (1 - part) + high * part;
}

RunColour ColumnColours::colour(std::uint32_t row) const
{
    const std::uint8_t place = row < classOf.size() ? classOf[row] : kNoClass;
    return place < classes.size() ? classes[place].colour : RunColour{RunColour::Kind::Missing};
}

RunColour runColour(const RunTable& table, std::uint32_t row, const ColumnColours* columnColours,
                    const ColourRule& rule)
{
    if (rule.byColumn && columnColours)
        return columnColours->colour(row);
    if (!rule.byHand.empty())
        if (const auto chosen = rule.byHand.find(table.ref(row).path); chosen != rule.byHand.end())
            return chosen->second;
    return RunColour::slot(shuffledSlot(table.colourSlot(row), rule.shuffle));
}

ColumnColours columnColours(const RunTable& table, std::span<const std::uint32_t> rows, const ColourByColumn& rule)
{
    ColumnColours colours;
    colours.rule = rule;
    colours.classOf.assign(table.rowCount(), ColumnColours::kNoClass);
    const Column* column = table.column(rule.column);
    if (column && column->kind() == Column::Kind::Number)
        addBuckets(colours, *column, rows);
    else if (const auto* coded = dynamic_cast<const CodedColumn*>(column))
        addValues(colours, table, *coded, rows);
    addMissing(colours, rows);
    return colours;
}

} // namespace runglass
