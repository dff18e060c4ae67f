// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include <fstream>

namespace runglass::test
{

using nlohmann::json;

RecorderScripts::RecorderScripts()
    : m_recorder(std::make_unique<RecorderProcess>(store()))
{
}

std::vector<std::string> RecorderScripts::command(const std::string& script, const std::vector<std::string>& arguments)
{
    std::vector<std::string> words = {std::string(RUNGLASS_SDK_SCRIPTS) + '/' + script};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

ProgramRun RecorderScripts::run(const std::string& script, const std::vector<std::string>& arguments)
{
    std::filesystem::remove(directory() / "expected.json");
    return runProgram(RUNGLASS_SDK_PYTHON, command(script, arguments), m_recorder->environment(), directory().string());
}

json RecorderScripts::told() const
{
    std::ifstream file(directory() / "expected.json");
    return file ? json::parse(file) : json();
}

json RecorderScripts::read(const std::vector<std::string>& command) const
{
    std::vector<std::string> words = command;
    if (command.front() == "list")
        words.push_back(store());
    else
        words.insert(words.end(), {"--source", store()});
    words.emplace_back("--json");
    const ProgramRun program = runglass(words);
    EXPECT_EQ(program.status, 0) << program.err;
    return program.out.empty() ? json() : json::parse(program.out);
}

json RecorderScripts::points(const std::string& run, const std::string& key) const
{
    json all = json::array();
    const json history = read({"history", run, "--keys", key});
    for (const json& series : history.at("series"))
        for (std::size_t i = 0; i < series.at("step").size(); ++i)
            all.push_back({series.at("step")[i], series.at("value")[i]});
    return all;
}

} // namespace runglass::test
