// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"
#include "models/recorder/Server.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <optional>

namespace runglass
{

/// One TCP connection that speaks HTTP/1.1: takes headers and bodies off it and puts answers on it, each within its
/// time and size. What is begun goes on by itself and ends with a call: who calls lives until then, and the connection
/// with him.
/// @thread the sockets'
class Connection
{
public:
    /// How a step ended.
    enum class Outcome {
        Done,
        Closed, ///< by the other side, by an error or because it took too long
        BodyTooLarge,
        HeaderTooLarge,
        Malformed, ///< what came is no HTTP
    };
    using Then = std::function<void(Outcome)>;

    /// @param limits  live longer than the connection
    Connection(boost::asio::ip::tcp::socket socket, const ServerLimits& limits);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Forgets the request before and waits for the header of the next one.
    void readHeader(Then then);
    /// The request whose header was read, without a body.
    HttpRequest request() const;
    bool keepsAlive() const;
    std::optional<std::uint64_t> contentLength() const;
    bool isChunked() const;
    /// Whether the other side sends the body only after sendContinue().
    bool awaitsContinue() const;

    void sendContinue(Then then);
    void readBody(Then then);
    std::string takeBody();
    /// Reads some of a body that is not held in memory: piece() has it, wasLastPiece() says whether it was all.
    void readPiece(Then then);
    std::string_view piece() const;
    bool wasLastPiece() const;

    /// No time runs until the next step begins.
    void rest();
    /// Of an answer that is a file only the head: its bytes follow with writePiece().
    /// @param isHead  without the body, which is only measured
    void write(HttpResponse response, bool isHead, bool keepAlive, Then then);
    /// @param piece  stays where it is until then
    void writePiece(std::string_view piece, Then then);
    /// Says that no more is sent and takes what is still on its way, or the other side would not see the answer.
    void drain(Then then);
    void close();

    boost::asio::any_io_executor executor();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
