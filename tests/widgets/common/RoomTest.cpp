// SPDX-License-Identifier: GPL-3.0-or-later
// What gives way where there is little room, and signs for what has no room at all.
#include "models/items/VisibleText.h"
#include "tests/support/QtMessages.h"
#include "widgets/common/ActionBar.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/RoomForNames.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace runglass::test
{

namespace
{

struct Bar {
    explicit Bar(Theme& theme)
        : bar(theme, &window)
        , save(QStringLiteral("Save a copy"))
    {
        window.setLayout(new QVBoxLayout);
        window.layout()->setContentsMargins(0, 0, 0, 0);
        window.layout()->addWidget(&bar);
        bar.addLeft(new QLabel(QStringLiteral("left")));
        bar.addRight(count = new QLabel(QStringLiteral("8 files")));
        bar.addRight(&save);
    }
    ActionButton* button() { return bar.findChild<ActionButton*>(); }
    QToolButton* more() { return bar.findChild<QToolButton*>(QStringLiteral("moreActions")); }
    void show(int width)
    {
        window.resize(width, 400);
        window.show();
        QCoreApplication::processEvents();
    }

    QWidget window;
    ActionBar bar;
    QAction save;
    QLabel* count;
};

} // namespace

TEST(ActionBar, PutsItsButtonsIntoAMenuInANarrowWindow)
{
    Theme theme;
    Bar at(theme);
    at.show(ActionBar::kWholeFrom);
    EXPECT_TRUE(at.button()->isVisible());
    EXPECT_FALSE(at.more()->isVisible());
    at.show(ActionBar::kWholeFrom - 1);
    EXPECT_FALSE(at.button()->isVisible());
    ASSERT_TRUE(at.more()->isVisible());
    ASSERT_EQ(at.more()->menu()->actions().size(), 1);
    QAction* twin = at.more()->menu()->actions().front();
    EXPECT_EQ(twin->text(), at.save.text());
    at.save.setEnabled(false);
    EXPECT_FALSE(twin->isEnabled());
    at.save.setEnabled(true);
    int saved = 0;
    QObject::connect(&at.save, &QAction::triggered, [&saved] { ++saved; });
    twin->trigger();
    EXPECT_EQ(saved, 1);
    EXPECT_TRUE(at.count->isVisible());
    at.show(ActionBar::kWholeFrom + 200);
    EXPECT_TRUE(at.button()->isVisible());
    EXPECT_FALSE(at.more()->isVisible());
}

TEST(ActionBar, AlsoWhereAWideWindowLeavesItNoRoom)
{
    Theme theme;
    Bar at(theme);
    at.show(ActionBar::kWholeFrom + 100);
    at.count->setText(QString(300, QLatin1Char('9')));
    QCoreApplication::processEvents();
    EXPECT_TRUE(at.more()->isVisible());
    at.count->setText(QStringLiteral("1 file"));
    QCoreApplication::processEvents();
    EXPECT_FALSE(at.more()->isVisible());
}

TEST(RoomForNames, LetsColumnsLeaveOneByOneAndComeBack)
{
    QStandardItemModel model(1, 4);
    QTreeView tree;
    tree.setModel(&model);
    tree.header()->setStretchLastSection(false);
    tree.header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < 4; ++column)
        tree.setColumnWidth(column, 100);
    RoomForNames room(&tree, {2, 1}, 200);
    const auto hidden = [&tree](int width) {
        tree.resize(width, 200);
        tree.show();
        QCoreApplication::processEvents();
        return QList<bool>{tree.isColumnHidden(1), tree.isColumnHidden(2), tree.isColumnHidden(3)};
    };
    EXPECT_EQ(hidden(520), (QList<bool>{false, false, false}));
    EXPECT_EQ(hidden(450), (QList<bool>{false, true, false}));
    EXPECT_EQ(hidden(330), (QList<bool>{true, true, false}));
    EXPECT_EQ(hidden(520), (QList<bool>{false, false, false}));
    EXPECT_EQ(tree.columnWidth(1), 100);
}

TEST(MarkedText, LineBreaksHaveAColourOfTheirOwn)
{
    const QString text = visibleText(QStringLiteral("one\ntwo"));
    EXPECT_TRUE(hasMarks(text));
    EXPECT_FALSE(hasMarks(QStringLiteral("one two")));
    const auto coloursOf = [](const QString& shown) {
        QImage image(200, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::TextAntialiasing, false);
        drawMarkedText(painter, image.rect(), shown, Qt::black, Qt::red);
        painter.end();
        std::pair<int, int> found{0, 0};
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor at = image.pixelColor(x, y);
                found.first += at.red() < 90 && at.green() < 90 ? 1 : 0;
                found.second += at.red() > 200 && at.green() < 90 ? 1 : 0;
            }
        return found;
    };
    const auto [words, marks] = coloursOf(text);
    EXPECT_GT(words, 0);
    EXPECT_GT(marks, 0);
    EXPECT_EQ(coloursOf(QStringLiteral("one two")).second, 0);
}

} // namespace runglass::test
