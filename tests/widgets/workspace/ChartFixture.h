// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/workspace/FakeChartSource.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QtTest>

namespace runglass::test
{

/// A run's line, in the colour of a slot.
inline ChartLine lineOf(const std::string& id, int slot, std::vector<double> x, std::vector<double> y)
{
    return {{runRef(id), QString::fromStdString(id), RunColour::slot(static_cast<std::uint32_t>(slot)), false},
            {std::make_shared<const Line>(std::move(x), std::move(y))}};
}

/// A chart without a panel around it.
class ChartFixture : public testing::Test
{
protected:
    ChartFixture()
    {
        m_theme.setMode(Theme::Mode::Light);
        m_view.resize(400, 200);
        m_view.show();
    }

    void draw(std::vector<ChartLine> lines)
    {
        m_view.setLines(std::move(lines), QStringLiteral("Nothing"));
        settle();
    }
    void settle()
    {
        QCoreApplication::processEvents();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_view.isDrawing(); }));
        QCoreApplication::processEvents();
    }

    /// Pixels that are nearer to a slot's colour than to the surface, inside a part of the view. Lines are smoothed.
    int pixelsOf(int slot, const QRect& part)
    {
        const QImage image = m_view.grab().toImage();
        const QColor wanted = m_theme.runColour(RunColour::slot(static_cast<std::uint32_t>(slot)));
        const int most = distance(wanted, m_theme.color(Theme::Token::Surface)) * 6 / 10;
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x)
                count += distance(image.pixelColor(x, y), wanted) < most;
        }
        return count;
    }
    static int distance(const QColor& a, const QColor& b)
    {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
    }

    Theme m_theme;
    ChartView m_view{QStringLiteral("train/loss"), m_theme};
};

} // namespace runglass::test
