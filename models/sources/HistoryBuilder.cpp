// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/HistoryBuilder.h"

#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"
#include "models/sources/KeyText.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace runglass
{

namespace
{

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool readNumber(std::string_view json, double& number)
{
    bool isInteger = false;
    std::int64_t integer = 0;
    if (!parseJsonNumber(json, isInteger, integer, number))
        return false;
    if (isInteger)
        number = static_cast<double>(integer);
    return true;
}

bool beginsWith(const KeyPath& path, const KeyPath& prefix)
{
    return path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

/// Prefixes that lie below another one are part of its object.
void keepOutermost(std::vector<KeyPath>& prefixes)
{
    std::sort(prefixes.begin(), prefixes.end());
    std::vector<KeyPath> kept;
    for (KeyPath& prefix : prefixes)
        if (kept.empty() || (kept.back() != prefix && !beginsWith(prefix, kept.back())))
            kept.push_back(std::move(prefix));
    prefixes = std::move(kept);
}

} // namespace

HistoryBuilder::HistoryBuilder(LogProblems& problems)
    : m_problems(problems)
    , m_lastTimestamp(kNone)
    , m_lastRuntime(kNone)
{
}

HistoryBuilder::Role HistoryBuilder::roleOf(const KeyPath& path) const
{
    if (path.front() == "_step")
        return path.size() == 1 ? Role::Step : Role::Hidden;
    if (path.front() == "_timestamp")
        return path.size() == 1 ? Role::Timestamp : Role::Hidden;
    if (path.front() == "_runtime")
        return path.size() == 1 ? Role::Runtime : Role::Hidden;
    return path.front().starts_with('_') ? Role::Hidden : Role::Metric;
}

std::size_t HistoryBuilder::addSlot(std::size_t slot)
{
    const KeyPath& path = m_keys.path(slot);
    Slot& added = m_slots.emplace_back();
    m_seen.emplace_back();
    added.role = path.empty() ? Role::Hidden : roleOf(path);
    added.isTypeMarker = added.role == Role::Metric && path.size() > 1 && path.back() == "_type";
    if (!isUsableKey(path)) {
        m_problems.add("a metric's key is empty or too deep");
        added.role = Role::Hidden;
    } else if (added.role == Role::Metric && m_owners.size() >= kMaxMetrics) {
        tellOnce(m_toldOfMetrics, "there are more than 200,000 metrics: the rest is left out");
        added.role = Role::Hidden;
    } else if (added.role == Role::Metric && !m_owners.try_emplace(storedKey(path), slot).second) {
        m_problems.add("two metrics have keys that differ in invalid bytes only: one is left out");
        added.role = Role::Hidden;
    }
    return slot;
}

void HistoryBuilder::findSlots(std::span<const WandbItem> items)
{
    m_rowItems = items.size();
    if (m_rowSlots.size() < items.size()) {
        m_rowSlots.resize(items.size(), 0);
        m_sequence.resize(items.size(), 0);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::size_t slot = m_rowSlots[i] = slotOf(items[i]);
        m_seen[slot] = {m_row, static_cast<std::uint32_t>(i)};
    }
}

/// The row has each of the usual keys, once, and no other.
bool HistoryBuilder::isUsualRow() const
{
    return m_rowItems == m_usual.size() &&
           std::all_of(m_usual.begin(), m_usual.end(), [this](std::size_t slot) { return m_seen[slot].row == m_row; });
}

void HistoryBuilder::learnRow()
{
    m_usual.assign(m_rowSlots.begin(), m_rowSlots.begin() + static_cast<std::ptrdiff_t>(m_rowItems));
    std::sort(m_usual.begin(), m_usual.end());
}

/// The SDK writes the keys of each row in another order. Looked at in one order, each value is much like the one looked
/// at there in the row before: the processor foresees what will be done with it.
void HistoryBuilder::arrange()
{
    constexpr int kPatience = 8;
    bool isUsual = isUsualRow();
    if (!isUsual && ++m_unusual > kPatience) {
        learnRow();
        isUsual = isUsualRow();
    }
    if (isUsual) {
        m_unusual = 0;
        std::transform(m_usual.begin(), m_usual.end(), m_sequence.begin(),
                       [this](std::size_t slot) { return m_seen[slot].item; });
    } else {
        std::iota(m_sequence.begin(), m_sequence.begin() + static_cast<std::ptrdiff_t>(m_rowItems), 0U);
    }
}

bool HistoryBuilder::readPlace(std::span<const WandbItem> items, Place& place)
{
    bool hasMedia = false;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::size_t i = m_sequence[at];
        const std::string_view json = items[i].valueJson;
        const Slot& slot = m_slots[m_rowSlots[i]];
        double number = 0;
        bool isInteger = false;
        std::int64_t integer = 0;
        switch (slot.role) {
        case Role::Step:
            if (parseJsonNumber(json, isInteger, integer, number) && isInteger)
                place.step = integer;
            break;
        case Role::Timestamp:
            if (readNumber(json, number)) {
                place.time = number;
                m_lastTimestamp = std::fmax(m_lastTimestamp, number);
            }
            break;
        case Role::Runtime:
            if (readNumber(json, number))
                m_lastRuntime = number;
            break;
        default:
            hasMedia = hasMedia || (slot.isTypeMarker && json.starts_with('"'));
        }
    }
    return hasMedia;
}

void HistoryBuilder::tellOnce(bool& told, const char* cause)
{
    if (!std::exchange(told, true))
        m_problems.add(cause);
}

/// Texts, lists and objects take many times the memory of their JSON. Numbers do not come here.
bool HistoryBuilder::hasRoom(Slot& slot, const Value& value)
{
    if (value.kind() == Value::Kind::Bool)
        return true;
    const std::size_t bytes = roughBytes(value);
    if (m_valueBytes + bytes <= kMaxValueBytes && slot.valueBytes + bytes <= kMaxMetricBytes) {
        m_valueBytes += bytes;
        slot.valueBytes += bytes;
        return true;
    }
    tellOnce(m_toldOfValues, "there are too many logged lists, objects and texts: the rest of them is left out");
    return false;
}

/// The usual value. False: it is no number.
inline bool HistoryBuilder::addNumber(std::size_t slot, const Place& place, std::string_view json)
{
    JsonNumber number;
    if (json.empty() || scanJsonNumber(json, number) != json.size())
        return false;
    SeriesColumn& column = m_slots[slot].column;
    if (number.isInteger)
        column.addInteger(m_row, place.step, place.time, number.integer);
    else
        column.addDouble(m_row, place.step, place.time, number.real);
    return true;
}

void HistoryBuilder::addValue(std::size_t slot, const Place& place, std::string_view json)
{
    if (addNumber(slot, place, json))
        return;
    SeriesColumn& column = m_slots[slot].column;
    Result<Value> value = parseJson(json);
    if (value && hasRoom(m_slots[slot], *value))
        column.add(m_row, place.step, place.time, std::move(value).value());
    else if (!value)
        m_problems.add("a logged value of \"" + displayKey(storedKey(m_keys.path(slot))) +
                       "\" is no JSON: " + value.error().detail);
}

void HistoryBuilder::addMedia(std::span<const WandbItem> items, const Place& place)
{
    std::vector<KeyPath> prefixes;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!m_slots[m_rowSlots[i]].isTypeMarker || !items[i].valueJson.starts_with('"'))
            continue;
        const KeyPath& path = m_keys.path(m_rowSlots[i]);
        prefixes.emplace_back(path.begin(), path.end() - 1);
    }
    keepOutermost(prefixes);
    std::vector<Value> objects(prefixes.size(), Value(Value::Object()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const KeyPath& path = m_keys.path(m_rowSlots[i]);
        if (m_slots[m_rowSlots[i]].role != Role::Metric)
            continue;
        // Prefixes are sorted and none lies in another: the last one not greater is the only candidate.
        const auto after = std::upper_bound(prefixes.begin(), prefixes.end(), path);
        if (after == prefixes.begin() || !beginsWith(path, *(after - 1)))
            continue;
        const auto found = static_cast<std::size_t>(after - prefixes.begin() - 1);
        m_consumed[i] = true;
        Result<Value> value = parseJson(items[i].valueJson);
        const KeyPath rest(path.begin() + static_cast<std::ptrdiff_t>(prefixes[found].size()), path.end());
        if (value)
            setPath(objects[found], rest, std::move(value).value());
        else
            m_problems.add("a part of \"" + displayKey(storedKey(path)) + "\" is no JSON: " + value.error().detail);
    }
    for (std::size_t i = 0; i < prefixes.size(); ++i) {
        const std::vector<std::string_view> components(prefixes[i].begin(), prefixes[i].end());
        WandbItem item;
        item.nestedKey = components;
        const std::size_t slot = slotOf(item);
        if (m_slots[slot].role == Role::Metric && hasRoom(m_slots[slot], objects[i]))
            m_slots[slot].column.add(m_row, place.step, place.time, std::move(objects[i]));
    }
}

void HistoryBuilder::addRow(std::int64_t step, std::span<const WandbItem> items)
{
    ++m_row;
    findSlots(items);
    arrange();
    Place place{step, kNone};
    const bool hasMedia = readPlace(items, place);
    if (hasMedia) {
        m_consumed.assign(items.size(), false);
        addMedia(items, place);
    }
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::size_t i = m_sequence[at];
        if (m_slots[m_rowSlots[i]].role == Role::Metric && !(hasMedia && m_consumed[i]) &&
            !addNumber(m_rowSlots[i], place, items[i].valueJson))
            addValue(m_rowSlots[i], place, items[i].valueJson);
    }
}

void HistoryBuilder::addSample(std::optional<TimeNs> time, std::span<const WandbItem> items)
{
    Place place{static_cast<std::int64_t>(m_row), time ? static_cast<double>(*time) / 1e9 : kNone};
    ++m_row;
    for (const WandbItem& item : items) {
        // The keys of hardware have dots of their own: "gpu.0.temp" is one component.
        const std::size_t slot = slotOf(item);
        if (m_slots[slot].role == Role::Metric)
            addValue(slot, place, item.valueJson);
    }
}

std::vector<Series> HistoryBuilder::take(bool system)
{
    m_valueBytes = 0;
    std::vector<Series> all;
    for (const auto& [key, slot] : m_owners)
        if (SeriesColumn& column = m_slots[slot].column; !column.isEmpty())
            all.push_back(column.take({0, system, key}));
    return all;
}

bool HistoryBuilder::isBehind() const
{
    return std::any_of(m_slots.begin(), m_slots.end(), [](const Slot& slot) { return slot.column.isBehind(); });
}

} // namespace runglass
