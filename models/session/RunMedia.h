// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/LoggedKeys.h"
#include "models/session/Session.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// What was logged to lie over a picture: a file of its own.
struct MediaOverlay {
    std::string name; ///< as the script calls it: "predictions"
    std::string path; ///< of a mask a picture whose pixels are classes, of boxes JSON; relative to the run's files

    bool operator==(const MediaOverlay&) const = default;
};

/// A file that a run logged: a picture, a sound and the like.
struct MediaItem {
    LoggedKind kind = LoggedKind::Other;
    std::string path;                       ///< relative to the run's files, as it was logged
    std::string caption;                    ///< empty: none
    std::optional<std::uint64_t> sizeBytes; ///< as the log says
    int width = 0, height = 0;              ///< px, as the log says; 0: it does not
    int segment = 0;                        ///< that holds the file
    std::vector<MediaOverlay> masks = {}, boxes = {};

    bool operator==(const MediaItem&) const = default;
};

/// What a run logged at once.
struct MediaEntry {
    std::int64_t step = 0;
    std::vector<MediaItem> items; ///< never empty

    bool operator==(const MediaEntry&) const = default;
};

/// All media that a run logged under a key.
struct RunMedia {
    RunRef run;
    std::vector<MediaEntry> entries; ///< in the order they were logged

    /// The last entry at a step or before; null: there is none.
    /// @param step  unset: the last of all
    const MediaEntry* at(std::optional<std::int64_t> step) const;
};

/// @param most  of one entry; what is beyond is left out
RunMedia mediaOf(const LoggedValues& logged, std::size_t most = 256);
/// What a script called the classes of its masks under a key: the SDK keeps that in the config, not with the mask.
/// @param config  of the run, with the SDK's own part
/// @source wandb 0.31 Image: config._wandb["mask/class_labels"]["KEY_wandb_delimeter_NAME"].value = {"1": "cat"}
std::map<int, std::string> maskLabels(const Value& config, const KeyPath& key, const std::string& name);
/// Labels by number: {"1": "cat"}. What has no number is left out.
std::map<int, std::string> classLabels(const Value& labels);

/// The steps at which any of the runs logged something, ascending, each once.
std::vector<std::int64_t> stepsOf(const std::vector<RunMedia>& runs);

} // namespace runglass
