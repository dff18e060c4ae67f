// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SeriesColumn.h"

#include <gtest/gtest.h>

#include <limits>

namespace runglass::test
{

namespace
{

constexpr std::int64_t kInexact = (std::int64_t{1} << 53) + 1;

Series columnOf(const std::vector<Value>& values)
{
    SeriesColumn column;
    for (std::size_t i = 0; i < values.size(); ++i)
        column.add(i + 1, static_cast<std::int64_t>(i), 0.5, values[i]);
    return column.take({0, false, {"metric"}});
}

} // namespace

TEST(SeriesColumnTest, integersStayIntegers)
{
    const Series series = columnOf({1, kInexact, std::numeric_limits<std::int64_t>::min()});
    EXPECT_EQ(series.kind(), SeriesKind::Integer);
    EXPECT_EQ(series.at(1), Value(kInexact));
}

TEST(SeriesColumnTest, exactIntegersJoinDoubles)
{
    const Series later = columnOf({1, 2, 0.5, 3});
    EXPECT_EQ(later.kind(), SeriesKind::Double);
    EXPECT_EQ(later.toDoubles(), (std::vector<double>{1, 2, 0.5, 3}));
    EXPECT_EQ(columnOf({0.5, 7}).kind(), SeriesKind::Double);
}

TEST(SeriesColumnTest, anIntegerThatADoubleCannotHoldIsKept)
{
    const Series first = columnOf({kInexact, 0.5});
    ASSERT_EQ(first.kind(), SeriesKind::Json);
    EXPECT_EQ(first.at(0), Value(kInexact));
    EXPECT_EQ(first.at(1), Value(0.5));
    const Series last = columnOf({2, 0.5, kInexact});
    ASSERT_EQ(last.kind(), SeriesKind::Json);
    EXPECT_EQ(last.at(0), Value(2));
    EXPECT_EQ(last.at(2), Value(kInexact));
}

TEST(SeriesColumnTest, otherMixturesAreJson)
{
    EXPECT_EQ(columnOf({true, false}).kind(), SeriesKind::Bool);
    EXPECT_EQ(columnOf({true, 1}).kind(), SeriesKind::Json);
    EXPECT_EQ(columnOf({true, 1}).at(0), Value(true));
    EXPECT_EQ(columnOf({0.5, "text"}).at(0), Value(0.5));
    EXPECT_EQ(columnOf({nullptr, nullptr}).kind(), SeriesKind::Json);
    EXPECT_EQ(columnOf({1, nullptr}).at(1), Value());
}

TEST(SeriesColumnTest, theLastValueOfARowCounts)
{
    SeriesColumn column;
    column.addInteger(1, 0, 0, 5);
    column.addDouble(1, 0, 0, 0.5);
    column.addInteger(2, 1, 0, 7);
    column.addDouble(2, 1, 0, 0.25);
    const Series series = column.take({});
    EXPECT_EQ(series.kind(), SeriesKind::Double);
    EXPECT_EQ(series.toDoubles(), (std::vector<double>{0.5, 0.25}));
    EXPECT_EQ(series.step, (std::vector<std::int64_t>{0, 1}));
}

TEST(SeriesColumnTest, stepsAreBroughtInOrder)
{
    SeriesColumn column;
    column.addInteger(1, 5, 50, 500);
    column.addInteger(2, 3, 30, 300);
    column.addInteger(3, 5, 51, 501);
    const Series series = column.take({});
    EXPECT_EQ(series.step, (std::vector<std::int64_t>{3, 5, 5}));
    EXPECT_EQ(series.time, (std::vector<double>{30, 50, 51}));
    EXPECT_EQ(series.toDoubles(), (std::vector<double>{300, 500, 501}));
}

} // namespace runglass::test
