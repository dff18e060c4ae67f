// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;

/// The SDK 0.29: one look at each kind of thing that it sends and asks for.
class OlderSdkTest : public RecorderScripts
{
protected:
    OlderSdkTest() { setPython(RUNGLASS_OLDER_SDK_PYTHON); }

    json tell(const std::string& name, const std::string& scenario)
    {
        const ProgramRun program = script(name, scenario);
        EXPECT_EQ(program.status, 0) << program.err;
        return expected();
    }
};

TEST_F(OlderSdkTest, LogsAndReads)
{
    const json everything = tell("recorder_run.py", "everything");
    const json run = show(everything.at("path"));
    EXPECT_EQ(run.at("state"), "finished");
    EXPECT_EQ(run.at("cli_version"), "0.29.0");
    EXPECT_EQ(run.at("notes"), "why");
    EXPECT_EQ(run.at("summary").at("best"), json::parse(R"({"score": 3})"));
    const json found = tell("api_run.py", "exact");
    EXPECT_EQ(found.at("scanned"), found.at("logged"));
}

TEST_F(OlderSdkTest, LogsAndUsesArtifacts)
{
    const json made = tell("artifact_run.py", "logged");
    EXPECT_EQ(made.at("versions")[2].at("name"), "set:v1");
    const json used = tell("artifact_run.py", "used");
    json bytes = used.at("bytes");
    bytes.erase("elsewhere");
    EXPECT_EQ(bytes, made.at("bytes"));
    EXPECT_EQ(show("local/arts/user").at("artifacts").size(), 2U);
}

} // namespace

} // namespace runglass::test
