// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/EarlyEnd.h"

#include "models/recorder/SeriesRows.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr std::uint64_t kAtOnce = 2000;

/// The value of the metric in a row: by its name as it stands, else along its dots.
double metricOf(const Value::Object& row, const std::string& name)
{
    if (const auto found = row.find(name); found != row.end())
        return found->second.toDouble();
    const std::size_t dot = name.find('.');
    const auto outer = dot == std::string::npos ? row.end() : row.find(name.substr(0, dot));
    return outer == row.end() ? std::nan("") : metricOf(outer->second.object(), name.substr(dot + 1));
}

/// Takes in the lines that came since; smaller values are the better ones here.
Status readOn(RunKeeper& keeper, const KeptRun& run, const SweepPlan& plan, SweepTrial& trial)
{
    const std::vector<std::uint64_t>& bands = plan.earlyEnd()->bands;
    while (trial.lines < run.run.count(RecordedFile::History)) {
        const Result<std::vector<std::string>> lines =
            keeper.store().lines(run.run, RecordedFile::History, trial.lines, kAtOnce);
        if (!lines)
            return lines.error();
        for (const std::string& line : *lines) {
            ++trial.lines;
            const Result<SeriesRow> row = readRow(line);
            const double value = row ? metricOf(row->members, plan.metric()) : std::nan("");
            if (std::isnan(value))
                continue;
            ++trial.values;
            const double cost = plan.isMaximized() ? -value : value;
            trial.best = std::min(trial.best.value_or(cost), cost);
            if (trial.bands.size() < bands.size() && trial.values >= bands[trial.bands.size()])
                trial.bands.push_back(*trial.best);
        }
    }
    return Done{};
}

} // namespace

Result<bool> shallEndEarly(RunKeeper& keeper, const KeptRun& run, const SweepPlan& plan, const SweepRecord& sweep,
                           SweepTrial& trial)
{
    const std::size_t before = trial.bands.size();
    if (const Status read = readOn(keeper, run, plan, trial); !read)
        return read.error();
    if (trial.bands.size() == before)
        return false;
    const std::size_t band = trial.bands.size() - 1;
    std::vector<double> reached;
    for (const SweepTrial& one : sweep.trials)
        if (one.bands.size() > band)
            reached.push_back(one.bands[band]);
    for (const std::vector<double>& one : sweep.ended)
        if (one.size() > band)
            reached.push_back(one[band]);
    std::sort(reached.begin(), reached.end());
    // Of too few nothing is said of what is good.
    const auto kept = static_cast<std::size_t>(std::ceil(static_cast<double>(reached.size()) * plan.earlyEnd()->kept));
    return reached.size() >= 2 && trial.bands[band] > reached[std::max<std::size_t>(kept, 1) - 1];
}

} // namespace runglass
