// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include "models/recorder/Sha256.h"

#include <fstream>
#include <sstream>

namespace runglass::test
{

using nlohmann::json;

RecorderScripts::RecorderScripts()
    : m_python(RUNGLASS_SDK_PYTHON)
    , m_recorder(std::make_unique<RecorderProcess>(store()))
{
}

std::vector<std::string> RecorderScripts::command(const std::string& script, const std::vector<std::string>& arguments)
{
    std::vector<std::string> words = {std::string(RUNGLASS_SDK_SCRIPTS) + '/' + script};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

ProgramRun RecorderScripts::script(const std::string& name, const std::vector<std::string>& arguments)
{
    std::filesystem::remove(m_directory.path() / "expected.json");
    return runProgram(m_python, command(name, arguments), m_recorder->environment(), m_directory.path().string());
}

json RecorderScripts::expected() const
{
    std::ifstream file(m_directory.path() / "expected.json");
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

json RecorderScripts::read(std::vector<std::string> command, const std::string& run) const
{
    command.push_back(run);
    return read(command);
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

json RecorderScripts::sumsBelow(const std::filesystem::path& folder)
{
    json sums = json::object();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ostringstream bytes;
        std::ifstream(entry.path(), std::ios::binary) >> bytes.rdbuf();
        sums[entry.path().lexically_relative(folder).string()] = hexText(sha256(bytes.str()));
    }
    return sums;
}

} // namespace runglass::test
