// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/AnswerQueue.h"
#include "models/recorder/Connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <set>

/// Apart from the session of the window, which has the same name.
namespace runglass::serving
{

class Session;

/// What sessions share.
struct SessionContext {
    ServerLimits limits;
    Server::Gate gate;
    Server::Receiver receiver;
    AnswerQueue* answers = nullptr;
    boost::asio::thread_pool* files = nullptr;
    std::set<Session*> sessions;
    std::size_t strangers = 0;
    std::size_t bodyBytes = 0; ///< of requests that are being read or answered
    bool isEnding = false;
};

/// Takes requests off one connection, one after the other: asks the gate, sends the body to the worker or, as a file,
/// to a sink, and puts the answer on the connection. Lives as long as something of it is under way.
/// @thread the sockets'
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(boost::asio::ip::tcp::socket socket, std::shared_ptr<SessionContext> context, HttpPeer peer);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Waits for the next request.
    void begin();
    /// Ends it unless a request is under way, which is answered first.
    void end();

private:
    using Outcome = Connection::Outcome;

    /// Calls a method with how a step of the connection ended; the session lives until then.
    Connection::Then then(void (Session::*method)(Outcome));
    void onHeader(Outcome outcome);
    void takeBody();
    void readBody(Outcome outcome);
    void onBody(Outcome outcome);

    template <typename Work, typename Then> void withFiles(Work work, Then then);
    void beginFile();
    void takeFile(Result<std::unique_ptr<BodySink>> sink);
    void readPiece();
    void onPiece(Outcome outcome);
    void writePiece();

    void onBroken(Outcome outcome);
    void refuse(HttpResponse response);
    void write(HttpResponse response);
    void onWritten(Outcome outcome);

    std::shared_ptr<SessionContext> m_context;
    Connection m_connection;
    HttpPeer m_peer;
    std::unique_ptr<BodySink> m_sink;
    HttpRequest m_request;
    std::optional<HttpFile> m_sent; ///< what is still to be sent of a file
    std::string m_piece;            ///< of that file, on its way
    std::size_t m_reserved = 0;
    bool m_keepAlive = false;
    bool m_isHead = false;
    bool m_isAnswerLast = false;
    bool m_isIdle = true;
};

} // namespace runglass::serving
