// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to runs themselves: dialogs, what they leave out, the trash, and taking back.
#include "models/items/CommandText.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/commands/DeleteDialog.h"
#include "widgets/commands/FailuresDialog.h"
#include "widgets/commands/MarkStateDialog.h"
#include "widgets/commands/RunValuesPopover.h"
#include "widgets/commands/StopDialog.h"
#include "widgets/commands/TrashPage.h"
#include "widgets/common/Toast.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/MainWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>

#include <set>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// The window over a copy of eight runs, on the Runs tab.
class RunCommandsTest : public WindowFixture
{
protected:
    RunCommandsTest()
    {
        copyTree(fixture("wandb/small/wandb"), m_folder.path() / "wandb");
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        m_session.open(m_folder.path().string());
        m_filled = waitFor([this] { return !m_session.isBusy() && model().rowCount() == 8; });
    }
    void SetUp() override { ASSERT_TRUE(m_filled); }

    RunsModel& model() const { return *m_window.runs().model(); }
    RunsView& view() const { return *m_window.runs().view(); }
    RunTicks& ticks() const { return m_window.runs().ticks(); }
    WindowActions& actions() const { return m_window.actions(); }
    QString said() const { return m_window.findChild<Toast*>()->text(); }
    template <typename T> T* dialog()
    {
        T* found = nullptr;
        EXPECT_TRUE(waitFor([&] { return (found = m_window.findChild<T*>()) && found->isVisible(); }));
        return found;
    }
    template <typename T> T* part(const QWidget* of, const char* name)
    {
        T* found = of->findChild<T*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    bool waitForRuns(int count)
    {
        return waitFor([&] { return model().rowCount() == count && !m_session.isPerforming(); });
    }
    void tick(std::initializer_list<int> rows)
    {
        for (const int row : rows)
            ticks().set(model().runAt(row), true);
    }
    void deleteTicked()
    {
        actions().deleteRuns->trigger();
        part<QPushButton>(dialog<DeleteDialog>(), "confirmDelete")->click();
    }
    /// A button of the question that is asked.
    void press(const QString& text)
    {
        for (auto* button : dialog<QMessageBox>()->findChildren<QPushButton*>())
            if (button->text() == text)
                return button->click();
        ADD_FAILURE() << text.toStdString();
    }
    std::size_t foldersInTrash() const
    {
        const fs::path trash = m_folder.path() / "wandb/.runglass/trash";
        std::size_t count = 0;
        if (fs::exists(trash))
            for ([[maybe_unused]] const auto& entry : fs::directory_iterator(trash))
                ++count;
        return count;
    }

    TemporaryDirectory m_folder;
    MainWindow m_window{m_context, QString()};
    bool m_filled = false;
};

} // namespace

TEST_F(RunCommandsTest, DeletingIsAskedForAndTakenBack)
{
    EXPECT_FALSE(actions().deleteRuns->isEnabled()) << "no run is chosen";
    EXPECT_EQ(actions().deleteRuns->statusTip(), QStringLiteral("Choose a run first"));
    tick({1, 4});
    EXPECT_TRUE(actions().deleteRuns->isEnabled());
    const std::set<RunRef> gone{model().runAt(1), model().runAt(4)};
    actions().deleteRuns->trigger();
    auto* asked = dialog<DeleteDialog>();
    ASSERT_TRUE(asked);
    EXPECT_EQ(std::set<RunRef>(asked->taken().begin(), asked->taken().end()), gone);
    auto* go = part<QPushButton>(asked, "confirmDelete");
    EXPECT_FALSE(go->isDefault() || go->autoDefault()) << "Enter never deletes";
    EXPECT_TRUE(part<QPushButton>(asked, "cancelDelete")->isDefault());
    ASSERT_TRUE(waitFor([&] { return !part<QLabel>(asked, "deleteText")->text().contains(u'…'); }));
    EXPECT_TRUE(part<QLabel>(asked, "deleteText")->text().contains(QStringLiteral("KB")));
    go->click();
    ASSERT_TRUE(waitForRuns(6));
    EXPECT_EQ(foldersInTrash(), 2U);
    EXPECT_TRUE(said().contains(QStringLiteral("moved to Trash"))) << said().toStdString();
    EXPECT_EQ(ticks().listedCount(), 0);
    ASSERT_TRUE(waitFor([this] { return actions().undo->isEnabled(); }));
    EXPECT_EQ(actions().undo->text(), QStringLiteral("Undo deletion"));
    actions().undo->trigger();
    ASSERT_TRUE(waitForRuns(8));
    EXPECT_EQ(foldersInTrash(), 0U);
    EXPECT_EQ(actions().redo->text(), QStringLiteral("Redo deletion"));
}

TEST_F(RunCommandsTest, LockedRunsAreLeftOutAndSaidWhy)
{
    tick({2});
    actions().lockRuns->trigger();
    ASSERT_TRUE(waitFor([this] { return !actions().deleteRuns->isEnabled(); }));
    EXPECT_TRUE(actions().deleteRuns->toolTip().contains(QStringLiteral("It is locked: unlock it first.")));
    EXPECT_EQ(actions().lockRuns->text(), QStringLiteral("Unlock"));
    EXPECT_FALSE(actions().editTags->isEnabled());
    tick({5});
    EXPECT_TRUE(actions().deleteRuns->isEnabled()) << "one of them can be";
    actions().deleteRuns->trigger();
    auto* asked = dialog<DeleteDialog>();
    EXPECT_EQ(asked->taken(), (std::vector<RunRef>{model().runAt(5)}));
    const QAbstractItemModel* rows = part<QTableView>(asked, "runsToDelete")->model();
    ASSERT_EQ(rows->rowCount(), 2);
    EXPECT_EQ(rows->index(1, 2).data().toString(), QStringLiteral("It is locked: unlock it first."));
    asked->reject();
    actions().stopRuns->trigger();
    EXPECT_EQ(m_window.findChild<StopDialog*>(), nullptr) << "nothing runs";
    EXPECT_FALSE(actions().stopRuns->isEnabled());
}

TEST_F(RunCommandsTest, TheNewestOfViewAndRunsIsTakenBackFirst)
{
    const auto sort = [this](Qt::SortOrder order) {
        model().sort(RunsModel::kNameColumn, order);
        ASSERT_TRUE(waitFor([&] { return !model().list()->state.sort.empty(); }));
    };
    sort(Qt::DescendingOrder);
    tick({0});
    RunCommand command;
    command.kind = RunCommand::Kind::Edit;
    command.edit.addTags = {"new"};
    m_session.perform(command, ticks().runs());
    ASSERT_TRUE(waitFor([this] { return actions().undo->text() == QStringLiteral("Undo tags"); }));
    m_window.runs().sortCurrentColumn(Qt::AscendingOrder);
    ASSERT_TRUE(waitFor([this] { return actions().undo->text() == QStringLiteral("Undo sort order"); }));
    actions().undo->trigger();
    ASSERT_TRUE(waitFor([this] { return actions().undo->text() == QStringLiteral("Undo tags"); }));
    actions().undo->trigger();
    ASSERT_TRUE(waitFor([this] { return actions().redo->text() == QStringLiteral("Redo tags"); }));
    EXPECT_EQ(actions().undo->text(), QStringLiteral("Undo sort order"));
    actions().redo->trigger();
    ASSERT_TRUE(waitFor([this] { return actions().undo->text() == QStringLiteral("Undo tags"); }));
    EXPECT_EQ(actions().redo->text(), QStringLiteral("Redo sort order"));
}

TEST_F(RunCommandsTest, TheTrashGivesBackAndFrees)
{
    tick({0, 3, 6});
    deleteTicked();
    ASSERT_TRUE(waitForRuns(5));
    actions().openTrash->trigger();
    auto* page = m_window.findChild<TrashPage*>();
    ASSERT_TRUE(page && page->isVisible());
    QTableView& table = *page->table();
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() == 3; }));
    ASSERT_TRUE(waitFor([this] { return part<QLabel>(&m_window, "trashCount")->text() == QStringLiteral("3"); }));
    part<QLineEdit>(page, "searchTrash")->setText(QStringLiteral("no such run"));
    EXPECT_EQ(table.model()->rowCount(), 0);
    part<QLineEdit>(page, "searchTrash")->clear();
    ASSERT_EQ(table.model()->rowCount(), 3);
    table.selectRow(1);
    part<QPushButton>(page, "restoreRunsButton")->click();
    ASSERT_TRUE(waitForRuns(6));
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() == 2; }));
    part<QPushButton>(page, "emptyTrashButton")->click();
    auto* box = dialog<QMessageBox>();
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    EXPECT_TRUE(box->informativeText().contains(QStringLiteral("KB is freed"))) << box->informativeText().toStdString();
    part<QPushButton>(box, "confirmPurge")->click();
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() == 0; }));
    EXPECT_EQ(foldersInTrash(), 0U);
    QTest::keyClick(page, Qt::Key_Escape);
    EXPECT_TRUE(view().isVisible());
    EXPECT_FALSE(page->isVisible());
}

TEST_F(RunCommandsTest, TagsOfManyAreTickedAndUnticked)
{
    tick({1});
    actions().editTags->trigger();
    auto* popover = dialog<RunValuesPopover>();
    auto* field = part<QLineEdit>(popover, "runValueField");
    auto* list = part<QListWidget>(popover, "runValues");
    QTest::keyClicks(field, QStringLiteral("fresh"));
    QTest::keyClick(field, Qt::Key_Return);
    const RunRef first = model().runAt(1), other = model().runAt(4);
    const auto hasTag = [this](const RunRef& run) {
        const RunTable& table = *m_session.list()->table;
        const Value tags = table.field(Field::Tags).value(*table.rowOf(run));
        return tags.isArray() &&
               std::find(tags.array().begin(), tags.array().end(), Value("fresh")) != tags.array().end();
    };
    ASSERT_TRUE(waitFor([&] { return hasTag(first); }));
    EXPECT_TRUE(m_session.list()->table->isEdited(*m_session.list()->table->rowOf(first), Field::Tags));
    popover->dismiss();
    tick({4});
    actions().editTags->trigger();
    const auto fresh = [list]() -> QListWidgetItem* {
        const auto found = list->findItems(QStringLiteral("fresh"), Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.first();
    };
    ASSERT_TRUE(waitFor([&] { return fresh() && fresh()->checkState() == Qt::PartiallyChecked; }));
    emit list->itemClicked(fresh());
    ASSERT_TRUE(waitFor([&] { return hasTag(first) && hasTag(other); }));
    ASSERT_TRUE(waitFor([&] { return fresh() && fresh()->checkState() == Qt::Checked; }));
    emit list->itemClicked(fresh());
    ASSERT_TRUE(waitFor([&] { return !hasTag(first) && !hasTag(other); }));
    actions().undo->trigger();
    ASSERT_TRUE(waitFor([&] { return hasTag(first) && hasTag(other); }));
}

TEST_F(RunCommandsTest, WhatWasLeftAsItWasIsListed)
{
    tick({2, 3});
    RunCommand lock;
    lock.kind = RunCommand::Kind::Lock;
    m_session.perform(lock, {model().runAt(2)});
    ASSERT_TRUE(waitFor([this] { return !m_session.isPerforming(); }));
    RunCommand rename;
    rename.kind = RunCommand::Kind::Edit;
    rename.edit.name = "other";
    m_session.perform(rename, ticks().runs());
    ASSERT_TRUE(waitFor([this] { return said().contains(QStringLiteral("It is locked: unlock it first.")); }));
    for (auto* button : m_window.findChild<Toast*>()->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Show why"))
            button->click();
    auto* failures = dialog<FailuresDialog>();
    ASSERT_TRUE(failures);
    const QAbstractItemModel* rows = part<QTableView>(failures, "failures")->model();
    ASSERT_EQ(rows->rowCount(), 1);
    EXPECT_EQ(rows->index(0, 1).data().toString(), QStringLiteral("It is locked: unlock it first."));
}

TEST_F(RunCommandsTest, ATextThatIsNotSavedIsNotLostByQuitting)
{
    m_session.setCurrentRun(model().runAt(0));
    m_window.setTab(MainWindow::Tab::Overview);
    actions().editDescription->trigger();
    QPlainTextEdit* text = nullptr;
    ASSERT_TRUE(waitFor([&] {
        return (text = m_window.findChild<QPlainTextEdit*>(QStringLiteral("descriptionText"))) && text->isVisible();
    }));
    text->setPlainText(QStringLiteral("a thought"));
    actions().quit->trigger();
    auto* box = dialog<QMessageBox>();
    ASSERT_TRUE(box);
    EXPECT_TRUE(m_window.isVisible());
    box->button(QMessageBox::Cancel)->click();
    ASSERT_TRUE(waitFor([&] { return !m_window.findChild<QMessageBox*>(); }));
    EXPECT_TRUE(m_window.isVisible());
    EXPECT_EQ(text->toPlainText(), QStringLiteral("a thought"));
    actions().quit->trigger();
    press(QStringLiteral("Quit without saving"));
    EXPECT_FALSE(m_window.isVisible());
}

TEST_F(RunCommandsTest, TextsAreSavedBeforeQuitting)
{
    const std::vector<RunRef> runs = {model().runAt(0), model().runAt(1)};
    for (const RunRef& run : runs) {
        m_session.setCurrentRun(run);
        m_window.setTab(MainWindow::Tab::Overview);
        actions().editDescription->trigger();
        QPlainTextEdit* text = nullptr;
        ASSERT_TRUE(waitFor([&] {
            text = m_window.findChild<QPlainTextEdit*>(QStringLiteral("descriptionText"));
            return text && text->isVisible() && text->toPlainText() != QStringLiteral("a thought");
        }));
        text->setPlainText(QStringLiteral("a thought"));
    }
    // What cannot be saved keeps the window open.
    const auto isLocked = [&] {
        const RunTable& table = *m_session.list()->table;
        return table.isLocked(*table.rowOf(runs[1]));
    };
    RunCommand lock;
    lock.kind = RunCommand::Kind::Lock;
    m_session.perform(lock, {runs[1]});
    ASSERT_TRUE(waitFor([&] { return !m_session.isPerforming() && isLocked(); }));
    actions().quit->trigger();
    press(QStringLiteral("Save"));
    ASSERT_TRUE(waitFor([this] { return said().contains(QStringLiteral("It is locked: unlock it first.")); }));
    EXPECT_TRUE(m_window.isVisible());
    lock.kind = RunCommand::Kind::Unlock;
    m_session.perform(lock, {runs[1]});
    ASSERT_TRUE(waitFor([&] { return !m_session.isPerforming() && !isLocked(); }));
    actions().quit->trigger();
    press(QStringLiteral("Save"));
    ASSERT_TRUE(waitFor([this] { return !m_window.isVisible(); }));
    // What was written is there; that it is read shows a moment later.
    for (const RunRef& run : runs) {
        EXPECT_TRUE(waitFor([&] {
            const auto opened = m_session.openRun(run);
            return waitFor([&] { return opened.isFinished(); }) && (*opened.result())->run.notes == "a thought";
        }));
    }
}

TEST_F(RunCommandsTest, AStateIsMarkedAndTheMarkTakenBack)
{
    const RunRef run = model().runAt(3);
    const auto state = [&] { return m_session.list()->table->state(*m_session.list()->table->rowOf(run)); };
    const RunState found = state();
    ASSERT_NE(found, RunState::Killed);
    tick({3});
    actions().markState->trigger();
    auto* asked = dialog<MarkStateDialog>();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->findChild<QRadioButton*>(QStringLiteral("markAs-none")), nullptr) << "it is not marked";
    part<QRadioButton>(asked, "markAs-killed")->click();
    part<QLineEdit>(asked, "markReason")->setText(QStringLiteral("out of memory"));
    part<QPushButton>(asked, "confirmMark")->click();
    ASSERT_TRUE(waitFor([&] { return state() == RunState::Killed; }));
    EXPECT_EQ(m_session.list()->table->stateNote(*m_session.list()->table->rowOf(run))->reason,
              "marked by hand: out of memory");
    EXPECT_TRUE(said().startsWith(QStringLiteral("State of 1 run")) && said().contains(QStringLiteral("marked.")))
        << said().toStdString();
    ASSERT_TRUE(waitFor([this] { return actions().undo->text() == QStringLiteral("Undo mark of state"); }));
    ASSERT_TRUE(waitFor([this] { return m_window.findChild<MarkStateDialog*>() == nullptr; }));
    actions().markState->trigger();
    asked = dialog<MarkStateDialog>();
    EXPECT_TRUE(part<QRadioButton>(asked, "markAs-none")->isChecked());
    EXPECT_FALSE(part<QLineEdit>(asked, "markReason")->isEnabled());
    part<QPushButton>(asked, "confirmMark")->click();
    ASSERT_TRUE(waitFor([&] { return state() == found; }));
    actions().undo->trigger();
    EXPECT_TRUE(waitFor([&] { return state() == RunState::Killed; }));
}

TEST(CommandTextTest, SaysWhatIsNamedInASentence)
{
    EXPECT_EQ(refusalText("It runs on node-%2, not on this computer."),
              QStringLiteral("It runs on node-%2, not on this computer."));
    EXPECT_EQ(refusalText("It is running: python3 (process 12) holds its log."),
              QStringLiteral("It is running: python3 (process 12) holds its log."));
    EXPECT_EQ(refusalText("something\nelse"), QStringLiteral("something↵else"));
    EXPECT_EQ(failureText({Error::Kind::Refused, "It is not running.", "/x"}),
              QStringLiteral("/x: It is not running."));
}

} // namespace runglass::test
