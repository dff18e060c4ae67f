// SPDX-License-Identifier: GPL-3.0-or-later
// The state of another user's run, asked by somebody who may not look into its processes.
#include "tests/places/Namespace.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace runglass::test
{

namespace
{

using nlohmann::json;

/// Makes the computer's name $1 and /mnt a place for all: the killed run of the fixtures, its log owned and held by a
/// stranger; prints what an onlooker sees while it is held, and when nobody holds it any more.
const std::string kScript = R"sh(
hostname "$1"
stranger="setpriv --reuid=$2 --regid=$2 --clear-groups"
onlooker="env HOME=/nonexistent XDG_CACHE_HOME= XDG_DATA_HOME= setpriv --reuid=$3 --regid=$3 --clear-groups"
mount -t tmpfs -o mode=0755 none /mnt
cp "$R" /mnt/runglass
cp -r "$F/sigkill_blocks" /mnt/runs
chmod -R a+rX /mnt/runs
log=$(find /mnt/runs -name '*.wandb')
chown "$2" "$log"
$stranger sleep 600 3>>"$log" &
holder=$!
until grep -q "^Uid:.$2" /proc/$holder/status; do :; done
$onlooker /mnt/runglass list /mnt/runs --json >/mnt/held || true
kill $holder
wait $holder || true
$onlooker /mnt/runglass list /mnt/runs --json >/mnt/free || true
printf '{"held": '; cat /mnt/held; printf ', "free": '; cat /mnt/free; printf '}'
)sh";

json seenByOnlooker(const std::string& host)
{
    const ProgramRun run = inNamespace("exec unshare --uts /bin/sh -euc \"$4\" sh \"$1\" \"$2\" \"$3\"",
                                       {host, std::to_string(kStranger), std::to_string(kStranger + 1), kScript});
    EXPECT_EQ(run.status, 0) << run.err;
    return json::parse(run.out);
}

} // namespace

TEST(AsRootStateTest, whatAStrangerMayHoldIsUnknownAndNeverCrashed)
{
    ASSERT_TRUE(mayActAsOthers());
    const json all = json::parse(runglass({"list", fixture("wandb/sigkill_blocks").string(), "--json"}).out);
    const std::string host = all.at(0)["host"];
    const json seen = seenByOnlooker(host);
    EXPECT_EQ(seen["held"][0]["state"], "unknown") << seen["held"][0]["state_reason"];
    EXPECT_EQ(seen["held"][0]["state_reason"].get<std::string>().find(
                  "no exit record, and a process of user " + std::to_string(kStranger) +
                  " that cannot be looked into may hold its log; last write at "),
              0U)
        << seen["held"][0]["state_reason"];
    EXPECT_EQ(seen["free"][0]["state"], "crashed");
    EXPECT_EQ(seen["free"][0]["state_reason"].get<std::string>().find(
                  "no exit record, and no process holds its log; last write at "),
              0U)
        << seen["free"][0]["state_reason"];
}

TEST(AsRootStateTest, theRunOfAnotherComputerGoesByItsAge)
{
    ASSERT_TRUE(mayActAsOthers());
    const json seen = seenByOnlooker("some-other-computer");
    for (const char* when : {"held", "free"}) {
        EXPECT_EQ(seen[when][0]["state"], "crashed") << when;
        EXPECT_EQ(seen[when][0]["state_reason"].get<std::string>().find("no exit record, last write at "), 0U) << when;
    }
}

} // namespace runglass::test
