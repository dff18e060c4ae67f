// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Server.h"

#include "models/processes/OpenFiles.h"
#include "models/processes/SocketPeer.h"
#include "models/recorder/Session.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>

namespace runglass
{

namespace
{

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using serving::Session;
using serving::SessionContext;
using ErrorCode = boost::system::error_code;

Error errorOf(const ErrorCode& code, const std::string& where)
{
    const bool isTaken = code == asio::error::address_in_use;
    return {isTaken ? Error::Kind::Refused : Error::Kind::Io,
            where + " cannot be listened on: " + code.message() + '.',
            {}};
}

/// Each connection may need a file as well, and the store needs some whoever comes.
std::size_t connectionsWithin(std::size_t openFiles)
{
    constexpr std::size_t kOwn = 64;
    return openFiles > 2 * kOwn ? (openFiles - kOwn) / 2 : kOwn / 2;
}

} // namespace

struct Server::Impl {
    asio::io_context context{1};
    Tcp::acceptor acceptor{context};
    asio::signal_set signals{context};
    asio::steady_timer timer{context};
    asio::steady_timer pause{context};
    std::unique_ptr<asio::thread_pool> worker, files;
    std::shared_ptr<SessionContext> shared = std::make_shared<SessionContext>();
    std::function<void()> tick;
    bool isTicking = false;

    void accept();
    void takeConnection(Tcp::socket socket);
    void waitForTick();
    void awaitAnswers();
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
    if (shared->sessions.size() >= shared->limits.connections)
        return;
    const HttpPeer peer{isSocketOfOwnUser(socket.native_handle())};
    if (!peer.isSameUser && shared->strangers >= shared->limits.strangers)
        return;
    ErrorCode ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    std::make_shared<Session>(std::move(socket), shared, peer)->begin();
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

void Server::Impl::awaitAnswers()
{
    asio::post(*worker, [this] {
        if (!shared->answers->isEmpty())
            return awaitAnswers();
        asio::post(context, [this] { timer.cancel(); });
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
    awaitAnswers();
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
    limits.connections = std::min(limits.connections, connectionsWithin(mostOpenFiles()));
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
    AnswerQueue answers(*impl.worker, std::move(handler), impl.shared->limits.inflatedBytes);
    impl.shared->answers = &answers;
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
