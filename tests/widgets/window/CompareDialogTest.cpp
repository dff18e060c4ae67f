// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/CompareDialog.h"

#include "models/items/CompareModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/common/EmptyState.h"
#include "widgets/compare/CompareTable.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/MainWindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>

namespace runglass::test
{

namespace
{

/// The window with eight runs.
class CompareDialogTest : public WindowFixture
{
protected:
    CompareDialogTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
        m_filled = waitFor([this] { return m_session.list()->rows.size() == 8; });
    }
    void SetUp() override { ASSERT_TRUE(m_filled); }

    QAction* compare() const { return m_window.actions().compareRuns; }
    RunTicks& ticks() const { return m_window.runs().ticks(); }
    CompareDialog* openWith(const std::vector<std::size_t>& places)
    {
        for (const std::size_t place : places)
            ticks().set(listed(place), true);
        EXPECT_TRUE(compare()->isEnabled());
        compare()->trigger();
        CompareDialog* dialog = nullptr;
        EXPECT_TRUE(waitFor([&] { return (dialog = m_window.findChild<CompareDialog*>()) && dialog->isVisible(); }));
        if (dialog) {
            // Shortcuts work in the active window only.
            dialog->activateWindow();
            tableOf(*dialog).setFocus();
            EXPECT_TRUE(waitFor([dialog] { return dialog->isActiveWindow() && tableOf(*dialog).hasFocus(); }));
        }
        return dialog;
    }
    static CompareModel& modelOf(CompareDialog& dialog) { return *dialog.findChild<CompareModel*>(); }
    static CompareTable& tableOf(CompareDialog& dialog) { return *dialog.findChild<CompareTable*>(); }
    static QString countOf(CompareDialog& dialog)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("comparedKeys"))->text();
    }

    MainWindow m_window{m_context, QString()};
    bool m_filled = false;
};

} // namespace

TEST_F(CompareDialogTest, NeedsTwoRunsAndSaysSo)
{
    EXPECT_FALSE(compare()->isEnabled());
    EXPECT_TRUE(compare()->toolTip().contains(QStringLiteral("two"))) << compare()->toolTip().toStdString();
    ticks().set(listed(0), true);
    EXPECT_FALSE(compare()->isEnabled());
    ticks().set(listed(1), true);
    EXPECT_TRUE(compare()->isEnabled());
}

TEST_F(CompareDialogTest, HoldsTickedRunsAgainstTheFirst)
{
    CompareDialog* dialog = openWith({1, 4, 6});
    ASSERT_TRUE(dialog);
    CompareModel& model = modelOf(*dialog);
    EXPECT_EQ(model.columnCount(), 3);
    EXPECT_EQ(model.runAt(0), listed(1));
    EXPECT_EQ(model.runAt(2), listed(6));
    const int differing = model.rowCount();
    EXPECT_EQ(countOf(*dialog),
              QStringLiteral("%1 of %2 key(s) differ").arg(model.differingCount()).arg(model.keyCount()));
    dialog->findChild<QCheckBox*>()->click();
    EXPECT_GT(model.rowCount(), differing);
    EXPECT_EQ(countOf(*dialog), QStringLiteral("%1 key(s)").arg(model.keyCount()));
    EXPECT_TRUE(tableOf(*dialog).currentIndex().isValid());
    tableOf(*dialog).setCurrentIndex(model.index(1, 2));
    QTest::keyClick(&tableOf(*dialog), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(model.runAt(0), listed(6));
    EXPECT_EQ(model.runAt(1), listed(1));
}

TEST_F(CompareDialogTest, CopiesAValueOrWhatIsMarked)
{
    CompareDialog* dialog = openWith({0, 1});
    ASSERT_TRUE(dialog);
    CompareTable& table = tableOf(*dialog);
    table.setCurrentIndex(modelOf(*dialog).index(1, 1));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              modelOf(*dialog).index(1, 1).data(CompareModel::CopyRole).toString());
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    EXPECT_EQ(lines.size(), modelOf(*dialog).shownKeyCount() + 2) << "a head, the keys, the end";
    EXPECT_TRUE(lines.first().startsWith(QStringLiteral("Key\t")));
}

TEST_F(CompareDialogTest, SaysWhyNothingIsThere)
{
    CompareDialog* dialog = openWith({0, 1});
    ASSERT_TRUE(dialog);
    const auto said = [dialog](const QString& text) {
        const QList<QLabel*> labels = dialog->findChild<EmptyState*>()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel* label) { return label->isVisible() && label->text() == text; });
    };
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("no such key"));
    EXPECT_TRUE(said(QStringLiteral("No key matches.")));
    dialog->findChild<QLineEdit*>()->clear();
    EXPECT_FALSE(said(QStringLiteral("No key matches.")));
    CompareDialog same(m_context, {listed(0), listed(0)}, nullptr);
    same.show();
    const QList<QLabel*> labels = same.findChild<EmptyState*>()->findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("No differences.");
    }));
    m_session.close(listed(0).source);
    ASSERT_TRUE(waitFor([&] { return said(QStringLiteral("These runs are gone.")); }));
}

TEST_F(CompareDialogTest, SaysHowManyAreTooMany)
{
    std::vector<RunRef> many;
    for (int i = 0; i < CompareDialog::kMostRuns + 7; ++i)
        many.push_back(listed(static_cast<std::size_t>(i) % 8));
    CompareDialog dialog(m_context, many, nullptr);
    EXPECT_EQ(modelOf(dialog).columnCount(), CompareDialog::kMostRuns);
    EXPECT_TRUE(countOf(dialog).contains(QStringLiteral("7 more run(s) are left out")))
        << countOf(dialog).toStdString();
}

} // namespace runglass::test
