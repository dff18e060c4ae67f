// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SummaryBuilder.h"

#include "models/formats/Json.h"
#include "models/sources/KeyText.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace runglass
{

namespace
{

constexpr std::size_t kFewTexts = std::size_t{64} << 10;

/// An item in the SDK's usual form at the beginning of a message: where its key ends and where it ends. Zeros: it is
/// none.
struct ItemEnds {
    std::size_t key = 0;
    std::size_t item = 0;
};

ItemEnds endsOfItem(std::string_view message)
{
    const auto byte = [message](std::size_t at) -> std::size_t {
        return at < message.size() ? static_cast<unsigned char>(message[at]) : 0xFF;
    };
    constexpr std::size_t kLong = 0x80;
    const std::size_t end = 2 + byte(1);
    if (byte(0) != 0x0A || byte(1) >= kLong || end > message.size())
        return {};
    std::size_t at = 2;
    while ((byte(at) == 0x0A || byte(at) == 0x12) && byte(at + 1) < kLong)
        at += 2 + byte(at + 1);
    // One without a value writes nothing.
    const std::size_t value = byte(at + 2);
    const bool isValue =
        byte(at) == 0x82 && byte(at + 1) == 0x01 && value > 0 && value < kLong && at + 3 + value == end;
    return isValue ? ItemEnds{at, end} : ItemEnds{};
}

/// Whether two summary records write the same paths, item by item, as far as that shows at once.
bool hasSameKeys(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        const ItemEnds inA = endsOfItem(a);
        const ItemEnds inB = endsOfItem(b);
        // The item's own length differs where the values' do.
        if (inA.key == 0 || inA.key != inB.key || a.substr(2, inA.key - 2) != b.substr(2, inB.key - 2))
            return false;
        a.remove_prefix(inA.item);
        b.remove_prefix(inB.item);
    }
    return a.empty() && b.empty();
}

/// Tag, length and the beginning of the key of the first item: what tells it from most others at once.
std::uint64_t headOf(std::string_view message)
{
    std::uint64_t head = 0;
    std::memcpy(&head, message.data(), message.size() < sizeof head ? message.size() : sizeof head);
    return head;
}

/// Whether message begins with the items of which other consists, in the same order or with its first ones moved to the
/// end: the SDK goes round the same map twice and starts anywhere. Both have their items as field 1; long ones are no.
bool beginsWithSameItems(std::string_view message, std::string_view other)
{
    if (message.size() < other.size() || other.empty())
        return false;
    const std::uint64_t head = headOf(message);
    for (std::size_t at = 0; at < other.size();) {
        const std::string_view rest = other.substr(at);
        const bool mayBeSame = rest.size() < sizeof head || headOf(rest) == head;
        if (mayBeSame && message.starts_with(rest) && message.substr(rest.size(), at) == other.substr(0, at))
            return true;
        const std::size_t length = rest.size() < 2 ? 0x80 : static_cast<unsigned char>(rest[1]);
        if (rest[0] != 0x0A || length >= 0x80)
            return false;
        at += 2 + length;
    }
    return false;
}

} // namespace

SummaryBuilder::SummaryBuilder(LogProblems& problems)
    : m_problems(problems)
    , m_mostTexts(kFewTexts)
{
}

void SummaryBuilder::hold(std::string_view message)
{
    if (m_last->isThere) {
        // No row repeated it. Most such records are about the run's time, again and again.
        if (!m_other->isThere || !hasSameKeys(m_other->message, m_last->message))
            applyHeld(*m_other);
        std::swap(m_last, m_other);
    }
    m_last->message.assign(message);
    m_last->isThere = true;
    m_last->record = ++m_records;
    m_last->offset = m_problems.offset();
}

bool SummaryBuilder::isRepeatedBy(std::string_view historyMessage) const
{
    return m_last->isThere && beginsWithSameItems(historyMessage, m_last->message);
}

void SummaryBuilder::settle(std::span<const std::size_t> rowKeys)
{
    ++m_row;
    for (const std::size_t key : rowKeys) {
        if (key >= m_rows.size())
            m_rows.resize(key + 1, 0);
        m_rows[key] = m_row;
    }
    const bool isSuperseded = std::all_of(m_repeated->keys.begin(), m_repeated->keys.end(),
                                          [this](std::size_t key) { return m_rows[key] == m_row; });
    if (!isSuperseded)
        applyHeld(*m_repeated);
    std::swap(m_last, m_repeated);
    m_last->isThere = false;
    m_repeated->keys.assign(rowKeys.begin(), rowKeys.end());
}

std::optional<Warning> SummaryBuilder::applyHeld(Held& held)
{
    if (!std::exchange(held.isThere, false))
        return std::nullopt;
    const Status read = readUpdate(held.message, m_updates, m_removals);
    if (!read) {
        m_problems.addAt(held.offset, read.error().detail);
        return Warning{{}, held.offset, read.error().detail};
    }
    apply(held.record, m_updates.items(), m_removals.items());
    return std::nullopt;
}

void SummaryBuilder::apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals)
{
    apply(++m_records, updates, removals);
}

void SummaryBuilder::apply(std::uint64_t record, std::span<const WandbItem> updates,
                           std::span<const WandbItem> removals)
{
    Order order(record, 0);
    for (const WandbItem& item : updates) {
        write(item, order, false);
        ++order.second;
    }
    for (const WandbItem& item : removals) {
        write(item, order, true);
        ++order.second;
    }
    if (m_texts.size() > m_mostTexts)
        dropOverwritten();
}

void SummaryBuilder::write(const WandbItem& item, Order order, bool isRemoval)
{
    const std::size_t slot = m_keys.slotOf(item);
    if (slot == m_writes.size())
        m_writes.emplace_back();
    Write& write = m_writes[slot];
    if (write.order > order)
        return; // held back, and another came first
    write = {m_texts.size(), isRemoval ? 0 : item.valueJson.size(), order, isRemoval};
    m_texts.append(item.valueJson.substr(0, write.length));
}

void SummaryBuilder::dropOverwritten()
{
    std::string kept;
    for (Write& write : m_writes) {
        const std::string_view text = std::string_view(m_texts).substr(write.start, write.length);
        write.start = kept.size();
        kept.append(text);
    }
    m_texts = std::move(kept);
    // Twice what is needed, so that dropping costs no more than writing did.
    m_mostTexts = std::max(kFewTexts, 2 * m_texts.size());
    m_texts.reserve(std::min(m_mostTexts, 2 * kFewTexts));
}

Value SummaryBuilder::build(LogProblems& problems)
{
    for (Held* held : {m_repeated, m_other, m_last}) {
        const std::optional<Warning> broken = applyHeld(*held);
        if (broken && &problems != &m_problems)
            problems.addAt(broken->offset, broken->cause);
    }
    // An earlier write of a path cannot be seen any more: its last one replaces all that lies at and below the path.
    std::vector<std::size_t> order(m_writes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return m_writes[a].order < m_writes[b].order; });
    Value summary{Value::Object()};
    std::size_t bytes = 0;
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
        Result<Value> value = parseJson(std::string_view(m_texts).substr(m_writes[slot].start, m_writes[slot].length));
        bytes += value ? roughBytes(*value) : 0;
        for (const std::string& component : path)
            bytes += component.size() + sizeof(Value);
        if (bytes > kMaxBytes) {
            problems.addAt(std::nullopt, "the summary is too large: its later values are left out");
            break;
        }
        if (value)
            setPath(summary, path, std::move(value).value());
        else
            problems.addAt(std::nullopt,
                           "the summary's \"" + displayKey(path) + "\" is no JSON: " + value.error().detail);
    }
    return summary.isObject() ? summary : Value(Value::Object());
}

} // namespace runglass
