// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps as agents ask for them; the real ones are in tests/sdk.
#include "models/formats/Json.h"
#include "models/recorder/SweepPlan.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <set>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kGrid = "method: grid\nprogram: train.py\nparameters:\n  lr: {values: [0.1, 0.2, 0.3]}\n"
                              "  opt:\n    parameters:\n      name: {values: [adam, sgd]}\n  epochs: {value: 5}\n";

SweepPlan plan(const std::string& yaml)
{
    Result<SweepPlan> read = SweepPlan::read(yaml);
    EXPECT_TRUE(read.ok()) << describe(read.error());
    return std::move(read).value();
}

std::string refusal(const std::string& yaml)
{
    const Result<SweepPlan> read = SweepPlan::read(yaml);
    return read ? "taken" : read.error().detail;
}

std::string parameter(const std::string& text, const std::string& method = "random")
{
    return "method: " + method + "\nparameters:\n  x: {" + text + "}\n";
}

TEST(SweepPlanTest, AGridHasEveryCombinationOnce)
{
    const SweepPlan grid = plan(kGrid);
    EXPECT_EQ(grid.runCount(), 6U);
    std::set<std::string> all;
    for (std::uint64_t place = 0; place < 6; ++place)
        all.insert(toJson(grid.arguments(place, 1)));
    EXPECT_EQ(all.size(), 6U);
    EXPECT_EQ(toJson(grid.arguments(0, 1)),
              R"({"epochs":{"value":5},"lr":{"value":0.1},"opt":{"value":{"name":"adam"}}})");
    EXPECT_EQ(plan(parameter("min: 2, max: 4", "grid")).runCount(), 3U);
    const SweepPlan stepped = plan(parameter("distribution: q_uniform, min: 0, max: 1, q: 0.25", "grid"));
    EXPECT_EQ(stepped.runCount(), 5U);
    EXPECT_EQ(toJson(stepped.arguments(3, 1)), R"({"x":{"value":0.75}})");
    EXPECT_EQ(plan(std::string(kGrid) + "run_cap: 4\n").runCount(), 4U);
}

struct RangeCase {
    const char* name;
    const char* text;
    double low, high;
};

class RangeTest : public testing::TestWithParam<RangeCase>
{
};

TEST_P(RangeTest, StaysInside)
{
    const SweepPlan random = plan(parameter(GetParam().text));
    double lowest = HUGE_VAL, highest = -HUGE_VAL;
    for (std::uint64_t place = 0; place < 500; ++place) {
        const Value drawn = random.arguments(place, 7);
        EXPECT_EQ(drawn, random.arguments(place, 7));
        const double value = findPath(drawn, {"x", "value"})->toDouble();
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    EXPECT_GE(lowest, GetParam().low);
    EXPECT_LE(highest, GetParam().high);
    EXPECT_LT(lowest, highest);
}

INSTANTIATE_TEST_SUITE_P(
    All, RangeTest,
    testing::Values(RangeCase{"Uniform", "min: 0.1, max: 0.9", 0.1, 0.9}, RangeCase{"Integers", "min: 1, max: 9", 1, 9},
                    RangeCase{"Quantized", "distribution: q_uniform, min: 0, max: 10, q: 2", 0, 10},
                    RangeCase{"Log", "distribution: log_uniform, min: -2, max: 0", 0.135, 1.0},
                    RangeCase{"LogValues", "distribution: log_uniform_values, min: 0.001, max: 0.1", 0.001, 0.1001},
                    RangeCase{"InverseLogValues", "distribution: inv_log_uniform_values, min: 0.01, max: 1", 0.0099,
                              1.0001},
                    RangeCase{"Normal", "mu: 5, sigma: 0.1", 4, 6},
                    RangeCase{"LogNormal", "distribution: log_normal, mu: 0, sigma: 0.1", 0.5, 2},
                    RangeCase{"Beta", "distribution: beta, a: 2, b: 5", 0, 1},
                    RangeCase{"Listed", "values: [3, 4], probabilities: [0.5, 0.5]", 3, 4}),
    [](const testing::TestParamInfo<RangeCase>& one) { return one.param.name; });

TEST(SweepPlanTest, ProbabilitiesCount)
{
    const SweepPlan random = plan(parameter("values: [1, 2], probabilities: [0, 1]"));
    for (std::uint64_t place = 0; place < 50; ++place)
        EXPECT_EQ(findPath(random.arguments(place, 3), {"x", "value"})->toInteger(), 2);
}

TEST(SweepPlanTest, WholeNumbersStayWhole)
{
    EXPECT_EQ(findPath(plan(parameter("distribution: q_uniform, min: 8, max: 8, q: 8")).arguments(0, 1), {"x", "value"})
                  ->kind(),
              Value::Kind::Integer);
}

TEST(SweepPlanTest, SaysWhyItRefuses)
{
    EXPECT_THAT(refusal("method: bayes\nparameters: {x: {values: [1]}}"), HasSubstr("\"bayes\" is not done here"));
    EXPECT_THAT(refusal("- 1"), HasSubstr("no YAML mapping"));
    EXPECT_THAT(refusal("a: [b"), HasSubstr("no YAML mapping"));
    EXPECT_THAT(refusal("method: grid"), HasSubstr("no parameters"));
    EXPECT_THAT(refusal(parameter("min: 0.0, max: 1.0", "grid")), HasSubstr("The parameter x: a grid needs"));
    EXPECT_THAT(refusal(parameter("min: 2, max: 1")), HasSubstr("the lower one first"));
    EXPECT_THAT(refusal(parameter("distribution: int_uniform, min: 0.2, max: 0.4")), HasSubstr("no whole number"));
    EXPECT_THAT(refusal(parameter("distribution: magic")), HasSubstr("\"magic\" is not known"));
    EXPECT_THAT(refusal(parameter("values: [1, 2], probabilities: [1]")), HasSubstr("one number for each"));
    EXPECT_THAT(refusal(parameter("distribution: log_uniform_values, min: 0, max: 1")), HasSubstr("above 0"));
    EXPECT_THAT(refusal(parameter("min: 0, max: 1000000000000000000", "grid")), HasSubstr("too far"));
    EXPECT_THAT(refusal(parameter("min: 0, max: 100000000000000", "grid")), HasSubstr("too many combinations"));
    EXPECT_THAT(refusal(parameter("values: [1]") + "early_terminate: {type: hyperband}"), HasSubstr("names none"));
    EXPECT_THAT(refusal(parameter("values: [1]") + "metric: {name: a}\nearly_terminate: {type: hyperband}"),
                HasSubstr("min_iter"));
}

TEST(SweepPlanTest, KnowsTheBandsOfHyperband)
{
    const auto bands = [](const std::string& text) {
        return plan(parameter("values: [1]") + "metric: {name: a}\nearly_terminate: {type: hyperband, " + text + "}")
            .earlyEnd()
            ->bands;
    };
    EXPECT_THAT(bands("max_iter: 27, s: 2"), ElementsAre(3, 9));
    EXPECT_THAT(bands("max_iter: 18, eta: 2, s: 4"), ElementsAre(1, 2, 4, 9));
    const auto rising = bands("min_iter: 3");
    EXPECT_EQ(rising[0], 3U);
    EXPECT_EQ(rising[2], 27U);
}

class SweepTest : public testing::Test
{
protected:
    std::string sweep(const std::string& yaml)
    {
        Value::Object variables;
        variables["config"] = yaml;
        const Value made = m_recording.query("mutation UpsertSweep($config: String) { upsertSweep(input: {config: "
                                             "$config, projectName: \"p\"}) { sweep {"
                                             " id name project { name entity { name } } } configValidationWarnings } }",
                                             Value(std::move(variables)));
        m_id = findPath(made, {"upsertSweep", "sweep", "id"})->text();
        return findPath(made, {"upsertSweep", "sweep", "name"})->text();
    }

    void setState(const std::string& state)
    {
        m_recording.query("mutation U { upsertSweep(input: {id: \"" + m_id + "\", state: \"" + state +
                          "\"}) { sweep { name } } }");
    }

    std::string agent(const std::string& sweep)
    {
        const Value made = m_recording.query("mutation C { createAgent(input: {host: \"vm\", projectName: \"p\","
                                             " sweep: \"" +
                                             sweep + "\"}) { agent { id } } }");
        return findPath(made, {"createAgent", "agent", "id"})->text();
    }

    Value beat(const std::string& agent, const std::vector<std::string>& running = {})
    {
        Value::Object state, variables;
        for (const std::string& run : running)
            state[run] = true;
        variables["id"] = agent;
        variables["state"] = toJson(Value(std::move(state)));
        const Value answer = m_recording.query("mutation H($id: ID!, $state: JSONString) { agentHeartbeat(input: {id:"
                                               " $id, metrics: \"{}\", runState: $state}) { agent { id } commands } }",
                                               Value(std::move(variables)));
        return *parseJson(findPath(answer, {"agentHeartbeat", "commands"})->text());
    }

    /// The one run that the agent is told to make.
    std::string run(const std::string& agent)
    {
        const Value commands = beat(agent);
        EXPECT_EQ(commands.array().size(), 1U);
        EXPECT_EQ(type(commands), "run");
        return commands.array().empty() ? std::string() : member(commands.array().front(), "run_id").text();
    }

    static std::string type(const Value& commands)
    {
        return commands.array().empty() ? "nothing" : member(commands.array().front(), "type").text();
    }

    void begin(const std::string& run, const std::string& sweep)
    {
        m_recording.upsert(R"({"name":")" + run + R"(","modelName":"p","host":"vm","config":"{}","sweep":")" + sweep +
                           "\"}");
    }

    void log(const std::string& run, int from, int to, double loss)
    {
        std::vector<std::string> lines;
        for (int step = from; step < to; ++step)
            lines.push_back("{\"_step\":" + std::to_string(step) + ",\"loss\":" + std::to_string(loss) + '}');
        m_recording.history(run, from, lines);
    }

    void pass(std::chrono::nanoseconds time) { m_recording.clock().set(m_recording.clock().now() + time.count()); }

    Recording m_recording;
    std::string m_id;
};

TEST_F(SweepTest, AnAgentMakesEveryRunOfAGrid)
{
    const std::string name = sweep(kGrid), worker = agent(name);
    std::set<std::string> seen;
    for (int i = 0; i < 6; ++i) {
        const Value commands = beat(worker);
        ASSERT_EQ(type(commands), "run");
        const Value& command = commands.array().front();
        EXPECT_EQ(member(command, "program").text(), "train.py");
        seen.insert(toJson(member(command, "args")));
        const std::string& id = member(command, "run_id").text();
        begin(id, name);
        EXPECT_EQ(type(beat(worker, {id})), "nothing");
        m_recording.end(id, 0);
        if (i == 2)
            m_recording.restart();
    }
    EXPECT_EQ(seen.size(), 6U);
    EXPECT_EQ(type(beat(worker)), "exit");
    EXPECT_EQ(type(beat(agent(name))), "exit");
    const Value read =
        m_recording.query("{ project(name: \"p\", entityName: \"local\") { totalSweeps sweep(sweepName: \"" + name +
                          "\") { state method runCount runCountExpected config runs { edges { node"
                          " { name sweepName state } } } agents { edges { node { host totalRuns }"
                          " } } } } }");
    const Value& one = *findPath(read, {"project", "sweep"});
    EXPECT_EQ(findPath(read, {"project", "totalSweeps"})->toInteger(), 1);
    EXPECT_EQ(member(one, "state").text(), "FINISHED");
    EXPECT_EQ(member(one, "runCount").toInteger(), 6);
    EXPECT_EQ(member(one, "runCountExpected").toInteger(), 6);
    EXPECT_EQ(member(one, "config").text(), kGrid);
    EXPECT_EQ(findPath(one, {"runs", "edges"})->array().size(), 6U);
    EXPECT_EQ(findPath(findPath(one, {"agents", "edges"})->array()[0], {"node", "totalRuns"})->toInteger(), 6);
}

TEST_F(SweepTest, WhatAnAgentLeavesUndoneIsDoneByAnother)
{
    const std::string name = sweep(kGrid + std::string("run_cap: 2\n"));
    const std::string first = agent(name), second = agent(name);
    const std::string left = run(first), done = run(second);
    // The first one has taken the run, and ends before it began.
    EXPECT_EQ(type(beat(first, {left})), "nothing");
    begin(done, name);
    m_recording.end(done, 0);
    EXPECT_EQ(type(beat(second)), "nothing");
    pass(std::chrono::seconds(61));
    EXPECT_NE(run(second), left);
}

TEST_F(SweepTest, ARunThatFailsBeforeItLogsIsNotTriedForEver)
{
    const std::string name = sweep(kGrid + std::string("run_cap: 1\n")), worker = agent(name);
    const std::string failing = run(worker);
    EXPECT_EQ(type(beat(worker, {failing})), "nothing");
    EXPECT_EQ(type(beat(worker)), "exit");
}

TEST_F(SweepTest, ARandomSweepEndsAtItsCap)
{
    const std::string name = sweep(parameter("min: 0.0, max: 1.0") + "run_cap: 3\n"), worker = agent(name);
    std::set<std::string> all;
    for (int i = 0; i < 3; ++i) {
        all.insert(run(worker));
        begin(*all.rbegin(), name);
        for (const std::string& id : all)
            begin(id, name);
    }
    EXPECT_EQ(all.size(), 3U);
    EXPECT_EQ(type(beat(worker)), "exit");
}

TEST_F(SweepTest, CanBePausedStoppedAndCanceled)
{
    const std::string name = sweep(parameter("min: 0.0, max: 1.0")), worker = agent(name);
    const std::string going = run(worker);
    begin(going, name);
    setState("PAUSED");
    EXPECT_EQ(type(beat(worker)), "nothing");
    setState("RUNNING");
    const std::string other = run(worker);
    begin(other, name);
    setState("CANCELED");
    const Value stop = beat(worker, {other});
    EXPECT_EQ(type(stop), "stop");
    EXPECT_EQ(member(stop.array().front(), "run_id").text(), other);
    EXPECT_EQ(m_recording.run(other).state, RunState::Running);
    EXPECT_EQ(type(beat(worker)), "exit");
    // Its process is gone without a word.
    EXPECT_EQ(m_recording.run(other).state, RunState::Killed);
    EXPECT_EQ(m_recording.run(other).stateReason, "stopped on request");
}

TEST_F(SweepTest, ARunIsStoppedThroughItsAgent)
{
    const std::string name = sweep(parameter("min: 0.0, max: 1.0")), worker = agent(name);
    const std::string going = run(worker);
    m_recording.query(
        "mutation S { stopRun(input: {id: \"" +
        member(m_recording.upsert(R"({"name":")" + going + R"(","modelName":"p","sweep":")" + name + "\"}"), "id")
            .text() +
        "\"}) { success } }");
    EXPECT_EQ(type(beat(worker, {going})), "stop");
    m_recording.end(going, 1);
    EXPECT_EQ(type(beat(worker)), "run");
    EXPECT_EQ(m_recording.run(going).state, RunState::Killed);
}

TEST_F(SweepTest, RunsThatDoWorseEndEarly)
{
    const std::string name =
        sweep(parameter("min: 0.0, max: 1.0") + "metric: {name: loss, goal: minimize}\n"
                                                "early_terminate: {type: hyperband, min_iter: 5, eta: 2}\n");
    std::vector<std::string> agents, runs;
    for (int i = 0; i < 3; ++i) {
        agents.push_back(agent(name));
        runs.push_back(run(agents.back()));
        begin(runs.back(), name);
    }
    log(runs[0], 0, 5, 0.1);
    EXPECT_EQ(type(beat(agents[0], {runs[0]})), "nothing");
    log(runs[1], 0, 4, 0.5);
    EXPECT_EQ(type(beat(agents[1], {runs[1]})), "nothing");
    log(runs[1], 4, 5, 0.5);
    EXPECT_EQ(type(beat(agents[1], {runs[1]})), "stop");
    log(runs[2], 0, 5, 0.05);
    EXPECT_EQ(type(beat(agents[2], {runs[2]})), "nothing");
}

TEST_F(SweepTest, HasAPlainPage)
{
    const std::string name = sweep("name: <b>\n" + parameter("values: [1]", "grid"));
    begin("in", name);
    begin("out", "other");
    const HttpResponse page = m_recording.ask("GET", "/local/p/sweeps/" + name, "");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;"));
    EXPECT_THAT(page.body, HasSubstr("/local/p/runs/in"));
    EXPECT_THAT(page.body, testing::Not(HasSubstr("/local/p/runs/out")));
    EXPECT_EQ(m_recording.ask("GET", "/local/p/sweeps/none", "").status, 404);
}

TEST_F(SweepTest, WhatIsNotThereIsNotFound)
{
    EXPECT_EQ(
        m_recording
            .tryQuery("mutation { createAgent(input: {host: \"h\", projectName: \"p\", sweep: \"none\"}) { agent {"
                      " id } } }",
                      {})
            .status,
        404);
    for (const char* id : {"", "Agent:1:0", "Agent:x", "Agent::", "Sweep:1"})
        EXPECT_EQ(m_recording
                      .tryQuery("mutation { agentHeartbeat(input: {id: \"" + std::string(id) +
                                    "\", runState: \"{}\"}) { commands } }",
                                {})
                      .status,
                  404)
            << id;
}

} // namespace

} // namespace runglass::test
