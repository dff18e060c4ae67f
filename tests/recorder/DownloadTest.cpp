// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/recorder/FileResponse.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

std::string headerOf(const HttpResponse& response, const std::string& name)
{
    for (const auto& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

class DownloadTest : public testing::Test
{
protected:
    DownloadTest() { m_recording.upsert(R"({"name":"r","modelName":"p","entityName":"local"})"); }

    Recording& recording() { return m_recording; }

    void send(const std::string& name, const std::string& bytes)
    {
        const Value answer = m_recording.query(
            R"(mutation { createRunFiles(input: {projectName: "p", entityName: "local", runName: "r", files: [")" +
            name + R"("]}) { files { uploadUrl } } })");
        const Value& files = member(member(answer, "createRunFiles"), "files");
        ASSERT_EQ(m_recording.put(member(files.array().at(0), "uploadUrl").text(), bytes), 200);
    }

    /// Nodes of the run's files, asked for with arguments: "(names: [\"a\"])".
    Value::Array list(const std::string& arguments)
    {
        const Value answer = m_recording.query(
            R"({ project(entityName: "local", name: "p") { run(name: "r") { fileCount files)" + arguments +
            " { edges { node { id name directUrl sizeBytes md5 url(upload: false) } } pageInfo { hasNextPage } } } } "
            "}");
        const Value& files = member(member(member(answer, "project"), "run"), "files");
        Value::Array nodes;
        for (const Value& edge : member(files, "edges").array())
            nodes.push_back(member(edge, "node"));
        return nodes;
    }

    std::string address(const std::string& name)
    {
        return member(list("(names: [\"" + name + "\"])").at(0), "directUrl").text();
    }

private:
    Recording m_recording;
};

TEST_F(DownloadTest, SendsWhatWasSentAsAnAttachment)
{
    const std::string page = "<script>alert(1)</script>";
    send("media/日 b;.html", page);
    const HttpResponse response = recording().get(address("media/日 b;.html"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(bytesOf(response), page);
    EXPECT_EQ(response.contentType, "application/octet-stream");
    EXPECT_EQ(headerOf(response, "Content-Disposition"), "attachment; filename*=UTF-8''%E6%97%A5%20b%3B.html");
    EXPECT_EQ(headerOf(response, "Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(headerOf(response, "Cross-Origin-Resource-Policy"), "same-origin");
}

TEST_F(DownloadTest, AnAddressIsForOneFile)
{
    send("a", "1");
    send("b", "2");
    std::string url = address("a");
    EXPECT_EQ(recording().get(url).status, 200);
    url.replace(url.find("/a?"), 3, "/b?");
    EXPECT_EQ(recording().get(url).status, 403);
    EXPECT_EQ(recording().put(address("b"), "3"), 403) << "nor can it be sent there";
    recording().restart();
    EXPECT_EQ(bytesOf(recording().get(address("a"))), "1");
}

TEST_F(DownloadTest, SendsParts)
{
    send("ten", "0123456789");
    const std::string url = address("ten");
    const auto part = [&](const std::string& range) {
        const HttpResponse response = recording().get(url, {{"range", range}});
        return std::to_string(response.status) + ' ' + (response.file ? bytesOf(response) : "") + ' ' +
               headerOf(response, "Content-Range");
    };
    EXPECT_EQ(part("bytes=2-4"), "206 234 bytes 2-4/10");
    EXPECT_EQ(part("bytes=7-"), "206 789 bytes 7-9/10");
    EXPECT_EQ(part("bytes=-3"), "206 789 bytes 7-9/10");
    EXPECT_EQ(part("bytes=8-100"), "206 89 bytes 8-9/10");
    EXPECT_EQ(part("bytes=-100"), "206 0123456789 bytes 0-9/10");
    EXPECT_EQ(part("bytes=10-"), "416  bytes */10");
    EXPECT_EQ(part("bytes=-0"), "416  bytes */10");
    for (const char* whole :
         {"bytes=4-2", "bytes=0-1,4-5", "bytes=x-", "bytes=-", "lines=1-2", "bytes=1-99999999999999999999"})
        EXPECT_EQ(part(whole), "200 0123456789 ") << whole;
}

TEST_F(DownloadTest, ListsFilesByNameAndPattern)
{
    for (const char* name : {"b.txt", "a.json", "media/c_1.json", "media/cx1.JSON"})
        send(name, name);
    const auto names = [this](const std::string& arguments) {
        std::vector<std::string> found;
        for (const Value& node : list(arguments))
            found.push_back(member(node, "name").text());
        return found;
    };
    EXPECT_THAT(names(""), testing::ElementsAre("a.json", "b.txt", "media/c_1.json", "media/cx1.JSON"));
    EXPECT_THAT(names("(first: 2)"), testing::ElementsAre("a.json", "b.txt"));
    EXPECT_THAT(names("(first: 2, after: \"1\")"), testing::ElementsAre("media/c_1.json", "media/cx1.JSON"));
    EXPECT_THAT(names("(names: [\"b.txt\", \"none\", \"../x\", \"/etc/passwd\"])"), testing::ElementsAre("b.txt"));
    EXPECT_THAT(names("(pattern: \"%.json\")"), testing::ElementsAre("a.json", "media/c_1.json", "media/cx1.JSON"));
    EXPECT_THAT(names("(pattern: \"media/c_1.%\")"), testing::ElementsAre("media/c_1.json", "media/cx1.JSON"));
    EXPECT_THAT(names("(pattern: \"%\")"), testing::SizeIs(4));
    EXPECT_THAT(names("(pattern: \"\\\\\")"), testing::IsEmpty());
}

TEST_F(DownloadTest, DeletesFiles)
{
    send("a", "1");
    const std::string id = member(list("").at(0), "id").text();
    const auto remove = [this](const std::string& file) {
        return recording()
            .tryQuery("mutation { deleteFiles(input: {files: [\"" + file + "\"]}) { success } }", {})
            .status;
    };
    EXPECT_EQ(remove("RmlsZToxLy4uLy4uL3J1bnMuZGI="), 404) << "File:1/../../runs.db";
    EXPECT_EQ(remove("x"), 404);
    EXPECT_EQ(remove(id), 200);
    EXPECT_THAT(list(""), testing::IsEmpty());
}

TEST_F(DownloadTest, FollowsNoLinks)
{
    send("a", "1");
    fs::create_symlink("/etc/passwd", recording().files() / "1/files/link");
    EXPECT_EQ(list("").size(), 1U);
    const HttpRequest request{"GET", "/", {}, {}, {}};
    EXPECT_EQ(fileResponse(request, (recording().files() / "1/files/link").string(), "link").status, 404);
    EXPECT_EQ(fileResponse(request, (recording().files() / "1/files").string(), "files").status, 404);
}

TEST_F(DownloadTest, LeavesNothingOfUploadsThatWereCutOff)
{
    send("a", "1");
    const fs::path incoming = recording().files() / "incoming";
    std::ofstream(incoming / "incoming-left") << "half";
    recording().restart();
    EXPECT_FALSE(fs::exists(incoming / "incoming-left"));
    send("b", "2");
    EXPECT_TRUE(fs::is_empty(incoming));
    EXPECT_EQ(bytesOf(recording().get(address("a"))), "1");
}

} // namespace

} // namespace runglass::test
