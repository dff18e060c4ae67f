// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ArtifactsModel.h"

#include "models/items/ArtifactTableModel.h"
#include "tests/items/ModelText.h"
#include "tests/support/QtMessages.h"

#include <QSet>

#include <functional>

namespace runglass
{

using test::toText;
using test::watchModel;

namespace
{

Artifact artifact(const std::string& name, const std::string& type,
                  Artifact::Direction direction = Artifact::Direction::Output)
{
    Artifact made;
    made.name = name;
    made.type = type;
    made.direction = direction;
    return made;
}

std::vector<Artifact> example()
{
    Artifact model = artifact("model-x", "model");
    model.aliases = {"latest", "best"};
    model.version = "v3";
    model.members = {{"model.pt", 2000, "d1", {}, {}}, {"data", std::nullopt, {}, "s3://bucket/<b>", {}}};
    return {model, artifact("shards", "dataset", Artifact::Direction::Input), artifact("run-x-t", "run_table")};
}

} // namespace

TEST(ArtifactsModel, GroupsInputsOutputsAndWhatTheSdkMade)
{
    ArtifactsModel model;
    const auto watch = watchModel(&model);
    model.setArtifacts(example());
    EXPECT_EQ(toText(model), "Inputs 1 |  |  |  | \n"
                             "  shards | dataset | – |  | 0 B\n"
                             "Outputs 1 |  |  |  | \n"
                             "  model-x | model | v3 | latest, best | 2.0 KB\n"
                             "    model.pt |  |  |  | 2.0 KB\n"
                             "    data | reference |  |  | –\n"
                             "Made by the SDK 1 |  |  |  | \n"
                             "  run-x-t | run_table | – |  | 0 B\n");
    EXPECT_EQ(model.count(Artifact::Direction::Output), 1);
    EXPECT_EQ(model.count(Artifact::Direction::Input), 1);
    const QModelIndex found = model.indexOf("model-x");
    EXPECT_EQ(model.artifact(found)->version, "v3");
    EXPECT_EQ(model.member(found), nullptr);
    EXPECT_EQ(model.member(model.index(1, 0, found))->reference, "s3://bucket/<b>");
    EXPECT_EQ(found.siblingAtColumn(ArtifactsModel::AliasesColumn).data(ArtifactsModel::ChipsRole).toStringList(),
              (QStringList{QStringLiteral("latest"), QStringLiteral("best")}));
    EXPECT_FALSE(model.indexOf("nothing").isValid());
}

TEST(ArtifactsModel, KnowsARowAgainWhenOthersCome)
{
    ArtifactsModel model;
    const auto watch = watchModel(&model);
    const auto keys = [&model] {
        QStringList all;
        const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                all.append(model.index(row, 0, parent).data(ArtifactsModel::KeyRole).toString());
                walk(model.index(row, 0, parent));
            }
        };
        walk({});
        return all;
    };
    model.setArtifacts(example());
    const QStringList before = keys();
    EXPECT_EQ(before.size(), 8);
    EXPECT_EQ(QSet<QString>(before.begin(), before.end()).size(), 8);
    std::vector<Artifact> more = example();
    more.insert(more.begin(), artifact("first", "model"));
    model.setArtifacts(more);
    const QStringList after = keys();
    EXPECT_EQ(after.size(), 9);
    for (const QString& key : before)
        EXPECT_TRUE(after.contains(key)) << key.toStdString();
}

TEST(ArtifactsModel, ShowsNamesLiterally)
{
    ArtifactsModel model;
    const auto watch = watchModel(&model);
    model.setArtifacts({artifact("<img src=x>", "<b>\x1b")});
    const QModelIndex row = model.index(0, 0, model.index(0, 0));
    EXPECT_EQ(row.data().toString(), QStringLiteral("<img src=x>"));
    EXPECT_EQ(row.siblingAtColumn(1).data().toString(), QStringLiteral("<b>␛"));
    EXPECT_TRUE(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;img src=x&gt;")));
}

TEST(ArtifactsProxy, FindsByAliasAndMember)
{
    ArtifactsModel model;
    ArtifactsProxy proxy;
    proxy.setSourceModel(&model);
    const auto watch = watchModel(&proxy);
    model.setArtifacts(example());
    proxy.setSearchText(QStringLiteral("BEST"));
    EXPECT_EQ(toText(proxy), "Outputs 1 |  |  |  | \n"
                             "  model-x | model | v3 | latest, best | 2.0 KB\n"
                             "    model.pt |  |  |  | 2.0 KB\n"
                             "    data | reference |  |  | –\n");
    proxy.setSearchText(QStringLiteral("model.pt"));
    EXPECT_EQ(toText(proxy), "Outputs 1 |  |  |  | \n"
                             "  model-x | model | v3 | latest, best | 2.0 KB\n"
                             "    model.pt |  |  |  | 2.0 KB\n");
}

TEST(ArtifactTableModel, ListsTheUsersOutputsOnly)
{
    ArtifactTableModel model;
    const auto watch = watchModel(&model);
    model.setArtifacts(example());
    EXPECT_EQ(toText(model), "model-x | model | v3 | latest, best | 2.0 KB\n");
    EXPECT_EQ(model.index(0, 0).data(ArtifactTableModel::ArtifactNameRole).toString(), QStringLiteral("model-x"));
    model.setArtifacts({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace runglass
