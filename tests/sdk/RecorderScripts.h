// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/ProgramRun.h"
#include "tests/app/RecorderProcess.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace runglass::test
{

/// A recorder, and scripts that log to it with the real SDK, each a process.
class RecorderScripts : public testing::Test
{
protected:
    RecorderScripts();

    const std::filesystem::path& directory() const { return m_directory.path(); }
    RecorderProcess& recorder() { return *m_recorder; }
    /// The command line of Python with a script of this folder.
    static std::vector<std::string> command(const std::string& script, const std::vector<std::string>& arguments);

    /// Runs a script of this folder to its end.
    ProgramRun run(const std::string& script, const std::vector<std::string>& arguments);
    /// What the script told in expected.json; null when it did not.
    nlohmann::json told() const;
    /// As `runglass COMMAND … --json` prints it.
    nlohmann::json read(const std::vector<std::string>& command) const;
    nlohmann::json show(const std::string& run) const { return read({"show", run}); }
    /// Steps and values of a metric over all segments, in order: [[step, value], …]
    nlohmann::json points(const std::string& run, const std::string& key) const;

private:
    std::string store() const { return (m_directory.path() / "runs.db").string(); }

    TemporaryDirectory m_directory;
    std::unique_ptr<RecorderProcess> m_recorder;
};

} // namespace runglass::test
