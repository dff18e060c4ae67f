// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <sys/types.h>
#include <unistd.h>

class QSocketNotifier;

namespace runglass
{

/// What a start of the program asks of the window.
struct WindowRequest {
    QStringList locations;      ///< absolute paths or URLs, to be opened
    QByteArray activationToken; ///< the desktop's leave to come to the front; may be empty
};

/// Keeps to one window in a user's session: a second start hands over what it was asked for and ends. The first one
/// holds a lock, which the kernel gives back however it ends, and listens on a socket that only its user can reach.
/// @thread GUI
class SingleWindow : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,  ///< this process has the session's window; requested() tells of later starts
        Handed, ///< the first one has taken the request: nothing is left to do
        Alone   ///< there is no safe place to meet, or nobody answers: a window of its own, unknown to others
    };

    /// @param runtimeDirectory XDG_RUNTIME_DIR; where it is missing or belongs to others every start is alone
    /// @param key what tells this session from others of the same user
    /// @param owner whose connections are taken
    SingleWindow(QString runtimeDirectory, const QString& key, uid_t owner = ::geteuid(), QObject* parent = nullptr);
    ~SingleWindow() override;

    /// Asks for the window, and for at most patience waits for a first one that is just starting or ending.
    Role claim(const WindowRequest& request, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// Of the display and the settings in use: other ones are another session.
    static QString sessionKey(const QString& settingsPath);

signals:
    /// A later start was made with this.
    void requested(const WindowRequest& request);

private:
    class Connection;
    enum class Answer { Taken, NotThere, None };

    bool hasPrivatePlace();
    bool lock();
    bool listen();
    Answer handOver(const WindowRequest& request, std::chrono::milliseconds patience) const;
    void accept();
    bool isOwners(int socket) const;

    QString m_runtime;
    QByteArray m_folder, m_lockPath, m_socketPath;
    uid_t m_owner;
    int m_lock = -1;
    int m_listening = -1;
    int m_connections = 0;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace runglass
