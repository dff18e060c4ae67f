// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ShownRuns.h"
#include "models/run/Cancel.h"
#include "models/session/LoggedTables.h"
#include "models/session/Session.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// The tables that runs logged under a key, as one. A table that was read is not read again while it is the one that is
/// wanted: a run that comes or goes costs its own table, and joining.
/// @thread GUI; reads on workers
class LoggedTableFeed : public QObject
{
    Q_OBJECT

public:
    /// Beyond so many rows no more tables are read.
    static constexpr std::size_t kMostRows = 1'000'000;

    /// Borrows the session.
    explicit LoggedTableFeed(Session& session, QObject* parent = nullptr);
    ~LoggedTableFeed() override;

    void setKey(const KeyPath& key);
    const KeyPath& key() const { return m_key; }
    /// The runs, in the order in which their rows stand.
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    /// Of each run the last table at that step or before; unset: the last of all.
    void setStep(const std::optional<std::int64_t>& step);
    const std::optional<std::int64_t>& step() const { return m_step; }
    /// What these runs logged may be other.
    void invalidate(const RunChanges& changes);
    /// Stops reading; what was read stays. start() goes on.
    void cancel();
    void start();

    bool isReading() const { return m_isReading; }
    bool isCanceled() const { return m_isCanceled; }
    /// Runs whose tables are read, and of how many.
    int done() const { return m_done; }
    int total() const { return m_total; }
    /// Runs whose tables were left out since there are too many rows already.
    int leftOut() const { return m_leftOut; }
    /// The steps at which any of the runs logged a table, ascending.
    const std::vector<std::int64_t>& steps() const { return m_steps; }
    /// Never null; of the runs that have one.
    const std::shared_ptr<const JoinedTables>& tables() const { return m_tables; }

signals:
    /// Reading began, went on or ended; steps() may be others.
    void progressed();
    /// tables() are others.
    void changed();

private:
    /// Which table of a run is wanted, or was read.
    struct Place {
        std::string path;
        std::int64_t step = 0;
        int segment = 0;

        bool operator==(const Place&) const = default;
    };
    struct Known {
        Place place;
        std::shared_ptr<const LoggedTable> table; ///< null: it could not be read
        Error error;
    };
    void takeValues(const std::vector<LoggedValues>& values);
    void readNext();
    void takeTables(const std::vector<RunRef>& asked, const JoinedTables& answer);
    void fail(const std::vector<RunRef>& asked, const Error& error);
    void join();
    std::size_t knownRows() const;
    MetricEntry metric() const { return {false, m_key, 0}; }

    Session& m_session;
    KeyPath m_key;
    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::optional<std::int64_t> m_step;
    std::map<RunRef, Place> m_wanted;
    std::map<RunRef, Known> m_known;
    std::vector<RunRef> m_toRead; ///< in order; m_done of them are read
    std::vector<std::int64_t> m_steps;
    std::shared_ptr<const JoinedTables> m_tables = std::make_shared<JoinedTables>();
    Answer<JoinedTables> m_answer;
    unsigned m_generation = 0; ///< answers for an earlier one are dropped
    int m_done = 0, m_total = 0, m_leftOut = 0;
    bool m_isReading = false, m_isCanceled = false;
};

} // namespace runglass
