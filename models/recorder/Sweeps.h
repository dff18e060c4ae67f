// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunKeeper.h"
#include "models/recorder/SweepPlan.h"
#include "models/recorder/SweepRecord.h"

#include <random>

namespace runglass
{

/// A sweep with what is kept of it and what its YAML means.
struct KeptSweep {
    RecordedSweep sweep;
    SweepRecord record;
    SweepPlan plan;
};

/// Sweeps: what agents are told to run.
/// @thread any one at a time
/// @source wandb 0.31.0, wandb_agent.py and pyagent.py
class Sweeps
{
public:
    /// How long an agent may be silent before what it was told counts as not begun. It asks every 5 s.
    static constexpr std::chrono::seconds kAgentSilence{60};

    Sweeps(RunKeeper& keeper, std::mt19937_64& random)
        : m_keeper(keeper)
        , m_random(random)
    {
    }

    Result<std::optional<KeptSweep>> find(const RunPath& path);
    Result<std::optional<KeptSweep>> find(std::int64_t number);

    /// Makes a sweep, or changes the one that input's "id" names: its "config", "state" or "displayName".
    /// @errors InvalidArgument: the configuration is none that is carried out here · NotFound
    Result<KeptSweep> upsert(const Value& input);
    /// Gives the agent's ID.
    /// @errors NotFound
    Result<std::string> createAgent(const Value& input);
    /// What the agent is to do now, of {"type": "run"|"stop"|"exit", …}, which may be nothing.
    /// @param running  the runs that it says go on
    /// @errors NotFound
    Result<Value> heartbeat(const std::string& agent, const Value& running);

private:
    struct Asked;

    Result<std::optional<KeptSweep>> decode(Result<std::optional<RecordedSweep>> found);
    Status save(KeptSweep& kept);
    Status settle(Asked& asked);
    Status endTrial(KeptSweep& kept, const SweepTrial& trial, bool& isThere);
    Result<Value> stops(Asked& asked);
    Result<bool> mayComeBack(const KeptSweep& kept);
    Result<Value> next(Asked& asked);
    static std::optional<std::uint64_t> takePlace(KeptSweep& kept);

    RunKeeper& m_keeper;
    std::mt19937_64& m_random;
};

/// The opaque name of a sweep in GraphQL, and back; 0 when it is none.
std::string sweepStorageId(std::int64_t number);
std::int64_t numberOfSweepId(std::string_view id);
/// The same of an agent, by its place among the sweep's agents.
std::string agentId(std::int64_t sweep, std::size_t place);

} // namespace runglass
