// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/SingleWindow.h"

#include "app/window/WindowMessage.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace runglass
{

namespace
{

using namespace std::chrono_literals;
using Milliseconds = std::chrono::milliseconds;

constexpr auto kReadingTime = 5s;
constexpr int kRetryMs = 25;
constexpr int kMostConnections = 8;
constexpr char kTaken[] = "taken\n";

/// A directory that nobody but its owner can put anything in.
bool isPrivate(const QByteArray& path, uid_t owner, mode_t forbidden)
{
    struct stat status = {};
    return ::lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == owner &&
           (status.st_mode & forbidden) == 0;
}

/// False when the path is longer than a socket's may be.
bool addressOf(const QByteArray& path, sockaddr_un& address)
{
    address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    return true;
}

void limitWaiting(int socket, Milliseconds time)
{
    const timeval limit{time.count() / 1000, static_cast<suseconds_t>(time.count() % 1000 * 1000)};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

bool sendAll(int socket, const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(socket, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return ::shutdown(socket, SHUT_WR) == 0;
}

/// Closes what it holds.
struct Descriptor {
    explicit Descriptor(int descriptor)
        : value(descriptor)
    {
    }
    ~Descriptor()
    {
        if (value >= 0)
            ::close(value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    const int value;
};

} // namespace

/// One later start: read to its end, answered, and gone; or gone when it takes too long or says nonsense.
class SingleWindow::Connection : public QObject
{
public:
    Connection(SingleWindow& window, int socket)
        : QObject(&window)
        , m_window(window)
        , m_socket(socket)
        , m_notifier(socket, QSocketNotifier::Read)
    {
        ++m_window.m_connections;
        connect(&m_notifier, &QSocketNotifier::activated, this, &Connection::read);
        QTimer::singleShot(kReadingTime, this, &QObject::deleteLater);
    }
    ~Connection() override
    {
        m_notifier.setEnabled(false);
        ::close(m_socket);
        --m_window.m_connections;
    }

private:
    void read()
    {
        char bytes[4096];
        const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (count > 0) {
            m_text.append(bytes, count);
            if (m_text.size() > kLongestMessage)
                finish();
            return;
        }
        if (const auto request = count == 0 ? requestFrom(m_text) : std::nullopt) {
            ::send(m_socket, kTaken, sizeof kTaken - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
            emit m_window.requested(*request);
        }
        finish();
    }
    void finish()
    {
        m_notifier.setEnabled(false);
        deleteLater();
    }

    SingleWindow& m_window;
    int m_socket;
    QSocketNotifier m_notifier;
    QByteArray m_text;
};

SingleWindow::SingleWindow(QString runtimeDirectory, const QString& key, uid_t owner, QObject* parent)
    : QObject(parent)
    , m_runtime(std::move(runtimeDirectory))
    , m_folder(QFile::encodeName(m_runtime + QStringLiteral("/runglass")))
    , m_owner(owner)
{
    const QByteArray name =
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16).prepend("/window-");
    m_lockPath = m_folder + name + ".lock";
    m_socketPath = m_folder + name;
}

SingleWindow::~SingleWindow()
{
    delete m_notifier;
    qDeleteAll(findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly));
    if (m_listening >= 0) {
        ::close(m_listening);
        ::unlink(m_socketPath.constData());
    }
    if (m_lock >= 0)
        ::close(m_lock);
}

QString SingleWindow::sessionKey(const QString& settingsPath)
{
    QStringList parts{settingsPath};
    for (const char* variable : {"WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"})
        parts.append(qEnvironmentVariable(variable));
    return parts.join(QLatin1Char('\n'));
}

bool SingleWindow::hasPrivatePlace()
{
    if (!m_runtime.startsWith(QLatin1Char('/')) || !isPrivate(QFile::encodeName(m_runtime), m_owner, S_IWGRP | S_IWOTH))
        return false;
    ::mkdir(m_folder.constData(), S_IRWXU);
    return isPrivate(m_folder, m_owner, S_IRWXG | S_IRWXO);
}

bool SingleWindow::lock()
{
    m_lock = ::open(m_lockPath.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_lock >= 0 && ::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
    return false;
}

bool SingleWindow::listen()
{
    sockaddr_un address = {};
    if (!addressOf(m_socketPath, address))
        return false;
    m_listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    // Left by one that could not clean up: the lock says that it is gone.
    ::unlink(m_socketPath.constData());
    if (m_listening < 0 || ::bind(m_listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::chmod(m_socketPath.constData(), S_IRUSR | S_IWUSR) != 0 || ::listen(m_listening, kMostConnections) != 0)
        return false;
    m_notifier = new QSocketNotifier(m_listening, QSocketNotifier::Read);
    connect(m_notifier, &QSocketNotifier::activated, this, &SingleWindow::accept);
    return true;
}

SingleWindow::Role SingleWindow::claim(const WindowRequest& request, Milliseconds patience)
{
    if (!hasPrivatePlace())
        return Role::Alone;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (lock())
            return listen() ? Role::First : Role::Alone;
        const auto left = std::chrono::duration_cast<Milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left <= 0ms)
            return Role::Alone;
        const Answer answer = handOver(request, left);
        if (answer == Answer::Taken)
            return Role::Handed;
        if (answer == Answer::None)
            return Role::Alone;
        // It has the lock but does not listen: it is just starting, or about to end. Nothing tells of the moment when
        // it does, so that both are tried again until the deadline.
        ::poll(nullptr, 0, kRetryMs);
    }
}

SingleWindow::Answer SingleWindow::handOver(const WindowRequest& request, Milliseconds patience) const
{
    sockaddr_un address = {};
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (socket.value < 0 || !addressOf(m_socketPath, address))
        return Answer::None;
    limitWaiting(socket.value, patience);
    if (::connect(socket.value, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return Answer::NotThere;
    if (!isOwners(socket.value) || !sendAll(socket.value, messageOf(request)))
        return Answer::None;
    char answer[sizeof kTaken] = {};
    const ssize_t count = ::recv(socket.value, answer, sizeof kTaken - 1, MSG_WAITALL);
    if (count > 0 && std::strcmp(answer, kTaken) == 0)
        return Answer::Taken;
    // Hung up without a word: it has just ended.
    return count == 0 || (count < 0 && errno == ECONNRESET) ? Answer::NotThere : Answer::None;
}

bool SingleWindow::isOwners(int socket) const
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == m_owner;
}

void SingleWindow::accept()
{
    const int socket = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket < 0)
        return;
    if (m_connections >= kMostConnections || !isOwners(socket))
        ::close(socket);
    else
        new Connection(*this, socket);
}

} // namespace runglass
