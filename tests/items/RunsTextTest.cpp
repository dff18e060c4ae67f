// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsText.h"

#include "models/session/JsonText.h"
#include "tests/table/TableText.h"

#include <limits>

namespace runglass::test
{

namespace
{

CopiedRuns copiedRuns()
{
    Run full = makeRun("one", "first\trun", TimeNs{1'500'000'000});
    full.tags = {"a", "b"};
    full.runtimeSeconds = 750.123456789;
    setPath(full.config, {"lr"}, 0.1234567891);
    setPath(full.config, {"formula"}, "=1");
    setPath(full.summary, {"loss"}, std::numeric_limits<double>::quiet_NaN());
    RunTableBuilder builder;
    builder.apply(1, {full, makeRun("two")});
    CopiedRuns runs;
    runs.table = builder.snapshot();
    runs.rows = {1, 0};
    const auto add = [&runs](ColumnId id, const char* title) {
        runs.columns.push_back({std::move(id), QString::fromUtf8(title)});
    };
    add({ColumnOrigin::Field, Field::Name, {}}, "Name");
    add({ColumnOrigin::Field, Field::State, {}}, "State");
    add({ColumnOrigin::Field, Field::Tags, {}}, "Tags");
    add({ColumnOrigin::Field, Field::Created, {}}, "Created");
    add({ColumnOrigin::Field, Field::Runtime, {}}, "Runtime");
    add(configColumn({"lr"}), "lr");
    add(summaryColumn({"loss"}), "loss");
    add(configColumn({"formula"}), "formula");
    add(configColumn({"gone"}), "gone");
    return runs;
}

} // namespace

TEST(RunsTextTest, aTableHasEveryDigitAndSaysItsUnits)
{
    EXPECT_EQ(
        runsAsTable(copiedRuns(), TableText::Format::Tsv),
        QStringLiteral("Name\tState\tTags\tCreated\tRuntime (s)\tlr\tloss\tformula\tgone\n"
                       "two\tFinished\t\t\t\t\t\t\t\n"
                       "first run\tFinished\ta, b\t1970-01-01 00:00:01\t750.123456789\t0.1234567891\tNaN\t=1\t\n"));
    const QString markdown = runsAsTable(copiedRuns(), TableText::Format::Markdown);
    EXPECT_EQ(markdown.section(u'\n', 1, 1),
              QStringLiteral("| --- | --- | --- | --- | ---: | ---: | ---: | --- | --- |"));
    EXPECT_EQ(markdown.count(u'\n'), 4);
}

TEST(RunsTextTest, jsonHasTheColumnsInOrderAndTheirValues)
{
    const QString json = runsAsJson(copiedRuns());
    EXPECT_TRUE(json.startsWith(QStringLiteral("[\n  {\n    \"path\": \"team/proj/two\",\n    \"name\": null,\n"
                                               "    \"state\": \"finished\",\n")))
        << json.toStdString();
    const Result<Value> runs = valueFromJson(json.toStdString());
    ASSERT_TRUE(runs) << describe(runs.error());
    ASSERT_EQ(runs->array().size(), 2U);
    const Value& full = runs->array()[1];
    EXPECT_EQ(findPath(full, {"name"})->text(), "first\trun");
    EXPECT_EQ(findPath(full, {"created"})->text(), "1970-01-01T00:00:01.5Z");
    EXPECT_EQ(findPath(full, {"runtime"})->toDouble(), 750.123456789);
    EXPECT_EQ(findPath(full, {"config.lr"})->toDouble(), 0.1234567891);
    EXPECT_EQ(findPath(full, {"summary.loss"})->text(), "NaN");
    EXPECT_EQ(findPath(full, {"tags"})->array().size(), 2U);
    EXPECT_TRUE(findPath(full, {"config.gone"})->isNull());
}

} // namespace runglass::test
