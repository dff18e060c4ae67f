// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LineRaster.h"

#include <QPainter>
#include <QPainterPath>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace runglass
{
namespace
{

/// What is covered of a column, in pixels.
double covered(const QImage& image, int column)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        sum += qAlpha(image.pixel(column, y)) / 255.0;
    return sum;
}

QImage drawn(const QPolygonF& points, double width, const QColor& colour = Qt::black)
{
    LineRaster raster({40, 60}, width);
    raster.stroke(points, colour);
    return raster.image();
}

TEST(LineRaster, IsAsThickAsItsWidthWhateverItsSlope)
{
    for (const double width : {1.0, 1.5, 2.0, 4.0}) {
        for (const double rise : {0.0, 4.0, 20.0, 40.0}) {
            const QImage image = drawn({{0, 10.3}, {40, 10.3 + rise}}, width);
            const double expected = width * std::sqrt(1 + rise * rise / 1600);
            for (const int column : {5, 20, 34})
                EXPECT_NEAR(covered(image, column), expected, 0.05) << width << ' ' << rise;
        }
    }
}

TEST(LineRaster, ColumnsHaveTheirExtremes)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(5, 55);
    for (int round = 0; round < 20; ++round) {
        QPolygonF points;
        for (int i = 0; i < 160; ++i)
            points.append(QPointF(i / 4.0 + 0.01, anywhere(random)));
        const QImage image = drawn(points, 1);
        for (int column = 1; column < 39; ++column) {
            for (int i = 0; i < 4; ++i) {
                const auto y = static_cast<int>(points[column * 4 + i].y());
                // The line ends half a pixel beyond its extremes.
                ASSERT_GE(qAlpha(image.pixel(column, y)), 90) << "each point is covered";
            }
        }
    }
}

TEST(LineRaster, ASpikeIsAsWideAsTheLine)
{
    for (const int width : {1, 2, 3}) {
        const QImage image = drawn({{0, 50}, {20.2, 50}, {20.5, 5}, {20.8, 50}, {40, 50}}, width);
        double sum = 0;
        for (int column = 0; column < 40; ++column)
            sum += qAlpha(image.pixel(column, 25)) / 255.0;
        EXPECT_NEAR(sum, width, 0.05);
    }
}

TEST(LineRaster, LooksAsAPaintersLine)
{
    QPolygonF points;
    for (int i = 0; i <= 80; ++i)
        points.append(QPointF(i / 2.0, 30 + 20 * std::sin(i / 12.0)));
    for (const double width : {1.0, 2.0}) {
        QImage expected(40, 60, QImage::Format_ARGB32_Premultiplied);
        expected.fill(Qt::transparent);
        QPainter painter(&expected);
        painter.setRenderHint(QPainter::Antialiasing);
        // What its own lines of one pixel look like differs from what it fills.
        QPainterPathStroker stroker;
        stroker.setWidth(width);
        stroker.setCapStyle(Qt::SquareCap);
        QPainterPath path;
        path.addPolygon(points);
        painter.fillPath(stroker.createStroke(path), Qt::black);
        painter.end();
        const QImage image = drawn(points, width);
        double apart = 0, all = 0;
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 40; ++x) {
                apart += std::abs(qAlpha(image.pixel(x, y)) - qAlpha(expected.pixel(x, y)));
                all += qAlpha(expected.pixel(x, y));
            }
        }
        EXPECT_LT(apart / all, 0.15) << width;
    }
}

TEST(LineRaster, WhatLiesOutsideOnlyLeadsInAndOut)
{
    const QImage image = drawn({{-1e7, 30}, {-5, 30}, {5, 30}, {30, -1e7}, {35, 1e7}, {1e7, 20}}, 1);
    EXPECT_NEAR(covered(image, 2), 1, 0.05);
    EXPECT_NEAR(covered(drawn({{-20, 10}, {-10, 50}}, 2), 0), 0, 0.001);
    EXPECT_NEAR(covered(drawn({{50, 10}, {60, 50}}, 2), 39), 0, 0.001);
    EXPECT_NEAR(covered(drawn({{10, -50}, {30, -20}}, 2), 20), 0, 0.001);
}

TEST(LineRaster, AThinColourDoesNotAddUpInOneStroke)
{
    const QImage image = drawn({{0, 30}, {10, 30}, {10.2, 10}, {10.8, 50}, {11, 30}, {40, 30}}, 1, QColor(0, 0, 0, 64));
    EXPECT_NEAR(qAlpha(image.pixel(10, 30)), 64, 1);
}

} // namespace
} // namespace runglass
