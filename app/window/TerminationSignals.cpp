// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/TerminationSignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};

/// The only thing that a handler may touch. Written before the handlers are set.
volatile int signalSocket = -1;

void onSignal(int)
{
    const char byte = 1;
    // Nothing can be done in a handler when this fails.
    [[maybe_unused]] const ssize_t written = ::write(signalSocket, &byte, sizeof byte);
}

void setHandlers(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject* parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets) != 0)
        return;
    signalSocket = m_sockets[0];
    auto* notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(m_sockets[1], &byte, sizeof byte) > 0)
            ;
        emit asked();
    });
    setHandlers(onSignal);
}

TerminationSignals::~TerminationSignals()
{
    setHandlers(SIG_DFL);
    signalSocket = -1;
    for (const int socket : m_sockets)
        if (socket >= 0)
            ::close(socket);
}

} // namespace runglass
