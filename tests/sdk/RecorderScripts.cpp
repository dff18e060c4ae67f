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

ProgramRun RecorderScripts::script(const std::string& name, const std::string& scenario)
{
    std::filesystem::remove(m_directory.path() / "expected.json");
    const std::string path = std::string(RUNGLASS_SDK_SCRIPTS) + '/' + name;
    return runProgram(m_python, {path, scenario}, m_recorder->environment(), m_directory.path().string());
}

json RecorderScripts::expected() const
{
    std::ifstream file(m_directory.path() / "expected.json");
    return file ? json::parse(file) : json();
}

json RecorderScripts::read(const std::vector<std::string>& command, const std::string& run) const
{
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {run, "--source", store().string(), "--json"});
    const ProgramRun program = runglass(arguments);
    EXPECT_EQ(program.status, 0) << program.err;
    return program.out.empty() ? json() : json::parse(program.out);
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
