// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RunTwins.h"
#include "models/session/Session.h"
#include "models/session/SourceWorker.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

namespace runglass
{

/// What all views show, made in one go.
struct ListSnapshot {
    std::shared_ptr<const RunList> list;
    std::shared_ptr<const std::vector<MetricEntry>> metrics;
    RunChanges changes; ///< since the snapshot before
    std::shared_ptr<const RunTwins::Links> links;
};

/// Keeps the table of all runs and makes lists of it, on a thread of its own. Changes are gathered and published at
/// most ten times a second, a new state at once; of several states only the newest is made.
/// @thread apply: any, at once; everything else: the GUI thread. The work runs on a thread of its own.
class ListWorker : public QObject
{
    Q_OBJECT

public:
    ListWorker();
    ~ListWorker() override;
    ListWorker(const ListWorker&) = delete;
    ListWorker& operator=(const ListWorker&) = delete;

    /// News of a source that was removed is passed over.
    void apply(SourceId source, SourceNews news);
    /// Drops a source's runs and takes a state that does not name it, in one list.
    void removeSource(SourceId source, RunListState state);
    void setState(RunListState state);
    /// Answered with flushed(token) when everything asked for so far has been published.
    void flush(quint64 token);

signals:
    void made(runglass::ListSnapshot snapshot);
    /// Everything that was asked for before flush(token) has been published.
    void flushed(quint64 token);
    /// Runs of a source that it has to tell of once more.
    void wanted(runglass::SourceId source, std::vector<runglass::RunPath> runs);

private:
    class Job;

    QThread m_thread;
    Job* m_job; ///< deleted on its thread
    std::shared_ptr<std::atomic<std::uint64_t>> m_newestState = std::make_shared<std::atomic<std::uint64_t>>(0);
};

} // namespace runglass
