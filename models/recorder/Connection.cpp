// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Connection.h"

#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace runglass
{

namespace
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

std::string lowerName(beast::string_view name)
{
    std::string text(name);
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter + ('a' - 'A'));
    return text;
}

HttpRequest requestOf(const http::request<http::empty_body>& message)
{
    HttpRequest request;
    request.method = std::string(message.method_string());
    const std::string target(message.target());
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = question < target.size() ? target.substr(question + 1) : std::string();
    for (const auto& field : message) {
        // A header that comes twice is one list: none of the two hides the other.
        const auto [place, isNew] = request.headers.emplace(lowerName(field.name_string()), std::string(field.value()));
        if (!isNew)
            place->second += ", " + std::string(field.value());
    }
    return request;
}

Connection::Outcome outcomeOf(const ErrorCode& error)
{
    if (!error)
        return Connection::Outcome::Done;
    if (error == http::error::body_limit)
        return Connection::Outcome::BodyTooLarge;
    if (error == http::error::header_limit)
        return Connection::Outcome::HeaderTooLarge;
    const bool isMalformed = error.category() == http::make_error_code(http::error::bad_version).category() &&
                             error != http::error::end_of_stream && error != http::error::partial_message;
    return isMalformed ? Connection::Outcome::Malformed : Connection::Outcome::Closed;
}

auto handlerOf(Connection::Then then)
{
    return [then = std::move(then)](ErrorCode error, std::size_t) { then(outcomeOf(error)); };
}

} // namespace

struct Connection::Impl {
    Impl(Tcp::socket socket, const ServerLimits& serverLimits)
        : stream(std::move(socket))
        , limits(serverLimits)
    {
    }

    beast::tcp_stream stream;
    const ServerLimits& limits;
    beast::flat_buffer buffer;
    std::optional<http::request_parser<http::empty_body>> parser; ///< until the header is there
    std::optional<http::request_parser<http::string_body>> body;
    std::optional<http::request_parser<http::buffer_body>> file;
    std::string piece;
    std::optional<http::response<http::empty_body>> goOn;
    std::optional<http::response<http::string_body>> response;
    std::optional<http::response_serializer<http::string_body>> serializer;
    std::size_t drained = 0;
    std::array<char, 4096> rest = {};
};

Connection::Connection(Tcp::socket socket, const ServerLimits& limits)
    : m_impl(std::make_unique<Impl>(std::move(socket), limits))
{
}

Connection::~Connection() = default;

void Connection::readHeader(Then then)
{
    Impl& impl = *m_impl;
    impl.body.reset();
    impl.file.reset();
    impl.parser.emplace();
    impl.parser->header_limit(static_cast<std::uint32_t>(impl.limits.headerBytes));
    // Said again below, when it is known where the body goes.
    impl.parser->body_limit(impl.limits.fileBytes);
    // One time for all of it: who sends a byte now and then gets no more.
    impl.stream.expires_after(impl.limits.idle);
    http::async_read_header(impl.stream, impl.buffer, *impl.parser, handlerOf(std::move(then)));
}

HttpRequest Connection::request() const
{
    return requestOf(m_impl->parser->get());
}

bool Connection::keepsAlive() const
{
    return m_impl->parser->get().keep_alive();
}

std::optional<std::uint64_t> Connection::contentLength() const
{
    const auto length = m_impl->parser->content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool Connection::isChunked() const
{
    return m_impl->parser->chunked();
}

bool Connection::awaitsContinue() const
{
    return beast::iequals(m_impl->parser->get()[http::field::expect], "100-continue");
}

void Connection::sendContinue(Then then)
{
    Impl& impl = *m_impl;
    impl.goOn.emplace(http::status::continue_, impl.parser->get().version());
    impl.stream.expires_after(impl.limits.answer);
    http::async_write(impl.stream, *impl.goOn, handlerOf(std::move(then)));
}

void Connection::readBody(Then then)
{
    Impl& impl = *m_impl;
    impl.body.emplace(std::move(*impl.parser));
    impl.body->body_limit(impl.limits.bodyBytes);
    impl.stream.expires_after(impl.limits.body);
    http::async_read(impl.stream, impl.buffer, *impl.body, handlerOf(std::move(then)));
}

std::string Connection::takeBody()
{
    return std::move(m_impl->body->get().body());
}

void Connection::readPiece(Then then)
{
    constexpr std::size_t kPiece = std::size_t{256} << 10;
    Impl& impl = *m_impl;
    if (!impl.file) {
        impl.file.emplace(std::move(*impl.parser));
        impl.file->body_limit(impl.limits.fileBytes);
        impl.piece.resize(kPiece);
    }
    impl.file->get().body().data = impl.piece.data();
    impl.file->get().body().size = impl.piece.size();
    impl.stream.expires_after(impl.limits.body);
    http::async_read(impl.stream, impl.buffer, *impl.file, [then = std::move(then)](ErrorCode error, std::size_t) {
        then(error == http::error::need_buffer ? Outcome::Done : outcomeOf(error));
    });
}

std::string_view Connection::piece() const
{
    return std::string_view(m_impl->piece).substr(0, m_impl->piece.size() - m_impl->file->get().body().size);
}

bool Connection::wasLastPiece() const
{
    return m_impl->file->is_done();
}

void Connection::rest()
{
    m_impl->stream.expires_never();
}

void Connection::write(HttpResponse response, bool isHead, bool keepAlive, Then then)
{
    Impl& impl = *m_impl;
    impl.response.emplace(static_cast<http::status>(response.status), 11);
    impl.response->set(http::field::server, "runglass");
    impl.response->set(http::field::content_type, response.contentType);
    impl.response->set(http::field::cache_control, "no-store");
    impl.response->set("X-Content-Type-Options", "nosniff");
    for (const auto& [name, value] : response.headers)
        impl.response->set(name, value);
    impl.response->keep_alive(keepAlive);
    impl.response->content_length(response.file ? response.file->size : response.body.size());
    if (!isHead)
        impl.response->body() = std::move(response.body);
    impl.stream.expires_after(impl.limits.answer);
    impl.serializer.emplace(*impl.response);
    if (isHead || response.file)
        http::async_write_header(impl.stream, *impl.serializer, handlerOf(std::move(then)));
    else
        http::async_write(impl.stream, *impl.serializer, handlerOf(std::move(then)));
}

void Connection::writePiece(std::string_view piece, Then then)
{
    m_impl->stream.expires_after(m_impl->limits.answer);
    asio::async_write(m_impl->stream, asio::buffer(piece.data(), piece.size()), handlerOf(std::move(then)));
}

void Connection::drain(Then then)
{
    constexpr std::chrono::seconds kPatience{2};
    constexpr std::size_t kMost = std::size_t{1} << 20;
    Impl& impl = *m_impl;
    if (impl.drained == 0) {
        ErrorCode ignored;
        impl.stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
        impl.stream.expires_after(kPatience);
    }
    impl.stream.async_read_some(asio::buffer(impl.rest),
                                [this, then = std::move(then)](ErrorCode error, std::size_t count) {
                                    m_impl->drained += count;
                                    if (error || m_impl->drained >= kMost)
                                        return then(outcomeOf(error));
                                    drain(then);
                                });
}

void Connection::close()
{
    ErrorCode ignored;
    m_impl->stream.socket().close(ignored);
}

asio::any_io_executor Connection::executor()
{
    return m_impl->stream.get_executor();
}

} // namespace runglass
