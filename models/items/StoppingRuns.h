// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <map>
#include <optional>

namespace runglass
{

/// Runs that were asked to stop, from then on until their source says that they are no longer running.
/// @thread GUI
class StoppingRuns : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    /// Borrows the session.
    explicit StoppingRuns(Session& session, QObject* parent = nullptr);

    bool contains(const RunRef& run) const { return m_asked.contains(run); }
    /// When it was asked last; unset: it was not, or it has stopped.
    std::optional<Moment> askedAt(const RunRef& run) const;

signals:
    void changed();

private:
    void take(const CommandReport& report);
    void forgetStopped();

    Session& m_session;
    std::map<RunRef, Moment> m_asked;
};

/// "Stopping…", in the place of the state.
QString stoppingText();

} // namespace runglass
