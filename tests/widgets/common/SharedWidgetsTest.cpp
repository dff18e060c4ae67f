// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Chips.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/StateBadge.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace runglass::test
{

TEST(SearchField, EscEmptiesItAndThenGivesTheKeyAway)
{
    Theme theme;
    SearchField field(theme, QStringLiteral("Search things"));
    EXPECT_EQ(field.accessibleName(), QStringLiteral("Search things"));
    field.setText(QStringLiteral("abc"));
    QKeyEvent first(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(&field, &first);
    EXPECT_TRUE(field.text().isEmpty());
    EXPECT_TRUE(first.isAccepted());
    QKeyEvent second(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    second.ignore();
    QApplication::sendEvent(&field, &second);
    EXPECT_FALSE(second.isAccepted());
}

TEST(ElidedLabel, KeepsTheWholeTextAndNeedsLittleRoom)
{
    const QString text = QStringLiteral("a rather long text that <b>will</b> not fit into eighty pixels");
    const ElidedLabel label(text);
    EXPECT_EQ(label.text(), text);
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    EXPECT_LT(label.minimumSizeHint().width(), 80);
}

TEST(PlainToolTip, ShowsMarkupAsItStands)
{
    EXPECT_EQ(plainToolTip(QStringLiteral("short")), QStringLiteral("short"));
    EXPECT_EQ(plainToolTip({}), QString());
    const QString shown = plainToolTip(QStringLiteral("<img src=x>\nsecond"));
    EXPECT_TRUE(shown.contains(QStringLiteral("&lt;img src=x&gt;<br>second")));
    EXPECT_TRUE(Qt::mightBeRichText(shown));
    EXPECT_TRUE(
        plainToolTip(QStringLiteral("<b>\n    f()")).contains(QStringLiteral("<br>&nbsp;&nbsp;&nbsp;&nbsp;f()")));
    EXPECT_TRUE(Qt::mightBeRichText(plainToolTip(QString(500, QLatin1Char('a')))));
    EXPECT_LT(plainToolTip(QString(1'000'000, QLatin1Char('a'))).size(), 5000);
}

TEST(Chips, ThoseThatDoNotFitAreCounted)
{
    const Theme theme;
    QImage image(400, 26, QImage::Format_ARGB32);
    QPainter painter(&image);
    const QStringList tags{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    const QFont font;
    EXPECT_EQ(paintChips(painter, QRect(0, 0, chipsWidth(tags, font) + 8, 26), tags, font, theme), 3);
    EXPECT_LT(paintChips(painter, QRect(0, 0, 60, 26), tags, font, theme), 3);
    EXPECT_EQ(paintChips(painter, QRect(0, 0, 10, 26), tags, font, theme), 1);
}

TEST(EmptyState, ButtonsAreTheirActions)
{
    Theme theme;
    QAction first(QStringLiteral("Do it"));
    QAction second(QStringLiteral("Or not"));
    second.setEnabled(false);
    EmptyState state(theme);
    state.setContent(QStringLiteral("folder"), QStringLiteral("Nothing <here>"), QStringLiteral("A line"));
    state.setActions({&first, &second});
    const auto buttons = state.findChildren<ActionButton*>();
    ASSERT_EQ(buttons.size(), 2);
    EXPECT_TRUE(buttons[0]->isDefault());
    EXPECT_FALSE(buttons[1]->isEnabled());
    QSignalSpy triggered(&first, &QAction::triggered);
    buttons[0]->click();
    EXPECT_EQ(triggered.count(), 1);
    first.setText(QStringLiteral("Do something else"));
    EXPECT_EQ(buttons[0]->text(), QStringLiteral("Do something else"));
    for (const QLabel* label : state.findChildren<QLabel*>())
        EXPECT_NE(label->textFormat(), Qt::RichText);
}

TEST(StateBadge, SaysTheStateInAWord)
{
    Theme theme;
    StateBadge badge(theme);
    badge.setState(RunState::Crashed, QStringLiteral("<b>No sign of life</b>"));
    EXPECT_EQ(badge.accessibleName(), QStringLiteral("Crashed"));
    EXPECT_TRUE(badge.toolTip().contains(QStringLiteral("&lt;b&gt;")));
}

} // namespace runglass::test
