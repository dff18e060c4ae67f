// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Run.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// What files/wandb-metadata.json says: the environment record as the SDK writes it for its server. Texts are empty
/// and numbers 0 where nothing is said.
struct WandbMetadata {
    std::string os, python, host, username, email, executable, program, root, codePath;
    std::vector<std::string> args;
    GitInfo git;
    Hardware hardware;
    std::optional<TimeNs> startedAt;
};

/// The files beside the log serve where the log lacks the data: that of an online run whose start was lost, say.
/// All three read a file of at most 16 MiB, and fail as readWhole does, or with
/// @errors Corruption: not what the name promises
Result<WandbMetadata> readWandbMetadata(const std::string& path);
/// files/wandb-summary.json → the summary, an object.
Result<Value> readWandbSummary(const std::string& path);
/// files/config.yaml → the config, an object: each key's "value", "_wandb" included.
Result<Value> readWandbConfig(const std::string& path);

/// What the three above do with the text.
Result<WandbMetadata> parseWandbMetadata(std::string_view json);
Result<Value> parseWandbSummary(std::string_view json);
Result<Value> parseWandbConfig(std::string_view yaml);

/// "2026-11-23T06:58:12.286623Z" or with an offset like "+01:00"; without either it is taken for UTC.
std::optional<TimeNs> parseRfc3339(std::string_view text);

} // namespace runglass
