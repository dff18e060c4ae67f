// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass::cli
{

/// Exit statuses that scripts rely on.
enum class ExitStatus {
    Done = 0,
    Partly = 1,         ///< done, but something could not be read or done; said on standard error
    Usage = 2,          ///< wrong usage
    NothingMatched = 3, ///< no run, source or file of that name
    Refused = 4,        ///< a lock, a capability or a run's state forbids it
};

} // namespace runglass::cli
