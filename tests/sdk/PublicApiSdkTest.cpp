// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class PublicApiSdkTest : public RecorderScripts
{
protected:
    json tell(const std::string& scenario)
    {
        const ProgramRun program = script("api_run.py", scenario);
        EXPECT_EQ(program.status, 0) << program.err;
        return expected();
    }
};

TEST_F(PublicApiSdkTest, ReadsWhatWasLogged)
{
    const json found = tell("exact");
    EXPECT_EQ(found.at("scanned"), found.at("logged"));
    const json& sampled = found.at("sampled");
    ASSERT_EQ(sampled.size(), 50U);
    EXPECT_EQ(sampled.front(), 0);
    EXPECT_EQ(sampled.back(), 5000);
    EXPECT_TRUE(std::is_sorted(sampled.begin(), sampled.end()));
    ASSERT_EQ(found.at("lines").size(), 1200U);
    EXPECT_EQ(found.at("lines")[2], 1.0 / 3);
    ASSERT_EQ(found.at("rare").size(), 12U);
    EXPECT_EQ(found.at("rare")[11].at("rare"), 1100);
    EXPECT_EQ(found.at("part"), json({10, 11, 12, 13, 14, 15, 16, 17, 18, 19}));
    // Where the protocol wants JSON, these have no other form.
    EXPECT_EQ(found.at("nan").size(), 12U);
    EXPECT_EQ(found.at("config"), json::parse(R"({"lr": 0.1, "big": 1152921504606846977, "inf": {"$f": "inf"},
                                                  "deep": {"list": [1, "x", null]}, "文": "字"})"));
    const json& summary = found.at("summary");
    EXPECT_EQ(summary.at("best").at("deep"), 1152921504606846979);
    EXPECT_EQ(summary.at("big"), 9007199254742191);
    EXPECT_EQ(summary.at("nested").at("a").at("b"), 1199);
    EXPECT_EQ(summary.at("nan"), json::parse(R"({"$f": "nan"})"));
    EXPECT_EQ(summary.at("neg"), json::parse(R"({"$f": "-inf"})"));
    EXPECT_THAT(found.at("keys").dump(), HasSubstr("nested.a.b"));
    EXPECT_EQ(found.at("last"), 5000);
    EXPECT_EQ(found.at("system").size(), 3U);
    EXPECT_EQ(found.at("url"), recorder().url() + "/local/reads/runs/exact");
    EXPECT_THAT(found.at("metadata").get<std::string>(), HasSubstr("api_run.py"));
}

TEST_F(PublicApiSdkTest, FindsRunsByFilterAndOrder)
{
    const json found = tell("filtered");
    const auto runs = [](std::initializer_list<const char*> ids) {
        json list = json::array();
        for (const char* id : ids)
            list.push_back(id);
        return list;
    };
    EXPECT_EQ(found.at("all").size(), 12U);
    EXPECT_EQ(found.at("paged"), found.at("all"));
    EXPECT_EQ(found.at("newest"), runs({"r11", "r10"}));
    EXPECT_EQ(found.at("by_acc"), runs({"r11", "r10"}));
    EXPECT_EQ(found.at("by_lr"), runs({"r00", "r01"}));
    EXPECT_EQ(found.at("greater"), runs({"r09", "r10", "r11"}));
    EXPECT_EQ(found.at("value"), runs({"r05"}));
    EXPECT_EQ(found.at("nested"), runs({"r07", "r09", "r11"}));
    EXPECT_EQ(found.at("either"), runs({"r01", "r11"}));
    EXPECT_EQ(found.at("tags"), runs({"r02", "r05", "r08", "r11"}));
    EXPECT_EQ(found.at("tags_in").size(), 8U);
    EXPECT_EQ(found.at("no_tag"), found.at("tags"));
    EXPECT_EQ(found.at("regex"), runs({"r01", "r10", "r11"}));
    EXPECT_EQ(found.at("absent").size(), 6U);
    EXPECT_EQ(found.at("both"), runs({"r00", "r02"}));
    EXPECT_EQ(found.at("negated"), runs({"r00", "r01"}));
    EXPECT_EQ(found.at("count"), 6);
    EXPECT_EQ(found.at("nothing"), json::array());
}

TEST_F(PublicApiSdkTest, ChangesAndDeletesRuns)
{
    const json found = tell("changed");
    EXPECT_EQ(found.at("name"), "another name");
    EXPECT_EQ(found.at("notes"), "notes\nof two lines");
    EXPECT_EQ(found.at("tags"), json({"new", "日本"}));
    EXPECT_EQ(found.at("group"), "after");
    EXPECT_EQ(found.at("job_type"), "eval");
    EXPECT_EQ(found.at("config"), json::parse(R"({"a": 10, "added": {"deep": [1, 2]}})"));
    EXPECT_EQ(found.at("x"), 7);
    EXPECT_EQ(found.at("y"), json::parse(R"({"z": {"$f": "inf"}})"));
    EXPECT_EQ(found.at("state"), "finished");
    EXPECT_EQ(found.at("deleted"), true);
    EXPECT_EQ(found.at("left"), json({"changed"}));
    EXPECT_THAT(found.at("missing").get<std::string>(), HasSubstr("Could not find project"));
    const json run = show("local/reads/changed");
    EXPECT_EQ(run.at("name"), "another name");
    EXPECT_EQ(run.at("group"), "after");
    EXPECT_EQ(run.at("config").at("a"), 10);
    EXPECT_FALSE(run.at("config").contains("b"));
}

} // namespace

} // namespace runglass::test
