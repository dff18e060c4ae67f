// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "models/table/RunTableBuilder.h"

#include <memory>
#include <string>
#include <vector>

namespace runglass::test
{

inline Run namedRun(const std::string& id, std::string name, TimeNs startedAt = 0)
{
    Run run;
    run.path = {"team", "proj", id};
    run.name = std::move(name);
    run.startedAt = startedAt;
    run.state = RunState::Finished;
    return run;
}

/// A list of these runs of source 1, sorted by name unless the state says how.
inline std::shared_ptr<const RunList> listOf(std::vector<Run> runs, RunListState state = {})
{
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    if (state.sort.empty())
        state.sort = {{{ColumnOrigin::Field, Field::Name, {}}, false}};
    return std::make_shared<const RunList>(makeRunList(builder.snapshot(), std::move(state)));
}

/// One run a word, named by it.
inline std::shared_ptr<const RunList> listNamed(const std::vector<std::string>& names)
{
    std::vector<Run> runs;
    for (const std::string& name : names)
        runs.push_back(namedRun("id-" + name, name));
    return listOf(std::move(runs));
}

inline RunRef refOf(const std::string& id)
{
    return {1, {"team", "proj", id}};
}

} // namespace runglass::test
