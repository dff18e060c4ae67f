// SPDX-License-Identifier: GPL-3.0-or-later
// What users make of runs of folders: beside them, and never in them.
#include "tests/sources/CommandFixture.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class EditTest : public CommandFixture
{
protected:
    EditTest()
        : m_folder(add("a"))
    {
        sync();
        follow();
    }

    fs::path m_folder;
};

RunCommand::Edit nameOf(const std::string& name)
{
    RunCommand::Edit edit;
    edit.name = name;
    return edit;
}

RunCommand::Edit tag(const std::string& name)
{
    RunCommand::Edit edit;
    edit.addTags = {name};
    return edit;
}

RunCommand::Edit reverting(const CommandEffect& effect)
{
    RunCommand::Edit edit;
    edit.reverts = effect.changes;
    return edit;
}

std::string lineOf(const std::string& time, const std::string& field, const std::string& before,
                   const std::string& after)
{
    return R"({"run": ["team", "project", "a"], "time": ")" + time + R"(", "user": "eve", "host": "there", )" +
           R"("changes": [{"field": ")" + field + R"(", "before": )" + before + R"(, "after": )" + after + "}]}";
}

} // namespace

TEST_F(EditTest, showsAtOnceIsMarkedAndKeepsTheOriginal)
{
    const std::string before = treeHash(m_folder);
    RunCommand::Edit wanted = nameOf("best so far");
    wanted.notes = "lower *lr*\nnext time";
    wanted.group = "g";
    wanted.jobType = "eval";
    wanted.addTags = {"x", "y"};
    const Result<CommandEffect> effect = edit(wanted);
    ASSERT_TRUE(effect.ok()) << describe(effect.error());
    EXPECT_EQ(effect->changes.size(), 5U);
    follow();
    const runglass::Run now = run();
    EXPECT_EQ(now.name, "best so far");
    EXPECT_EQ(now.notes, "lower *lr*\nnext time");
    EXPECT_EQ(now.group, "g");
    EXPECT_EQ(now.jobType, "eval");
    EXPECT_THAT(now.tags, ElementsAre("x", "y"));
    ASSERT_EQ(now.edits.size(), 5U);
    EXPECT_EQ(now.edits[2].field, "name");
    EXPECT_EQ(now.edits[2].original, Value("name of a"));
    EXPECT_EQ(now.edits[2].when, kLongAfter);
    EXPECT_FALSE(now.edits[2].user.empty());
    EXPECT_EQ(treeHash(m_folder), before);
}

TEST_F(EditTest, survivesALostStoreAndEveryWayOfOpening)
{
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    for (const fs::path& location : {m_runs.root(), m_runs.root() / "wandb", m_folder, logOf(m_folder)}) {
        m_writer = StoreWriter::open({{}, "lost" + location.string()}).value();
        m_storeName = "lost" + location.string();
        m_reader.reset();
        m_source = WandbFolderSource::open(location.string(), {m_disk, m_clock, nullptr, data()}).value();
        sync();
        EXPECT_EQ(run().name, "mine") << location;
        EXPECT_EQ(run().edits.size(), 1U) << location;
    }
}

TEST_F(EditTest, isThereBesideACopyToo)
{
    copyTree(m_folder, m_runs.root() / "copy/wandb" / m_folder.filename());
    sync();
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    reopen(m_runs.root() / "copy");
    sync();
    EXPECT_EQ(run().name, "mine");
}

TEST_F(EditTest, whatIsSetBackIsNoEditAnyMore)
{
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    ASSERT_TRUE(edit(nameOf("name of a")).ok());
    follow();
    EXPECT_EQ(run().name, "name of a");
    EXPECT_TRUE(run().edits.empty());
    const Result<CommandEffect> again = edit(nameOf("name of a"));
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->changes.empty());
}

TEST_F(EditTest, ofSeveralUsersTheLastCountsAndAllTheirTags)
{
    ASSERT_TRUE(edit(tag("mine")).ok());
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    appendAs("1", lineOf("2001-01-01T00:00:00Z", "name", R"("")", R"("long ago")"));
    appendAs("1", lineOf("2090-01-01T00:00:00Z", "tags", "[]", R"(["theirs"])"));
    appendAs("2", lineOf("2091-01-01T00:00:00Z", "group", R"("")", R"("later")"));
    follow();
    EXPECT_EQ(run().name, "mine");
    EXPECT_THAT(run().tags, UnorderedElementsAre("mine", "theirs"));
    EXPECT_EQ(run().group, "later");
    // Whoever edits after another has the last word, whatever the clocks say.
    RunCommand::Edit wanted;
    wanted.group = "last";
    ASSERT_TRUE(edit(wanted).ok());
    follow();
    EXPECT_EQ(run().group, "last");
}

TEST_F(EditTest, undoTakesBackWhatIsStillOurs)
{
    RunCommand::Edit wanted = nameOf("mine");
    wanted.group = "mine";
    wanted.addTags = {"mine"};
    const Result<CommandEffect> effect = edit(wanted);
    ASSERT_TRUE(effect.ok());
    appendAs("1", lineOf("2090-01-01T00:00:00Z", "group", R"("mine")", R"("theirs")"));
    appendAs("1", lineOf("2090-01-01T00:00:01Z", "tags", R"(["mine"])", R"(["mine", "theirs"])"));
    const Result<CommandEffect> undone = edit(reverting(*effect));
    ASSERT_TRUE(undone.ok());
    follow();
    EXPECT_EQ(run().name, "name of a");
    EXPECT_EQ(run().group, "theirs");
    EXPECT_THAT(run().tags, ElementsAre("theirs"));
    ASSERT_TRUE(edit(reverting(*undone)).ok());
    follow();
    EXPECT_EQ(run().name, "mine");
    EXPECT_EQ(run().group, "theirs");
    EXPECT_THAT(run().tags, UnorderedElementsAre("mine", "theirs"));
}

TEST_F(EditTest, aLineThatWasCutOffNeverHappened)
{
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    fs::path file;
    for (const auto& entry : fs::directory_iterator(m_runs.root() / "wandb/.runglass"))
        file = entry.path();
    const std::string whole = readBytes(file);
    ASSERT_TRUE(edit(nameOf("second")).ok());
    const std::string both = readBytes(file);
    for (std::size_t length = whole.size(); length < both.size(); ++length) {
        fs::resize_file(file, length);
        reopen(m_runs.root());
        sync();
        ASSERT_EQ(run().name, "mine") << length;
        ASSERT_TRUE(edit(tag("t")).ok());
        sync();
        ASSERT_EQ(run().name, "mine") << length;
        ASSERT_THAT(run().tags, ElementsAre("t")) << length;
        std::ofstream(file) << both;
    }
}

TEST_F(EditTest, oneRunOrManyTheOthersStay)
{
    add("b", "20240102_030406");
    sync();
    ASSERT_TRUE(edit(nameOf("mine"), "b").ok());
    follow();
    EXPECT_EQ(run("a").name, "name of a");
    EXPECT_EQ(run("b").name, "mine");
}

TEST_F(EditTest, aLockProtectsFromEverybody)
{
    ASSERT_TRUE(perform(Kind::Lock).ok());
    // Before the store knows, and after.
    for (int pass = 0; pass < 2; ++pass) {
        EXPECT_EQ(reasonOf(edit(nameOf("mine"))), "It is locked: unlock it first.");
        EXPECT_EQ(reasonOf(perform(Kind::Delete)), "It is locked: unlock it first.");
        follow();
        EXPECT_TRUE(run().locked);
    }
    reopen(m_runs.root() / "wandb");
    sync();
    EXPECT_TRUE(run().locked);
    ASSERT_TRUE(perform(Kind::Unlock).ok());
    sync();
    EXPECT_FALSE(run().locked);
    EXPECT_TRUE(edit(nameOf("mine")).ok());
}

TEST_F(EditTest, anotherProgramsEditArrives)
{
    const std::unique_ptr<RunSource> other =
        WandbFolderSource::open(m_runs.root().string(), {m_disk, m_clock, nullptr, data()}).value();
    RunCommand command{Kind::Edit, pathOf("a")};
    command.edit = nameOf("theirs");
    ASSERT_TRUE(other->perform(command, stored()).ok());
    command.edit = nameOf("theirs again");
    sync();
    follow();
    EXPECT_EQ(run().name, "theirs");
    ASSERT_TRUE(other->perform(command, stored()).ok());
    follow();
    EXPECT_EQ(run().name, "theirs again");
}

TEST_F(EditTest, whatNobodyTypedIsPassedOver)
{
    appendAs("1", "not json");
    appendAs("1", lineOf("2090-01-01T00:00:00Z", "name", "1", "2"));
    appendAs("1", lineOf("2090-01-01T00:00:00Z", "config", R"("")", R"("x")"));
    appendAs("1", lineOf("soon", "name", R"("")", R"("x")"));
    appendAs("1", R"({"run": ["team", "project"]})");
    appendAs("1", std::string(100'000, '['));
    sync();
    EXPECT_EQ(run().name, "name of a");
    EXPECT_TRUE(run().edits.empty());
}

TEST_F(EditTest, nothingIsWrittenThroughALink)
{
    const TemporaryDirectory elsewhere;
    fs::create_directory_symlink(elsewhere.path(), m_runs.root() / "wandb/.runglass");
    const Result<CommandEffect> effect = edit(nameOf("mine"));
    ASSERT_FALSE(effect.ok());
    EXPECT_EQ(effect.error().kind, Error::Kind::Refused);
    EXPECT_TRUE(fs::is_empty(elsewhere.path()));
}

TEST_F(EditTest, theDirectoryIsSharedAsItsParentIs)
{
    fs::permissions(m_runs.root() / "wandb", fs::perms(0770));
    ASSERT_TRUE(edit(nameOf("mine")).ok());
    const fs::path notes = m_runs.root() / "wandb/.runglass";
    EXPECT_EQ(fs::status(notes).permissions(), fs::perms(0770));
    EXPECT_EQ(fs::status(fs::directory_iterator(notes)->path()).permissions(), fs::perms(0640));
}

} // namespace runglass::test
