// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <memory>

namespace runglass
{

/// What is known of a run's state beside the word: for tool tips, so short.
struct StateNote {
    std::string reason;    ///< Run::stateReason
    std::string traceback; ///< the last lines of a run that ended badly, at most kMostLines and kMostBytes

    static constexpr std::size_t kMostLines = 8;
    static constexpr std::size_t kMostBytes = 1000;

    bool operator==(const StateNote&) const = default;
};

/// Null when there is nothing to say, which is so for most runs.
std::shared_ptr<const StateNote> stateNoteOf(const Run& run);

} // namespace runglass
