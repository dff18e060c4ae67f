// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ComparisonFeed.h"

#include "models/items/CompareModel.h"
#include "models/session/Session.h"
#include "models/session/WhenAnswered.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <memory>
#include <utility>

namespace runglass
{

namespace
{

/// Up to so many cells are compared at once: it takes some milliseconds.
constexpr std::size_t kFewCells = 50'000;

} // namespace

ComparisonFeed::ComparisonFeed(Session& session, CompareModel& model, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
{
    connect(&session, &Session::listChanged, this, &ComparisonFeed::refresh);
    connect(&session, &Session::stateChanged, this, &ComparisonFeed::refresh);
}

void ComparisonFeed::setRuns(std::vector<RunRef> runs)
{
    m_runs = std::move(runs);
    refresh();
}

void ComparisonFeed::moveToFront(const RunRef& run)
{
    const auto found = std::find(m_runs.begin(), m_runs.end(), run);
    if (found == m_runs.end())
        return;
    std::rotate(m_runs.begin(), found, found + 1);
    refresh();
}

/// Runs that have gone go here, too.
void ComparisonFeed::refresh()
{
    const auto list = m_session.list();
    std::vector<std::uint32_t> rows;
    for (const RunRef& run : m_runs)
        if (const auto row = list->table->rowOf(run))
            rows.push_back(*row);
    const int generation = ++m_generation;
    if (rows.empty())
        return show({});
    // What the runs have, whatever columns of the table show in the place of it.
    const std::shared_ptr<const RunTable> stored(list->table, &list->table->stored());
    const auto work = [stored, rows] { return compareRuns(stored, rows); };
    if (rows.size() * list->table->columns().size() <= kFewCells)
        return show(work());
    whenAnswered(this, QtConcurrent::run(work), [this, generation](const RunComparison& comparison) {
        // What runs write comes faster than it is compared: the newest that is there is shown.
        if (generation >= m_generation || comparison.rows.size() == static_cast<std::size_t>(m_model.columnCount()))
            show(comparison);
    });
}

void ComparisonFeed::show(const RunComparison& comparison)
{
    const auto list = m_session.list();
    std::vector<RunColour> colours;
    for (const std::uint32_t row : comparison.rows) {
        const auto now = list->table->rowOf(comparison.table->ref(row));
        colours.push_back(now ? list->colour(*now, m_session.state().colours) : RunColour());
    }
    m_model.setComparison(comparison, std::move(colours));
}

} // namespace runglass
