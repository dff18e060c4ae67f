// SPDX-License-Identifier: GPL-3.0-or-later
// Of a session: bodies that are files. They come to a sink and go from the disk piece by piece.
#include "models/recorder/Session.h"

#include <algorithm>
#include <unistd.h>

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

void Session::writePiece()
{
    withFiles(
        [this]() -> ssize_t {
            constexpr std::uint64_t kPiece = std::uint64_t{256} << 10;
            m_piece.resize(static_cast<std::size_t>(std::min(kPiece, m_sent->size)));
            return ::pread(m_sent->file->get(), m_piece.data(), m_piece.size(), static_cast<off_t>(m_sent->offset));
        },
        [this](ssize_t count) {
            // It was promised whole: a file that has become shorter is told by the end of the connection.
            if (count <= 0)
                return m_connection.close();
            m_piece.resize(static_cast<std::size_t>(count));
            m_sent->offset += m_piece.size();
            m_sent->size -= m_piece.size();
            m_connection.writePiece(m_piece, then(&Session::onWritten));
        });
}

} // namespace runglass::serving
