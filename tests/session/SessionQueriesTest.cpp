// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/JsonText.h"
#include "tests/session/SessionFixture.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace runglass::test
{

class SessionQueriesTest : public SessionFixture
{
};

TEST_F(SessionQueriesTest, opensARun)
{
    const SourceId source = openAndRead(fixture("wandb/config"));
    const RunRef ref = run("cfg-498qq4uj");
    EXPECT_EQ(ref.source, source);
    const auto opened = result(m_session->openRun(ref));
    ASSERT_TRUE(opened) << describe(opened.error());
    const OpenedRun& found = **opened;
    EXPECT_EQ(found.ref, ref);
    EXPECT_EQ(found.run.name, "Config 実験 dusty-jetty (renamed)");
    EXPECT_EQ(found.run.state, RunState::Finished);
    EXPECT_EQ(*findPath(found.run.config, {"big"}), Value(std::int64_t{9007199254740993}));
    EXPECT_EQ(found.detail.segments.size(), 1U);
    const auto none = result(m_session->openRun({source, {"x", "y", "z"}}));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, Error::Kind::NotFound);
}

TEST_F(SessionQueriesTest, readsSeriesOnce)
{
    openAndRead(fixture("wandb/history"));
    const RunRef ref = run("dd7kykse");
    const auto infos = result(m_session->seriesInfo(ref));
    ASSERT_TRUE(infos);
    const MetricEntry loss{false, {"train/loss"}, 1};
    EXPECT_TRUE(std::any_of((*infos)->begin(), (*infos)->end(),
                            [&loss](const SeriesInfo& info) { return info.id.key == loss.key; }));
    const auto first = result(m_session->chartSeries(loss, {ref}));
    ASSERT_TRUE(first);
    ASSERT_EQ((*first)->size(), 1U);
    const ChartSeries& chart = (*first)->front();
    EXPECT_EQ(chart.run, ref);
    ASSERT_EQ(chart.segments.size(), 1U);
    const Line& values = *chart.segments.front();
    ASSERT_EQ(values.size(), 40U);
    EXPECT_DOUBLE_EQ(values.value(0), 1.0116624167724102);
    EXPECT_TRUE(std::isnan(values.value(7)));
    EXPECT_TRUE(std::isinf(values.value(8)));
    const auto again = result(m_session->chartSeries(loss, {ref}));
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->front().segments.front(), chart.segments.front()) << "from the cache";
    const auto none = result(m_session->chartSeries({true, {"train/loss"}, 0}, {ref, {ref.source, {"a", "b", "c"}}}));
    ASSERT_TRUE(none);
    EXPECT_TRUE((*none)->empty()) << "no such hardware series, no such run";
}

TEST_F(SessionQueriesTest, givesTheSegmentsOfAResumedRun)
{
    openAndRead(fixture("wandb/resume"));
    const auto opened = result(m_session->openRun(run("resr7pue")));
    ASSERT_TRUE(opened);
    EXPECT_EQ((*opened)->detail.segments.size(), 2U);
    const KeyPath key = m_session->metrics()->front().key;
    const auto series = result(m_session->chartSeries({false, key, 0}, {run("resr7pue")}));
    ASSERT_TRUE(series);
    ASSERT_EQ((*series)->size(), 1U);
    const auto& segments = (*series)->front().segments;
    ASSERT_EQ(segments.size(), 2U);
    EXPECT_EQ(segments[0]->id().segment, 0);
    EXPECT_EQ(segments[1]->id().segment, 1);
}

TEST_F(SessionQueriesTest, readsAndSavesTheLog)
{
    openAndRead(fixture("wandb/finishcode"));
    const RunRef ref = run("53t5w2tz");
    const auto lines = result(m_session->logLines(ref));
    ASSERT_TRUE(lines);
    ASSERT_EQ((*lines)->size(), 20U);
    EXPECT_EQ((*lines)->front().text, "step 0");
    EXPECT_EQ((*lines)->back().text, "step 19");
    std::string whole;
    for (const LogLine& line : **lines)
        whole += line.text + '\n';
    const std::filesystem::path saved = m_home.path() / "ログ.txt";
    const Status status = result(m_session->saveLog(ref, saved.string()));
    ASSERT_TRUE(status) << describe(status.error());
    EXPECT_EQ(contents(saved), whole);
    const Status refused = result(m_session->saveLog(ref, (m_home.path() / "no/such/folder").string()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::Io);
}

TEST_F(SessionQueriesTest, listsReadsAndSavesFiles)
{
    openAndRead(fixture("wandb/files"));
    const RunRef ref = run("ca4pqdxu");
    const auto opened = result(m_session->openRun(ref));
    const auto files = result(m_session->files(ref));
    ASSERT_TRUE(opened);
    ASSERT_TRUE(files);
    const auto found = std::find_if((*files)->begin(), (*files)->end(),
                                    [](const RunFile& file) { return file.path == "requirements.txt"; });
    ASSERT_NE(found, (*files)->end());
    const std::string path = m_session->localPath(**opened, *found);
    const std::string bytes = contents(path);
    ASSERT_FALSE(bytes.empty()) << path;
    EXPECT_EQ(bytes.size(), found->sizeBytes);
    const auto part = result(m_session->readFile(ref, *found, 3, 10));
    ASSERT_TRUE(part);
    EXPECT_EQ(**part, bytes.substr(3, 10));
    const std::filesystem::path copy = m_home.path() / "copy.txt";
    const Status saved = result(m_session->saveFile(ref, *found, copy.string()));
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(contents(copy), bytes);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_home.path()), {}), 2) << "the copy, the cache";

    RunFile outside = *found;
    outside.path = "../../../../expected.json";
    const std::filesystem::path stolen = m_home.path() / "stolen";
    EXPECT_FALSE(result(m_session->saveFile(ref, outside, stolen.string())));
    EXPECT_FALSE(std::filesystem::exists(stolen));
}

TEST_F(SessionQueriesTest, exportsRunsOfSeveralSources)
{
    openAndRead(fixture("wandb/config"));
    openAndRead(fixture("wandb/small"));
    const std::shared_ptr<const RunList> list = m_session->list();
    RunExport runs{RunExport::Format::JsonLines, list->table, list->rows, {}, false};
    ASSERT_GT(runs.rows.size(), 8U);
    const std::string file = (m_home.path() / "runs.jsonl").string();
    const Result<ExportReport> report = result(m_session->exportRuns(runs, file));
    ASSERT_TRUE(report) << describe(report.error());
    EXPECT_EQ(report->written, runs.rows.size());
    EXPECT_EQ(report->failed, 0U);
    std::istringstream lines(contents(file));
    std::size_t place = 0;
    for (std::string line; std::getline(lines, line); ++place) {
        const Result<Value> run = valueFromJson(line);
        ASSERT_TRUE(run) << line;
        EXPECT_EQ(findPath(*run, {"path"})->text(), toString(list->ref(place).path));
        EXPECT_EQ(findPath(*run, {"source", "location"})->text(), m_session->source(list->ref(place).source)->location);
    }
    EXPECT_EQ(place, runs.rows.size());
}

TEST_F(SessionQueriesTest, anExportThatFailsLeavesTheFileAlone)
{
    const SourceId source = openAndRead(fixture("wandb/small"));
    const std::shared_ptr<const RunList> list = m_session->list();
    const std::string file = (m_home.path() / "runs.jsonl").string();
    std::ofstream(file) << "before";
    m_session->close(source);
    RunExport runs{RunExport::Format::JsonLines, list->table, list->rows, {}, false};
    const Result<ExportReport> closed = result(m_session->exportRuns(runs, file));
    ASSERT_FALSE(closed);
    EXPECT_EQ(closed.error().kind, Error::Kind::NotFound);
    const Result<ExportReport> nowhere = result(
        m_session->exportRuns({RunExport::Format::Csv, list->table, list->rows, {pathColumn()}, false}, "/dev/full"));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().kind, Error::Kind::Io);
    EXPECT_EQ(nowhere.error().path, "/dev/full");
    runs.rows.assign(2'000'000, runs.rows.front());
    runs.format = RunExport::Format::Csv;
    runs.columns = everyColumn(*list->table, list->rows);
    QFuture<Result<ExportReport>> canceled = m_session->exportRuns(runs, file);
    ASSERT_TRUE(waitFor([&canceled] { return canceled.progressValue() > 0; }));
    canceled.cancel();
    ASSERT_TRUE(waitFor([&canceled] { return canceled.isFinished(); }));
    EXPECT_EQ(canceled.resultCount(), 0);
    EXPECT_EQ(contents(file), "before");
}

} // namespace runglass::test
