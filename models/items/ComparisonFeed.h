// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunComparison.h"
#include "models/table/RunRef.h"

#include <QObject>

#include <vector>

namespace runglass
{

class CompareModel;
class Session;

/// Keeps a CompareModel at what some runs have now, while they are written, renamed or deleted. Few cells are compared
/// at once, many on a worker.
/// @thread GUI
class ComparisonFeed : public QObject
{
    Q_OBJECT

public:
    /// Borrows both.
    ComparisonFeed(Session& session, CompareModel& model, QObject* parent = nullptr);

    /// In the order they are to stand in; those that are gone have no column.
    void setRuns(std::vector<RunRef> runs);
    const std::vector<RunRef>& runs() const { return m_runs; }
    /// Puts a run in front of all others.
    void moveToFront(const RunRef& run);

private:
    void refresh();
    void show(const RunComparison& comparison);

    Session& m_session;
    CompareModel& m_model;
    std::vector<RunRef> m_runs;
    int m_generation = 0; ///< of the comparison that is wanted
};

} // namespace runglass
