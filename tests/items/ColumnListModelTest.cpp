// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColumnListModel.h"

#include "tests/items/RunListText.h"
#include "tests/support/QtMessages.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <gmock/gmock.h>

using ::testing::ElementsAre;

namespace runglass::test
{

namespace
{

using Kind = ColumnListModel::Kind;

std::vector<std::string> names(const ColumnListModel& model)
{
    std::vector<std::string> names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.push_back(model.index(row, 0).data().toString().toStdString());
    return names;
}

std::shared_ptr<const RunList> someList(const ColumnLayout& layout, std::shared_ptr<const ColumnSet> known = {})
{
    runglass::Run run = namedRun("a", "a");
    for (const char* key : {"lr", "alpha_rate", "learn"})
        setPath(run.config, {key}, 1);
    setPath(run.summary, {"val/loss"}, 1);
    RunListState state;
    state.columns = layout;
    state.knownColumns = std::move(known);
    return listOf({run, namedRun("b", "b")}, state);
}

KeySearch search(const std::string& text, KeySearch::Mode mode = KeySearch::Mode::Fuzzy)
{
    return *KeySearch::make(text, mode);
}

ColumnLayout bareLayout()
{
    ColumnLayout layout;
    layout.hideAll();
    layout.show({ColumnOrigin::Config, Field::Name, {"lr"}});
    layout.pin({ColumnOrigin::Summary, Field::Name, {"val/loss"}});
    return layout;
}

} // namespace

TEST(ColumnListModelTest, visibleOnesTellWhatTheyAre)
{
    ColumnListModel model(Kind::Visible);
    const auto watch = watchModel(&model);
    ColumnLayout layout = bareLayout();
    layout.show({ColumnOrigin::Field, Field::State, {}});
    layout.onlyDiffering = true;
    model.setList(someList(layout));
    EXPECT_THAT(names(model), ElementsAre("Name", "val/loss", "State", "lr"));
    const auto cell = [&model](int row, int role) { return model.index(row, 0).data(role); };
    EXPECT_EQ(cell(0, ColumnListModel::NoteRole).toString(), u"always first");
    EXPECT_TRUE(cell(0, ColumnListModel::FixedRole).toBool());
    EXPECT_FALSE(cell(1, ColumnListModel::FixedRole).toBool());
    EXPECT_TRUE(cell(1, ColumnListModel::PinnedRole).toBool());
    EXPECT_EQ(cell(1, Qt::AccessibleDescriptionRole).toString(), u"summary, pinned");
    EXPECT_FALSE(cell(3, ColumnListModel::PinnedRole).toBool());
    EXPECT_EQ(cell(2, ColumnListModel::NoteRole).toString(), u"no difference") << "both have finished";
    EXPECT_TRUE(cell(2, ColumnListModel::LeftOutRole).toBool());
    EXPECT_EQ(cell(3, ColumnListModel::NoteRole).toString(), u"config") << "only one run has it";
    EXPECT_EQ(model.place(3), 3);
    EXPECT_EQ(model.rowOf({ColumnOrigin::Config, Field::Name, {"lr"}}), 3);
    EXPECT_EQ(model.rowOf({ColumnOrigin::Config, Field::Name, {"none"}}), -1);
}

TEST(ColumnListModelTest, hiddenOnesBeginWithWhatIsNew)
{
    ColumnListModel model(Kind::Hidden);
    const auto watch = watchModel(&model);
    const auto known = std::make_shared<const ColumnSet>(ColumnSet{{ColumnOrigin::Config, Field::Name, {"learn"}}});
    model.setList(someList(bareLayout(), known));
    EXPECT_EQ(names(model).front(), "alpha_rate");
    EXPECT_EQ(model.index(0, 0).data(ColumnListModel::NoteRole).toString(), u"new · config");
    EXPECT_EQ(names(model)[1], "State");
    EXPECT_EQ(model.total(), model.rowCount());
    EXPECT_FALSE(model.setList(someList(bareLayout(), known))) << "nothing is other";
}

TEST(ColumnListModelTest, aSearchNarrowsAndRanks)
{
    ColumnListModel hidden(Kind::Hidden), visible(Kind::Visible);
    const auto watchHidden = watchModel(&hidden);
    const auto watchVisible = watchModel(&visible);
    ColumnLayout layout;
    for (const char* key : {"lr", "alpha_rate", "learn"})
        layout.hide({ColumnOrigin::Config, Field::Name, {key}});
    hidden.setList(someList(layout));
    visible.setList(someList({}));
    hidden.setSearch(search("lr"));
    EXPECT_THAT(names(hidden), ElementsAre("lr", "learn", "alpha_rate")) << "those that fit best come first";
    visible.setSearch(search("lr"));
    EXPECT_THAT(names(visible), ElementsAre("alpha_rate", "learn", "lr")) << "they stay in order";
    EXPECT_EQ(visible.place(2), 11);
    visible.setSearch(search("^n", KeySearch::Mode::Regex));
    EXPECT_THAT(names(visible), ElementsAre("Name", "Notes"));
    EXPECT_EQ(visible.total(), 13);
    visible.setSearch({});
    EXPECT_EQ(visible.rowCount(), 13);
}

TEST(ColumnListModelTest, thousandsOfKeysAreSearchedAtOnce)
{
    runglass::Run run = namedRun("a", "a");
    for (int i = 0; i < 12'000; ++i)
        setPath(run.summary, {"layer" + std::to_string(i) + "/grad_norm"}, 1);
    const auto list = listOf({run});
    ColumnListModel model(Kind::Visible);
    model.setList(list);
    model.setSearch(search("l119 grad"));
    QElapsedTimer timer;
    timer.start();
    model.setSearch(search("l1199grad"));
    EXPECT_LT(timer.elapsed(), 2000);
    EXPECT_GT(model.rowCount(), 10);
    EXPECT_LT(model.rowCount(), 1000);
}

} // namespace runglass::test
