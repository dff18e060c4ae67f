// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Recorder.h"
#include "models/recorder/Server.h"
#include "models/store/RecorderLock.h"

#include <functional>
#include <optional>

namespace runglass
{

/// The port that a recorder takes at its first start, or the next one that is free.
inline constexpr std::uint16_t kFirstPort = 8765;

struct RecorderSettings {
    std::string storeFile;             ///< absolute
    std::string address = "127.0.0.1"; ///< to listen on
    std::string filesDirectory;        ///< where uploaded files go; empty: beside the store
    std::optional<std::uint16_t> port; ///< unset: the one it had before; 0: any, for this time
    ServerLimits limits = {};
};

/// A recorder at work: the only one of its store, on its address.
/// @thread start and run: the same; stop: any
class RecorderService
{
public:
    /// @errors Refused: another recorder has the store (see RecorderLock::holder), its port is taken, or the store lies
    ///         on a network file system · as Recorder::open and Server::listen
    static Result<std::unique_ptr<RecorderService>> start(const RecorderSettings& settings, const Clock& clock);

    /// "http://127.0.0.1:8765"
    const std::string& url() const { return m_url; }
    /// What it was told to say, one line each: requests of an unknown kind, states that could not be written.
    void setLog(std::function<void(const std::string&)> log);
    /// Answers until SIGTERM, SIGINT or stop().
    void run();
    void stop() { m_server->stop(); }

private:
    RecorderService(RecorderLock lock, std::unique_ptr<Recorder> recorder, std::unique_ptr<Server> server,
                    const RecorderSettings& settings, std::string key);
    void watchSilence();
    void noteTrouble(const HttpRequest& request, const HttpResponse& response);
    void tellTrouble(const std::string& trouble);
    std::chrono::nanoseconds sinceTrouble() const;

    RecorderLock m_lock;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Server> m_server;
    AccessRules m_rules;
    std::string m_url;
    std::string m_trouble;                   ///< as told in the lock
    std::chrono::nanoseconds m_troubleAt{0}; ///< when it was met last
    std::function<void(const std::string&)> m_log = [](const std::string&) {};
    std::chrono::nanoseconds m_listeningSince{0}; ///< of the clock that stands still while the computer sleeps
    std::chrono::nanoseconds m_slept{0};          ///< how long it has slept since it was started
};

} // namespace runglass
