// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"
#include "models/sources/LogProblems.h"

namespace runglass
{

/// Config updates → the config. A user's key is replaced whole; the SDK's own "_wandb" comes in parts and is merged.
class ConfigBuilder
{
public:
    /// What a config may take in memory; what comes when it is full is left out.
    static constexpr std::size_t kMaxBytes = std::size_t{32} << 20;

    /// Config inside a run record. A re-sent run record has lost the empty dicts of nested values: where only they
    /// differ, what was there stays.
    void applyRunRecord(std::span<const WandbItem> items, LogProblems& problems);
    void apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals, LogProblems& problems);

    const Value& config() const { return m_config; }

private:
    bool hasRoom(const KeyPath& path, const Value& value, LogProblems& problems);
    void set(const KeyPath& path, Value value);

    Value m_config{Value::Object()};
    std::size_t m_bytes = 0; ///< at least what the config takes
    bool m_isFull = false;
    bool m_toldOfSize = false;
};

} // namespace runglass
