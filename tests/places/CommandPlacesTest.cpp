// SPDX-License-Identifier: GPL-3.0-or-later
// Commands where nothing can be written: what cannot be done has not happened, and is said.
#include "tests/places/Namespace.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <sstream>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

/// What follows the script's own lines: the last list in it.
json listIn(const std::string& out)
{
    const std::size_t begin = out.find("[\n");
    return begin == std::string::npos ? json() : json::parse(out.substr(begin));
}

const std::string kCommands = R"sh(
try() { rc=0; "$R" "$@" >/dev/null || rc=$?; echo "$1 $rc"; }
)sh";

} // namespace

TEST(CommandPlacesTest, aFullDiskChangesNothing)
{
    const ProgramRun run = inNamespace(kCommands + R"sh(
mount -t tmpfs -o size=2m none /mnt
cp -r "$F/exception/wandb" /mnt/wandb
dd if=/dev/zero of=/mnt/fill bs=4k 2>/dev/null || true
try edit 0aasx5lq --name x --yes --source /mnt
try lock 0aasx5lq --source /mnt
try delete 0aasx5lq --yes --source /mnt
rm /mnt/fill
"$R" list /mnt --json
)sh");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("edit 1\nlock 1\ndelete 1\n"));
    EXPECT_THAT(run.err, HasSubstr("No space left on device"));
    const json list = listIn(run.out);
    ASSERT_EQ(list.size(), 1U) << run.out;
    EXPECT_NE(list[0]["name"], "x");
    EXPECT_EQ(list[0]["edited"], json::array());
    EXPECT_EQ(list[0]["locked"], false);
}

TEST(CommandPlacesTest, editsOfWhatMayNotBeWrittenAreTheUsersOwn)
{
    const ProgramRun run = inNamespace(kCommands + R"sh(
mount -t tmpfs none /mnt
cp -r "$F/exception/wandb" /mnt/wandb
mount -o remount,ro /mnt
try edit 0aasx5lq --name mine --yes --source /mnt
try delete 0aasx5lq --yes --source /mnt
rm -rf "$XDG_CACHE_HOME"
"$R" list /mnt/wandb --json
)sh");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("edit 0\ndelete 1\n"));
    EXPECT_THAT(run.err, HasSubstr("no permission"));
    const json list = listIn(run.out);
    ASSERT_EQ(list.size(), 1U) << run.out;
    EXPECT_EQ(list[0]["name"], "mine");
    EXPECT_EQ(list[0]["edited"], json::array({"name"}));
}

TEST(CommandPlacesTest, AsRootAStrangersRunsAreEditedForOneselfOnly)
{
    if (!mayActAsOthers())
        return;
    const ProgramRun run = inNamespace(kCommands + R"sh(
mount -t tmpfs -o mode=0755 none /mnt
mkdir /mnt/home
chmod 0777 /mnt/home
cp "$R" /mnt/runglass
cp -r "$F/exception" /mnt/runs
chmod -R a+rX /mnt/runs
as() { env HOME=/mnt/home XDG_CACHE_HOME= XDG_DATA_HOME= setpriv --reuid=$1 --regid=$1 --clear-groups /mnt/runglass list /mnt/runs --json; }
env HOME=/mnt/home XDG_CACHE_HOME= XDG_DATA_HOME= setpriv --reuid=$1 --regid=$1 --clear-groups \
  /mnt/runglass edit 0aasx5lq --name mine --yes --source /mnt/runs
env HOME=/mnt/home XDG_CACHE_HOME= XDG_DATA_HOME= setpriv --reuid=$1 --regid=$1 --clear-groups \
  /mnt/runglass delete 0aasx5lq --yes --source /mnt/runs || echo "delete $?"
as $1
"$R" list /mnt/runs --json >/dev/null
find /mnt/runs -name .runglass
)sh",
                                       {std::to_string(kStranger)});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("delete 1\n"));
    EXPECT_THAT(run.out, HasSubstr("\"name\": \"mine\""));
    EXPECT_THAT(run.out, testing::Not(HasSubstr(".runglass")));
}

} // namespace runglass::test
