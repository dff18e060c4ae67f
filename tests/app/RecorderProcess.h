// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <filesystem>
#include <map>
#include <string>

namespace runglass::test
{

/// `runglass serve` with a store of its own, on any free port or a given one.
class RecorderProcess
{
public:
    /// Returns when it answers. Throws with what it said when it cannot be started.
    explicit RecorderProcess(const std::filesystem::path& store, int port = 0);
    ~RecorderProcess();
    RecorderProcess(const RecorderProcess&) = delete;
    RecorderProcess& operator=(const RecorderProcess&) = delete;

    const std::string& url() const { return m_url; }
    int port() const { return std::stoi(m_url.substr(m_url.rfind(':') + 1)); }
    /// What a script's environment needs.
    std::map<std::string, std::string> environment() const;
    /// Sends SIGTERM and waits. Gives its exit status, -1 when it did not end by itself.
    int end();
    void kill();
    std::string errors() { return m_process.readAllStandardError().toStdString(); }

private:
    QProcess m_process;
    std::string m_url;
};

} // namespace runglass::test
