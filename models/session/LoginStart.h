// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <string>

namespace runglass
{

/// Has systemd's user manager start the recorder at login, or not.
/// @thread GUI; nothing waits
class LoginStart : public QObject
{
    Q_OBJECT

public:
    /// @param program  the command line's program
    explicit LoginStart(std::string program, QObject* parent = nullptr);
    /// Waits for a look at a file or two.
    ~LoginStart() override;

    bool isEnabled() const { return m_isEnabled; }
    /// Looks whether it is.
    void look();
    using Finished = std::function<void(const Status&)>;
    /// Makes the unit where no package has installed it, and enables it; or disables it and takes away what it made.
    /// @errors Unsupported: there is no user manager · Refused, with what it said
    void setEnabled(bool enabled, Finished finished);

signals:
    void changed();

private:
    void ask(const QStringList& arguments, std::function<void(const QString& error)> answered);
    void enable();
    void disable();
    void finish(const QString& error);

    std::string m_program;
    bool m_isEnabled = false;
    Finished m_finished; ///< empty: nothing is being done
    QThreadPool m_pool;  ///< its answers come to this object: it ends before
};

} // namespace runglass
