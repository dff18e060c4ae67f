// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ConfigBuilder.h"

#include "models/formats/Json.h"
#include "models/sources/KeyText.h"

#include <utility>

namespace runglass
{

namespace
{

constexpr std::string_view kInternalKey = "_wandb";

/// The value without the empty objects inside its objects, as the SDK writes it the second time.
Value withoutEmptyObjects(const Value& value)
{
    if (!value.isObject())
        return value;
    Value::Object kept;
    for (const auto& [key, member] : value.object()) {
        Value shrunk = withoutEmptyObjects(member);
        if (!shrunk.isObject() || !shrunk.object().empty())
            kept.emplace(key, std::move(shrunk));
    }
    return kept;
}

struct Assignment {
    KeyPath path;
    Value value;
};

std::optional<Assignment> read(const WandbItem& item, LogProblems& problems)
{
    KeyPath path = storedKey(item.path());
    if (!isUsableKey(path)) {
        problems.add("a key of the config is empty or too deep");
        return std::nullopt;
    }
    Result<Value> value = parseJson(item.valueJson);
    if (!value) {
        problems.add("the config's \"" + displayKey(path) + "\" is no JSON: " + value.error().detail);
        return std::nullopt;
    }
    return Assignment{std::move(path), std::move(value).value()};
}

} // namespace

/// Updates of the same keys must not add up, so what is really there is weighed when their sum is too much.
bool ConfigBuilder::hasRoom(const KeyPath& path, const Value& value, LogProblems& problems)
{
    constexpr std::size_t kAlmost = kMaxBytes / 4 * 3; // above it, weighing would be needed too often
    std::size_t bytes = roughBytes(value);
    for (const std::string& component : path)
        bytes += component.size() + sizeof(Value);
    if (!m_isFull && m_bytes + bytes > kMaxBytes) {
        m_bytes = roughBytes(m_config);
        m_isFull = m_bytes > kAlmost;
    }
    if (m_isFull || m_bytes + bytes > kMaxBytes) {
        if (!std::exchange(m_toldOfSize, true))
            problems.add("the config is too large: what comes from here on is left out of it");
        return false;
    }
    m_bytes += bytes;
    return true;
}

void ConfigBuilder::set(const KeyPath& path, Value value)
{
    if (path.front() != kInternalKey) {
        setPath(m_config, path, std::move(value));
        return;
    }
    Value update{Value::Object()};
    setPath(update, path, std::move(value));
    mergeInto(m_config, update);
}

void ConfigBuilder::applyRunRecord(std::span<const WandbItem> items, LogProblems& problems)
{
    for (const WandbItem& item : items) {
        std::optional<Assignment> assignment = read(item, problems);
        if (!assignment || !hasRoom(assignment->path, assignment->value, problems))
            continue;
        const Value* known = findPath(m_config, assignment->path);
        if (known && withoutEmptyObjects(*known) == withoutEmptyObjects(assignment->value))
            continue;
        set(assignment->path, std::move(assignment->value));
    }
}

void ConfigBuilder::apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals,
                          LogProblems& problems)
{
    for (const WandbItem& item : updates)
        if (std::optional<Assignment> assignment = read(item, problems);
            assignment && hasRoom(assignment->path, assignment->value, problems))
            set(assignment->path, std::move(assignment->value));
    for (const WandbItem& item : removals) {
        const KeyPath path = storedKey(item.path());
        if (isUsableKey(path))
            removePath(m_config, path);
    }
}

} // namespace runglass
