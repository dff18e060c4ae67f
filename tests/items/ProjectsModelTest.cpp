// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ProjectsModel.h"

#include "tests/items/ModelText.h"
#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>

namespace runglass::test
{

namespace
{

Run runOf(const std::string& entity, const std::string& project, const std::string& id)
{
    Run run = namedRun(id, id);
    run.path = {entity, project, id};
    return run;
}

SourceInfo source(SourceId id, std::string location)
{
    SourceInfo info;
    info.id = id;
    info.location = std::move(location);
    info.kind = "wandb-folder";
    info.status = SourceInfo::Status::Ready;
    return info;
}

} // namespace

TEST(ProjectsModelTest, listsSourcesAndTheirProjects)
{
    ProjectsModel model;
    const auto watch = watchModel(&model);
    EXPECT_EQ(toText(model), "All runs | 0\n");
    RunTableBuilder builder;
    builder.apply(1, {runOf("team", "p10", "a"), runOf("team", "p2", "b"), runOf("team", "p10", "c"),
                      runOf("", "solo", "d"), runOf("team", "uncategorized", "e"), runOf("", "", "f")});
    builder.apply(2, {runOf("team", "p10", "a")});
    model.setContents({source(1, "/data/runs"), source(2, "/other"), source(3, "/empty")}, builder.snapshot());
    EXPECT_EQ(toText(model), "All runs | 7\n"
                             "/data/runs | 6\n"
                             "  – | 1\n"
                             "  solo | 1\n"
                             "  team / p2 | 1\n"
                             "  team / p10 | 2\n"
                             "  team / Uncategorized | 1\n"
                             "/other | 1\n"
                             "  team / p10 | 1\n"
                             "/empty | 0\n");
    const QModelIndex project = model.index(3, 0, model.index(1, 0));
    const auto scope = project.data(ProjectsModel::ScopeRole).value<RunScope>();
    EXPECT_EQ(scope, (RunScope{1, "team", "p10"}));
    EXPECT_EQ(project.data(ProjectsModel::RunCountRole).toInt(), 2);
    EXPECT_EQ(model.indexOf(scope), project);
    EXPECT_EQ(model.indexOf({}), model.index(0, 0));
    EXPECT_EQ(model.indexOf({2, {}, {}}), model.index(2, 0));
    EXPECT_FALSE(model.indexOf({9, {}, {}}).isValid());
    EXPECT_EQ(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"/data/runs");
    EXPECT_EQ(model.index(1, 0).data(ProjectsModel::NodeKindRole).toInt(),
              static_cast<int>(ProjectsModel::NodeKind::Source));
}

TEST(ProjectsModelTest, saysHowTheSourceIs)
{
    ProjectsModel model;
    SourceInfo info = source(1, "/gone");
    info.status = SourceInfo::Status::Reading;
    info.progress = {3, 9};
    const auto table = std::make_shared<const RunTable>();
    model.setContents({info}, table);
    EXPECT_EQ(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"/gone\nReading 3 of 9 runs");
    info.status = SourceInfo::Status::Failed;
    info.error = Error{Error::Kind::NotFound, "Nothing is there.", "/gone"};
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setContents({info}, table);
    EXPECT_EQ(changes.size(), 1);
    EXPECT_EQ(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"/gone\n/gone: Nothing is there.");
    EXPECT_EQ(model.index(1, 0).data(ProjectsModel::SourceStatusRole).toInt(),
              static_cast<int>(SourceInfo::Status::Failed));
    EXPECT_EQ(model.index(1, 0).data(ProjectsModel::IconNameRole).toString(), u"error");
    model.setContents({info}, table);
    EXPECT_EQ(changes.size(), 1) << "nothing is different";
}

TEST(ProjectsModelTest, keepsIndexesWhenProjectsComeAndGo)
{
    ProjectsModel model;
    const auto watch = watchModel(&model);
    RunTableBuilder builder;
    builder.apply(1, {runOf("t", "m", "a"), runOf("t", "x", "b")});
    const std::vector<SourceInfo> sources = {source(1, "/one"), source(2, "/two")};
    model.setContents(sources, builder.snapshot());
    const QPersistentModelIndex x = model.index(1, 0, model.index(1, 0));
    const QPersistentModelIndex two = model.index(2, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    builder.apply(1, {runOf("t", "c", "c"), runOf("t", "x", "d")});
    model.setContents(sources, builder.snapshot());
    EXPECT_EQ(inserted.size(), 1);
    EXPECT_EQ(x.row(), 2);
    EXPECT_EQ(x.data(ProjectsModel::RunCountRole).toInt(), 2);
    builder.removeSource(1);
    model.setContents({sources[1]}, builder.snapshot());
    EXPECT_FALSE(x.isValid());
    EXPECT_EQ(two.row(), 1);
    model.setContents({sources[1], sources[0]}, builder.snapshot());
    model.setContents({sources[0], sources[1]}, builder.snapshot());
    EXPECT_EQ(two.row(), 2) << "moved, not made anew";
    EXPECT_EQ(resets.size(), 0);
    EXPECT_EQ(toText(model), "All runs | 0\n/one | 0\n/two | 0\n");
}

} // namespace runglass::test
