// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/MetricColumns.h"

#include "models/table/RunList.h"
#include "tests/table/TableText.h"

#include <cmath>
#include <gmock/gmock.h>
#include <random>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

const ColumnId kLoss = summaryColumn({"loss"});
const ColumnId kAcc = summaryColumn({"acc"});

runglass::Run runWith(const std::string& id, double loss)
{
    runglass::Run run = makeRun(id, "", 5);
    setPath(run.summary, {"loss"}, loss);
    return run;
}

MetricSummary summary(const std::string& id, double first, double min, double max)
{
    return {{"team", "proj", id}, first, min, max};
}

std::vector<std::string> shownCells(const RunTable& table, const ColumnId& id)
{
    std::vector<std::string> texts;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        texts.push_back(text(table.column(id)->value(row)));
    return texts;
}

/// Three runs, a, b and c, of source 1; a and b logged a loss.
class MetricColumnsTest : public ::testing::Test
{
protected:
    MetricColumnsTest()
    {
        m_builder.apply(1, {runWith("a", 0.5), runWith("b", 0.25), runWith("c", 3)});
        m_table = m_builder.snapshot();
        m_columns.keep({{"loss"}});
    }
    std::shared_ptr<const RunTable> apply(MetricValue value) { return m_columns.apply(m_table, {{kLoss, value}}, {1}); }
    void tellAll() { m_columns.setAll(1, {"loss"}, {summary("a", 9, 0.125, 9), summary("b", 2, -1, 4)}); }

    RunTableBuilder m_builder;
    std::shared_ptr<const RunTable> m_table;
    MetricColumns m_columns;
};

} // namespace

TEST_F(MetricColumnsTest, showsTheValueThatIsAskedFor)
{
    tellAll();
    EXPECT_THAT(shownCells(*apply(MetricValue::Min), kLoss), ElementsAre("0.125d", "-1d", "-"));
    EXPECT_THAT(shownCells(*apply(MetricValue::Max), kLoss), ElementsAre("9d", "4d", "-"));
    EXPECT_THAT(shownCells(*apply(MetricValue::First), kLoss), ElementsAre("9d", "2d", "-"));
    const auto shown = apply(MetricValue::Min);
    EXPECT_EQ(&shown->stored(), m_table.get());
    EXPECT_THAT(shownCells(shown->stored(), kLoss), ElementsAre("0.5d", "0.25d", "3d"));
    EXPECT_EQ(m_columns.apply(m_table, {}, {1}), m_table) << "nothing is shown in the place of another";
}

TEST_F(MetricColumnsTest, isPendingUntilEverySourceHasSaidWhatItKnows)
{
    const auto before = apply(MetricValue::Min);
    EXPECT_TRUE(before->isPending(kLoss));
    EXPECT_THAT(shownCells(*before, kLoss), ElementsAre("-", "-", "-"));
    tellAll();
    EXPECT_FALSE(apply(MetricValue::Min)->isPending(kLoss));
    EXPECT_TRUE(m_columns.apply(m_table, {{kLoss, MetricValue::Min}}, {1, 2})->isPending(kLoss));
    m_columns.removeSource(1);
    EXPECT_TRUE(apply(MetricValue::Min)->isPending(kLoss));
}

TEST_F(MetricColumnsTest, givesTheSameTableWhileNothingIsOther)
{
    tellAll();
    const auto first = apply(MetricValue::Min);
    EXPECT_EQ(apply(MetricValue::Min), first);
    m_columns.set(1, {"loss"}, {{"team", "proj", "a"}}, {summary("a", 9, 0.0625, 9)});
    const auto second = apply(MetricValue::Min);
    EXPECT_NE(second, first);
    EXPECT_THAT(shownCells(*second, kLoss), ElementsAre("0.0625d", "-1d", "-"));
    EXPECT_EQ(second->column(kAcc), first->column(kAcc));
    EXPECT_EQ(&second->field(Field::Name), &first->field(Field::Name)) << "other columns are shared";
    m_columns.set(1, {"loss"}, {{"team", "proj", "a"}}, {});
    EXPECT_THAT(shownCells(*apply(MetricValue::Min), kLoss), ElementsAre("-", "-1d", "-")) << "it logs it no more";
}

TEST_F(MetricColumnsTest, sortsByWhatIsShownAndFiltersByTheSummary)
{
    tellAll();
    RunListState state;
    state.sort = {{kLoss, false}};
    const auto ids = [](const RunList& list) {
        std::vector<std::string> all;
        for (std::size_t place = 0; place < list.rows.size(); ++place)
            all.push_back(list.ref(place).path.id);
        return all;
    };
    EXPECT_THAT(ids(makeRunList(m_table, state)), ElementsAre("b", "a", "c"));
    EXPECT_THAT(ids(makeRunList(apply(MetricValue::Max), state)), ElementsAre("b", "a", "c"));
    state.sort = {{kLoss, true}};
    EXPECT_THAT(ids(makeRunList(apply(MetricValue::Max), state)), ElementsAre("a", "b", "c")) << "missing is last";
    state.filter.kind = Filter::Kind::Test;
    state.filter.test.column = {FilterColumn::Origin::Summary, {"loss"}};
    state.filter.test.op = FilterOperator::GreaterOrEqual;
    state.filter.test.values = {{FilterValue::Kind::Number, Value(3.0)}};
    EXPECT_THAT(ids(makeRunList(apply(MetricValue::Max), state)), ElementsAre("c"));
    EXPECT_EQ(makeRunList(apply(MetricValue::Max), state).keyColumns, makeRunList(m_table, state).keyColumns);
}

/// Against a plain map, through runs that come, change and go, metrics that come and go, and other values to show.
TEST_F(MetricColumnsTest, showsWhatAPlainMapWould)
{
    const unsigned seed = std::random_device{}();
    std::mt19937 random(seed);
    const auto upTo = [&random](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    std::map<std::string, MetricSummary> known;
    tellAll();
    known = {{"a", summary("a", 9, 0.125, 9)}, {"b", summary("b", 2, -1, 4)}};
    for (int turn = 0; turn < 300; ++turn) {
        SCOPED_TRACE("seed " + std::to_string(seed) + " turn " + std::to_string(turn));
        const std::string id(1, static_cast<char>('a' + upTo(15)));
        const RunPath path{"team", "proj", id};
        if (upTo(3) == 0)
            m_builder.apply(1, {runWith(id, upTo(9))});
        else if (upTo(5) == 0)
            m_builder.remove(1, {path});
        if (upTo(9) == 0) {
            known.clear();
            m_columns.setAll(1, {"loss"}, {});
        } else if (upTo(1) == 0) {
            known.erase(id);
            std::vector<MetricSummary> now;
            if (upTo(4) != 0) {
                const double low = upTo(3) == 0 ? NAN : static_cast<double>(upTo(9));
                now.push_back(summary(id, upTo(9), low, low + 1));
                known.insert_or_assign(id, now.front());
            }
            m_columns.set(1, {"loss"}, {path}, now);
        }
        m_table = m_builder.snapshot();
        const auto value = upTo(1) == 0 ? MetricValue::Min : MetricValue::First;
        const auto shown = apply(value);
        for (std::uint32_t row = 0; row < shown->rowCount(); ++row) {
            const auto found = known.find(shown->ref(row).path.id);
            const Value expected = found == known.end()        ? Value()
                                   : value == MetricValue::Min ? Value(found->second.min)
                                                               : Value(found->second.first);
            if (shown->column(kLoss)) {
                ASSERT_EQ(text(shown->column(kLoss)->value(row)), text(expected)) << shown->ref(row).path.id;
            }
        }
    }
}

} // namespace runglass::test
