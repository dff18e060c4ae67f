// SPDX-License-Identifier: GPL-3.0-or-later
// Of a session: bodies that are files, which go to a sink piece by piece.
#include "models/recorder/Session.h"

namespace runglass::serving
{

namespace asio = boost::asio;

namespace
{

int statusOf(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::InvalidArgument:
        return 400;
    case Error::Kind::NotFound:
        return 404;
    default:
        return 503;
    }
}

} // namespace

/// Does work on the thread of files, then what follows on this one.
template <typename Work, typename Then> void Session::withFiles(Work work, Then then)
{
    m_connection.rest();
    asio::post(*m_context->files,
               [session = shared_from_this(), executor = m_connection.executor(), work, then]() mutable {
                   auto result = std::make_shared<decltype(work())>(work());
                   asio::post(executor, [session = std::move(session), result, then] { then(std::move(*result)); });
               });
}

void Session::beginFile()
{
    withFiles([this] { return m_context->receiver(m_request); },
              [this](Result<std::unique_ptr<BodySink>> sink) { takeFile(std::move(sink)); });
}

void Session::takeFile(Result<std::unique_ptr<BodySink>> sink)
{
    if (!sink)
        return refuse(errorResponse(statusOf(sink.error()), sink.error().detail));
    m_sink = std::move(sink).value();
    if (!m_sink)
        return takeBody();
    const std::optional<std::uint64_t> length = m_connection.contentLength();
    if (length && *length > m_context->limits.fileBytes)
        return refuse(errorResponse(413, "The file is too large."));
    if (m_connection.awaitsContinue())
        return m_connection.sendContinue(then(&Session::readBody));
    readPiece();
}

void Session::readPiece()
{
    m_connection.readPiece(then(&Session::onPiece));
}

void Session::onPiece(Outcome outcome)
{
    if (outcome != Outcome::Done)
        return onBroken(outcome);
    const bool isLast = m_connection.wasLastPiece();
    withFiles(
        [this, isLast]() -> HttpResponse {
            if (const Status written = m_sink->write(m_connection.piece()); !written)
                return errorResponse(statusOf(written.error()), written.error().detail);
            return isLast ? m_sink->finish() : HttpResponse{0, {}, {}};
        },
        [this, isLast](HttpResponse response) {
            if (response.status == 0)
                return readPiece();
            if (!isLast)
                return refuse(std::move(response));
            write(std::move(response));
        });
}

} // namespace runglass::serving
