// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/TabStops.h"

#include <QLineEdit>
#include <QWidget>
#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

class TabStopsTest : public ::testing::Test
{
protected:
    /// A field at a place, and named after it.
    QLineEdit* field(QWidget* parent, const char* name, const QRect& place)
    {
        auto* made = new QLineEdit(parent);
        made->setObjectName(QString::fromLatin1(name));
        made->setGeometry(place);
        return made;
    }
    QWidget* part(const QRect& place)
    {
        auto* made = new QWidget(&m_window);
        made->setGeometry(place);
        return made;
    }
    std::string stops()
    {
        QStringList names;
        for (const QWidget* stop : tabStops(&m_window))
            names.append(stop->objectName());
        return names.join(u' ').toStdString();
    }

    QWidget m_window;
};

TEST_F(TabStopsTest, ReadsPartAfterPartLineAfterLine)
{
    // Made in an order in which nobody reads.
    QWidget* status = part({0, 280, 400, 20});
    QWidget* right = part({200, 30, 200, 250});
    QWidget* left = part({0, 30, 200, 250});
    field(status, "status", {0, 0, 50, 20});
    field(right, "below", {10, 100, 100, 20});
    field(right, "end", {120, 3, 60, 24});
    field(right, "beginning", {10, 5, 100, 20});
    field(left, "low", {10, 200, 100, 20});
    field(left, "high", {10, 10, 100, 20});
    field(&m_window, "top", {0, 0, 400, 28});
    m_window.resize(400, 300);
    m_window.show();
    EXPECT_EQ(stops(), "top high low beginning end below status");
    m_window.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(stops(), "top end beginning below high low status");
}

TEST_F(TabStopsTest, LeavesOutWhatTakesNoFocus)
{
    QLineEdit* first = field(&m_window, "first", {0, 0, 100, 20});
    field(&m_window, "hidden", {0, 30, 100, 20})->hide();
    field(&m_window, "disabled", {0, 60, 100, 20})->setEnabled(false);
    field(&m_window, "clicked", {0, 90, 100, 20})->setFocusPolicy(Qt::ClickFocus);
    field(&m_window, "for another", {0, 120, 100, 20})->setFocusProxy(first);
    auto* last = field(&m_window, "last", {0, 150, 100, 20});
    auto* empty = field(&m_window, "empty", {0, 180, 0, 0});
    m_window.resize(200, 200);
    m_window.show();
    EXPECT_EQ(stops(), "first last empty");
    EXPECT_EQ(tabStopBeside(&m_window, first, 1), last);
    EXPECT_EQ(tabStopBeside(&m_window, first, -1), empty);
    EXPECT_EQ(tabStopBeside(&m_window, empty, 1), first);
    EXPECT_EQ(tabStopBeside(&m_window, &m_window, 1), nullptr);
    m_window.hide();
    EXPECT_TRUE(tabStops(&m_window).isEmpty());
}

} // namespace

} // namespace runglass::test
