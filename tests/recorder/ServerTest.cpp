// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Crowd.h"
#include "tests/recorder/ServerFixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <gmock/gmock.h>
#include <poll.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <zlib.h>

namespace runglass::test
{

namespace
{

using testing::HasSubstr;

constexpr const char* kQuery = R"({"query":"{ viewer { entity } }"})";

std::string gzipped(const std::string& text)
{
    z_stream stream = {};
    ::deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string bytes(::deflateBound(&stream, text.size()) + 64, '\0');
    std::string input = text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    ::deflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    ::deflateEnd(&stream);
    return bytes;
}

TEST_F(ServerTest, AnswersOnOneConnectionAgainAndAgain)
{
    start();
    HttpClient client(port());
    for (int i = 0; i < 3; ++i) {
        const HttpAnswer answer = client.ask(requestText("POST", "/graphql", kQuery, {}, host()));
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, R"({"data":{"viewer":{"entity":"local"}}})");
        EXPECT_THAT(answer.head, HasSubstr("X-Content-Type-Options: nosniff"));
    }
    // Two at once, one behind the other.
    const std::string ready = requestText("GET", "/ready", {}, {}, host());
    EXPECT_TRUE(client.send(ready + ready));
    EXPECT_EQ(client.receive().status, 200);
    EXPECT_EQ(client.receive().status, 200);
    EXPECT_TRUE(client.send("GET /ready HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n"));
    EXPECT_EQ(client.receive().status, 200);
    EXPECT_TRUE(client.isClosedWithin(20'000));
}

TEST_F(ServerTest, SaysWhenItIsReady)
{
    start();
    EXPECT_EQ(ask("GET", "/ready").status, 200);
    EXPECT_EQ(ask("GET", "/healthz").body, "ok\n");
}

TEST_F(UploadServerTest, KeepsFilesThatAreSent)
{
    start();
    const std::string url = uploadUrl("media/a b.bin");
    std::string bytes;
    for (int i = 0; i < 3'000'000; ++i)
        bytes += static_cast<char>(i * 7 % 251);
    EXPECT_EQ(ask("PUT", url, bytes).status, 200);
    std::ostringstream read;
    read << std::ifstream(files() / "media/a b.bin", std::ios::binary).rdbuf();
    EXPECT_TRUE(read.str() == bytes);
    EXPECT_EQ(ask("PUT", url, "").status, 200);
    EXPECT_EQ(std::filesystem::file_size(files() / "media/a b.bin"), 0U);
    // The address holds after a restart too.
    stop();
    start();
    EXPECT_EQ(ask("PUT", url, "again").status, 200);
}

TEST_F(UploadServerTest, SendsFilesBack)
{
    start();
    std::string bytes;
    for (int i = 0; i < 3'000'000; ++i)
        bytes += static_cast<char>(i * 7 % 251);
    ASSERT_EQ(ask("PUT", uploadUrl("a.bin"), bytes).status, 200);
    const HttpAnswer listed =
        ask("POST", "/graphql",
            R"({"query":"{ project(name: \"p\") { run(name: \"r1\") { files { edges { node { directUrl } } } } } }"})");
    const Value reply = *parseJson(listed.body);
    const Value* edges = findPath(reply, {"data", "project", "run", "files", "edges"});
    ASSERT_TRUE(edges && edges->array().size() == 1) << listed.body;
    std::string url = member(member(edges->array().front(), "node"), "directUrl").text();
    url = url.substr(url.find('/', 8));

    HttpClient client(port());
    const HttpAnswer whole = client.ask(requestText("GET", url, {}, {}, host()));
    EXPECT_EQ(whole.status, 200);
    EXPECT_TRUE(whole.body == bytes);
    EXPECT_THAT(whole.head, HasSubstr("X-Content-Type-Options: nosniff"));
    EXPECT_THAT(whole.head, HasSubstr("Content-Security-Policy: default-src 'none'; sandbox"));
    EXPECT_THAT(whole.head, HasSubstr("Content-Disposition: attachment"));
    // The connection goes on behind it.
    const HttpAnswer part = client.ask(requestText("GET", url, {}, "Range: bytes=1000000-1999999\r\n", host()));
    EXPECT_EQ(part.status, 206);
    EXPECT_TRUE(part.body == bytes.substr(1'000'000, 1'000'000));
    // Who has the address needs nothing else; who has only the path is asked who it is.
    EXPECT_EQ(HttpClient(port()).ask(requestText("GET", url, {}, {}, "elsewhere")).status, 200);
    const std::string path = url.substr(0, url.find('?'));
    EXPECT_EQ(HttpClient(port()).ask(requestText("GET", path, {}, {}, "elsewhere")).status, 403);
    EXPECT_EQ(ask("GET", path).status, 200);
    for (const char* other : {"/download/run/1/../../runs.db", "/download/run/1/..%2f..%2fruns.db",
                              "/download/run/2/a.bin", "/download/blob/../x", "/download/manifest/1"})
        EXPECT_EQ(ask("GET", other).status, 404) << other;
}

TEST_F(UploadServerTest, TakesNothingWithoutAProof)
{
    start();
    const std::string url = uploadUrl("a.txt");
    EXPECT_EQ(ask("PUT", url + "0", "x").status, 404);
    EXPECT_EQ(ask("PUT", url.substr(0, url.find('?')), "x").status, 404);
    EXPECT_EQ(ask("POST", url, "x").status, 404);
    EXPECT_FALSE(std::filesystem::exists(files() / "a.txt"));
    for (const char* name : {"../a", "/etc/passwd", "a/../../b", ""})
        EXPECT_EQ(uploadUrl(name), "") << name;
}

TEST_F(UploadServerTest, KeepsNothingOfAFileThatIsCutOrTooLarge)
{
    ServerLimits limits;
    limits.fileBytes = 1'000'000;
    start(limits);
    const std::string url = uploadUrl("a.txt");
    {
        HttpClient client(port());
        client.send("PUT " + url + " HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 500000\r\n\r\n" +
                    std::string(400'000, 'x'));
    }
    EXPECT_EQ(ask("PUT", url, std::string(1'000'001, 'x')).status, 413);
    EXPECT_EQ(ask("PUT", url, std::string(1'000'000, 'x')).status, 200);
    std::size_t count = 0;
    for (int tries = 0; tries < 100 && count != 1; ++tries) {
        ::poll(nullptr, 0, 20);
        count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(files().parent_path()))
            count += entry.is_regular_file() ? 1 : 0;
    }
    EXPECT_EQ(count, 1U);
}

struct Attack {
    const char* name;
    const char* method;
    const char* path;
    const char* header;
    const char* host; ///< null: the right one
    int status;
};

class AttackTest : public ServerTest, public testing::WithParamInterface<Attack>
{
};

TEST_P(AttackTest, IsRefused)
{
    start();
    const Attack& attack = GetParam();
    const std::string host = attack.host ? attack.host : this->host();
    HttpClient client(port());
    EXPECT_EQ(client.ask(requestText(attack.method, attack.path, kQuery, attack.header, host)).status, attack.status);
    // It goes on for the others.
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
}

INSTANTIATE_TEST_SUITE_P(
    All, AttackTest,
    testing::Values(Attack{"OtherHost", "POST", "/graphql", "", "evil.example", 403},
                    Attack{"OtherHostOnOurPort", "POST", "/graphql", "", "evil.example:8765", 403},
                    Attack{"NoHost", "POST", "/graphql", "", "", 403},
                    Attack{"OtherOrigin", "POST", "/graphql", "Origin: http://evil.example\r\n", nullptr, 403},
                    Attack{"NullOrigin", "POST", "/graphql", "Origin: null\r\n", nullptr, 403},
                    Attack{"TwoHosts", "POST", "/graphql", "Host: evil.example\r\n", nullptr, 403},
                    Attack{"TwoOrigins", "POST", "/graphql",
                           "Origin: http://evil.example\r\nOrigin: http://localhost\r\n", nullptr, 403},
                    Attack{"HttpsOrigin", "POST", "/graphql", "Origin: https://localhost\r\n", nullptr, 403},
                    Attack{"SameSite", "POST", "/graphql", "Sec-Fetch-Site: same-site\r\n", nullptr, 403},
                    Attack{"CrossSiteLines", "POST", "/files/a/b/c/file_stream", "Sec-Fetch-Site: cross-site\r\n",
                           nullptr, 403},
                    Attack{"CrossSiteFile", "PUT", "/upload/run/1/a", "Sec-Fetch-Site: cross-site\r\n", nullptr, 403},
                    Attack{"Preflight", "OPTIONS", "/graphql", "", nullptr, 405},
                    Attack{"Trace", "TRACE", "/graphql", "", nullptr, 405},
                    Attack{"Connect", "CONNECT", "evil.example:443", "", nullptr, 404},
                    Attack{"AbsoluteTarget", "GET", "http://evil.example/ready", "", nullptr, 404},
                    Attack{"ZeroByte", "GET", "/local/%00", "", nullptr, 404},
                    Attack{"BackslashTraversal", "GET", "/local/..%5c..%5cetc%5cpasswd", "", nullptr, 404},
                    Attack{"TwoLengths", "POST", "/graphql", "Content-Length: 5\r\n", nullptr, 400},
                    Attack{"LengthAndChunks", "POST", "/graphql", "Transfer-Encoding: chunked\r\n", nullptr, 400},
                    Attack{"CrossSite", "POST", "/graphql", "Sec-Fetch-Site: cross-site\r\n", nullptr, 403},
                    Attack{"WrongMethod", "DELETE", "/graphql", "", nullptr, 405},
                    Attack{"GetThatWouldChange", "GET", "/files/a/b/c/file_stream", "", nullptr, 405},
                    Attack{"UnknownMethod", "BREW", "/graphql", "", nullptr, 405},
                    Attack{"Traversal", "GET", "/files/../../etc/passwd", "", nullptr, 404},
                    Attack{"EscapedTraversal", "GET", "/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "", nullptr, 404},
                    Attack{"UnknownEncoding", "POST", "/graphql", "Content-Encoding: br\r\n", nullptr, 415},
                    Attack{"NoGzip", "POST", "/graphql", "Content-Encoding: gzip\r\n", nullptr, 400}),
    [](const testing::TestParamInfo<Attack>& one) { return one.param.name; });

TEST_F(ServerTest, RefusesBodiesThatAreTooLargeBeforeTheyCome)
{
    start();
    HttpClient client(port());
    EXPECT_EQ(client.ask("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 1073741824\r\n\r\n").status,
              413);
    HttpClient chunked(port());
    chunked.send("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string piece = "100000\r\n" + std::string(0x100000, 'x') + "\r\n";
    for (int i = 0; i < 40 && chunked.send(piece); ++i) {
    }
    EXPECT_EQ(chunked.receive().status, 413);
}

TEST_F(ServerTest, RefusesWhatIsNoRequest)
{
    start();
    EXPECT_EQ(HttpClient(port()).ask("hello\r\n\r\n").status, 400);
    EXPECT_EQ(HttpClient(port()).ask("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n").status,
              431);
    EXPECT_EQ(HttpClient(port()).ask("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n").status, 400);
    EXPECT_EQ(ask("GET", "/ready").status, 200);
}

TEST_F(ServerTest, TakesGzipUpToALimit)
{
    ServerLimits limits;
    limits.inflatedBytes = 1'000'000;
    start(limits);
    EXPECT_EQ(ask("POST", "/graphql", gzipped(kQuery), "Content-Encoding: gzip\r\n").status, 200);
    const std::string bomb = gzipped(std::string(50'000'000, ' '));
    EXPECT_EQ(ask("POST", "/graphql", bomb, "Content-Encoding: gzip\r\n").status, 400);
    EXPECT_EQ(ask("POST", "/graphql", gzipped(kQuery).substr(0, 20), "Content-Encoding: gzip\r\n").status, 400);
}

TEST_F(ServerTest, AsksForABodyThatWaitsToBeAskedFor)
{
    start();
    HttpClient client(port());
    client.send("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nExpect: 100-continue\r\nContent-Length: " +
                std::to_string(std::string(kQuery).size()) + "\r\n\r\n");
    EXPECT_EQ(client.receive().status, 100);
    EXPECT_EQ(client.ask(kQuery).status, 200);
}

TEST_F(ServerTest, SlowClientsHoldUpNobodyAndAreSentAway)
{
    ServerLimits limits;
    limits.idle = std::chrono::seconds(1);
    limits.body = std::chrono::seconds(1);
    start(limits);
    HttpClient slowHeader(port()), slowBody(port()), silent(port());
    slowHeader.send("POST /graphql HTTP/1.1\r\nHost: ");
    slowBody.send("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 100\r\n\r\n{");
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
    EXPECT_TRUE(slowHeader.isClosedWithin(20'000));
    EXPECT_TRUE(slowBody.isClosedWithin(20'000));
    EXPECT_TRUE(silent.isClosedWithin(20'000));
}

TEST_F(ServerTest, WhoTakesNoAnswerHoldsUpNobody)
{
    ServerLimits limits;
    limits.answer = std::chrono::seconds(1);
    start(limits);
    HttpClient greedy(port());
    // So many answers that no buffer holds them, and none is taken.
    const std::string ready = requestText("GET", "/ready", {}, {}, host());
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += ready;
    std::thread sender([&] {
        for (int i = 0; i < 200 && greedy.send(many); ++i) {
        }
    });
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
    sender.join();
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
}

TEST_F(ServerTest, BodiesTogetherTakeBoundedMemory)
{
    ServerLimits limits;
    limits.bodyBytes = 1'000'000;
    limits.allBodiesBytes = 3'000'000;
    start(limits);
    std::vector<std::unique_ptr<HttpClient>> slow;
    for (int i = 0; i < 3; ++i) {
        slow.push_back(std::make_unique<HttpClient>(port()));
        slow.back()->send("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 1000000\r\n\r\n{");
    }
    // One more has to wait: the SDK tries again after 503.
    const std::string large = requestText("POST", "/graphql", std::string(900'000, ' '), {}, host());
    int status = 0;
    for (int tries = 0; tries < 200 && status != 503; ++tries)
        status = HttpClient(port()).ask(large).status;
    EXPECT_EQ(status, 503);
    slow.clear();
    for (int tries = 0; tries < 200 && status == 503; ++tries)
        status = HttpClient(port()).ask(large).status;
    EXPECT_EQ(status, 400);
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
}

TEST_F(ServerTest, AnswersBesideAThousandConnections)
{
    ServerLimits limits;
    limits.connections = 400;
    Crowd crowd(1000);
    start(limits);
    // Those beyond the limit are closed, those before it are served as ever.
    EXPECT_EQ(crowd.come(port()), "first served, last closed, first served again");
    crowd.leave();
    for (int tries = 0; tries < 100 && ask("GET", "/ready").status != 200; ++tries)
        ::poll(nullptr, 0, 50);
    EXPECT_EQ(ask("GET", "/ready").status, 200);
}

TEST_F(ServerTest, KeepsFilesForTheStoreHoweverManyCome)
{
    // Far fewer files than connections are allowed: without a share of its own the store could not be written.
    rlimit before = {};
    ::getrlimit(RLIMIT_NOFILE, &before);
    rlimit few = before;
    few.rlim_cur = 300;
    Crowd crowd(600);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    start();
    EXPECT_EQ(crowd.come(port()), "first served, last closed, first served again");
    crowd.leave();
    stop();
    ::setrlimit(RLIMIT_NOFILE, &before);
}

TEST_F(ServerTest, ClientsThatBreakOffHarmNobody)
{
    start();
    for (int i = 0; i < 50; ++i) {
        HttpClient client(port());
        client.send("POST /graphql HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 100\r\n\r\n{");
        HttpClient asking(port());
        asking.send(requestText("POST", "/graphql", kQuery, {}, host()));
    }
    EXPECT_EQ(ask("POST", "/graphql", kQuery).status, 200);
}

TEST_F(ServerTest, OneRecorderAStore)
{
    start();
    const SystemClock clock;
    EXPECT_EQ(RecorderService::start(settings(), clock).error().kind, Error::Kind::Refused);
    const auto holder = RecorderLock::holder(settings().storeFile);
    ASSERT_TRUE(holder.has_value());
    EXPECT_EQ(holder->url, service()->url());
    EXPECT_EQ(holder->pid, ::getpid());
    stop();
    EXPECT_FALSE(RecorderLock::holder(settings().storeFile).has_value());
    start();
    EXPECT_EQ(ask("GET", "/ready").status, 200);
}

TEST_F(ServerTest, KeepsThePortItHasHad)
{
    RecorderSettings first = settings();
    first.port.reset();
    const SystemClock clock;
    std::string url;
    {
        const auto service = RecorderService::start(first, clock);
        ASSERT_TRUE(service.ok()) << describe(service.error());
        url = (*service)->url();
    }
    // Another program takes it meanwhile: no other port is taken silently.
    const auto port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
    {
        const auto other = Server::listen("127.0.0.1", port, {});
        ASSERT_TRUE(other.ok());
        const auto refused = RecorderService::start(first, clock);
        EXPECT_EQ(refused.error().kind, Error::Kind::Refused);
        EXPECT_THAT(refused.error().detail, HasSubstr("--listen"));
    }
    EXPECT_EQ((*RecorderService::start(first, clock))->url(), url);
}

TEST_F(ServerTest, TheKeyIsTheOwnersAlone)
{
    start();
    const std::string key = settings().storeFile + ".key";
    struct stat status = {};
    ASSERT_EQ(::stat(key.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    stop();
    ::chmod(key.c_str(), 0644);
    const SystemClock clock;
    EXPECT_EQ(RecorderService::start(settings(), clock).error().kind, Error::Kind::Refused);
}

} // namespace

} // namespace runglass::test
