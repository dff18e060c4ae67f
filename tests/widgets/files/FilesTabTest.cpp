// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/FilesTab.h"

#include "models/items/FilesModel.h"
#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/files/FilePreviewPane.h"
#include "widgets/files/ImageView.h"
#include "widgets/logs/LogView.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QTableView>
#include <QTreeView>

#include <fstream>

namespace runglass
{

namespace fs = std::filesystem;

class FilesTabTest : public test::RunPageFixture
{
protected:
    /// Chooses the first file whose shown name is this.
    static void choose(FilesTab& tab, const QString& name)
    {
        auto* tree = named<QTreeView>(tab, QStringLiteral("Files"));
        tree->expandAll();
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                           Qt::MatchExactly | Qt::MatchRecursive);
        ASSERT_EQ(found.size(), 1) << name.toStdString();
        QSignalSpy previewed(&tab, &FilesTab::previewed);
        tree->setCurrentIndex(found[0]);
        ASSERT_TRUE(previewed.size() > 0 || previewed.wait(kPatience));
    }
    /// A copy of a fixture run whose files/ a test may change.
    fs::path copyOf(const std::string& name)
    {
        test::copyTree(test::fixture("wandb/" + name), m_folder.path() / name);
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_folder.path() / name))
            if (entry.is_directory() && entry.path().filename() == "files")
                m_files = entry.path();
        return m_folder.path() / name;
    }
    void write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(m_files / name, std::ios::binary) << bytes;
    }

    test::TemporaryDirectory m_folder;
    fs::path m_files;
};

TEST_F(FilesTabTest, ShowsTheTreeAndATextFile)
{
    open("files");
    FilesTab tab(m_context);
    show(tab, onlyRun());
    choose(tab, QStringLiteral("requirements.txt"));
    const auto* lines = tab.findChild<LogView*>(QStringLiteral("previewLines"));
    EXPECT_TRUE(lines->isVisible());
    EXPECT_GT(lines->layoutOfLines().lines().size(), 0U);
    EXPECT_TRUE(tab.findChild<QAction*>(QStringLiteral("saveCopyAction"))->isEnabled());
    expectNames(tab);
}

TEST_F(FilesTabTest, ShowsPicturesAndTables)
{
    open("media");
    FilesTab tab(m_context);
    show(tab, onlyRun());
    auto* tree = named<QTreeView>(tab, QStringLiteral("Files"));
    tree->expandAll();
    const auto chooseEnding = [&](const QString& end) {
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, end, 1,
                                                           Qt::MatchEndsWith | Qt::MatchRecursive);
        ASSERT_EQ(found.size(), 1);
        QSignalSpy previewed(&tab, &FilesTab::previewed);
        tree->setCurrentIndex(found[0]);
        ASSERT_TRUE(previewed.size() > 0 || previewed.wait(kPatience));
    };
    chooseEnding(QStringLiteral(".png"));
    const auto* image = tab.findChild<ImageView*>(QStringLiteral("previewImage"));
    EXPECT_TRUE(image->isVisible());
    EXPECT_FALSE(image->image().isNull());
    chooseEnding(QStringLiteral(".table.json"));
    const auto* table = tab.findChild<QTableView*>(QStringLiteral("previewTable"));
    EXPECT_TRUE(table->isVisible());
    EXPECT_GT(table->model()->rowCount(), 0);
}

TEST_F(FilesTabTest, FollowsNoLinkAndShowsHtmlAsText)
{
    const fs::path folder = copyOf("files");
    const fs::path secret = m_folder.path() / "secret.txt";
    std::ofstream(secret) << "CANARY";
    fs::create_symlink(secret, m_files / "link.txt");
    write("<img src=x>.html", "<script>alert(1)</script>");
    openPath(folder);
    FilesTab tab(m_context);
    show(tab, onlyRun());
    choose(tab, QStringLiteral("link.txt → outside the run"));
    EXPECT_FALSE(tab.findChild<LogView*>(QStringLiteral("previewLines"))->isVisible());
    EXPECT_FALSE(tab.findChild<QAction*>(QStringLiteral("saveCopyAction"))->isEnabled());
    choose(tab, QStringLiteral("<img src=x>.html"));
    const auto* lines = tab.findChild<LogView*>(QStringLiteral("previewLines"));
    ASSERT_TRUE(lines->isVisible());
    EXPECT_EQ(lines->layoutOfLines().document().text(0), QStringLiteral("<script>alert(1)</script>"));
    EXPECT_EQ(tab.findChild<QLabel*>(QStringLiteral("previewNameLabel"))->text(), QStringLiteral("<img src=x>.html"));
}

TEST_F(FilesTabTest, ShowsTheLastOfQuickChoices)
{
    const fs::path folder = copyOf("files");
    write("big.json", "[" + std::string(3'000'000, ' ') + "1]");
    write("small.txt", "small");
    openPath(folder);
    FilesTab tab(m_context);
    show(tab, onlyRun());
    auto* tree = named<QTreeView>(tab, QStringLiteral("Files"));
    const auto rowOf = [&](const QString& name) {
        return tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name).value(0);
    };
    tree->setCurrentIndex(rowOf(QStringLiteral("big.json")));
    tree->setCurrentIndex(rowOf(QStringLiteral("small.txt")));
    const auto* lines = tab.findChild<LogView*>(QStringLiteral("previewLines"));
    ASSERT_TRUE(waitFor([&] { return lines->isVisible() && lines->layoutOfLines().lines().size() == 1; }));
    QTest::qWait(100);
    EXPECT_EQ(lines->layoutOfLines().document().text(0), QStringLiteral("small"));
}

TEST_F(FilesTabTest, SavesACopy)
{
    open("files");
    FilesTab tab(m_context);
    show(tab, onlyRun());
    choose(tab, QStringLiteral("direct.txt"));
    tab.findChild<QAction*>(QStringLiteral("saveCopyAction"))->trigger();
    auto* dialog = tab.findChild<QFileDialog*>(QStringLiteral("saveDialog"));
    ASSERT_NE(dialog, nullptr);
    const fs::path saved = m_folder.path() / "copy.txt";
    emit dialog->fileSelected(QString::fromStdString(saved.string()));
    dialog->reject();
    ASSERT_TRUE(waitFor([&] { return fs::exists(saved); }));
    std::ifstream copy(saved);
    const std::string text((std::istreambuf_iterator<char>(copy)), {});
    EXPECT_FALSE(text.empty());
}

} // namespace runglass
