// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Dictionary.h"

#include "models/table/NaturalOrder.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

namespace runglass
{

namespace
{

std::size_t combine(std::size_t a, std::size_t b)
{
    return (a ^ b) * 0x100000001B3ULL;
}

} // namespace

const std::vector<std::uint32_t>& Dictionary::ranks() const
{
    std::call_once(m_ranked, [this] { rank(); });
    return m_ranks;
}

void Dictionary::rank() const
{
    const NaturalOrder order;
    std::vector<std::string> keys;
    keys.reserve(m_entries.size());
    for (const Value& entry : m_entries)
        keys.push_back(order.key(entry));
    std::vector<std::uint32_t> places(m_entries.size());
    std::iota(places.begin(), places.end(), 0U);
    std::sort(places.begin(), places.end(), [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    m_ranks.resize(m_entries.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0 && keys[places[i]] != keys[places[i - 1]])
            ++next;
        const Value& entry = m_entries[places[i]];
        const bool isNaN = entry.kind() == Value::Kind::Double && std::isnan(entry.toDouble());
        m_ranks[places[i]] = isNaN ? kNoRank : next;
    }
}

std::size_t hashOf(const Value& value)
{
    const auto kind = static_cast<std::size_t>(value.kind()) + 1;
    switch (value.kind()) {
    case Value::Kind::Null:
        return kind;
    case Value::Kind::Bool:
        return combine(kind, value.toBool() ? 1 : 0);
    case Value::Kind::Integer:
        return combine(kind, std::hash<std::int64_t>()(value.toInteger()));
    case Value::Kind::Double: {
        const double number = value.toDouble();
        return std::isnan(number) ? kind : combine(kind, std::hash<double>()(number));
    }
    case Value::Kind::Text:
        return combine(kind, std::hash<std::string>()(value.text()));
    case Value::Kind::Array: {
        std::size_t hash = kind;
        for (const Value& element : value.array())
            hash = combine(hash, hashOf(element));
        return hash;
    }
    case Value::Kind::Object: {
        std::size_t hash = kind;
        for (const auto& [name, member] : value.object())
            hash = combine(combine(hash, std::hash<std::string>()(name)), hashOf(member));
        return hash;
    }
    }
    return kind;
}

} // namespace runglass
