// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/JsonText.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/ExportDialog.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/WorkProgress.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFutureInterface>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

#include <fstream>

namespace runglass::test
{

namespace
{

/// The window with eight runs, on the Runs tab.
class OutputTest : public WindowFixture
{
protected:
    OutputTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
        m_filled = waitFor([this] { return model().rowCount() == 8; });
        QGuiApplication::clipboard()->clear();
    }
    void SetUp() override { ASSERT_TRUE(m_filled); }

    RunsView& view() const { return *m_window.runs().view(); }
    RunsModel& model() const { return *m_window.runs().model(); }
    RunTicks& ticks() const { return m_window.runs().ticks(); }
    WindowActions& actions() const { return m_window.actions(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    QString status() const { return m_window.findChild<QLabel*>(QStringLiteral("countsLabel"))->text(); }
    QString nameAt(int row) const { return model().index(row, 0).data().toString(); }

    ExportDialog* exportDialog()
    {
        actions().exportRuns->trigger();
        ExportDialog* found = nullptr;
        EXPECT_TRUE(waitFor([&] { return (found = m_window.findChild<ExportDialog*>()) && found->isVisible(); }));
        return found;
    }
    static void choose(const QDialog& dialog, const QString& begin)
    {
        for (auto* button : dialog.findChildren<QRadioButton*>())
            if (button->text().startsWith(begin)) {
                EXPECT_TRUE(button->isEnabled()) << begin.toStdString();
                button->click();
                return;
            }
        ADD_FAILURE() << begin.toStdString();
    }
    /// Accepts the dialog and gives the file.
    void writeTo(ExportDialog& dialog, const std::filesystem::path& file)
    {
        dialog.accept();
        QFileDialog* save = nullptr;
        ASSERT_TRUE(waitFor([&] { return (save = m_window.findChild<QFileDialog*>()) && save->isVisible(); }));
        emit save->fileSelected(QString::fromStdString(file.string()));
        delete save;
    }
    static std::string bytesOf(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    MainWindow m_window{m_context, QString()};
    TemporaryDirectory m_folder;
    bool m_filled = false;
};

} // namespace

TEST_F(OutputTest, CtrlCCopiesMarkedRowsThenTickedOnes)
{
    view().selectRow(1);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QStringList lines = clipboard().split(u'\n');
    ASSERT_EQ(lines.size(), 3) << "head, run, end";
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Name\tState\tNotes\tTags\tCreated\tRuntime (s)\t")))
        << lines[0].toStdString();
    EXPECT_EQ(lines[1].section(u'\t', 0, 0), nameAt(1));
    EXPECT_EQ(lines[1].count(u'\t'), model().columnCount() - 1);
    ticks().set({model().runAt(4), model().runAt(2)}, true);
    actions().copyTsv->trigger();
    lines = clipboard().split(u'\n');
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[1].section(u'\t', 0, 0), nameAt(2)) << "in the order of the table";
    EXPECT_EQ(lines[2].section(u'\t', 0, 0), nameAt(4));
    EXPECT_EQ(status(), QStringLiteral("Copied 2 run(s)"));
}

TEST_F(OutputTest, CopiesMarkdownAndJson)
{
    ticks().set({model().runAt(0), model().runAt(1)}, true);
    actions().copyMarkdown->trigger();
    EXPECT_TRUE(clipboard().startsWith(QStringLiteral("| Name | State |"))) << clipboard().toStdString();
    EXPECT_EQ(clipboard().count(u'\n'), 4);
    actions().copyJson->trigger();
    const Result<Value> runs = valueFromJson(clipboard().toStdString());
    ASSERT_TRUE(runs) << clipboard().toStdString();
    ASSERT_EQ(runs->array().size(), 2U);
    EXPECT_EQ(findPath(runs->array()[1], {"path"})->text(), toString(model().runAt(1).path));
    EXPECT_EQ(findPath(runs->array()[0], {"name"})->text(), nameAt(0).toStdString());
}

TEST_F(OutputTest, CopyingManyCellsIsDoneBeside)
{
    // More cells than are made at once.
    ticks().setAll(true);
    const int wanted = model().rowCount();
    actions().copyTsv->trigger();
    ASSERT_TRUE(waitFor([&] { return clipboard().count(u'\n') == wanted + 1; })) << clipboard().toStdString();
}

TEST_F(OutputTest, ExportsSelectedVisibleOnes)
{
    ticks().set({model().runAt(3), model().runAt(5)}, true);
    ExportDialog* dialog = exportDialog();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->choice(), (ExportChoice{ExportChoice::Runs::Selected, false, RunExport::Format::Csv}));
    const auto file = m_folder.path() / "x.csv";
    writeTo(*dialog, file);
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(file); }));
    const std::string text = bytesOf(file);
    EXPECT_TRUE(text.starts_with("name,state,notes,tags,created,runtime,")) << text;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3) << text;
    EXPECT_NE(text.find("\r\n" + nameAt(3).toStdString()), std::string::npos);
    ASSERT_TRUE(waitFor([this] { return status() == QStringLiteral("Exported 2 run(s) to x.csv"); }));
}

TEST_F(OutputTest, ExportsAllThatMatchAsJsonLinesAndRemembersTheChoice)
{
    search("ember");
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 2; }));
    ExportDialog* dialog = exportDialog();
    ASSERT_TRUE(dialog);
    for (auto* button : dialog->findChildren<QRadioButton*>())
        EXPECT_EQ(button->isEnabled(), !button->text().startsWith(QStringLiteral("Selected")))
            << button->text().toStdString();
    choose(*dialog, QStringLiteral("All that match (2)"));
    choose(*dialog, QStringLiteral("All columns"));
    choose(*dialog, QStringLiteral("JSON lines"));
    const auto file = m_folder.path() / "x.jsonl";
    writeTo(*dialog, file);
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(file); }));
    const std::string text = bytesOf(file);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2) << text;
    EXPECT_EQ(text.find("\"columns\""), std::string::npos);
    ASSERT_TRUE(waitFor([this] { return actions().exportRuns->isEnabled(); }));
    dialog = exportDialog();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->choice(), (ExportChoice{ExportChoice::Runs::Matching, true, RunExport::Format::JsonLines}));
}

TEST_F(OutputTest, SaysWhatFileCouldNotBeWrittenAndWhy)
{
    ExportDialog* dialog = exportDialog();
    ASSERT_TRUE(dialog);
    writeTo(*dialog, m_folder.path() / "no" / "such.csv");
    QMessageBox* box = nullptr;
    ASSERT_TRUE(waitFor([&] { return (box = m_window.findChild<QMessageBox*>()) && box->isVisible(); }));
    EXPECT_TRUE(box->text().contains(QStringLiteral("such.csv"))) << box->text().toStdString();
    EXPECT_TRUE(box->text().contains(QStringLiteral("No such file or directory"))) << box->text().toStdString();
    EXPECT_TRUE(actions().exportRuns->isEnabled());
    box->close();
}

TEST(WorkProgressTest, ShowsAndCancelsOnlyWhatTakesTime)
{
    WorkProgress progress;
    QFutureInterface<int> work;
    work.reportStarted();
    work.setProgressRange(0, 10);
    QFutureWatcher<int> watcher;
    progress.follow(&watcher, QStringLiteral("Working"), QStringLiteral("Cancel work"), [](int done, int total) {
        return QStringLiteral("%1 of %2").arg(QString::number(done), QString::number(total));
    });
    watcher.setFuture(work.future());
    EXPECT_FALSE(progress.isVisible());
    ASSERT_TRUE(QTest::qWaitFor([&] { return progress.isVisible(); }, 10'000));
    work.setProgressValue(4);
    auto* bar = progress.findChild<QProgressBar*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->value() == 4; }, 10'000));
    EXPECT_EQ(bar->maximum(), 10);
    EXPECT_EQ(bar->accessibleName(), QStringLiteral("Working"));
    EXPECT_EQ(progress.findChild<QLabel*>()->text(), QStringLiteral("4 of 10"));
    progress.findChild<QPushButton*>()->click();
    EXPECT_TRUE(work.isCanceled());
    work.reportFinished();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !progress.isVisible(); }, 10'000));
}

} // namespace runglass::test
