// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/recorder/Base64.h"
#include "models/recorder/Md5.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

std::string sumOf(std::string_view bytes)
{
    Md5 sum;
    sum.add(bytes);
    return encodedBase64(sum.finish());
}

/// What the SDK sends to log an artifact, step by step.
class ArtifactTest : public testing::Test
{
protected:
    ArtifactTest() { m_recording.upsert(R"({"name":"r","modelName":"p","entityName":"local"})"); }

    Recording& recording() { return m_recording; }

    /// The payload of a mutation.
    Value mutate(const std::string& name, const std::string& fields, const Value& input)
    {
        const HttpResponse response = attempt(name, fields, input);
        EXPECT_EQ(response.status, 200) << response.body;
        const Result<Value> answer = parseJson(response.body);
        return answer ? member(member(*answer, "data"), name) : Value();
    }

    HttpResponse attempt(const std::string& name, const std::string& fields, const Value& input)
    {
        Value::Object variables;
        variables["input"] = input;
        return m_recording.tryQuery("mutation M($input: I!) { " + name + "(input: $input) { " + fields + " } }",
                                    Value(std::move(variables)));
    }

    static Value wish(const std::string& digest, const std::string& client, const std::string& type = "dataset")
    {
        Value input =
            *parseJson(R"({"projectName":"p","entityName":"local","runName":"r","artifactCollectionName":"set",
                                     "enableDigestDeduplication":true,"aliases":[{"alias":"a"}]})");
        input.makeObject()["artifactTypeName"] = type;
        input.makeObject()["digest"] = digest;
        input.makeObject()["clientID"] = client;
        return input;
    }

    Value create(const std::string& digest, const std::string& client)
    {
        const Value payload = mutate("createArtifact", "artifact { id state versionIndex }", wish(digest, client));
        return member(payload, "artifact");
    }

    static Value withId(const Value& artifact)
    {
        Value::Object input;
        input["artifactID"] = member(artifact, "id");
        return Value(std::move(input));
    }

    /// Where a file is to be sent; null when it is there already.
    Value addressOf(const Value& artifact, const std::string& name, std::string_view bytes)
    {
        Value::Object file;
        file["artifactID"] = member(artifact, "id");
        file["name"] = name;
        file["md5"] = sumOf(bytes);
        Value input;
        setPath(input, {"artifactFiles"}, Value(Value::Array{Value(std::move(file))}));
        const Value payload = mutate("createArtifactFiles", "files { edges { node { uploadUrl } } }", input);
        const Value& edges = member(member(payload, "files"), "edges");
        return member(member(edges.array().at(0), "node"), "uploadUrl");
    }

    int sendManifest(const Value& artifact, const std::string& name, std::string_view bytes)
    {
        const Value payload =
            mutate("createArtifactManifest", "artifactManifest { file { uploadUrl } }", withId(artifact));
        const Value& file = member(member(payload, "artifactManifest"), "file");
        const std::string manifest = R"({"version":1,"contents":{")" + name + R"(":{"digest":")" + sumOf(bytes) +
                                     R"(","size":)" + std::to_string(bytes.size()) + "}}}";
        return m_recording.put(member(file, "uploadUrl").text(), manifest);
    }

    HttpResponse commit(const Value& artifact)
    {
        return attempt("commitArtifact", "artifact { id state versionIndex aliases { alias } }", withId(artifact));
    }

    /// All steps.
    Value log(const std::string& digest, const std::string& client, std::string_view bytes)
    {
        const Value artifact = create(digest, client);
        const Value url = addressOf(artifact, "f.txt", bytes);
        EXPECT_EQ(url.isText() ? m_recording.put(url.text(), bytes) : 200, 200);
        EXPECT_EQ(sendManifest(artifact, "f.txt", bytes), 200);
        EXPECT_EQ(commit(artifact).status, 200);
        return artifact;
    }

    std::vector<Artifact> shown()
    {
        const auto detail = m_recording.reader()->detail({"local", "p", "r"});
        return detail ? detail->artifacts : std::vector<Artifact>();
    }

private:
    Recording m_recording;
};

TEST_F(ArtifactTest, IsThereOnceItIsCommitted)
{
    const Value artifact = create("d1", "c1");
    EXPECT_EQ(member(artifact, "state").text(), "PENDING");
    EXPECT_TRUE(member(artifact, "versionIndex").isNull());
    EXPECT_THAT(shown(), testing::IsEmpty());
    const char* kFind =
        R"({ project(entityName: "local", name: "p") { artifact(name: "set:latest") { versionIndex } } })";
    EXPECT_TRUE(member(member(recording().query(kFind), "project"), "artifact").isNull());
    // The same request again: its answer was lost, say.
    EXPECT_EQ(member(create("d1", "c1"), "id"), member(artifact, "id"));
    EXPECT_EQ(recording().put(addressOf(artifact, "f.txt", "bytes").text(), "bytes"), 200);
    EXPECT_EQ(sendManifest(artifact, "f.txt", "bytes"), 200);
    EXPECT_EQ(commit(artifact).status, 200);
    EXPECT_EQ(commit(artifact).status, 200);
    EXPECT_EQ(member(member(recording().query(kFind), "project"), "artifact").object().at("versionIndex"), Value(0));
    const std::vector<Artifact> artifacts = shown();
    ASSERT_EQ(artifacts.size(), 1U);
    EXPECT_EQ(artifacts[0].name, "set");
    EXPECT_EQ(artifacts[0].version, "v0");
    EXPECT_THAT(artifacts[0].aliases, testing::ElementsAre("a", "latest"));
    ASSERT_EQ(artifacts[0].members.size(), 1U);
    EXPECT_EQ(artifacts[0].members[0].sizeBytes, 5U);
}

TEST_F(ArtifactTest, NeedsItsManifestAndItsFiles)
{
    const Value artifact = create("d1", "c1");
    EXPECT_EQ(commit(artifact).status, 400);
    EXPECT_EQ(sendManifest(artifact, "f.txt", "bytes"), 200);
    const HttpResponse refused = commit(artifact);
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(refused.body, testing::HasSubstr("f.txt"));
    const std::string url = addressOf(artifact, "f.txt", "bytes").text();
    EXPECT_EQ(recording().put(url, "other"), 400) << "another file than the address is for";
    EXPECT_EQ(commit(artifact).status, 400);
    EXPECT_EQ(recording().put(url, "bytes"), 200);
    EXPECT_EQ(commit(artifact).status, 200);
}

TEST_F(ArtifactTest, KeepsEachFileOnce)
{
    log("d1", "c1", "bytes");
    const Value second = create("d2", "c2");
    EXPECT_TRUE(addressOf(second, "other.txt", "bytes").isNull());
    EXPECT_TRUE(addressOf(second, "new.txt", "new").isText());
}

TEST_F(ArtifactTest, TheSameContentsAreTheSameVersion)
{
    const Value first = log("d1", "c1", "bytes");
    const Value second = log("d2", "c2", "more");
    const Value again = create("d1", "c3");
    EXPECT_EQ(member(again, "id"), member(first, "id"));
    EXPECT_EQ(member(again, "state").text(), "COMMITTED");
    EXPECT_NE(member(second, "id"), member(first, "id"));
    const std::vector<Artifact> artifacts = shown();
    ASSERT_EQ(artifacts.size(), 2U);
    EXPECT_THAT(artifacts[0].aliases, testing::ElementsAre("a")) << "taken back from the second";
    EXPECT_THAT(artifacts[1].aliases, testing::ElementsAre("latest"));
}

TEST_F(ArtifactTest, ANameHasOneType)
{
    log("d1", "c1", "bytes");
    const HttpResponse refused = attempt("createArtifact", "artifact { id }", wish("d2", "c2", "model"));
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(refused.body, testing::HasSubstr("dataset"));
}

TEST_F(ArtifactTest, IsThereAfterARestart)
{
    const Value artifact = log("d1", "c1", "bytes");
    recording().restart();
    const Value found = recording().query(
        R"({ project(entityName: "local", name: "p") { artifactCollection(name: "set") { artifactMembership(aliasName: "v0")
            { files { totalCount edges { node { name directUrl sizeBytes } } } artifact { id createdBy { ... on Run { name }
            } usedBy { edges { node { name } } } } } } } })");
    const Value& membership = member(member(member(found, "project"), "artifactCollection"), "artifactMembership");
    EXPECT_EQ(member(member(membership, "artifact"), "id"), member(artifact, "id"));
    EXPECT_EQ(member(member(member(membership, "artifact"), "createdBy"), "name").text(), "r");
    const Value& file = member(member(member(membership, "files"), "edges").array().at(0), "node");
    EXPECT_EQ(member(file, "name").text(), "f.txt");
    EXPECT_EQ(bytesOf(recording().get(member(file, "directUrl").text())), "bytes");
}

TEST_F(ArtifactTest, UnknownOnesAreNull)
{
    const Value found = recording().query(R"({ artifact(id: "QXJ0aWZhY3Q6OTk=") { id } none: artifact(id: "x") { id }
        clientIDMapping(clientID: "no") { serverID } artifactCollection(id: "y") { name }
        project(entityName: "local", name: "p") { artifactType(name: "z") { name }
        artifactCollectionMembership(name: "z:v0") { id } artifactTypes { edges { node { name } } } } })");
    for (const char* name : {"artifact", "none", "clientIDMapping", "artifactCollection"})
        EXPECT_TRUE(member(found, name).isNull()) << name;
    EXPECT_EQ(attempt("useArtifact", "artifact { id }", *parseJson(R"({"artifactID":"QXJ0aWZhY3Q6OTk="})")).status,
              404);
}

} // namespace

} // namespace runglass::test
