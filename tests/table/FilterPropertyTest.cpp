// SPDX-License-Identifier: GPL-3.0-or-later
// The table's filter says of every run what the filter language says word for word.
#include "models/expression/FilterParser.h"
#include "models/table/FilterCheck.h"
#include "models/table/RowFilter.h"
#include "tests/expression/RandomFilter.h"
#include "tests/table/NaiveFilter.h"
#include "tests/table/TableText.h"

namespace runglass::test
{

namespace
{

using Origin = FilterColumn::Origin;

constexpr TimeNs kNow = 1795435200'000'000'000; // 2026-11-23T12:00Z

FilterParts parts()
{
    FilterParts parts;
    for (const char* name : {"name", "id", "path", "project", "state", "notes", "tags", "created", "runtime", "group",
                             "exit_code", "warnings", "entity"})
        parts.columns.push_back({Origin::Field, {name}});
    for (const char* name : {"number", "rare", "text", "list", "mixed", "flag", "when", "numbers"}) {
        parts.columns.push_back({Origin::Config, {name}});
        parts.columns.push_back({Origin::Summary, {name}});
    }
    parts.columns.push_back({Origin::Key, {"only", "deep"}});
    parts.texts = {"adam",
                   "Adam",
                   "ADA",
                   "run2",
                   "run10",
                   "",
                   "é",
                   "É",
                   "finished",
                   "Running",
                   "team",
                   "r1",
                   "proj",
                   "a.*m",
                   "^r",
                   "baseline",
                   "2026-11-23T10:00Z",
                   "損失"};
    return parts;
}

class RandomRuns
{
public:
    explicit RandomRuns(unsigned seed)
        : m_random(seed, parts())
    {
    }

    std::vector<runglass::Run> runs(std::size_t count)
    {
        std::vector<runglass::Run> runs;
        for (std::size_t i = 0; i < count; ++i)
            runs.push_back(run(i));
        return runs;
    }

private:
    bool chance(std::size_t of) { return m_random.below(of) == 0; }
    std::string text() { return m_random.pick(parts().texts); }
    std::string textOrNone() { return chance(3) ? std::string() : text(); }

    Run run(std::size_t number)
    {
        Run run = makeRun("r" + std::to_string(number), textOrNone());
        run.path.project = chance(5) ? std::string() : m_random.pick<std::string>({"proj", "Proj", "uncategorized"});
        run.path.entity = chance(2) ? std::string() : "Team";
        run.state = static_cast<RunState>(m_random.below(7));
        run.notes = textOrNone();
        run.group = textOrNone();
        for (std::size_t tags = m_random.below(3); tags > 0; --tags)
            run.tags.push_back(text());
        if (!chance(4))
            run.startedAt = kNow - static_cast<TimeNs>(m_random.below(10)) * 43'200'000'000'000;
        if (!chance(4))
            run.runtimeSeconds = m_random.pick<double>({0.3, 1, 300, 5400, 90, 1e9});
        if (chance(2))
            run.exitCode = static_cast<int>(m_random.below(3));
        for (std::size_t warnings = m_random.below(3); warnings > 0; --warnings)
            run.warnings.push_back({"file", {}, "cause"});
        setKeys(run.config);
        setKeys(run.summary);
        if (chance(2))
            setPath(run.config, {"only", "deep"}, m_random.number());
        return run;
    }

    void setKeys(Value& object)
    {
        const auto set = [&](const char* name, std::size_t of, const auto& make) {
            if (chance(of))
                setPath(object, {name}, make());
        };
        set("number", 1, [&] { return m_random.number(); });
        set("rare", 9, [&] { return m_random.number(); });
        set("text", 2, [&] { return Value(text()); });
        set("flag", 2, [&] { return Value(chance(2)); });
        set("when", 2, [&] { return Value(m_random.pick<std::string>({"2026-11-23", "2026-11-23T10:00Z", "no"})); });
        set("list", 2, [&] { return Value(Value::Array{text(), text()}); });
        set("numbers", 2, [&] { return Value(Value::Array{m_random.number(), m_random.number()}); });
        set("mixed", 1, [&]() -> Value {
            switch (m_random.below(6)) {
            case 0:
                return m_random.number();
            case 1:
                return text();
            case 2:
                return chance(2);
            case 3:
                return Value::Array{text(), m_random.number(), Value(true), Value()};
            case 4:
                return Value::Array{};
            default:
                return {};
            }
        });
    }

    RandomFilter m_random;
};

std::string list(const RowBits& bits, const RunTable& table)
{
    std::string text;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        text += testBit(bits, row) ? table.ref(row).path.id + ' ' : "";
    return text;
}

} // namespace

TEST(FilterPropertyTest, agreesWithANaiveEvaluatorOverRandomRunsAndTrees)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomRuns random(seed);
    RandomFilter trees(seed + 1, parts());
    int checked = 0;
    for (int round = 0; round < 12; ++round) {
        const std::vector<runglass::Run> runs = random.runs(round < 6 ? 200 : 7);
        RunTableBuilder builder;
        builder.apply(1, runs);
        const std::shared_ptr<const RunTable> table = builder.snapshot();
        for (int i = 0; i < 600; ++i) {
            const Filter filter = trees.filter(static_cast<int>(trees.below(3)));
            const FilteredRows filtered = filterRows(*table, filter, kNow);
            const FilterCheck check = checkFilter(*table, filter);
            ASSERT_EQ(check.error, filtered.error) << toText(filter);
            if (filtered.error)
                continue; // types that do not fit are tested in RowFilterTest
            ASSERT_EQ(check.warnings, filtered.warnings) << toText(filter);
            ++checked;
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                const runglass::Run& run = runs[row];
                ASSERT_EQ(testBit(filtered.rows, row), naiveMatches(run, filter, kNow))
                    << toText(filter) << " of " << run.path.id << "\nconfig " << text(run.config) << "\nsummary "
                    << text(run.summary) << "\nmatches " << list(filtered.rows, *table);
            }
            for (std::size_t row = table->rowCount(); row < filtered.rows.size() * 64; ++row)
                ASSERT_FALSE(testBit(filtered.rows, static_cast<std::uint32_t>(row)));
        }
    }
    EXPECT_GT(checked, 1000);
}

} // namespace runglass::test
