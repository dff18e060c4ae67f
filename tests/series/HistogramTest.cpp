// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Histogram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace runglass::test
{
namespace
{

Value array(const std::vector<double>& numbers)
{
    return Value::Array(numbers.begin(), numbers.end());
}

Value logged(const std::vector<double>& counts, const std::vector<double>& edges)
{
    return Value::Object{{"_type", "histogram"}, {"values", array(counts)}, {"bins", array(edges)}};
}

const Histogram kThree{{0, 1, 2, 4}, {2, 0, 6}};

TEST(Histogram, IsReadAsTheSdkLogsIt)
{
    const auto read = histogramFrom(logged({2, 0, 6}, {0, 1, 2, 4}));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, kThree);
    EXPECT_EQ(read->total(), 8);
    EXPECT_EQ(read->range(), (Range{0, 4}));
    const Value packed =
        Value::Object{{"_type", "histogram"},
                      {"values", array({1, 2})},
                      {"packedBins", Value::Object{{"min", -1.0}, {"size", 0.5}, {"count", std::int64_t{2}}}}};
    EXPECT_EQ(histogramFrom(packed), (Histogram{{-1, -0.5, 0}, {1, 2}}));
}

TEST(Histogram, WhatIsNoneIsNotRead)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(histogramFrom(Value()));
    EXPECT_FALSE(histogramFrom(0.5));
    EXPECT_FALSE(histogramFrom(Value::Object{{"_type", "image-file"}}));
    EXPECT_FALSE(histogramFrom(Value::Object{{"_type", "histogram"}}));
    EXPECT_FALSE(histogramFrom(logged({}, {0})));
    EXPECT_FALSE(histogramFrom(logged({1, 2}, {0, 1})));
    EXPECT_FALSE(histogramFrom(logged({1, 2}, {0, 2, 1}))) << "edges fall";
    EXPECT_FALSE(histogramFrom(logged({1, -2}, {0, 1, 2})));
    EXPECT_FALSE(histogramFrom(logged({1, nan}, {0, 1, 2})));
    EXPECT_FALSE(histogramFrom(logged({1, 2}, {0, 1, nan})));
    const Value odd = Value::Object{{"_type", "histogram"},
                                    {"values", array({1, 2})},
                                    {"packedBins", Value::Object{{"min", 0.0}, {"size", 1.0}, {"count", 3}}}};
    EXPECT_FALSE(histogramFrom(odd));
}

TEST(Histogram, ASeriesHasThemOverItsSteps)
{
    Series series;
    series.step = {1, 4, 9};
    series.time = {10, 40, 90};
    series.values = std::vector<Value>{logged({1}, {0, 1}), 3.0, logged({5}, {-2, 7})};
    const HistogramSeries histograms = histogramsOf(series);
    EXPECT_EQ(histograms.steps, (std::vector<std::int64_t>{1, 9}));
    EXPECT_EQ(histograms.times, (std::vector<double>{10, 90}));
    EXPECT_EQ(histograms.histograms[1].counts, std::vector<double>{5});
    EXPECT_EQ(histograms.range(), (Range{-2, 7}));
    EXPECT_EQ(histograms.others, 1U);
    series.values = std::vector<double>{1, 2, 3};
    EXPECT_EQ(histogramsOf(series).others, 3U);
    EXPECT_TRUE(histogramsOf(series).range().isEmpty());
}

TEST(Histogram, IsSharedOutBetweenOtherEdges)
{
    EXPECT_EQ(countsBetween(kThree, std::vector<double>{0, 2, 3, 4}), (std::vector<double>{2, 3, 3}));
    EXPECT_EQ(countsBetween(kThree, std::vector<double>{0.5, 1, 3.5}), (std::vector<double>{1, 4.5}));
    EXPECT_EQ(countsBetween(kThree, std::vector<double>{-9, -8}), std::vector<double>{0});
    const Histogram constant{{3, 3}, {7}};
    EXPECT_EQ(countsBetween(constant, std::vector<double>{0, 3, 5}), (std::vector<double>{0, 7}));
    EXPECT_EQ(countsBetween(constant, std::vector<double>{0, 3}), std::vector<double>{7});
    EXPECT_EQ(countsBetween(constant, std::vector<double>{3, 4}), std::vector<double>{7});
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
        const auto rising = [&random](std::size_t count) {
            std::vector<double> edges{static_cast<double>(random() % 50)};
            while (edges.size() <= count)
                edges.push_back(edges.back() + static_cast<double>(random() % 5));
            return edges;
        };
        Histogram histogram{rising(1 + random() % 40), {}};
        for (std::size_t i = 0; i + 1 < histogram.edges.size(); ++i)
            histogram.counts.push_back(static_cast<double>(random() % 9));
        std::vector<double> edges{histogram.edges.front() - 1};
        while (edges.back() < histogram.edges.back())
            edges.push_back(edges.back() + 0.25 + static_cast<double>(random() % 7));
        const std::vector<double> counts = countsBetween(histogram, edges);
        ASSERT_NEAR(std::accumulate(counts.begin(), counts.end(), 0.0), histogram.total(), 1e-9) << "none is lost";
    }
}

TEST(Histogram, HasQuantiles)
{
    EXPECT_EQ(quantile(kThree, 0), 0);
    EXPECT_EQ(quantile(kThree, 0.125), 0.5);
    EXPECT_EQ(quantile(kThree, 0.25), 1);
    EXPECT_EQ(quantile(kThree, 0.625), 3);
    EXPECT_EQ(quantile(kThree, 1), 4);
    EXPECT_EQ(quantile({{3, 3}, {7}}, 0.5), 3);
    EXPECT_TRUE(std::isnan(quantile({{0, 1}, {0}}, 0.5)));
}

} // namespace
} // namespace runglass::test
