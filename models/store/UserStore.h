// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace runglass
{

/// What a person set for themselves: how the runs of each project are shown. One SQLite file of its own, durable, which
/// any number of processes may have open; it uses no WAL, so that it may lie in a home directory on a network disk.
/// @thread any one at a time; it waits for the disk
class UserStore
{
public:
    /// Opens the file, or makes it and its directory. One that SQLite cannot read is put aside as "….damaged" and begun
    /// anew: notice() says so.
    /// @errors Io · Unsupported: written by a newer version, or some other program's database; it is left as it is
    static Result<std::unique_ptr<UserStore>> open(const std::string& file);
    ~UserStore();
    UserStore(const UserStore&) = delete;
    UserStore& operator=(const UserStore&) = delete;

    /// What to tell the user; empty: nothing.
    const std::string& notice() const { return m_notice; }
    /// All views: text by key, both as they were put.
    /// @errors Io · Corruption
    Result<std::map<std::string, std::string>> views();
    /// Puts views by key, in one transaction; unset: removes one. Durable when it returns.
    /// @errors Io · Corruption
    Status putViews(const std::map<std::string, std::optional<std::string>>& views);

private:
    struct Impl;
    UserStore(std::unique_ptr<Impl> impl, std::string notice);

    std::unique_ptr<Impl> m_impl;
    std::string m_notice;
};

} // namespace runglass
