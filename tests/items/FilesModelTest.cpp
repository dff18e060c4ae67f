// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilesModel.h"

#include "tests/items/ModelText.h"
#include "tests/support/QtMessages.h"

#include <QSignalSpy>

#include <algorithm>
#include <random>

namespace runglass
{

using test::toText;
using test::watchModel;

namespace
{

RunFile file(const std::string& path, std::uint64_t size, int segment = 0)
{
    RunFile made;
    made.path = path;
    made.sizeBytes = size;
    made.segment = segment;
    return made;
}

std::shared_ptr<const std::vector<RunFile>> list(std::vector<RunFile> files)
{
    return std::make_shared<const std::vector<RunFile>>(std::move(files));
}

} // namespace

TEST(FilesModel, MakesFoldersOfPaths)
{
    FilesModel model;
    const auto watch = watchModel(&model);
    model.setFiles(list({file("media/images/a.png", 1000), file("media/b.json", 500), file("config.yaml", 10)}));
    EXPECT_EQ(toText(model), "media | 2 file(s) | 1.5 KB | –\n"
                             "  images | 1 file(s) | 1.0 KB | –\n"
                             "    a.png |  | 1.0 KB | –\n"
                             "  b.json |  | 500 B | –\n"
                             "config.yaml |  | 10 B | –\n");
    EXPECT_EQ(model.totalBytes(), 1510U);
    const QModelIndex found = model.indexOf("media/images/a.png", 0);
    ASSERT_TRUE(found.isValid());
    EXPECT_EQ(model.file(found)->path, "media/images/a.png");
    EXPECT_EQ(model.file(model.index(0, 0)), nullptr);
}

TEST(FilesModel, ChangesWhereItIs)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    FilesModel model, fresh;
    FilesProxy proxy, freshProxy;
    proxy.setSourceModel(&model);
    freshProxy.setSourceModel(&fresh);
    for (FilesProxy* each : {&proxy, &freshProxy})
        each->sort(FilesModel::NameColumn);
    const auto watch = watchModel(&model), watchProxy = watchModel(&proxy);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto some = [&random] {
        std::vector<RunFile> files;
        for (const std::string folder : {"", "a/", "a/b/", "c/"}) {
            for (const std::string name : {"x", "y", "z"}) {
                if (random() % 3)
                    files.push_back(file(folder + name, random() % 4));
            }
        }
        std::shuffle(files.begin(), files.end(), random);
        return list(std::move(files));
    };
    model.setFiles(list({file("kept", 1)}));
    const QPersistentModelIndex kept = model.indexOf("kept", 0);
    resets.clear();
    for (int round = 0; round < 200; ++round) {
        auto files = std::make_shared<std::vector<RunFile>>(*some());
        files->push_back(file("kept", random() % 4));
        model.updateFiles(files);
        fresh.setFiles(files);
        ASSERT_EQ(toText(proxy), toText(freshProxy)) << round;
        ASSERT_EQ(model.totalBytes(), fresh.totalBytes());
        ASSERT_TRUE(kept.isValid());
        ASSERT_EQ(model.file(kept)->path, "kept");
    }
    EXPECT_EQ(resets.count(), 0);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.updateFiles(list(model.files()));
    EXPECT_EQ(changes.count(), 0) << "nothing is new";
}

/// Telling a view of 50,000 files that go, one by one, would take minutes.
TEST(FilesModel, OtherFilesAltogetherAreListedAnew)
{
    const auto many = [](const std::string& name) {
        std::vector<RunFile> files;
        for (int i = 0; i < 50'000; ++i)
            files.push_back(file(name + std::to_string(i), 1));
        return list(std::move(files));
    };
    FilesModel model;
    const auto watch = watchModel(&model);
    model.setFiles(many("a"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset), removals(&model, &QAbstractItemModel::rowsRemoved);
    model.updateFiles(many("b"));
    EXPECT_EQ(resets.count(), 1);
    EXPECT_EQ(removals.count(), 0);
    EXPECT_EQ(model.rowCount(), 50'000);
    EXPECT_TRUE(model.indexOf("b49999", 0).isValid());
}

TEST(FilesModel, KeepsSegmentsApart)
{
    FilesModel model;
    const auto watch = watchModel(&model);
    model.setFiles(list({file("output.log", 1, 0), file("output.log", 2, 1)}));
    EXPECT_EQ(toText(model), "Segment 1 | 1 file(s) | 1 B | –\n"
                             "  output.log |  | 1 B | –\n"
                             "Segment 2 | 1 file(s) | 2 B | –\n"
                             "  output.log |  | 2 B | –\n");
}

TEST(FilesModel, ShowsLinksMutedAndNamesLiterally)
{
    FilesModel model;
    const auto watch = watchModel(&model);
    RunFile link = file("latest.pt", 0);
    link.kind = RunFile::Kind::Link;
    link.linkTarget = "/etc/<b>passwd</b>";
    model.setFiles(list({link, file("<img src=x>.txt", 1), file("a\x1b\n.txt", 1)}));
    EXPECT_EQ(toText(model), "latest.pt → outside the run |  | – | –\n"
                             "<img src=x>.txt |  | 1 B | –\n"
                             "a␛↵.txt |  | 1 B | –\n");
    const QModelIndex first = model.index(0, 0);
    EXPECT_TRUE(first.data(FilesModel::LinkRole).toBool());
    EXPECT_TRUE(first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;passwd")));
}

TEST(FilesModel, StandsStrangePaths)
{
    FilesModel model;
    const auto watch = watchModel(&model);
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "d/";
    model.setFiles(list({file("", 1), file("/", 1), file("//a//b", 1), file(deep + "x", 1), file("../up", 1)}));
    int depth = 0;
    for (QModelIndex at = model.indexOf(deep + "x", 0); at.isValid(); at = at.parent())
        ++depth;
    EXPECT_EQ(depth, 65);
    EXPECT_EQ(model.files().size(), 5U);
}

TEST(FilesProxy, PutsFoldersFirstAndNumbersInOrder)
{
    FilesModel model;
    FilesProxy proxy;
    proxy.setSourceModel(&model);
    const auto watch = watchModel(&proxy);
    model.setFiles(list({file("b10.txt", 5), file("b9.txt", 7), file("z/a.txt", 1)}));
    proxy.sort(FilesModel::NameColumn, Qt::AscendingOrder);
    EXPECT_EQ(toText(proxy),
              "z | 1 file(s) | 1 B | –\n  a.txt |  | 1 B | –\nb9.txt |  | 7 B | –\nb10.txt |  | 5 B | –\n");
    proxy.sort(FilesModel::SizeColumn, Qt::DescendingOrder);
    EXPECT_EQ(toText(proxy),
              "z | 1 file(s) | 1 B | –\n  a.txt |  | 1 B | –\nb9.txt |  | 7 B | –\nb10.txt |  | 5 B | –\n");
    proxy.sort(FilesModel::SizeColumn, Qt::AscendingOrder);
    proxy.setSearchText(QStringLiteral("B1"));
    EXPECT_EQ(toText(proxy), "b10.txt |  | 5 B | –\n");
    proxy.setSearchText(QStringLiteral("z/"));
    EXPECT_EQ(toText(proxy), "z | 1 file(s) | 1 B | –\n  a.txt |  | 1 B | –\n");
}

} // namespace runglass
