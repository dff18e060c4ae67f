// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Session.h"

namespace runglass::serving
{

namespace asio = boost::asio;

Session::Session(asio::ip::tcp::socket socket, std::shared_ptr<SessionContext> context, HttpPeer peer)
    : m_context(std::move(context))
    , m_connection(std::move(socket), m_context->limits)
    , m_peer(peer)
{
    m_context->sessions.insert(this);
    m_context->strangers += m_peer.isSameUser ? 0 : 1;
}

Session::~Session()
{
    m_context->sessions.erase(this);
    m_context->strangers -= m_peer.isSameUser ? 0 : 1;
    m_context->bodyBytes -= m_reserved;
}

Connection::Then Session::then(void (Session::*method)(Outcome))
{
    return [self = shared_from_this(), method](Outcome outcome) { (self.get()->*method)(outcome); };
}

void Session::begin()
{
    if (m_context->isEnding)
        return;
    m_isIdle = true;
    m_sink.reset();
    m_connection.readHeader(then(&Session::onHeader));
}

void Session::end()
{
    if (m_isIdle)
        m_connection.close();
}

void Session::onHeader(Outcome outcome)
{
    m_isIdle = false;
    if (outcome != Outcome::Done)
        return onBroken(outcome);
    m_request = m_connection.request();
    m_isHead = m_request.method == "HEAD";
    m_keepAlive = m_connection.keepsAlive();
    if (const std::optional<HttpResponse> refused = m_context->gate(m_request, m_peer))
        return refuse(*refused);
    if (m_request.method == "PUT")
        return beginFile();
    takeBody();
}

void Session::takeBody()
{
    const std::size_t most = m_context->limits.bodyBytes;
    const std::optional<std::uint64_t> length = m_connection.contentLength();
    const std::size_t coming = length ? static_cast<std::size_t>(std::min<std::uint64_t>(*length, most + 1))
                               : m_connection.isChunked() ? most
                                                          : 0;
    if (coming > most)
        return refuse(errorResponse(413, "The body is too large."));
    if (m_context->bodyBytes + coming > m_context->limits.allBodiesBytes)
        return refuse(errorResponse(503, "Too much is being sent at once. Try again."));
    m_reserved = coming;
    m_context->bodyBytes += coming;
    if (m_connection.awaitsContinue())
        return m_connection.sendContinue(then(&Session::readBody));
    readBody(Outcome::Done);
}

void Session::readBody(Outcome outcome)
{
    if (outcome != Outcome::Done)
        return;
    if (m_sink)
        return readPiece();
    m_connection.readBody(then(&Session::onBody));
}

void Session::onBody(Outcome outcome)
{
    if (outcome != Outcome::Done)
        return onBroken(outcome);
    m_request.body = m_connection.takeBody();
    // Nothing is read meanwhile: no time runs.
    m_connection.rest();
    m_context->answers->add(std::move(m_request), [self = shared_from_this()](HttpResponse response) mutable {
        // The other thread must not be the last to have the session, which ends on this one.
        const boost::asio::any_io_executor executor = self->m_connection.executor();
        asio::post(executor, [self = std::move(self), shared = std::make_shared<HttpResponse>(std::move(response))] {
            self->write(std::move(*shared));
        });
    });
}

void Session::onBroken(Outcome outcome)
{
    switch (outcome) {
    case Outcome::BodyTooLarge:
        return refuse(errorResponse(413, "The body is too large."));
    case Outcome::HeaderTooLarge:
        return refuse(errorResponse(431, "The header is too large."));
    case Outcome::Malformed:
        return refuse(errorResponse(400, "This is no request."));
    case Outcome::Closed:
    case Outcome::Done:
        m_connection.close();
    }
}

/// Answers without having read all that comes: the connection ends with it.
void Session::refuse(HttpResponse response)
{
    m_keepAlive = false;
    write(std::move(response));
}

void Session::write(HttpResponse response)
{
    m_context->bodyBytes -= std::exchange(m_reserved, 0);
    m_isAnswerLast = !m_keepAlive || m_context->isEnding;
    m_request = HttpRequest();
    m_sent = m_isHead ? std::nullopt : response.file;
    m_connection.write(std::move(response), m_isHead, !m_isAnswerLast, then(&Session::onWritten));
}

void Session::onWritten(Outcome outcome)
{
    if (outcome != Outcome::Done)
        return m_connection.close();
    if (m_sent && m_sent->size > 0)
        return writePiece();
    m_sent.reset();
    if (!m_isAnswerLast)
        return begin();
    m_connection.drain([self = shared_from_this()](Outcome) {});
}

} // namespace runglass::serving
