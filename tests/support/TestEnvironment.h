// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Clock.h"

#include <filesystem>
#include <string>

namespace runglass::test
{

/// Points HOME and the XDG directories at a fresh temporary directory, removed at the end of the process.
/// Called once by the test mains before anything else.
void usePrivateHome();

/// A directory that is removed with everything in it when it goes out of scope.
class TemporaryDirectory
{
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A file or folder under tests/fixtures/. Fails the test by throwing when it is not there.
std::filesystem::path fixture(const std::string& relative);

/// Copies a fixture folder so that a test may change it.
void copyTree(const std::filesystem::path& from, const std::filesystem::path& to);

/// One number for everything below a folder: names, types, modes, sizes, times and bytes.
std::string treeHash(const std::filesystem::path& folder);

/// A clock that stands still until it is moved.
class FakeClock : public Clock
{
public:
    explicit FakeClock(TimeNs now)
        : m_now(now)
    {
    }
    TimeNs now() const override { return m_now; }
    void set(TimeNs now) { m_now = now; }

private:
    TimeNs m_now;
};

} // namespace runglass::test
