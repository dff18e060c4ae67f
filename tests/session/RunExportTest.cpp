// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunExport.h"

#include "models/session/JsonText.h"
#include "tests/session/CsvText.h"
#include "tests/table/TableText.h"

#include <gmock/gmock.h>
#include <limits>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;

/// Three runs; the second has no name and no start.
class RunExportTest : public testing::Test
{
protected:
    RunExportTest()
    {
        m_runs = {makeRun("one", "first", TimeNs{1'500'000'000}), makeRun("two"), makeRun("three", "third", TimeNs{0})};
        setPath(m_runs[0].config, {"lr"}, 0.1);
        setPath(m_runs[0].summary, {"loss"}, std::numeric_limits<double>::quiet_NaN());
        setPath(m_runs[1].config, {"_internal"}, 1);
        setPath(m_runs[2].config, {"formula"}, "=1");
        m_runs[2].tags = {"a", "b"};
        RunTableBuilder builder;
        builder.setSourceText(1, "/runs");
        builder.apply(1, m_runs);
        m_export.table = builder.snapshot();
        m_export.rows = {2, 0, 1};
    }

    Result<ExportReport> write(StringSink& sink)
    {
        return writeRuns(
            m_export,
            [this](std::uint32_t row) -> Result<ExportedRun> {
                if (m_unreadable == row)
                    return Error{Error::Kind::Corruption, "damaged", "/runs/x"};
                return ExportedRun{m_runs[row], {"wandb-folder", "/runs"}};
            },
            sink,
            [this](std::uint32_t done) {
                m_done.push_back(done);
                return done < m_until;
            });
    }

    std::vector<runglass::Run> m_runs;
    RunExport m_export;
    std::optional<std::uint32_t> m_unreadable;
    std::vector<std::uint32_t> m_done;
    std::uint32_t m_until = 100;
};

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_F(RunExportTest, csvHasEveryColumnThatTheRunsHave)
{
    m_export.columns = everyColumn(*m_export.table, m_export.rows);
    StringSink sink;
    const Result<ExportReport> report = write(sink);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->written, 3U);
    EXPECT_THAT(m_done, ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(sink.bytes,
              "path,name,state,notes,tags,created,runtime,group,job_type,author,duration,host,id,project,entity,sweep,"
              "program,exit_code,source,config.formula,config.lr,summary.loss\r\n"
              "team/proj/three,third,finished,,\"a, b\",1970-01-01T00:00:00Z,,,,,,,three,proj,team,,,,/runs,'=1,,\r\n"
              "team/proj/one,first,finished,,,1970-01-01T00:00:01.5Z,,,,,,,one,proj,team,,,,/runs,,0.1,NaN\r\n"
              "team/proj/two,,finished,,,,,,,,,,two,proj,team,,,,/runs,,,\r\n");
    m_export.rows = {1};
    EXPECT_EQ(everyColumn(*m_export.table, m_export.rows).back().name, "source") << "no key that none of them has";
}

TEST_F(RunExportTest, csvHasTheColumnsThatWereAskedFor)
{
    m_export.columns = {namedColumn(configColumn({"lr"})), pathColumn(), {"config.gone", {}}};
    StringSink sink;
    ASSERT_TRUE(write(sink));
    EXPECT_THAT(readCsv(sink.bytes),
                ElementsAre(ElementsAre("config.lr", "path", "config.gone"), ElementsAre("", "team/proj/three", ""),
                            ElementsAre("0.1", "team/proj/one", ""), ElementsAre("", "team/proj/two", "")));
}

TEST_F(RunExportTest, aLineOfJsonIsARunObject)
{
    m_export.format = RunExport::Format::JsonLines;
    StringSink sink;
    ASSERT_TRUE(write(sink));
    const std::vector<std::string> lines = linesOf(sink.bytes);
    ASSERT_EQ(lines.size(), 3U);
    std::vector<std::string> ids;
    for (const std::string& line : lines) {
        const Result<Value> run = valueFromJson(line);
        ASSERT_TRUE(run) << line;
        ids.push_back(findPath(*run, {"id"})->text());
        EXPECT_EQ(findPath(*run, {"columns"}), nullptr);
        EXPECT_EQ(findPath(*run, {"source", "location"})->text(), "/runs");
        EXPECT_EQ(findPath(*run, {"config", "_internal"}), nullptr);
    }
    EXPECT_THAT(ids, ElementsAre("three", "one", "two"));
    EXPECT_EQ(findPath(*valueFromJson(lines[1]), {"summary", "loss"})->text(), "NaN");
}

TEST_F(RunExportTest, jsonLinesTakeColumnsAndInternalKeys)
{
    m_export.format = RunExport::Format::JsonLines;
    m_export.columns = {namedColumn({ColumnOrigin::Field, Field::Created, {}}), pathColumn()};
    m_export.internal = true;
    StringSink sink;
    ASSERT_TRUE(write(sink));
    const std::vector<std::string> lines = linesOf(sink.bytes);
    const Result<Value> two = valueFromJson(lines.at(2));
    EXPECT_EQ(findPath(*two, {"config", "_internal"})->toInteger(), 1);
    EXPECT_TRUE(findPath(*two, {"columns", "created"})->isNull());
    EXPECT_EQ(findPath(*two, {"columns", "path"})->text(), "team/proj/two");
}

TEST_F(RunExportTest, aRunThatCannotBeReadCostsItsLineOnly)
{
    m_export.format = RunExport::Format::JsonLines;
    m_unreadable = 0;
    StringSink sink;
    const Result<ExportReport> report = write(sink);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->written, 2U);
    EXPECT_EQ(report->failed, 1U);
    EXPECT_EQ(report->firstFailure->detail, "damaged");
    EXPECT_EQ(linesOf(sink.bytes).size(), 2U);
    EXPECT_THAT(m_done, ElementsAre(0, 1, 2, 3));
}

TEST_F(RunExportTest, endsWhenItIsCancelledOrNobodyReads)
{
    StringSink sink;
    m_until = 1;
    const Result<ExportReport> cancelled = write(sink);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, Error::Kind::Canceled);
    EXPECT_THAT(m_done, ElementsAre(0, 1));
    m_until = 100;
    sink.closed = true;
    const Result<ExportReport> closed = write(sink);
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->written, 0U);
}

} // namespace runglass::test
