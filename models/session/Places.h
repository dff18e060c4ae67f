// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreWriter.h"

#include <functional>
#include <string>

namespace runglass
{

/// Where this user's indexes and data live.
struct Places {
    std::string cacheDirectory; ///< for indexes, may be deleted at any time; empty: indexes are kept in memory
    std::string dataDirectory;  ///< for durable user data; empty: nothing durable can be kept
    std::string notice;         ///< what to tell the user about them; empty: nothing

    /// What the places follow from.
    struct Surroundings {
        std::string home;                                    ///< HOME
        std::string cacheHome;                               ///< XDG_CACHE_HOME
        std::string dataHome;                                ///< XDG_DATA_HOME
        std::string temporary;                               ///< a local directory of this user, made when needed
        std::function<bool(const std::string&)> isOnNetwork; ///< whether a path lies on a network file system
    };

    /// From XDG_CACHE_HOME, XDG_DATA_HOME and HOME. A cache directory on a network file system is replaced by a local
    /// temporary one, since SQLite's WAL does not work there. One that cannot be written, or none, means memory.
    static Places fromEnvironment();
    static Places from(const Surroundings& surroundings);
    /// The store of this user's recorder, the source "default"; empty when nothing durable can be kept.
    std::string recorderStore() const { return dataDirectory.empty() ? std::string() : dataDirectory + "/runs.db"; }
    /// The index of a source, by its canonical location.
    StoreLocation indexOf(const std::string& sourceLocation) const;
};

} // namespace runglass
