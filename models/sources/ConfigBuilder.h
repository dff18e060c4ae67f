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
    /// Config inside a run record. A re-sent run record has lost the empty dicts of nested values: where only they
    /// differ, what was there stays.
    void applyRunRecord(std::span<const WandbItem> items, LogProblems& problems);
    void apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals, LogProblems& problems);

    const Value& config() const { return m_config; }

private:
    void set(const KeyPath& path, Value value);

    Value m_config{Value::Object()};
};

} // namespace runglass
