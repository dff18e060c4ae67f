// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <cstdint>
#include <span>
#include <vector>

namespace runglass
{

/// What a logged value is that is neither a number nor a text.
enum class LoggedKind { None, Table, Image, Audio, Video, Html, Object3D, Plot, Histogram, Other };

/// By what the SDK says of it: the value alone, or a list of such values that was logged at once.
/// @source wandb 0.31: the member "_type" of the objects in history and summary
LoggedKind loggedKind(const Value& logged);
/// Whether values of that kind are files: pictures, sounds and the like, but no tables.
bool isMedia(LoggedKind kind);

/// A key under which runs logged values of a kind.
struct LoggedKey {
    KeyPath key;
    LoggedKind kind = LoggedKind::None; ///< of the first run that has it
    std::uint64_t runs = 0;             ///< that have it

    bool operator==(const LoggedKey&) const = default;
};

/// The keys of tables, media and histograms that runs logged, by what their summaries hold, in the order of the table's
/// columns. Cost: the cells of columns that are neither numbers nor texts.
/// @param rows  of the table
/// @thread any, at once
std::vector<LoggedKey> loggedKeys(const RunTable& table, std::span<const std::uint32_t> rows);

} // namespace runglass
