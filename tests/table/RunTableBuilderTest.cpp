// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunTableBuilder.h"

#include "tests/table/TableText.h"

#include <chrono>
#include <gmock/gmock.h>
#include <random>
#include <set>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

std::vector<std::string> keyTexts(const RunTable& table)
{
    std::vector<std::string> texts;
    for (std::size_t i = static_cast<std::size_t>(Field::Count); i < table.columns().size(); ++i)
        texts.push_back(toText(table.columns()[i]->id()));
    return texts;
}

/// Makes up values that change kind, vanish and come back.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {
    }
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    Value value()
    {
        switch (below(9)) {
        case 0:
            return nullptr;
        case 1:
            return below(2) == 0;
        case 2:
            return (std::int64_t{1} << 53) + static_cast<std::int64_t>(below(5));
        case 3:
            return "t" + std::to_string(below(6));
        case 4:
            return Value::Array{"x", "y" + std::to_string(below(3))};
        case 5:
            return Value::Object{{"in", static_cast<int>(below(4))}, {"none", nullptr}};
        case 6:
            return std::numeric_limits<double>::quiet_NaN();
        default:
            return static_cast<double>(below(100)) / 4;
        }
    }
    Run run()
    {
        Run run = makeRun("r" + std::to_string(below(40)), below(3) == 0 ? "" : "n" + std::to_string(below(9)));
        if (below(4) > 0)
            run.startedAt = static_cast<TimeNs>(below(50));
        for (std::size_t keys = below(6); keys > 0; --keys)
            setPath(run.config, {"c" + std::to_string(below(5))},
                    below(3) > 0 ? Value(static_cast<int>(below(9))) : value());
        for (std::size_t keys = below(6); keys > 0; --keys)
            setPath(run.summary, {"s" + std::to_string(below(5))}, value());
        if (below(2) == 0)
            run.tags = {"tag" + std::to_string(below(3))};
        run.state = static_cast<RunState>(below(7));
        return run;
    }

private:
    std::mt19937 m_random;
};

} // namespace

TEST(RunTableBuilderTest, makesAColumnForEachLeaf)
{
    runglass::Run run = makeRun("a");
    setPath(run.config, {"lr"}, 0.1);
    setPath(run.config, {"opt", "name"}, "sgd");
    setPath(run.config, {"opt", "sched", "warmup"}, 5);
    setPath(run.config, {"opt", "empty"}, Value::Object());
    setPath(run.config, {"layers"}, Value::Array{1, 2});
    setPath(run.config, {"nothing"}, nullptr);
    setPath(run.config, {"_wandb", "secret"}, 1);
    setPath(run.config, {"opt", "_kept"}, 1);
    setPath(run.config, {"a.b"}, 1);
    setPath(run.summary, {"lr"}, 0.2);
    setPath(run.summary, {"_runtime"}, 3);
    setPath(run.summary, {"epoch10"}, 1);
    setPath(run.summary, {"epoch9"}, 1);
    setPath(run.summary, {"picture"}, Value::Object{{"_type", "image-file"}, {"width", 3}});
    RunTableBuilder builder;
    builder.apply(1, {run});
    const auto table = builder.snapshot();
    EXPECT_THAT(keyTexts(*table), ElementsAre("config.`a.b`", "config.layers", "config.lr", "config.opt._kept",
                                              "config.opt.name", "config.opt.sched.warmup", "summary.epoch9",
                                              "summary.epoch10", "summary.lr", "summary.picture"));
    EXPECT_EQ(text(table->column(configColumn({"lr"}))->value(0)), "0.10000000000000001d");
    EXPECT_EQ(text(table->column(summaryColumn({"lr"}))->value(0)), "0.20000000000000001d");
    EXPECT_EQ(table->column(configColumn({"a", "b"})), nullptr);
}

TEST(RunTableBuilderTest, fillsTheFields)
{
    runglass::Run run = makeRun("a", "", 1'700'000'000'123'456'789);
    run.notes = "note";
    run.tags = {"x", "y"};
    run.runtimeSeconds = 12.5;
    run.exitCode = 3;
    run.warnings = {{}, {}};
    RunTableBuilder builder;
    builder.setSourceText(4, "/runs");
    builder.apply(4, {run});
    const auto table = builder.snapshot();
    const auto cell = [&table](Field field) { return text(table->field(field).value(0)); };
    EXPECT_EQ(cell(Field::Name), "\"a\"");
    EXPECT_TRUE(table->isNameFromId(0));
    EXPECT_EQ(cell(Field::State), "\"finished\"");
    EXPECT_EQ(cell(Field::Notes), "\"note\"");
    EXPECT_EQ(cell(Field::Tags), "[\"x\" \"y\" ]");
    EXPECT_EQ(cell(Field::Created), "1700000000123456789");
    EXPECT_EQ(cell(Field::Runtime), "12.5d");
    EXPECT_EQ(cell(Field::ExitCode), "3");
    EXPECT_EQ(cell(Field::Source), "\"/runs\"");
    EXPECT_EQ(cell(Field::Project), "\"proj\"");
    EXPECT_EQ(cell(Field::Group), "-");
    EXPECT_EQ(table->warningCount(0), 2U);
    EXPECT_EQ(table->rowOf({4, {"team", "proj", "a"}}), 0U);
    EXPECT_FALSE(table->rowOf({5, {"team", "proj", "a"}}));
}

TEST(RunTableBuilderTest, sharesWhatDoesNotChange)
{
    RunTableBuilder builder;
    runglass::Run run = makeRun("a");
    setPath(run.config, {"lr"}, 0.1);
    setPath(run.summary, {"loss"}, 1.0);
    builder.apply(1, {run, makeRun("b")});
    const auto before = builder.snapshot();
    setPath(run.summary, {"loss"}, 0.5);
    builder.apply(1, {run});
    const auto after = builder.snapshot();
    EXPECT_EQ(before->column(configColumn({"lr"})), after->column(configColumn({"lr"})));
    EXPECT_EQ(&before->field(Field::Name), &after->field(Field::Name));
    EXPECT_TRUE(before->sharesRows(*after));
    EXPECT_EQ(before->column(summaryColumn({"loss"}))->number(0), 1.0) << "a snapshot never changes";
    EXPECT_EQ(after->column(summaryColumn({"loss"}))->number(0), 0.5);
}

TEST(RunTableBuilderTest, dropsColumnsThatAreEmpty)
{
    RunTableBuilder builder;
    runglass::Run run = makeRun("a");
    setPath(run.config, {"k", "x"}, 1);
    builder.apply(1, {run});
    EXPECT_THAT(keyTexts(*builder.snapshot()), ElementsAre("config.k.x"));
    run.config = Value();
    setPath(run.config, {"k"}, 2);
    builder.apply(1, {run});
    EXPECT_THAT(keyTexts(*builder.snapshot()), ElementsAre("config.k"));
    builder.remove(1, {run.path, {"no", "such", "run"}});
    const auto table = builder.snapshot();
    EXPECT_EQ(table->rowCount(), 0U);
    EXPECT_TRUE(keyTexts(*table).empty());
    setPath(run.config, {"k"}, Value::Object{{"x", 3}});
    builder.apply(1, {run});
    EXPECT_THAT(keyTexts(*builder.snapshot()), ElementsAre("config.k.x"));
}

TEST(RunTableBuilderTest, keepsRowsInPlaceUntilOneGoes)
{
    RunTableBuilder builder;
    builder.apply(1, {makeRun("a"), makeRun("b")});
    builder.apply(2, {makeRun("a")});
    builder.apply(1, {makeRun("c"), makeRun("a", "renamed")});
    auto table = builder.snapshot();
    ASSERT_EQ(table->rowCount(), 4U);
    EXPECT_EQ(table->name(0), "renamed");
    EXPECT_EQ(table->ref(2).source, 2);
    builder.removeSource(1);
    table = builder.snapshot();
    ASSERT_EQ(table->rowCount(), 1U);
    EXPECT_EQ(table->ref(0).source, 2);
    EXPECT_EQ(table->rowOf({2, {"team", "proj", "a"}}), 0U);
    EXPECT_FALSE(table->rowOf({1, {"team", "proj", "a"}}));
}

TEST(RunTableBuilderTest, boundsTheNumberOfColumns)
{
    RunTableBuilder builder;
    runglass::Run run = makeRun("hostile");
    for (std::size_t i = 0; i < RunTableBuilder::kMostKeyColumns + 100; ++i)
        setPath(run.summary, {"k" + std::to_string(i)}, 1);
    builder.apply(1, {run});
    EXPECT_EQ(keyTexts(*builder.snapshot()).size(), RunTableBuilder::kMostKeyColumns);
}

TEST(RunTableBuilderTest, bitByBitEqualsAllAtOnce)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    for (int round = 0; round < 30; ++round) {
        RunTableBuilder bitByBit;
        std::map<RunRef, runglass::Run> truth;
        std::vector<RunRef> order; // rows keep their place; those that come back come at the end
        for (std::size_t batches = 1 + dice.below(20); batches > 0; --batches) {
            const SourceId source = 1 + static_cast<SourceId>(dice.below(2));
            std::vector<runglass::Run> changed;
            for (std::size_t runs = dice.below(8); runs > 0; --runs) {
                changed.push_back(dice.run());
                const RunRef ref{source, changed.back().path};
                if (!truth.contains(ref))
                    order.push_back(ref);
                truth[ref] = changed.back();
            }
            bitByBit.apply(source, changed);
            std::set<RunRef> gone;
            if (dice.below(3) == 0) {
                for (std::size_t runs = dice.below(5); runs > 0 && !order.empty(); --runs) {
                    const RunRef ref = order[dice.below(order.size())];
                    if (ref.source == source)
                        gone.insert(ref);
                }
            }
            std::vector<RunPath> paths;
            for (const RunRef& ref : gone) {
                paths.push_back(ref.path);
                truth.erase(ref);
            }
            bitByBit.remove(source, paths);
            std::erase_if(order, [&gone](const RunRef& ref) { return gone.contains(ref); });
            if (dice.below(2) == 0)
                bitByBit.snapshot();
        }
        RunTableBuilder atOnce;
        for (const RunRef& ref : order)
            atOnce.apply(ref.source, {truth[ref]});
        const auto one = bitByBit.snapshot();
        const auto other = atOnce.snapshot();
        ASSERT_EQ(cells(*one), cells(*other)) << "round " << round;
        ASSERT_EQ(columnTexts(*one), columnTexts(*other)) << "round " << round;
        for (std::uint32_t row = 0; row < one->rowCount(); ++row)
            ASSERT_EQ(one->ref(row), order[row]);
        for (const auto& column : one->columns()) {
            std::vector<std::uint32_t> rows(one->rowCount());
            std::iota(rows.begin(), rows.end(), 0U);
            std::vector<std::uint32_t> same = rows;
            column->sort(rows, true);
            other->column(column->id())->sort(same, true);
            ASSERT_EQ(rows, same) << toText(column->id());
        }
    }
}

TEST(RunTableBuilderTest, isQuickWithTenThousandRuns)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 10'000; ++i) {
        runglass::Run run = makeRun("run" + std::to_string(i), "name-" + std::to_string(i % 977), i);
        Value::Object& config = run.config.makeObject();
        Value::Object& summary = run.summary.makeObject();
        for (int key = 0; key < 50; ++key) {
            config.emplace("key" + std::to_string(key),
                           key % 5 == 0 ? Value("v" + std::to_string(i % 7)) : Value(i * key));
            summary.emplace("metric/" + std::to_string(key), 1.0 / (i + key + 1));
        }
        runs.push_back(std::move(run));
    }
    const auto start = std::chrono::steady_clock::now();
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    const auto table = builder.snapshot();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(table->columns().size(), static_cast<std::size_t>(Field::Count) + 100);
    RecordProperty("milliseconds", static_cast<int>(took.count() * 1e3));
    // Well under half a second when optimised and alone; a debug build under sanitizers on a busy machine takes longer.
    EXPECT_LT(took.count(), 20.0);
}

} // namespace runglass::test
