// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Access.h"
#include "models/run/Result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace runglass
{

/// Takes in the body of one request, piece by piece.
/// @thread any one at a time
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;
    virtual Status write(std::string_view bytes) = 0;
    /// The body was whole.
    virtual HttpResponse finish() = 0;
};

/// What a request and all of them together may take.
struct ServerLimits {
    std::size_t headerBytes = std::size_t{16} << 10;
    std::size_t bodyBytes = std::size_t{32} << 20;       ///< as sent
    std::size_t inflatedBytes = std::size_t{64} << 20;   ///< after gzip
    std::uint64_t fileBytes = std::uint64_t{1} << 40;    ///< of a body that is not held in memory
    std::size_t allBodiesBytes = std::size_t{256} << 20; ///< of requests that are being read or answered
    std::size_t connections = 1024;                      ///< fewer where the process may not have that many files open
    std::size_t strangers = 64;                          ///< of them those of other users
    std::chrono::seconds idle{120};                      ///< until the header of the next request is there, whole
    std::chrono::seconds body{60};                       ///< until its body is there
    std::chrono::seconds answer{60};                     ///< until an answer is taken
    std::chrono::seconds ending{5};                      ///< for what is being answered when the server is to end
};

/// HTTP/1.1 over TCP. Sockets are served on one thread, answers worked out on another one, one at a time, and files
/// written on a third: who is slow or broken holds up nobody.
class Server
{
public:
    /// Whether the request may go on, by its header alone.
    using Gate = std::function<std::optional<HttpResponse>(const HttpRequest& request, const HttpPeer& peer)>;
    /// Where the body goes piece by piece; null: it is held in memory for the handler.
    using Receiver = std::function<Result<std::unique_ptr<BodySink>>(const HttpRequest& request)>;
    /// Requests that have come meanwhile are answered in one group: answers are sent when end has succeeded, and 503 in
    /// their place when not.
    struct Handler {
        std::function<HttpResponse(const HttpRequest& request)> answer;
        std::function<void()> begin = [] {};
        std::function<Status()> end = [] { return Status(Done{}); };
    };

    /// Binds. Port 0: any free one.
    /// @errors Refused: the port is taken · InvalidArgument: no such address · Io
    static Result<std::unique_ptr<Server>> listen(const std::string& address, std::uint16_t port, ServerLimits limits);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    bool isLoopback() const;

    /// Serves until SIGTERM or SIGINT comes or stop() is called; what is being answered then is answered.
    /// @param gate      called on the sockets' thread: must be quick
    /// @param receiver  called on the thread of files, as are its sinks
    /// @param handler   called on the other one, as is tick, about once a second
    void run(Gate gate, Receiver receiver, Handler handler, std::function<void()> tick);
    /// @thread any
    void stop();

private:
    struct Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
