// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <poll.h>
#include <sstream>

namespace runglass::test
{

namespace
{

using testing::HasSubstr;
using testing::MatchesRegex;

class ServeTest : public testing::Test
{
protected:
    ~ServeTest() override { end(); }

    std::string store() const { return (m_directory.path() / "data/runs.db").string(); }
    const std::filesystem::path& home() const { return m_directory.path(); }

    ProgramRun serve(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"serve", "--store", store()});
        return runglass(arguments, {{"HOME", home().string()}});
    }

    std::vector<std::string> lockLines() const
    {
        std::ifstream file(store() + ".lock");
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);)
            lines.push_back(line);
        return lines;
    }

    /// Ends the recorder in the background, and waits until it has.
    void end() const
    {
        const std::vector<std::string> lines = lockLines();
        if (lines.size() < 2)
            return;
        const pid_t pid = std::stoi(lines[1]);
        for (int tries = 0; tries < 500 && ::kill(pid, SIGTERM) == 0; ++tries)
            ::poll(nullptr, 0, 20);
        EXPECT_NE(::kill(pid, 0), 0);
    }

    static std::string read(const std::filesystem::path& path)
    {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }

private:
    TemporaryDirectory m_directory;
};

TEST_F(ServeTest, GoesOnInTheBackgroundAndSaysWhereItIs)
{
    const ProgramRun first = serve({"--background", "--listen", "127.0.0.1:0"});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, MatchesRegex("http://127.0.0.1:[0-9]+\n"));
    // A second one finds the first.
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--background"}, {}}) {
        const ProgramRun second = serve(arguments);
        EXPECT_EQ(second.status, 0);
        EXPECT_EQ(second.out, first.out);
        EXPECT_THAT(second.err, HasSubstr("running already"));
    }
    const ProgramRun environment = serve({"--print-env"});
    EXPECT_THAT(environment.out, HasSubstr("export WANDB_BASE_URL=" + first.out));
    EXPECT_THAT(environment.out, HasSubstr("export WANDB_API_KEY=local-"));
    const ProgramRun list = runglass({"list", store(), "--json"});
    EXPECT_EQ(list.status, 3) << list.err;
    EXPECT_EQ(list.out, "[]\n");
    end();
    EXPECT_EQ(serve({"--background", "--listen", "127.0.0.1:0"}).status, 0);
}

TEST_F(ServeTest, SaysWhyItCannotStart)
{
    std::filesystem::create_directories(home() / "data");
    std::ofstream(store())
        << "This is no database, but a text that is long enough to be taken for one, if one does not "
           "look. Nothing of it may be changed.";
    const std::string before = read(store());
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--background"}, {}}) {
        const ProgramRun run = serve(arguments);
        EXPECT_NE(run.status, 0);
        EXPECT_THAT(run.out, testing::IsEmpty());
        EXPECT_THAT(run.err, HasSubstr("runs.db"));
    }
    EXPECT_EQ(read(store()), before);
}

TEST_F(ServeTest, SaysFirstWhatSettingUpWouldWrite)
{
    const ProgramRun text = serve({"--setup", "--dry-run"});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("  + base_url = http://127.0.0.1:8765\n"));
    const ProgramRun document = serve({"--setup", "--dry-run", "--json"});
    const nlohmann::json plan = nlohmann::json::parse(document.out);
    EXPECT_EQ(plan.at("address"), "http://127.0.0.1:8765");
    EXPECT_EQ(plan.at("files").at(0).at("path"), (home() / ".netrc").string());
    EXPECT_EQ(plan.at("files").at(0).at("exists"), false);
    EXPECT_TRUE(std::filesystem::is_empty(home())) << "nothing is made for it, not even a key";
    EXPECT_EQ(serve({"--dry-run"}).status, 2);
    EXPECT_EQ(serve({"--setup", "--json"}).status, 2);
}

TEST_F(ServeTest, SetsTheSdkUpAndUndoesIt)
{
    EXPECT_EQ(serve({"--undo"}).status, 3);
    const ProgramRun setUp = serve({"--setup"});
    ASSERT_EQ(setUp.status, 0) << setUp.err;
    EXPECT_THAT(read(home() / ".netrc"), HasSubstr("machine 127.0.0.1:8765"));
    EXPECT_THAT(read(home() / ".config/wandb/settings"), HasSubstr("base_url = http://127.0.0.1:8765"));
    EXPECT_EQ(serve({"--undo"}).status, 0);
    EXPECT_FALSE(std::filesystem::exists(home() / ".netrc"));
}

} // namespace

} // namespace runglass::test
