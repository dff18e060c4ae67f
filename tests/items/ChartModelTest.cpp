// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ChartModel.h"

#include "models/items/SeriesTableModel.h"
#include "tests/support/QtMessages.h"

#include <QItemSelectionModel>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <deque>

namespace runglass
{
namespace
{

using Segments = std::vector<std::shared_ptr<const Line>>;
using Answered = Result<std::shared_ptr<const std::vector<ChartSeries>>>;

RunRef ref(const std::string& id)
{
    return {1, {"team", "project", id}};
}

std::shared_ptr<const Line> lineOf(int points, int segment = 0)
{
    Series series;
    series.id = {segment, false, {"loss"}};
    std::vector<double> values;
    for (int i = 0; i < points; ++i) {
        series.step.push_back(i);
        series.time.push_back(1.7e9 + i);
        values.push_back(i * 0.5);
    }
    series.values = std::move(values);
    return std::make_shared<const Line>(series);
}

/// Answers when the test says so.
class LateSource : public ChartSource
{
public:
    struct Question {
        std::vector<RunRef> runs;
        QPromise<Answered> promise;
    };

    Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry&, const XAxis&, std::vector<RunRef> runs) override
    {
        Question& question = questions.emplace_back();
        question.runs = std::move(runs);
        question.promise.start();
        return question.promise.future();
    }
    Answer<std::vector<SeriesInfo>> seriesInfo(const RunRef&) override { return {}; }

    /// Answers the question asked first with what lines holds now.
    void answer()
    {
        Question question = std::move(questions.front());
        questions.pop_front();
        auto found = std::make_shared<std::vector<ChartSeries>>();
        for (const RunRef& run : question.runs) {
            if (const auto its = lines.find(run); its != lines.end())
                found->push_back({run, its->second});
        }
        finish(question, Answered(std::shared_ptr<const std::vector<ChartSeries>>(found)));
    }
    void fail()
    {
        Question question = std::move(questions.front());
        questions.pop_front();
        finish(question, Error{Error::Kind::Io, "The disk is gone.", {}});
    }
    static void finish(Question& question, Answered answered)
    {
        question.promise.addResult(std::move(answered));
        question.promise.finish();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::deque<Question> questions;
    std::map<RunRef, Segments> lines;
};

class ChartModelTest : public testing::Test
{
protected:
    ChartModelTest() { m_model.setActive(true); }

    void show(const std::vector<std::string>& ids)
    {
        auto runs = std::make_shared<ShownRuns>();
        for (const std::string& id : ids)
            runs->runs.push_back({ref(id), QString::fromStdString(id), RunColour::slot(0), true});
        m_model.setRuns(runs);
    }
    void change(const std::string& id) { m_model.invalidate({{ref(id)}, {}}); }
    std::vector<std::size_t> counts() const
    {
        std::vector<std::size_t> result;
        for (const ChartLine& line : m_model.lines())
            result.push_back(line.pointCount());
        return result;
    }
    using Counts = std::vector<std::size_t>;

    LateSource m_source;
    ChartModel m_model{{false, {"loss"}, 1}, XAxis(), m_source};
    QSignalSpy m_changes{&m_model, &ChartModel::changed};
};

TEST_F(ChartModelTest, ReadsOnlyRunsThatChanged)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}, {ref("b"), {lineOf(4)}}};
    show({"a", "b"});
    m_source.answer();
    EXPECT_EQ(counts(), (Counts{3, 4}));
    change("c");
    EXPECT_TRUE(m_source.questions.empty());
    change("b");
    ASSERT_EQ(m_source.questions.size(), 1U);
    EXPECT_EQ(m_source.questions.front().runs, std::vector<RunRef>{ref("b")});
    EXPECT_EQ(counts(), (Counts{3, 4})) << "the old lines stay";
    m_source.lines[ref("b")] = {lineOf(5)};
    m_source.answer();
    EXPECT_EQ(counts(), (Counts{3, 5}));
}

TEST_F(ChartModelTest, SaysNothingWhenNothingIsNew)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}};
    show({"a"});
    m_source.answer();
    m_changes.clear();
    change("a");
    m_source.answer();
    EXPECT_EQ(m_changes.count(), 0);
    EXPECT_FALSE(m_model.isLoading());
}

TEST_F(ChartModelTest, AStreamOfNewsNeitherPilesUpNorStarvesTheChart)
{
    m_source.lines = {{ref("a"), {lineOf(1)}}};
    show({"a"});
    for (int i = 2; i < 6; ++i) {
        change("a");
        change("a");
        ASSERT_EQ(m_source.questions.size(), 1U) << "one at a time";
        m_source.answer();
        // Shown although more has come meanwhile, which is asked for at once.
        ASSERT_EQ(counts(), Counts{static_cast<std::size_t>(i - 1)});
        ASSERT_EQ(m_source.questions.size(), 1U);
        m_source.lines[ref("a")] = {lineOf(i)};
    }
    m_source.answer();
    EXPECT_EQ(counts(), Counts{5});
    EXPECT_TRUE(m_source.questions.empty());
}

TEST_F(ChartModelTest, KeepsItsLinesWhenReadingFails)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}};
    show({"a"});
    m_source.answer();
    change("a");
    m_source.fail();
    EXPECT_EQ(counts(), Counts{3});
    EXPECT_TRUE(m_model.error().contains(QStringLiteral("The disk is gone.")));
    change("a");
    m_source.answer();
    EXPECT_TRUE(m_model.error().isEmpty());
}

TEST_F(ChartModelTest, ReadsNothingWhileNobodyLooks)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}};
    show({"a"});
    m_source.answer();
    m_model.setActive(false);
    change("a");
    EXPECT_TRUE(m_source.questions.empty());
    m_model.setActive(true);
    EXPECT_EQ(m_source.questions.size(), 1U);
}

TEST_F(ChartModelTest, ShowsAHiddenRunAgainAtOnceUnlessItChanged)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}, {ref("b"), {lineOf(4)}}};
    show({"a", "b"});
    m_source.answer();
    show({"b"});
    show({"a", "b"});
    EXPECT_EQ(counts(), (Counts{3, 4}));
    EXPECT_TRUE(m_source.questions.empty());
    show({"b"});
    change("a");
    EXPECT_TRUE(m_source.questions.empty()) << "it is not shown";
    show({"a", "b"});
    EXPECT_EQ(counts(), Counts{4});
    ASSERT_EQ(m_source.questions.size(), 1U);
    m_source.answer();
    EXPECT_EQ(counts(), (Counts{3, 4}));
    // A hidden run's points are nobody's to keep.
    show({"b"});
    const std::weak_ptr<const Line> line = m_source.lines[ref("a")].front();
    m_source.lines.erase(ref("a"));
    EXPECT_TRUE(line.expired());
}

TEST_F(ChartModelTest, AnAnswerForAHiddenRunIsNoLine)
{
    m_source.lines = {{ref("a"), {lineOf(3)}}, {ref("b"), {lineOf(4)}}};
    show({"a", "b"});
    show({"b"});
    m_source.answer();
    EXPECT_EQ(counts(), Counts{4});
}

class SeriesTableTest : public testing::Test
{
protected:
    static ChartLine lineOfRun(const std::string& id, const std::vector<int>& points)
    {
        ChartLine line{{ref(id), QString::fromStdString(id), RunColour::slot(0), true}, {}};
        for (const int count : points)
            line.segments.push_back(lineOf(count, static_cast<int>(line.segments.size())));
        return line;
    }
    QString cell(int row, int column) const { return m_model.index(row, column).data().toString(); }

    SeriesTableModel m_model;
    std::shared_ptr<void> m_watch = test::watchModel(&m_model);
};

TEST_F(SeriesTableTest, GrowsWhereLinesEndAndKeepsWhatIsSelected)
{
    m_model.setLines({lineOfRun("a", {3, 2}), lineOfRun("b", {4})});
    ASSERT_EQ(m_model.rowCount(), 9);
    QItemSelectionModel selection(&m_model);
    const QPersistentModelIndex last = m_model.index(8, SeriesTableModel::StepColumn);
    selection.select(m_model.index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy resets(&m_model, &QAbstractItemModel::modelReset);
    m_model.setLines({lineOfRun("a", {3, 5}), lineOfRun("b", {6})});
    EXPECT_EQ(resets.count(), 0);
    ASSERT_EQ(m_model.rowCount(), 14);
    EXPECT_EQ(last.row(), 11);
    EXPECT_EQ(last.data().toString(), QStringLiteral("3"));
    EXPECT_EQ(selection.selectedRows().value(0).row(), 8);
    EXPECT_EQ(cell(7, SeriesTableModel::StepColumn), QStringLiteral("4"));
    EXPECT_EQ(cell(8, SeriesTableModel::RunColumn), QStringLiteral("b"));
    EXPECT_EQ(cell(13, SeriesTableModel::ValueColumn), QStringLiteral("2.5"));
    // Written anew and shorter.
    m_model.setLines({lineOfRun("a", {3, 1}), lineOfRun("b", {6})});
    EXPECT_EQ(m_model.rowCount(), 10);
    EXPECT_EQ(cell(4, SeriesTableModel::RunColumn), QStringLiteral("b"));
    m_model.setLines({lineOfRun("b", {6})});
    EXPECT_EQ(resets.count(), 1);
    EXPECT_EQ(m_model.rowCount(), 6);
    m_model.setLines({});
    EXPECT_EQ(m_model.rowCount(), 0);
}

} // namespace
} // namespace runglass
