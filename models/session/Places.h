// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreWriter.h"

#include <string>

namespace runglass
{

/// Where this user's indexes and data live.
struct Places {
    std::string cacheDirectory; ///< for indexes, may be deleted at any time; empty: indexes are kept in memory
    std::string dataDirectory;  ///< for durable user data; empty: nothing durable can be kept
    std::string notice;         ///< what to tell the user about them; empty: nothing

    /// From XDG_CACHE_HOME, XDG_DATA_HOME and HOME. A cache directory on a network file system is replaced by a local
    /// temporary one, since SQLite's WAL does not work there.
    static Places fromEnvironment();
    /// The index of a source.
    StoreLocation indexOf(const std::string& sourceLocation) const;
};

} // namespace runglass
