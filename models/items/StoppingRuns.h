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

/// Runs that were asked to stop, from then on until their source says that they are no longer running: by this window,
/// or elsewhere where the source tells of it, as a recorder does.
/// @thread GUI
class StoppingRuns : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    /// Borrows the session.
    explicit StoppingRuns(Session& session, QObject* parent = nullptr);

    bool contains(const RunRef& run) const { return m_asked.contains(run); }
    /// When it was asked last, or that was heard of first; unset: it was not, or it has stopped.
    std::optional<Moment> askedAt(const RunRef& run) const;
    /// Whether it was asked elsewhere: when is not known.
    bool wasAskedElsewhere(const RunRef& run) const;

signals:
    void changed();

private:
    void take(const CommandReport& report);
    void follow();
    bool hearOf(const RunTable& table);

    struct Asked {
        Moment when;
        bool isElsewhere = false; ///< known by the source's word alone
    };

    Session& m_session;
    std::map<RunRef, Asked> m_asked;
};

/// "Stopping…", in the place of the state.
QString stoppingText();

} // namespace runglass
