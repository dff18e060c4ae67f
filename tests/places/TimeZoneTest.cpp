// SPDX-License-Identifier: GPL-3.0-or-later
// Runs seen from Tokyo, and the runs of a night in which the clocks of Berlin went back.
#include "tests/support/TimeZone.h"

#include "tests/app/ProgramRun.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

constexpr std::uint64_t kAutumnNight = 1'792'886'400; // 2026-10-25T00:00:00Z; Berlin goes from 03:00 to 02:00 at 01:00Z
constexpr std::uint64_t kHour = 3600;

std::vector<std::string> finishedRun(std::string_view id, std::uint64_t start)
{
    return {runRecord(id, start, {}, id), historyRecord(0, {{{"loss"}, "1"}}), exitRecord(0, 60)};
}

json listed(const ScratchRuns& runs, const std::string& zone)
{
    const ProgramRun list = runglass({"list", runs.root().string(), "--json"}, {{"TZ", zone}});
    EXPECT_EQ(list.err, "");
    json byId;
    for (const json& run : json::parse(list.out))
        byId[run["id"].get<std::string>()] = run;
    return byId;
}

json shown(const std::filesystem::path& folder, const std::string& zone)
{
    const ProgramRun show = runglass({"show", folder.string(), "--json"}, {{"TZ", zone}});
    EXPECT_EQ(show.err, "");
    return json::parse(show.out);
}

} // namespace

TEST(TimeZoneTest, tokyoSeesItsOwnTime)
{
    const TimeZone exists("Asia/Tokyo");
    ScratchRuns runs;
    // Tokyo's folder says 09:30, the record 00:30 UTC.
    const auto folder = runs.add("morning1", finishedRun("morning1", kAutumnNight + kHour / 2), "20261025_093000");
    const json run = shown(folder, "Asia/Tokyo");
    EXPECT_EQ(run["started_at"], "2026-10-25T00:30:00Z");
    EXPECT_EQ(run["overview"]["Start time"], "2026-10-25 09:30:00");
    EXPECT_EQ(shown(folder, "UTC")["overview"]["Start time"], "2026-10-25 00:30:00");
    EXPECT_THAT(runglass({"list", runs.root().string()}, {{"TZ", "Asia/Tokyo"}}).out, HasSubstr("2026-10-25 09:30:00"));
}

TEST(TimeZoneTest, aFoldersTimeIsShownAsItIs)
{
    // Nothing was flushed: only the name tells when it began, and no zone.
    ScratchRuns runs;
    const auto folder = runs.add("early001", {}, "20261025_023000");
    for (const char* zone : {"Asia/Tokyo", "Europe/Berlin", "America/New_York", "UTC"}) {
        const json run = shown(folder, zone);
        EXPECT_EQ(run["started_at"], nullptr);
        EXPECT_EQ(run["started_at_local"], "2026-10-25T02:30:00");
        EXPECT_EQ(run["overview"]["Start time"], "2026-10-25 02:30:00") << zone;
    }
}

TEST(TimeZoneTest, theRepeatedHourIsInOrder)
{
    ScratchRuns runs;
    // As the SDK names the folders of five runs, half an hour apart: 01:30, 02:00, 02:30 in summer time, 02:00, 02:30
    // in winter time. Names alone would order them otherwise, and two pairs have the same time in their names.
    const std::vector<std::pair<std::string, std::string>> night = {{"a0000001", "20261025_013000"},
                                                                    {"b0000002", "20261025_020000"},
                                                                    {"c0000003", "20261025_023000"},
                                                                    {"d0000004", "20261025_020000"},
                                                                    {"e0000005", "20261025_023000"}};
    std::uint64_t start = kAutumnNight - kHour / 2;
    for (const auto& [id, time] : night) {
        runs.add(id, finishedRun(id, start), time);
        start += kHour / 2;
    }
    const ProgramRun list = runglass({"list", runs.root().string(), "--json"}, {{"TZ", "Europe/Berlin"}});
    const json found = json::parse(list.out);
    ASSERT_EQ(found.size(), night.size());
    for (std::size_t i = 0; i < night.size(); ++i)
        EXPECT_EQ(found[night.size() - 1 - i]["id"], night[i].first) << "newest first";
    const json byId = listed(runs, "Europe/Berlin");
    EXPECT_EQ(byId["c0000003"]["started_at"], "2026-10-25T00:30:00Z");
    EXPECT_EQ(byId["e0000005"]["started_at"], "2026-10-25T01:30:00Z");
    for (const auto& [id, run] : byId.items())
        EXPECT_EQ(run["duration_seconds"], 60) << id;
    const std::string text = runglass({"list", runs.root().string()}, {{"TZ", "Europe/Berlin"}}).out;
    for (const char* time : {"2026-10-25 01:30:00 ", "2026-10-25 02:00:00 +0200", "2026-10-25 02:30:00 +0200",
                             "2026-10-25 02:00:00 +0100", "2026-10-25 02:30:00 +0100"})
        EXPECT_THAT(text, HasSubstr(time));
}

TEST(TimeZoneTest, aRunOverTheChangeLastsWhatItLasted)
{
    ScratchRuns runs;
    std::vector<std::string> records = {runRecord("over0001", kAutumnNight - kHour), exitRecord(0, 4 * kHour)};
    const auto folder = runs.add("over0001", records, "20261025_010000");
    const json run = shown(folder, "Europe/Berlin");
    EXPECT_EQ(run["duration_seconds"], 4 * kHour);
    EXPECT_EQ(run["runtime_seconds"], 4 * kHour);
    EXPECT_EQ(run["overview"]["Start time"], "2026-10-25 01:00:00");
}

} // namespace runglass::test
