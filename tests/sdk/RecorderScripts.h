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
    /// Scripts run with this Python from now on.
    void setPython(const std::string& python) { m_python = python; }

    std::filesystem::path store() const { return m_directory.path() / "runs.db"; }
    std::filesystem::path files() const { return m_directory.path() / "runs.db-files"; }
    const std::filesystem::path& directory() const { return m_directory.path(); }
    RecorderProcess& recorder() { return *m_recorder; }
    void restart(int port) { m_recorder = std::make_unique<RecorderProcess>(store(), port); }

    /// What Python is called with to run one of the scripts beside this file.
    static std::vector<std::string> command(const std::string& script, const std::vector<std::string>& arguments);
    /// Runs one of them to its end, in directory().
    ProgramRun script(const std::string& name, const std::vector<std::string>& arguments);
    ProgramRun script(const std::string& name, const std::string& scenario)
    {
        return script(name, std::vector<std::string>{scenario});
    }
    /// What the script said that it logged: expected.json; null when it said nothing.
    nlohmann::json expected() const;

    /// What the command line program says, as JSON: `runglass COMMAND … --json`, of a run.
    nlohmann::json read(const std::vector<std::string>& command) const;
    nlohmann::json read(std::vector<std::string> command, const std::string& run) const;
    /// Steps and values of a metric over all segments, in order: [[step, value], …]
    nlohmann::json points(const std::string& run, const std::string& key) const;
    /// The SHA-256 sums of files below a folder, by their paths in it.
    static nlohmann::json sumsBelow(const std::filesystem::path& folder);
    nlohmann::json show(const std::string& run) const { return read({"show"}, run); }

private:
    TemporaryDirectory m_directory;
    std::string m_python;
    std::unique_ptr<RecorderProcess> m_recorder;
};

} // namespace runglass::test
