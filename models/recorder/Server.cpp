// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Server.h"

#include "models/processes/SocketPeer.h"
#include "models/recorder/Inflate.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <set>

namespace runglass
{

namespace
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

class Session;

/// What sessions share.
struct Shared {
    ServerLimits limits;
    Server::Gate gate;
    Server::Receiver receiver;
    Server::Handler handler;
    asio::thread_pool* worker = nullptr;
    asio::thread_pool* files = nullptr;
    std::set<Session*> sessions;
    std::size_t strangers = 0;
    std::size_t bodyBytes = 0; ///< of requests that are being read or answered
    bool isEnding = false;
};

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
    for (const auto& field : message)
        request.headers.insert_or_assign(lowerName(field.name_string()), std::string(field.value()));
    return request;
}

/// One connection. Lives as long as something of it is under way.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(Tcp::socket socket, std::shared_ptr<Shared> shared, HttpPeer peer)
        : m_stream(std::move(socket))
        , m_shared(std::move(shared))
        , m_peer(peer)
    {
        m_shared->sessions.insert(this);
        m_shared->strangers += m_peer.isSameUser ? 0 : 1;
    }

    ~Session()
    {
        m_shared->sessions.erase(this);
        m_shared->strangers -= m_peer.isSameUser ? 0 : 1;
        m_shared->bodyBytes -= m_reserved;
    }

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void readHeader()
    {
        if (m_shared->isEnding)
            return;
        m_isIdle = true;
        m_sink.reset();
        m_body.reset();
        m_file.reset();
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_shared->limits.headerBytes));
        // Said again below, when it is known where the body goes.
        m_parser->body_limit(m_shared->limits.fileBytes);
        // One time for all of it: who sends a byte now and then gets no more.
        m_stream.expires_after(m_shared->limits.idle);
        http::async_read_header(m_stream, m_buffer, *m_parser,
                                [self = shared_from_this()](ErrorCode error, std::size_t) { self->onHeader(error); });
    }

    /// Ends it unless a request is under way, which is answered first.
    void end()
    {
        if (m_isIdle)
            close();
    }

private:
    void onHeader(ErrorCode error)
    {
        m_isIdle = false;
        if (error)
            return onBroken(error);
        m_request = requestOf(m_parser->get());
        m_keepAlive = m_parser->get().keep_alive();
        if (const std::optional<HttpResponse> refused = m_shared->gate(m_request, m_peer))
            return refuse(*refused);
        if (m_request.method == "PUT")
            return beginFile();
        takeBody();
    }

    void takeBody()
    {
        const std::size_t most = m_shared->limits.bodyBytes;
        const auto length = m_parser->content_length();
        const std::size_t coming = length ? static_cast<std::size_t>(std::min<std::uint64_t>(*length, most + 1))
                                   : m_parser->chunked() ? most
                                                         : 0;
        if (coming > most)
            return refuse(errorResponse(413, "The body is too large."));
        if (m_shared->bodyBytes + coming > m_shared->limits.allBodiesBytes)
            return refuse(errorResponse(503, "Too much is being sent at once. Try again."));
        m_reserved = coming;
        m_shared->bodyBytes += coming;
        if (beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
            return sendContinue();
        readBody();
    }

    void sendContinue()
    {
        m_continue.emplace(http::status::continue_, m_parser->get().version());
        m_stream.expires_after(m_shared->limits.answer);
        http::async_write(m_stream, *m_continue, [self = shared_from_this()](ErrorCode error, std::size_t) {
            if (!error)
                self->readBody();
        });
    }

    void readBody()
    {
        if (m_sink)
            return readPiece();
        m_body.emplace(std::move(*m_parser));
        m_body->body_limit(m_shared->limits.bodyBytes);
        m_stream.expires_after(m_shared->limits.body);
        http::async_read(m_stream, m_buffer, *m_body,
                         [self = shared_from_this()](ErrorCode error, std::size_t) { self->onBody(error); });
    }

    /// Does work on the thread of files, then what follows on this one.
    template <typename Work, typename Then> void withFiles(Work work, Then then)
    {
        m_stream.expires_never();
        asio::post(*m_shared->files,
                   [session = shared_from_this(), executor = m_stream.get_executor(), work, then]() mutable {
                       auto result = std::make_shared<decltype(work())>(work());
                       asio::post(executor, [session = std::move(session), result, then] { then(std::move(*result)); });
                   });
    }

    void beginFile()
    {
        withFiles([this] { return m_shared->receiver(m_request); },
                  [this](Result<std::unique_ptr<BodySink>> sink) {
                      if (!sink)
                          return refuse(errorResponse(statusOf(sink.error()), sink.error().detail));
                      m_sink = std::move(sink).value();
                      if (!m_sink)
                          return takeBody();
                      const auto length = m_parser->content_length();
                      if (length && *length > m_shared->limits.fileBytes)
                          return refuse(errorResponse(413, "The file is too large."));
                      if (beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
                          return sendContinue();
                      readPiece();
                  });
    }

    void readPiece()
    {
        constexpr std::size_t kPiece = std::size_t{256} << 10;
        if (!m_file) {
            m_file.emplace(std::move(*m_parser));
            m_file->body_limit(m_shared->limits.fileBytes);
            m_piece.resize(kPiece);
        }
        m_file->get().body().data = m_piece.data();
        m_file->get().body().size = m_piece.size();
        m_stream.expires_after(m_shared->limits.body);
        http::async_read(m_stream, m_buffer, *m_file,
                         [self = shared_from_this()](ErrorCode error, std::size_t) { self->onPiece(error); });
    }

    void onPiece(ErrorCode error)
    {
        if (error && error != http::error::need_buffer)
            return onBroken(error);
        const std::size_t size = m_piece.size() - m_file->get().body().size;
        const bool isLast = m_file->is_done();
        withFiles(
            [this, size, isLast]() -> HttpResponse {
                if (const Status written = m_sink->write(std::string_view(m_piece).substr(0, size)); !written)
                    return errorResponse(statusOf(written.error()), written.error().detail);
                return isLast ? m_sink->finish() : HttpResponse{0, {}, {}};
            },
            [this](HttpResponse response) {
                if (response.status == 0)
                    return readPiece();
                if (!m_file->is_done())
                    return refuse(std::move(response));
                write(std::move(response));
            });
    }

    static int statusOf(const Error& error)
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

    void onBody(ErrorCode error)
    {
        if (error)
            return onBroken(error);
        m_request.body = std::move(m_body->get().body());
        // Nothing is read meanwhile: no time runs.
        m_stream.expires_never();
        // The other thread must not be the last to have the session, which ends on this one.
        asio::post(*m_shared->worker, [self = shared_from_this(), executor = m_stream.get_executor()]() mutable {
            auto response = std::make_shared<HttpResponse>(self->work());
            asio::post(executor, [self = std::move(self), response] { self->write(std::move(*response)); });
        });
    }

    /// On the worker's thread.
    HttpResponse work()
    {
        if (m_request.header("content-encoding") == "gzip") {
            Result<std::string> body = inflateGzip(m_request.body, m_shared->limits.inflatedBytes);
            if (!body)
                return errorResponse(400, body.error().detail);
            m_request.body = std::move(body).value();
        } else if (!m_request.header("content-encoding").empty()) {
            return errorResponse(415, "Bodies come plain or as gzip.");
        }
        try {
            return m_shared->handler(m_request);
        } catch (const std::exception& exception) {
            return errorResponse(503, exception.what());
        }
    }

    void onBroken(ErrorCode error)
    {
        if (error == http::error::body_limit)
            return refuse(errorResponse(413, "The body is too large."));
        if (error == http::error::header_limit)
            return refuse(errorResponse(431, "The header is too large."));
        const bool isMalformed = error.category() == http::make_error_code(http::error::bad_version).category() &&
                                 error != http::error::end_of_stream && error != http::error::partial_message;
        if (isMalformed)
            return refuse(errorResponse(400, "This is no request."));
        close();
    }

    /// Answers without having read all that comes: the connection ends with it.
    void refuse(HttpResponse response)
    {
        m_keepAlive = false;
        write(std::move(response));
    }

    void write(HttpResponse response)
    {
        m_shared->bodyBytes -= std::exchange(m_reserved, 0);
        const bool isHead = m_request.method == "HEAD";
        m_response.emplace(static_cast<http::status>(response.status), 11);
        m_response->set(http::field::server, "runglass");
        m_response->set(http::field::content_type, response.contentType);
        m_response->set(http::field::cache_control, "no-store");
        m_response->set("X-Content-Type-Options", "nosniff");
        for (const auto& [name, value] : response.headers)
            m_response->set(name, value);
        m_response->keep_alive(m_keepAlive && !m_shared->isEnding);
        m_response->content_length(response.body.size());
        if (!isHead)
            m_response->body() = std::move(response.body);
        m_request = HttpRequest();
        m_stream.expires_after(m_shared->limits.answer);
        m_serializer.emplace(*m_response);
        const auto onWritten = [self = shared_from_this()](ErrorCode error, std::size_t) { self->onWritten(error); };
        if (isHead)
            http::async_write_header(m_stream, *m_serializer, onWritten);
        else
            http::async_write(m_stream, *m_serializer, onWritten);
    }

    void onWritten(ErrorCode error)
    {
        if (!error && m_response->keep_alive())
            return readHeader();
        // What is still on its way must be taken, or the other side does not see the answer.
        ErrorCode ignored;
        m_stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
        if (!error)
            drain();
    }

    void drain()
    {
        constexpr std::chrono::seconds kPatience{2};
        constexpr std::size_t kMost = std::size_t{1} << 20;
        if (m_drained == 0)
            m_stream.expires_after(kPatience);
        m_stream.async_read_some(asio::buffer(m_rest), [self = shared_from_this()](ErrorCode error, std::size_t count) {
            self->m_drained += count;
            if (!error && self->m_drained < kMost)
                self->drain();
        });
    }

    void close()
    {
        ErrorCode ignored;
        m_stream.socket().close(ignored);
    }

    beast::tcp_stream m_stream;
    std::shared_ptr<Shared> m_shared;
    HttpPeer m_peer;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::empty_body>> m_parser; ///< until the header is there
    std::optional<http::request_parser<http::string_body>> m_body;
    std::optional<http::request_parser<http::buffer_body>> m_file;
    std::unique_ptr<BodySink> m_sink;
    std::string m_piece;
    std::optional<http::response<http::empty_body>> m_continue;
    std::optional<http::response<http::string_body>> m_response;
    std::optional<http::response_serializer<http::string_body>> m_serializer;
    HttpRequest m_request;
    std::size_t m_reserved = 0;
    std::size_t m_drained = 0;
    std::array<char, 4096> m_rest = {};
    bool m_keepAlive = false;
    bool m_isIdle = true;
};

Error errorOf(const ErrorCode& code, const std::string& where)
{
    const bool isTaken = code == asio::error::address_in_use;
    return {isTaken ? Error::Kind::Refused : Error::Kind::Io,
            where + " cannot be listened on: " + code.message() + '.',
            {}};
}

} // namespace

struct Server::Impl {
    asio::io_context context{1};
    Tcp::acceptor acceptor{context};
    asio::signal_set signals{context};
    asio::steady_timer timer{context};
    asio::steady_timer pause{context};
    std::unique_ptr<asio::thread_pool> worker, files;
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    std::function<void()> tick;
    bool isTicking = false;

    void accept();
    void takeConnection(Tcp::socket socket);
    void waitForTick();
    void end();
};

void Server::Impl::accept()
{
    acceptor.async_accept([this](ErrorCode error, Tcp::socket socket) {
        if (error == asio::error::operation_aborted || shared->isEnding)
            return;
        if (!error) {
            takeConnection(std::move(socket));
            return accept();
        }
        // No descriptors are left, say: others must be given the time to end.
        constexpr std::chrono::milliseconds kPause{100};
        pause.expires_after(kPause);
        pause.async_wait([this](ErrorCode) { accept(); });
    });
}

void Server::Impl::takeConnection(Tcp::socket socket)
{
    const HttpPeer peer{isSocketOfOwnUser(socket.native_handle())};
    const bool isFull = shared->sessions.size() >= shared->limits.connections ||
                        (!peer.isSameUser && shared->strangers >= shared->limits.strangers);
    if (isFull)
        return;
    ErrorCode ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    std::make_shared<Session>(std::move(socket), shared, peer)->readHeader();
}

void Server::Impl::waitForTick()
{
    constexpr std::chrono::seconds kEvery{1};
    timer.expires_after(kEvery);
    timer.async_wait([this](ErrorCode error) {
        if (error || shared->isEnding)
            return;
        // One that takes long is not called again before it is done.
        if (!std::exchange(isTicking, true))
            asio::post(*worker, [this] {
                tick();
                asio::post(context, [this] { isTicking = false; });
            });
        waitForTick();
    });
}

void Server::Impl::end()
{
    if (std::exchange(shared->isEnding, true))
        return;
    ErrorCode ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    pause.cancel();
    const std::set<Session*> sessions = shared->sessions;
    for (Session* session : sessions)
        session->end();
    // What is being answered has some time; then everything ends.
    timer.expires_after(shared->limits.ending);
    timer.async_wait([this](ErrorCode) { context.stop(); });
    asio::post(*worker, [this] { asio::post(context, [this] { timer.cancel(); }); });
}

Server::Server(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const std::string& address, std::uint16_t port, ServerLimits limits)
{
    constexpr int kBacklog = 512;
    ErrorCode error;
    const asio::ip::address where = asio::ip::make_address(address, error);
    if (error)
        return Error{Error::Kind::InvalidArgument, "\"" + address + "\" is no address of this computer.", {}};
    auto impl = std::make_unique<Impl>();
    impl->shared->limits = limits;
    const Tcp::endpoint endpoint(where, port);
    const std::string name = address + ':' + std::to_string(port);
    impl->acceptor.open(endpoint.protocol(), error);
    if (!error)
        impl->acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        impl->acceptor.bind(endpoint, error);
    if (!error)
        impl->acceptor.listen(kBacklog, error);
    if (error)
        return errorOf(error, name);
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::uint16_t Server::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

bool Server::isLoopback() const
{
    return m_impl->acceptor.local_endpoint().address().is_loopback();
}

void Server::run(Gate gate, Receiver receiver, Handler handler, std::function<void()> tick)
{
    Impl& impl = *m_impl;
    impl.worker = std::make_unique<asio::thread_pool>(1);
    impl.files = std::make_unique<asio::thread_pool>(1);
    impl.shared->files = impl.files.get();
    impl.shared->gate = std::move(gate);
    impl.shared->receiver = std::move(receiver);
    impl.shared->handler = std::move(handler);
    impl.shared->worker = impl.worker.get();
    impl.tick = std::move(tick);
    impl.signals.add(SIGTERM);
    impl.signals.add(SIGINT);
    impl.signals.async_wait([&impl](ErrorCode error, int) {
        if (!error)
            impl.end();
    });
    impl.accept();
    impl.waitForTick();
    impl.context.run();
    impl.worker->join();
    impl.files->join();
}

void Server::stop()
{
    asio::post(m_impl->context, [ending = m_impl.get()] { ending->end(); });
}

} // namespace runglass
