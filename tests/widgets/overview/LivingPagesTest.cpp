// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a run while it is written: what people do on them stays as it is.
#include "tests/sources/LivingLog.h"
#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/artifacts/ArtifactsTab.h"
#include "widgets/files/FilesTab.h"
#include "widgets/logs/FindBar.h"
#include "widgets/logs/LogView.h"
#include "widgets/logs/LogsTab.h"
#include "widgets/overview/OverviewTab.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>

#include <ctime>
#include <fstream>
#include <iterator>

namespace runglass
{

namespace
{

using test::consoleRecord;
using test::LivingLog;
using test::Logged;

class LivingPagesTest : public test::RunPageFixture
{
protected:
    LivingPagesTest() { m_log.record(test::runRecord("a", now(), {{{"lr"}, "0.1"}, {{"model", "depth"}, "3"}})); }
    static std::uint64_t now() { return static_cast<std::uint64_t>(std::time(nullptr)); }
    void print(int from, int to)
    {
        for (int i = from; i < to; ++i)
            m_log.record(consoleRecord(true, "step=" + std::to_string(i) + (i % 10 == 0 ? " mark\n" : "\n"), now()));
    }
    void start()
    {
        m_log.flush();
        m_log.hold();
        openPath(m_root.path());
    }
    static std::string summary(double loss, const std::vector<Logged>& more = {})
    {
        std::vector<Logged> all = {{{"loss"}, std::to_string(loss)}, {{"val", "acc"}, "0.5"}, {{"val", "f1"}, "0.25"}};
        all.insert(all.end(), more.begin(), more.end());
        return test::summaryRecord(all);
    }
    static QModelIndex row(const QTreeView& tree, const QString& name, const QModelIndex& parent = {})
    {
        for (int i = 0; i < tree.model()->rowCount(parent); ++i)
            if (tree.model()->index(i, 0, parent).data().toString() == name)
                return tree.model()->index(i, 0, parent);
        return {};
    }

    test::TemporaryDirectory m_root;
    LivingLog m_log{m_root.path(), "a"};
};

} // namespace

TEST_F(LivingPagesTest, OverviewChangesWhereItIs)
{
    m_log.record(summary(0.75));
    start();
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    tab.resize(1300, 420);
    auto* tree = named<QTreeView>(tab, QStringLiteral("Summary"));
    const auto watch = test::watchModel(tree->model());
    QSignalSpy resets(tree->model(), &QAbstractItemModel::modelReset);
    const QModelIndex val = row(*tree, QStringLiteral("val"));
    ASSERT_TRUE(val.isValid());
    tree->collapse(val);
    tree->setCurrentIndex(row(*tree, QStringLiteral("loss")));
    const QPersistentModelIndex current = tree->currentIndex();
    tree->header()->resizeSection(0, 260);
    auto* path = named<QLineEdit>(tab, QStringLiteral("Run path"));
    path->setFocus();
    path->setSelection(2, 5);
    const QString selected = path->selectedText();
    auto* search = named<QLineEdit>(tab, QStringLiteral("Search config"));
    search->setText(QStringLiteral("lr"));
    auto* scroll = tab.findChild<QScrollArea*>();
    scroll->verticalScrollBar()->setValue(40);
    ASSERT_EQ(scroll->verticalScrollBar()->value(), 40);

    m_log.record(summary(0.5, {{{"best"}, "0.4"}, {{"val", "new"}, "1"}})).flush();
    ASSERT_TRUE(
        waitFor([&] { return QModelIndex(current).siblingAtColumn(1).data().toString() == QStringLiteral("0.5"); }));
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(tree->currentIndex(), current);
    EXPECT_TRUE(row(*tree, QStringLiteral("best")).isValid());
    const QModelIndex again = row(*tree, QStringLiteral("val"));
    EXPECT_FALSE(tree->isExpanded(again));
    EXPECT_TRUE(row(*tree, QStringLiteral("new"), again).isValid());
    EXPECT_EQ(tree->columnWidth(0), 260) << "as somebody made it";
    EXPECT_EQ(path->selectedText(), selected);
    EXPECT_TRUE(path->hasFocus());
    EXPECT_EQ(search->text(), QStringLiteral("lr"));
    EXPECT_EQ(scroll->verticalScrollBar()->value(), 40);
}

TEST_F(LivingPagesTest, TheLogIsFollowedUntilSomebodyLooksElsewhere)
{
    print(0, 400);
    start();
    ASSERT_EQ(m_session.list()->table->state(0), RunState::Running);
    LogsTab tab(m_context);
    show(tab, onlyRun());
    auto* view = tab.findChild<LogView*>();
    auto* follow = tab.findChild<QAction*>(QStringLiteral("followAction"));
    auto* jump = tab.findChild<QPushButton*>(QStringLiteral("jumpToEndButton"));
    QScrollBar* bar = view->verticalScrollBar();
    const auto lines = [view] { return view->layoutOfLines().lines().size(); };
    ASSERT_TRUE(waitFor([&] { return lines() == 400; }));
    EXPECT_TRUE(follow->isChecked() && follow->isEnabled());
    EXPECT_EQ(bar->value(), bar->maximum());
    EXPECT_FALSE(jump->isVisible());
    print(400, 450);
    m_log.flush();
    ASSERT_TRUE(waitFor([&] { return lines() == 450; }));
    EXPECT_EQ(bar->value(), bar->maximum());

    bar->setValue(100);
    EXPECT_FALSE(follow->isChecked());
    EXPECT_TRUE(jump->isVisible());
    view->setSelection({101, 0}, {103, 4});
    print(450, 500);
    m_log.flush();
    ASSERT_TRUE(waitFor([&] { return lines() == 500; }));
    EXPECT_EQ(bar->value(), 100);
    EXPECT_EQ(view->selectedText(), QStringLiteral("step=101\nstep=102\nstep"));
    QTest::mouseClick(jump, Qt::LeftButton);
    EXPECT_TRUE(follow->isChecked());
    EXPECT_FALSE(jump->isVisible());
    EXPECT_TRUE(view->hasFocus());
    EXPECT_EQ(bar->value(), bar->maximum());
    expectNames(tab);
}

TEST_F(LivingPagesTest, WhatWasFoundInTheLogStaysFound)
{
    print(0, 400);
    start();
    LogsTab tab(m_context);
    show(tab, onlyRun());
    auto* view = tab.findChild<LogView*>();
    auto* find = tab.findChild<FindBar*>();
    tab.openFind();
    find->findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("MARK"));
    ASSERT_TRUE(waitFor([&] { return find->countText().endsWith(QStringLiteral("of 40")); }));
    while (!find->countText().startsWith(QStringLiteral("3 ")))
        find->next();
    const int place = view->verticalScrollBar()->value();
    print(400, 500);
    m_log.flush();
    ASSERT_TRUE(waitFor([&] { return find->countText() == QStringLiteral("3 of 50"); }))
        << find->countText().toStdString();
    EXPECT_EQ(view->verticalScrollBar()->value(), place);
    find->next();
    EXPECT_EQ(find->countText(), QStringLiteral("4 of 50"));
}

TEST_F(LivingPagesTest, FilesComeAndGrowWhereTheyAre)
{
    for (const char* name : {"config.yaml", "media/a.txt", "media/b.txt", "output.log"})
        m_log.file(name, "one\n");
    start();
    FilesTab tab(m_context);
    show(tab, onlyRun());
    auto* tree = named<QTreeView>(tab, QStringLiteral("Files"));
    const auto watch = test::watchModel(tree->model());
    QSignalSpy resets(tree->model(), &QAbstractItemModel::modelReset);
    QSignalSpy previewed(&tab, &FilesTab::previewed);
    tree->setCurrentIndex(row(*tree, QStringLiteral("output.log")));
    ASSERT_TRUE(waitFor([&] { return previewed.count() > 0; }));
    tree->collapse(row(*tree, QStringLiteral("media")));
    const QPersistentModelIndex current = tree->currentIndex();
    auto* preview = tab.findChild<LogView*>(QStringLiteral("previewLines"));
    ASSERT_TRUE(preview->isVisible());
    preview->setSelection({0, 0}, {0, 3});
    previewed.clear();

    m_log.file("output.log", "one\ntwo\n");
    m_log.file("media/c.txt", "c");
    m_log.file("added.txt", "x");
    std::filesystem::remove(m_log.folder() / "files" / "media" / "a.txt");
    print(0, 1);
    m_log.flush();
    ASSERT_TRUE(waitFor([&] { return row(*tree, QStringLiteral("added.txt")).isValid() && previewed.count() > 0; }));
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(tree->currentIndex(), current);
    EXPECT_EQ(current.data().toString(), QStringLiteral("output.log"));
    const QModelIndex media = row(*tree, QStringLiteral("media"));
    EXPECT_FALSE(tree->isExpanded(media));
    EXPECT_TRUE(row(*tree, QStringLiteral("c.txt"), media).isValid());
    EXPECT_FALSE(row(*tree, QStringLiteral("a.txt"), media).isValid());
    EXPECT_TRUE(preview->isVisible());
    EXPECT_EQ(preview->layoutOfLines().lines().size(), 2U);
    EXPECT_EQ(preview->selectedText(), QStringLiteral("one"));
}

TEST_F(LivingPagesTest, ArtifactsStayOpenAndChosen)
{
    const std::filesystem::path copy = m_root.path() / "copy";
    test::copyTree(test::fixture("wandb/artifacts"), copy);
    openPath(copy);
    std::filesystem::path log;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(copy)) {
        if (entry.path().extension() == ".wandb")
            log = entry.path();
    }
    const RunRef run = runOf(log.stem().string().substr(4));
    ArtifactsTab tab(m_context);
    show(tab, run);
    auto* tree = named<QTreeView>(tab, QStringLiteral("Artifacts"));
    QSignalSpy resets(tree->model(), &QAbstractItemModel::modelReset);
    QModelIndex artifact;
    for (int group = 0; group < tree->model()->rowCount() && !artifact.isValid(); ++group) {
        const QModelIndex above = tree->model()->index(group, 0);
        for (int i = 0; i < tree->model()->rowCount(above); ++i) {
            if (tree->model()->rowCount(tree->model()->index(i, 0, above)) > 0)
                artifact = tree->model()->index(i, 0, above);
        }
    }
    ASSERT_TRUE(artifact.isValid());
    tree->expand(artifact);
    tree->setCurrentIndex(tree->model()->index(0, 0, artifact));
    const QPersistentModelIndex current = tree->currentIndex(), open = artifact;

    test::WandbLogBuilder grown;
    std::ifstream bytes(log, std::ios::binary);
    grown.bytes().assign(std::istreambuf_iterator<char>(bytes), {});
    const std::size_t before = grown.size();
    grown.record(summary(0.125));
    QSignalSpy loaded(&tab, &RunPage::loaded);
    std::ofstream(log, std::ios::binary | std::ios::app) << grown.bytes().substr(before);
    ASSERT_TRUE(waitFor([&] { return loaded.count() > 0; }));
    EXPECT_EQ(resets.count(), 0);
    EXPECT_TRUE(tree->isExpanded(open));
    EXPECT_EQ(tree->currentIndex(), current);
}

} // namespace runglass
