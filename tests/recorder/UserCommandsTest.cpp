// SPDX-License-Identifier: GPL-3.0-or-later
// What users ask of runs from another process, and the recorder that goes on.
#include "models/formats/Json.h"
#include "models/run/ValueMember.h"
#include "models/store/Database.h"
#include "models/store/RecorderStore.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Way = RecordedStop::Way;

const RecordedCommands::Asker kAnn{"ann", 1000};

/// As its writer sends it, again and again.
std::string sent(const std::string& more = {})
{
    return R"({"name":"r1","modelName":"p","host":"vm","displayName":"sent","notes":"why","tags":["a","b"],
      "config":"{\"_wandb\":{\"value\":{\"t\":{}}}}")" +
           (more.empty() ? std::string() : ',' + more) + '}';
}

class UserCommandsTest : public testing::Test
{
protected:
    UserCommandsTest() { m_id = member(m_recording.upsert(sent()), "id").text(); }

    RecordedCommands& commands() { return m_store->commands(); }
    void edit(const std::string& field, const Value& value)
    {
        const auto decide = [&](const runglass::Run&) -> Result<std::vector<FieldChange>> {
            return std::vector<FieldChange>{{field, Value(), value}};
        };
        ASSERT_TRUE(commands().edit(path(), kAnn, decide).ok());
    }
    static RunPath path() { return {"local", "p", "r1"}; }
    runglass::Run shown() const { return m_recording.run("r1"); }
    /// What wandb.Api() is shown of a field.
    Value api(const std::string& field)
    {
        return *findPath(m_recording.query("{ project(name: \"p\", entityName: \"local\") { run(name: \"r1\") { " +
                                           field + " } } }"),
                         {"project", "run", field});
    }
    /// What wandb.Api() sends: all fields, as JSON without braces.
    HttpResponse update(const std::string& fields)
    {
        return m_recording.tryUpsert("{\"id\":\"" + m_id + "\"," + fields + '}');
    }
    int remove(bool withArtifacts = false)
    {
        const HttpResponse answer = m_recording.tryQuery(
            "mutation D($id: ID!, $all: Boolean) { deleteRun(input: {id: $id, deleteArtifacts: $all}) {"
            " clientMutationId } }",
            *parseJson("{\"id\":\"" + m_id + "\",\"all\":" + (withArtifacts ? "true" : "false") + '}'));
        return answer.status;
    }
    static std::vector<std::string> rows(int from, int to)
    {
        std::vector<std::string> rows;
        for (int step = from; step < to; ++step)
            rows.push_back("{\"_step\":" + std::to_string(step) + ",\"loss\":" + std::to_string(step) + '}');
        return rows;
    }

    Recording m_recording;
    std::unique_ptr<RecorderStore> m_store = RecorderStore::openBeside({m_recording.file(), {}}).value();
    std::string m_id;
};

} // namespace

TEST_F(UserCommandsTest, anEditStandsUntilTheScriptSaysSomethingNew)
{
    edit("name", Value("mine"));
    edit("tags", Value(Value::Array{Value("a"), Value("c")}));
    EXPECT_EQ(api("displayName"), Value("mine"));
    m_recording.upsert(sent());
    m_recording.history("r1", 0, rows(0, 3));
    EXPECT_EQ(shown().name, "mine");
    EXPECT_THAT(shown().tags, ElementsAre("a", "c"));
    ASSERT_EQ(shown().edits.size(), 2U);
    EXPECT_EQ(shown().edits[0].original, Value("sent"));
    // The script adds a tag, and names the run anew.
    m_recording.upsert(R"({"name":"r1","modelName":"p","host":"vm","displayName":"newer","tags":["a","b","late"]})");
    EXPECT_EQ(shown().name, "newer");
    EXPECT_THAT(shown().tags, ElementsAre("a", "c", "late"));
    ASSERT_EQ(shown().edits.size(), 1U);
    EXPECT_EQ(shown().edits[0].field, "tags");
    m_recording.restart();
    EXPECT_THAT(shown().tags, ElementsAre("a", "c", "late"));
    EXPECT_EQ(api("tags"), *parseJson(R"(["a","c","late"])"));
}

TEST_F(UserCommandsTest, whatTheApiSendsBackUnchangedIsNoNews)
{
    edit("name", Value("mine"));
    EXPECT_EQ(update(R"("displayName":"mine","notes":"from the api","tags":["a","b"])").status, 200);
    EXPECT_EQ(shown().name, "mine");
    EXPECT_EQ(shown().notes, "from the api");
    ASSERT_EQ(shown().edits.size(), 1U);
    EXPECT_EQ(shown().edits[0].original, Value("sent"));
    EXPECT_EQ(update(R"("displayName":"sent")").status, 200);
    EXPECT_EQ(shown().name, "sent") << "what was sent first is asked for in so many words";
    EXPECT_TRUE(shown().edits.empty());
}

TEST_F(UserCommandsTest, aLockedRunIsNotTheApisToChange)
{
    edit("locked", Value(true));
    const HttpResponse refused = update(R"("displayName":"x")");
    EXPECT_NE(refused.status, 200);
    EXPECT_THAT(refused.body, HasSubstr("is locked"));
    EXPECT_NE(remove(), 200);
    EXPECT_EQ(shown().name, "sent");
    // Its writer goes on.
    m_recording.upsert(sent());
    m_recording.history("r1", 0, rows(0, 3));
    EXPECT_THAT(m_recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2));
    EXPECT_TRUE(shown().locked);
}

TEST_F(UserCommandsTest, aDeletedRunIsRefusedUntilItIsRestored)
{
    m_recording.history("r1", 0, rows(0, 3));
    m_recording.end("r1", 0);
    ASSERT_TRUE(commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused).ok());
    const HttpResponse refused = m_recording.tryUpsert(sent());
    EXPECT_EQ(refused.status, 410);
    EXPECT_THAT(refused.body, HasSubstr("run local/p/r1 was previously created and deleted; try a new run name, or"));
    EXPECT_THAT(refused.body, HasSubstr("restore it from the trash of Runglass"));
    ASSERT_TRUE(commands().restore(path()).ok());
    EXPECT_EQ(shown().state, RunState::Finished);
    EXPECT_EQ(member(m_recording.upsert(sent()), "historyLineCount").toInteger(), 3);
    m_recording.history("r1", 3, rows(3, 5));
    EXPECT_EQ(shown().state, RunState::Running);
    EXPECT_EQ(m_recording.steps("r1", {"loss"}, 0).size() + m_recording.steps("r1", {"loss"}, 1).size(), 5U);
}

TEST_F(UserCommandsTest, aPurgedIdIsRefusedForGood)
{
    m_recording.history("r1", 0, rows(0, 3));
    m_recording.end("r1", 0);
    ASSERT_TRUE(commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused).ok());
    const auto purged = commands().beginPurge(path());
    ASSERT_TRUE(purged.ok());
    ASSERT_TRUE(commands().removeSent(*purged).ok());
    ASSERT_TRUE(commands().endPurge(*purged).ok());
    for (int i = 0; i < 2; ++i) {
        const HttpResponse refused = m_recording.tryUpsert(sent());
        EXPECT_EQ(refused.status, 410);
        EXPECT_THAT(refused.body, HasSubstr("previously created and deleted; try a new run name"));
        EXPECT_THAT(refused.body, Not(HasSubstr("restore")));
        EXPECT_EQ(m_recording.history("r1", 3, rows(3, 4)), R"({"stopped":true})");
        EXPECT_EQ(m_recording.end("r1", 0), R"({"stopped":true})");
        m_recording.restart();
    }
}

TEST_F(UserCommandsTest, aLiveRunThatIsDeletedIsToldToStopAndMayComeBack)
{
    m_recording.history("r1", 0, rows(0, 3));
    ASSERT_TRUE(commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Allowed).ok());
    EXPECT_EQ(m_recording.history("r1", 3, rows(3, 5)), R"({"stopped":true})");
    EXPECT_EQ(m_recording.tryUpsert(sent()).status, 410);
    m_recording.end("r1", 1);
    ASSERT_TRUE(commands().restore(path()).ok());
    ASSERT_TRUE(m_recording.recorder().lookAfterRestored().ok());
    EXPECT_EQ(shown().state, RunState::Killed);
    EXPECT_EQ(shown().exitCode, 1);
    EXPECT_THAT(m_recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2));
}

TEST_F(UserCommandsTest, whatWasDeletedBeforeThereWasATrashIsDerivedAnew)
{
    m_recording.history("r1", 0, rows(0, 3));
    m_recording.end("r1", 0);
    ASSERT_TRUE(commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused).ok());
    {
        const auto database = Database::open({m_recording.file(), {}}, Database::Access::RecordBeside);
        database->execute("UPDATE recorded_trash SET doc = NULL");
    }
    const auto restored = commands().restore(path());
    ASSERT_TRUE(restored.ok());
    EXPECT_FALSE(*restored);
    EXPECT_EQ(m_recording.reader()->run(path()).error().kind, Error::Kind::NotFound);
    ASSERT_TRUE(m_recording.recorder().lookAfterRestored().ok());
    EXPECT_EQ(shown().name, "sent");
    EXPECT_THAT(m_recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2));
}

TEST_F(UserCommandsTest, aRunThatIsAskedToStopHearsOfItAndIsKilled)
{
    EXPECT_EQ(m_recording.history("r1", 0, rows(0, 1)), "{}");
    ASSERT_TRUE(commands().setStop(path(), RecordedStop{Way::Asked, "ann", 1000}).ok());
    EXPECT_EQ(shown().stateReason, "asked to stop");
    EXPECT_EQ(m_recording.history("r1", 1, rows(1, 2)), R"({"stopped":true})");
    EXPECT_EQ(shown().stateReason, "asked to stop");
    EXPECT_EQ(shown().state, RunState::Running);
    m_recording.end("r1", 0);
    EXPECT_EQ(shown().state, RunState::Killed);
    EXPECT_EQ(shown().stateReason, "stopped on request");
    // Whoever goes on with it is not asked.
    m_recording.upsert(sent());
    EXPECT_EQ(m_recording.history("r1", 2, rows(2, 3)), "{}");
    EXPECT_EQ(shown().state, RunState::Running);
    EXPECT_EQ(shown().stateReason, "");
}

TEST_F(UserCommandsTest, aRunWhoseProcessWasInterruptedIsNotInterruptedAgain)
{
    ASSERT_TRUE(commands().setStop(path(), RecordedStop{Way::Interrupted, "ann", 1000}).ok());
    m_recording.query("mutation S($id: ID!) { stopRun(input: {id: $id}) { success } }",
                      *parseJson("{\"id\":\"" + m_id + "\"}"));
    EXPECT_EQ(m_recording.history("r1", 0, rows(0, 2)), "{}");
    EXPECT_EQ(api("stopped"), Value(false));
    // It has caught the interrupt and ended well.
    m_recording.end("r1", 0);
    EXPECT_EQ(shown().state, RunState::Killed);
    EXPECT_EQ(shown().stateReason, "stopped on request");
    m_recording.restart();
    EXPECT_EQ(shown().state, RunState::Killed);
}

} // namespace runglass::test
