// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LineAt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace runglass
{
namespace
{

/// An end inside, or an edge crossed.
bool passesNaively(const QPolygonF& polyline, const QRectF& box)
{
    const auto isInside = [&box](const QPointF& point) { return box.contains(point); };
    if (std::any_of(polyline.begin(), polyline.end(), isInside))
        return true;
    const std::array edges{QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
                           QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())};
    for (qsizetype i = 1; i < polyline.size(); ++i) {
        const QLineF segment(polyline[i - 1], polyline[i]);
        const auto crosses = [&segment](const QLineF& edge) {
            return segment.intersects(edge, nullptr) == QLineF::BoundedIntersection;
        };
        if (std::any_of(edges.begin(), edges.end(), crosses))
            return true;
    }
    return false;
}

TEST(LineAtTest, ABoxHoldsWhatTheNaiveWaySays)
{
    std::mt19937 random(20261130);
    std::uniform_real_distribution<double> place(0, 100);
    std::uniform_int_distribution<int> length(1, 12);
    int inside = 0, outside = 0;
    for (int time = 0; time < 20'000; ++time) {
        QPolygonF polyline;
        for (int i = length(random); i > 0; --i)
            polyline.append(QPointF(place(random), place(random)));
        std::sort(polyline.begin(), polyline.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
        // Reduced lines rise and fall inside one column of pixels.
        if (polyline.size() > 2)
            polyline[1].setX(polyline[0].x());
        const QPointF corner(place(random), place(random));
        const QRectF box(corner, QSizeF(place(random) / 8 + 0.1, place(random) / 8 + 0.1));
        const bool expected = passesNaively(polyline, box);
        ASSERT_EQ(passesThrough(polyline, box), expected) << time;
        (expected ? inside : outside)++;
    }
    EXPECT_GT(inside, 1000);
    EXPECT_GT(outside, 1000);
}

TEST(LineAtTest, APointAloneIsInTheBoxOrNot)
{
    EXPECT_TRUE(passesThrough(QPolygonF({{5, 5}}), QRectF(0, 0, 10, 10)));
    EXPECT_FALSE(passesThrough(QPolygonF({{5, 15}}), QRectF(0, 0, 10, 10)));
    EXPECT_FALSE(passesThrough(QPolygonF(), QRectF(0, 0, 10, 10)));
}

TEST(LineAtTest, TheBaselineHasTwoThickerStrokesInALegend)
{
    const auto one = legendDashes({10, 20}, 12, 2, false), two = legendDashes({10, 20}, 12, 2, true);
    ASSERT_EQ(one.size(), 1);
    ASSERT_EQ(two.size(), 2);
    EXPECT_EQ(one[0], QRectF(10, 19, 12, 2));
    EXPECT_LT(two[0].right(), two[1].left());
    EXPECT_GT(two[0].height(), one[0].height());
    EXPECT_EQ(two[1].right(), one[0].right());
}

} // namespace
} // namespace runglass
