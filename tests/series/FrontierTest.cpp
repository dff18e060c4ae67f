// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Frontier.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace runglass::test
{
namespace
{

std::string frontier(const std::vector<double>& x, const std::vector<double>& y, const Betterness& better)
{
    std::string text;
    for (const bool isOn : frontierOf(x, y, better))
        text += isOn ? '#' : '.';
    return text;
}

TEST(Frontier, HoldsWhatNoOtherBeats)
{
    const std::vector<double> x{1, 2, 3, 2, 4}, y{4, 2, 3, 5, 1};
    EXPECT_EQ(frontier(x, y, {}), "##..#");
    EXPECT_EQ(frontier(x, y, {true, true}), "..###");
    EXPECT_EQ(frontier(x, y, {true, false}), "....#");
    EXPECT_EQ(frontier(x, y, {false, true}), "#..#.");
}

TEST(Frontier, TiesAreOnItTogether)
{
    EXPECT_EQ(frontier({1, 1, 1, 2}, {2, 2, 3, 2}, {}), "##..") << "a worse y at one x, a worse x at one y";
    EXPECT_EQ(frontier({}, {}, {}), "");
    EXPECT_EQ(frontier({std::nan(""), 5}, {0, 5}, {}), ".#");
}

TEST(Frontier, IsWhatAllPairsSay)
{
    std::mt19937 random(3);
    std::uniform_int_distribution<int> number(0, 12);
    std::vector<double> x, y;
    for (int i = 0; i < 80; ++i) {
        x.push_back(number(random));
        y.push_back(number(random));
    }
    for (const Betterness better : {Betterness{false, false}, {true, false}, {false, true}, {true, true}}) {
        const auto no = [](double a, double b, bool larger) { return larger ? a <= b : a >= b; };
        std::string expected;
        for (std::size_t i = 0; i < x.size(); ++i) {
            bool isBeaten = false;
            for (std::size_t j = 0; j < x.size(); ++j)
                isBeaten = isBeaten || (no(x[i], x[j], better.largerX) && no(y[i], y[j], better.largerY) &&
                                        (x[i] != x[j] || y[i] != y[j]));
            expected += isBeaten ? '.' : '#';
        }
        EXPECT_EQ(frontier(x, y, better), expected);
    }
}

} // namespace
} // namespace runglass::test
