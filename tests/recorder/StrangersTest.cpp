// SPDX-License-Identifier: GPL-3.0-or-later
// Other users of the computer, over real sockets: they need the key. Only root can be several users.
#include "tests/recorder/ServerFixture.h"

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

constexpr uid_t kStranger = 65533;
constexpr int kCouldNot = 255;

/// Sends bytes as another user of this computer; gives the answer's status divided by 100, which fits an exit status.
int askAsStranger(std::uint16_t port, const std::string& bytes)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgid(kStranger) != 0 || ::setuid(kStranger) != 0)
            ::_exit(kCouldNot);
        try {
            ::_exit(HttpClient(port).ask(bytes).status / 100);
        } catch (const std::exception&) {
            ::_exit(kCouldNot);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : kCouldNot;
}

std::string base64(const std::string& text)
{
    static const char* const kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i > text.size() ? '=' : kLetters[bits >> (18 - 6 * i) & 63U];
    }
    return out;
}

class AsRootStrangersTest : public UploadServerTest
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(::getuid(), 0U);
        start();
    }
    std::string query(const std::string& header = {}) const
    {
        return requestText("POST", "/graphql", R"({"query":"{ viewer { entity } }"})", header, host());
    }
    std::string key() const
    {
        std::string key;
        std::ifstream(settings().storeFile + ".key") >> key;
        return key;
    }
};

TEST_F(AsRootStrangersTest, NeedTheKey)
{
    EXPECT_EQ(ask("POST", "/graphql", R"({"query":"{ viewer { entity } }"})").status, 200);
    EXPECT_EQ(askAsStranger(port(), query()), 4);
    EXPECT_EQ(askAsStranger(port(), query("Authorization: Basic " + base64("api:" + key()) + "\r\n")), 2);
    std::string wrong = key();
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    EXPECT_EQ(askAsStranger(port(), query("Authorization: Basic " + base64("api:" + wrong) + "\r\n")), 4);
}

TEST_F(AsRootStrangersTest, SeeNothingOfRuns)
{
    const std::string url = uploadUrl("secret.txt");
    ASSERT_EQ(ask("PUT", url, "secret").status, 200);
    for (const char* path : {"/local/p", "/local/p/runs/r1", "/files/local/p/r1/secret.txt", "/"})
        EXPECT_EQ(askAsStranger(port(), requestText("GET", path, {}, {}, host())), 4) << path;
    EXPECT_EQ(askAsStranger(port(), requestText("POST", "/files/local/p/r1/file_stream", "{}", {}, host())), 4);
    EXPECT_EQ(askAsStranger(port(), requestText("PUT", url.substr(0, url.find('?')), "x", {}, host())), 4);
    // That somebody listens here is no secret.
    EXPECT_EQ(askAsStranger(port(), requestText("GET", "/ready", {}, {}, host())), 2);
}

TEST_F(AsRootStrangersTest, CannotTakeTheOwnersConnections)
{
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (::setuid(kStranger) != 0)
                ::_exit(kCouldNot);
            std::vector<std::unique_ptr<HttpClient>> clients;
            for (int one = 0; one < 100; ++one)
                clients.push_back(std::make_unique<HttpClient>(port()));
            ::pause();
        }
        children.push_back(child);
    }
    EXPECT_EQ(ask("POST", "/graphql", R"({"query":"{ viewer { entity } }"})").status, 200);
    for (const pid_t child : children) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
}

} // namespace

} // namespace runglass::test
