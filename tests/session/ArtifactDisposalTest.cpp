// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts that go with the recorded run that made them, and those that stay.
#include "models/formats/Json.h"
#include "models/recorder/Base64.h"
#include "models/recorder/Md5.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"
#include "tests/session/SessionFixture.h"

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using Kind = RunCommand::Kind;

std::string sumOf(std::string_view bytes)
{
    Md5 sum;
    sum.add(bytes);
    return encodedBase64(sum.finish());
}

Value parsed(const std::string& json)
{
    return parseJson(json).value();
}

class ArtifactDisposalTest : public SessionFixture
{
protected:
    ArtifactDisposalTest()
    {
        QObject::connect(m_session.get(), &Session::commandFinished, m_session.get(),
                         [this](quint64 number, const CommandReport& report) { m_reports[number] = report; });
        for (const std::string id : {"maker", "user"})
            m_recording.upsert(R"({"name":")" + id + R"(","modelName":"p","entityName":"local","config":"{}"})");
        EXPECT_TRUE(m_recording.recorder().setSetting("place", fs::canonical(m_recording.file()).string()).ok());
        EXPECT_TRUE(m_recording.recorder().setSetting("files", m_recording.files().string()).ok());
    }
    Value mutate(const std::string& name, const std::string& fields, const Value& input)
    {
        Value::Object variables;
        variables["input"] = input;
        const Value data = m_recording.query(
            "mutation M($input: I!) { " + name + "(input: $input) { " + fields + " } }", Value(std::move(variables)));
        return member(data, name);
    }
    /// A version of a collection, of one file. @return its ID
    std::string log(const std::string& run, const std::string& collection, const std::string& bytes)
    {
        Value wish = parsed(R"({"projectName":"p","entityName":"local","artifactTypeName":"model",
                                "enableDigestDeduplication":true,"aliases":[]})");
        wish.makeObject()["runName"] = run;
        wish.makeObject()["artifactCollectionName"] = collection;
        wish.makeObject()["digest"] = sumOf(collection + bytes);
        wish.makeObject()["clientID"] = run + collection + bytes.substr(0, 9);
        const Value id = member(member(mutate("createArtifact", "artifact { id }", wish), "artifact"), "id");
        Value::Object file{{"artifactID", id}, {"name", Value("f.bin")}, {"md5", Value(sumOf(bytes))}};
        Value files;
        setPath(files, {"artifactFiles"}, Value(Value::Array{Value(std::move(file))}));
        const Value there = mutate("createArtifactFiles", "files { edges { node { uploadUrl } } }", files);
        const Value& edges = member(member(there, "files"), "edges");
        const Value& url = member(member(edges.array().at(0), "node"), "uploadUrl");
        EXPECT_EQ(url.isText() ? m_recording.put(url.text(), bytes) : 200, 200);
        const Value itself(Value::Object{{"artifactID", id}});
        const Value manifest = mutate("createArtifactManifest", "artifactManifest { file { uploadUrl } }", itself);
        const std::string document = R"({"version":1,"contents":{"f.bin":{"digest":")" + sumOf(bytes) + R"(","size":)" +
                                     std::to_string(bytes.size()) + "}}}";
        EXPECT_EQ(
            m_recording.put(member(member(member(manifest, "artifactManifest"), "file"), "uploadUrl").text(), document),
            200);
        mutate("commitArtifact", "artifact { id }", itself);
        return id.text();
    }
    void use(const std::string& run, const std::string& artifact)
    {
        Value input = parsed(R"({"projectName":"p","entityName":"local"})");
        input.makeObject()["runName"] = run;
        input.makeObject()["artifactID"] = artifact;
        mutate("useArtifact", "artifact { id }", input);
    }
    void link(const std::string& artifact)
    {
        Value input = parsed(R"({"projectName":"p","entityName":"local","artifactPortfolioName":"registry"})");
        input.makeObject()["artifactID"] = artifact;
        mutate("linkArtifact", "versionIndex", input);
    }
    bool hasBlob(const std::string& bytes) const
    {
        const std::string sum = hexOf(decodedBase64(sumOf(bytes)));
        return fs::exists(m_recording.files() / "artifacts/blobs" / sum.substr(0, 2) / sum);
    }
    CommandReport finished(quint64 number)
    {
        EXPECT_TRUE(waitFor([&] { return m_reports.contains(number); }));
        return m_reports[number];
    }
    void end()
    {
        m_recording.end("maker", 0);
        m_recording.end("user", 0);
        openAndRead(m_recording.file());
    }
    ArtifactPlan plan(const std::vector<RunRef>& runs) { return result(m_session->planArtifacts(runs)).value(); }
    void remove(const RunRef& ref, bool takesArtifacts = true)
    {
        RunCommand command;
        command.kind = Kind::Delete;
        command.takesArtifacts = takesArtifacts;
        EXPECT_EQ(finished(m_session->perform(command, {ref})).done(), 1U);
    }
    /// What one of the trash becomes.
    CommandReport dispose(const std::string& id, Kind kind)
    {
        const auto found = result(m_session->trash());
        for (const TrashedRef& trashed : **found)
            if (trashed.run.stored.run.path.id == id) {
                const CommandReport report = finished(m_session->perform({trashed.task(kind)}));
                EXPECT_EQ(report.done(), 1U) << describe(report.outcomes.at(0).error.value_or(Error()));
                return report;
            }
        ADD_FAILURE() << id << " is not in the trash";
        return {};
    }
    std::uint64_t sizeInTrash()
    {
        const auto found = result(m_session->trash());
        return found && !(*found)->empty() ? (*found)->front().run.sizeBytes : 0;
    }
    std::vector<std::string> versionsOf(const std::string& run)
    {
        std::vector<std::string> names;
        const auto detail = m_recording.reader()->detail({"local", "p", run});
        for (const Artifact& artifact : detail ? detail->artifacts : std::vector<Artifact>())
            names.push_back(artifact.name + ":" + artifact.version);
        return names;
    }

    Recording m_recording;
    std::map<quint64, CommandReport> m_reports;
    const std::string m_bytes = std::string(50'000, 'a'), m_others = std::string(60'000, 'b');
};

} // namespace

TEST_F(ArtifactDisposalTest, goWithTheRunComeBackWithItAndAreFreedWithTheTrash)
{
    log("maker", "model", m_bytes);
    end();
    const RunRef maker = run("maker");
    const ArtifactPlan planned = plan({maker});
    EXPECT_EQ(planned.gone, 1U);
    EXPECT_GE(planned.bytes, m_bytes.size());
    EXPECT_EQ(planned.used + planned.linked, 0U);
    remove(maker);
    EXPECT_TRUE(hasBlob(m_bytes)) << "nothing goes before the trash is emptied";
    EXPECT_GE(sizeInTrash(), m_bytes.size());
    EXPECT_EQ(dispose("maker", Kind::Restore).done(), 1U);
    EXPECT_EQ(versionsOf("maker"), std::vector<std::string>{"model:v0"});
    ASSERT_TRUE(waitFor([&] { return m_session->list()->table->rowOf(maker).has_value(); }));
    // What was said when it was deleted first does not count any more.
    remove(maker, false);
    dispose("maker", Kind::Purge);
    EXPECT_TRUE(hasBlob(m_bytes));
}

TEST_F(ArtifactDisposalTest, emptyTrashFreesThem)
{
    log("maker", "model", m_bytes);
    end();
    remove(run("maker"));
    const std::uint64_t size = sizeInTrash();
    const CommandReport report = dispose("maker", Kind::Purge);
    ASSERT_EQ(report.done(), 1U) << describe(report.outcomes.at(0).error.value_or(Error()));
    EXPECT_EQ(report.bytes, size);
    EXPECT_FALSE(hasBlob(m_bytes));
    EXPECT_TRUE(fs::is_empty(m_recording.files() / "artifacts/manifests"));
    // Logged again, it is a new version, and its file is sent again.
    m_recording.upsert(R"({"name":"again","modelName":"p","entityName":"local","config":"{}"})");
    log("again", "model", m_bytes);
    EXPECT_TRUE(hasBlob(m_bytes));
    EXPECT_EQ(versionsOf("again"), std::vector<std::string>{"model:v1"});
}

TEST_F(ArtifactDisposalTest, whatOthersNeedStays)
{
    const std::string used = log("maker", "used", m_bytes);
    use("user", used);
    link(log("maker", "linked", m_others));
    log("maker", "alone", m_bytes + m_others);
    end();
    const ArtifactPlan planned = plan({run("maker")});
    EXPECT_EQ(planned.gone, 1U);
    EXPECT_EQ(planned.used, 1U);
    EXPECT_EQ(planned.linked, 1U);
    // Together with who uses it, it goes too.
    EXPECT_EQ(plan({run("maker"), run("user")}).gone, 2U);
    remove(run("maker"));
    dispose("maker", Kind::Purge);
    EXPECT_TRUE(hasBlob(m_bytes));
    EXPECT_TRUE(hasBlob(m_others));
    EXPECT_FALSE(hasBlob(m_bytes + m_others));
    EXPECT_EQ(versionsOf("user"), std::vector<std::string>{"used:v0"});
    // Once the last run that needs it is removed for good, it is.
    remove(run("user"));
    dispose("user", Kind::Purge);
    EXPECT_FALSE(hasBlob(m_bytes));
    EXPECT_TRUE(hasBlob(m_others));
}

TEST_F(ArtifactDisposalTest, contentsThatAnotherVersionSharesStay)
{
    log("maker", "model", m_bytes);
    log("user", "other", m_bytes);
    end();
    const ArtifactPlan planned = plan({run("maker")});
    EXPECT_EQ(planned.gone, 1U);
    EXPECT_EQ(planned.bytes, 0U);
    remove(run("maker"));
    dispose("maker", Kind::Purge);
    EXPECT_TRUE(hasBlob(m_bytes));
    EXPECT_EQ(versionsOf("user"), std::vector<std::string>{"other:v0"});
}

TEST_F(ArtifactDisposalTest, theNewestThatStaysIsTheLatest)
{
    log("user", "model", m_others);
    log("maker", "model", m_bytes);
    end();
    remove(run("maker"));
    dispose("maker", Kind::Purge);
    m_recording.restart();
    const auto detail = m_recording.reader()->detail({"local", "p", "user"});
    ASSERT_EQ(detail->artifacts.size(), 1U);
    EXPECT_EQ(detail->artifacts[0].aliases, std::vector<std::string>{"latest"});
}

TEST_F(ArtifactDisposalTest, nothingIsRemovedUnderAnUploadThatIsOnItsWay)
{
    m_recording.clock().set(SystemClock().now());
    log("maker", "model", m_bytes);
    Value wish = parsed(R"({"projectName":"p","entityName":"local","runName":"user","artifactTypeName":"model",
                            "artifactCollectionName":"next","clientID":"c","digest":"d","aliases":[]})");
    mutate("createArtifact", "artifact { id }", wish);
    end();
    remove(run("maker"));
    dispose("maker", Kind::Purge);
    EXPECT_TRUE(hasBlob(m_bytes));
}

} // namespace runglass::test
