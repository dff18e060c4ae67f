// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColourLegend.h"

#include "tests/widgets/window/WindowFixture.h"

#include <QListView>
#include <QVBoxLayout>

namespace runglass::test
{

namespace
{

using ColourLegendTest = WindowFixture;

TEST_F(ColourLegendTest, IsAPartOfTheBarItStandsOn)
{
    open("small");
    RunListState state = m_session.state();
    state.colours.byColumn = ColourByColumn{ColumnId{ColumnOrigin::Field, Field::State, {}}};
    m_session.setState(std::move(state));
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        QWidget bar;
        auto* legend = new ColourLegend(m_context, &bar);
        (new QVBoxLayout(&bar))->addWidget(legend);
        bar.resize(300, 200);
        bar.show();
        ASSERT_TRUE(waitFor([legend] { return legend->isVisible() && legend->view()->model()->rowCount() > 0; }));
        const QRect list(legend->view()->mapTo(&bar, QPoint()), legend->view()->size());
        const QImage image = bar.grab().toImage();
        EXPECT_EQ(image.pixelColor(list.left() + 2, list.top() + 2), m_theme.color(Theme::Token::Window));
        EXPECT_EQ(image.pixelColor(list.center().x(), list.bottom() - 1), m_theme.color(Theme::Token::Window));
    }
}

} // namespace

} // namespace runglass::test
