// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/artifacts/ArtifactsTab.h"

#include "models/items/ArtifactsModel.h"
#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/artifacts/ArtifactPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace runglass
{

class ArtifactsTabTest : public test::RunPageFixture
{
};

TEST_F(ArtifactsTabTest, ShowsOutputsAndHidesWhatTheSdkMade)
{
    open("artifacts");
    ArtifactsTab tab(m_context);
    show(tab, onlyRun());
    const auto* tree = named<QTreeView>(tab, QStringLiteral("Artifacts"));
    const QAbstractItemModel& model = *tree->model();
    ASSERT_GE(model.rowCount(), 2);
    EXPECT_TRUE(model.index(0, 0).data().toString().startsWith(QStringLiteral("Outputs ")));
    EXPECT_TRUE(tree->isExpanded(model.index(0, 0)));
    const QModelIndex sdk = model.index(model.rowCount() - 1, 0);
    EXPECT_TRUE(sdk.data(ArtifactsModel::IsInternalRole).toBool());
    EXPECT_FALSE(tree->isExpanded(sdk));
    const auto* digest = named<QLineEdit>(tab, QStringLiteral("Digest"));
    EXPECT_TRUE(digest->isVisible());
    EXPECT_FALSE(digest->text().isEmpty());
    EXPECT_EQ(named<QLineEdit>(tab, QStringLiteral("Version"))->text(), QStringLiteral("–"));
    expectNames(tab);
}

TEST_F(ArtifactsTabTest, ChoosesTheArtifactThatIsAskedFor)
{
    open("artifacts");
    ArtifactsTab tab(m_context);
    show(tab, onlyRun());
    const auto* tree = named<QTreeView>(tab, QStringLiteral("Artifacts"));
    const QModelIndex outputs = tree->model()->index(0, 0);
    const int last = tree->model()->rowCount(outputs) - 1;
    const QString name = tree->model()->index(last, 0, outputs).data().toString();
    tab.showArtifact(name);
    EXPECT_EQ(tree->currentIndex().data().toString(), name);
    EXPECT_EQ(tab.findChild<QLabel*>(QStringLiteral("artifactNameLabel"))->text(), name);
}

TEST_F(ArtifactsTabTest, SaysThatThereIsNone)
{
    open("history");
    ArtifactsTab tab(m_context);
    show(tab, onlyRun());
    bool isSaid = false;
    for (const QLabel* label : tab.findChildren<QLabel*>())
        isSaid =
            isSaid || (label->isVisible() && label->text() == QStringLiteral("This run used and made no artifacts."));
    EXPECT_TRUE(isSaid);
}

TEST_F(ArtifactsTabTest, ShowsHostileTextsLiterally)
{
    Artifact artifact;
    artifact.name = "<img src=x>\x1b";
    artifact.type = "<b>model</b>";
    artifact.description = "![x](/etc/hostname) <img src=y>";
    artifact.aliases = {"<i>a</i>"};
    ArtifactPane pane(m_theme);
    pane.setArtifact(artifact);
    EXPECT_EQ(pane.findChild<QLabel*>(QStringLiteral("artifactNameLabel"))->text(), QStringLiteral("<img src=x>␛"));
    EXPECT_EQ(named<QLineEdit>(pane, QStringLiteral("Type"))->text(), QStringLiteral("<b>model</b>"));
    EXPECT_EQ(named<QLineEdit>(pane, QStringLiteral("Aliases"))->text(), QStringLiteral("<i>a</i>"));
    pane.findChild<QPushButton*>(QStringLiteral("copyNameButton"))->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("<img src=x>␛"));
}

} // namespace runglass
