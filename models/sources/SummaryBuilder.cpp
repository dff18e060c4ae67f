// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SummaryBuilder.h"

#include "models/formats/Json.h"
#include "models/sources/KeyText.h"

#include <algorithm>
#include <numeric>

namespace runglass
{

SummaryBuilder::Write& SummaryBuilder::writeOf(const WandbItem& item, std::size_t guess)
{
    const std::size_t slot = m_keys.slotOf(item, guess);
    if (slot == m_writes.size())
        m_writes.emplace_back();
    m_nextGuess = slot + 1;
    m_writes[slot].order = ++m_order;
    return m_writes[slot];
}

void SummaryBuilder::apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals)
{
    for (const WandbItem& item : updates) {
        Write& write = writeOf(item, m_nextGuess);
        write.json.assign(item.valueJson);
        write.removed = false;
    }
    for (const WandbItem& item : removals) {
        Write& write = writeOf(item, m_nextGuess);
        write.json.clear();
        write.removed = true;
    }
}

Value SummaryBuilder::build(LogProblems& problems) const
{
    // An earlier write of a path cannot be seen any more: its last one replaces all that lies at and below the path.
    std::vector<std::size_t> order(m_writes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return m_writes[a].order < m_writes[b].order; });
    Value summary{Value::Object()};
    for (const std::size_t slot : order) {
        const KeyPath path = storedKey(m_keys.path(slot));
        if (!isUsableKey(path)) {
            problems.addAt(std::nullopt, "a key of the summary is empty or too deep");
            continue;
        }
        if (m_writes[slot].removed) {
            removePath(summary, path);
            continue;
        }
        Result<Value> value = parseJson(m_writes[slot].json);
        if (value)
            setPath(summary, path, std::move(value).value());
        else
            problems.addAt(std::nullopt,
                           "the summary's \"" + displayKey(path) + "\" is no JSON: " + value.error().detail);
    }
    return summary.isObject() ? summary : Value(Value::Object());
}

} // namespace runglass
