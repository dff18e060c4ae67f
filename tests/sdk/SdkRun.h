// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <cstdint>
#include <filesystem>
#include <string>

namespace runglass::test
{

/// A script that logs with the real SDK, offline, and does what it is told line by line. Ends with its object.
class SdkRun
{
public:
    /// Returns when wandb.init has. Its wandb/ folder is made in directory; its log reaches the disk every
    /// flushSeconds. Throws with what Python said when it cannot be started.
    explicit SdkRun(const std::filesystem::path& directory, double flushSeconds = 0.2);
    ~SdkRun();
    SdkRun(const SdkRun&) = delete;
    SdkRun& operator=(const SdkRun&) = delete;

    std::int64_t pid() const { return m_pid; }                 ///< of the script
    const std::string& id() const { return m_id; }             ///< of the run
    const std::filesystem::path& log() const { return m_log; } ///< run-<id>.wandb

    /// Executes one line of Python with run and wandb; returns when it is done.
    void execute(const std::string& line);
    /// Closes the script's input, so that it ends as scripts do, and waits for that.
    void end();
    /// Sends the script a signal and waits until it has ended.
    void signal(int number);

private:
    std::string readLine();

    QProcess m_process;
    std::int64_t m_pid = 0;
    std::string m_id;
    std::filesystem::path m_log;
};

} // namespace runglass::test
