// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "widgets/workspace/RunsByValueDialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include <limits>

namespace runglass
{
namespace
{

using Kind = ValueChoice::Kind;

ChartLine lineOf(const std::string& id, std::vector<double> x, std::vector<double> y)
{
    return {{test::runRef(id), QString::fromStdString(id), RunColour::slot(0), false},
            {std::make_shared<const Line>(std::move(x), std::move(y))}};
}

/// At 10: c 3, b 2, a 1; d has nothing there but NaN, e ends before.
std::vector<ChartLine> lines()
{
    return {lineOf("a", {0, 10, 20}, {9, 1, 5}), lineOf("b", {0, 10, 20}, {8, 2, 4}),
            lineOf("c", {0, 10, 20}, {7, 3, 6}),
            lineOf("d", {0, 10, 20}, {1, std::numeric_limits<double>::quiet_NaN(), 1}), lineOf("e", {0, 5}, {1, 1})};
}

std::vector<RunRef> refs(const std::vector<std::string>& ids)
{
    std::vector<RunRef> result;
    for (const std::string& id : ids)
        result.push_back(test::runRef(id));
    return result;
}

TEST(RunsByValueTest, TakesTheFirstTheLastOrThoseInARange)
{
    EXPECT_EQ(runsByValue(lines(), 10, {Kind::Highest, 2}), refs({"c", "b"}));
    EXPECT_EQ(runsByValue(lines(), 10, {Kind::Lowest, 2}), refs({"a", "b"}));
    EXPECT_EQ(runsByValue(lines(), 10, {Kind::Highest, 9}), refs({"c", "b", "a"})) << "not more than there are";
    EXPECT_EQ(runsByValue(lines(), 20, {Kind::Highest, 1}), refs({"c"}));
    EXPECT_EQ(runsByValue(lines(), 10, {Kind::Between, 1, 2, std::nullopt}), refs({"c", "b"}));
    EXPECT_EQ(runsByValue(lines(), 10, {Kind::Between, 1, 1.5, 2.5}), refs({"b"}));
    EXPECT_TRUE(runsByValue({}, 10, {Kind::Highest, 2}).empty());
    // A run with two lines, as of two metrics, is taken once.
    std::vector<ChartLine> twice = lines();
    twice.push_back(lineOf("c", {0, 10}, {0, 2.5}));
    EXPECT_EQ(runsByValue(twice, 10, {Kind::Highest, 2}), refs({"c", "b"}));
}

TEST(RunsByValueTest, TheDialogSaysWhichRunsItTakes)
{
    auto* dialog = new RunsByValueDialog(lines(), {}, 11, nullptr);
    std::vector<RunRef> chosen;
    QObject::connect(dialog, &RunsByValueDialog::chosen, dialog,
                     [&](const std::vector<RunRef>& runs) { chosen = runs; });
    dialog->show();
    const auto* said = dialog->findChild<QLabel*>(QStringLiteral("runsFound"));
    auto* place = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("place"));
    auto* count = dialog->findChild<QSpinBox*>(QStringLiteral("count"));
    auto* kind = dialog->findChild<QComboBox*>(QStringLiteral("kind"));
    ASSERT_TRUE(said && place && count && kind);
    EXPECT_EQ(place->value(), 10) << "the point next to it";
    count->setValue(1);
    EXPECT_EQ(said->text(), QStringLiteral("1 run(s): c"));
    place->setValue(0);
    EXPECT_EQ(said->text(), QStringLiteral("1 run(s): a"));
    kind->setCurrentIndex(2);
    EXPECT_FALSE(count->isVisible());
    dialog->findChild<QLineEdit*>(QStringLiteral("least"))->setText(QStringLiteral("100"));
    auto* select = dialog->findChild<QPushButton*>();
    for (auto* button : dialog->findChildren<QPushButton*>())
        select = button->text() == QStringLiteral("Select") ? button : select;
    EXPECT_FALSE(select->isEnabled());
    dialog->findChild<QLineEdit*>(QStringLiteral("least"))->setText(QStringLiteral("8"));
    EXPECT_EQ(said->text(), QStringLiteral("2 run(s): a, b"));
    select->click();
    EXPECT_EQ(chosen, refs({"a", "b"}));
}

} // namespace
} // namespace runglass
