// SPDX-License-Identifier: GPL-3.0-or-later
// Homes that are missing, read-only, full, somebody else's or on a network: the runs are listed all the same, and what
// is not as usual is said.
#include "tests/places/Namespace.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const std::map<std::string, std::string> kNoHome = {
    {"HOME", ""},          {"XDG_CACHE_HOME", ""}, {"XDG_CONFIG_HOME", ""},
    {"XDG_DATA_HOME", ""}, {"XDG_STATE_HOME", ""}, {"XDG_RUNTIME_DIR", ""}};

/// So that HOME alone counts.
const std::string kHomeOnly = "unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR\n";

const std::string kReadOnlyTmp = "for d in /tmp /var/tmp; do mount --bind $d $d; mount -o remount,ro,bind $d; done\n";

void expectAllRuns(const ProgramRun& run)
{
    EXPECT_EQ(run.status, ordinaryList().status) << run.err;
    EXPECT_EQ(run.out, ordinaryList().out);
}

} // namespace

TEST(HomeTest, inOrdinarySurroundingsNothingIsSaid)
{
    EXPECT_THAT(ordinaryList().out, HasSubstr("\"path\""));
    EXPECT_THAT(placeMessages(ordinaryList().err), IsEmpty());
}

TEST(HomeTest, withoutOneTheIndexIsInMemory)
{
    const TemporaryDirectory here;
    const std::string before = treeHash(allRuns());
    for (const char* home : {"", "relative/home"}) {
        std::map<std::string, std::string> variables = kNoHome;
        variables["HOME"] = home;
        const ProgramRun run = runglass({"list", allRuns(), "--json"}, variables, here.path().string());
        expectAllRuns(run);
        EXPECT_EQ(placeMessages(run.err),
                  "runglass: There is no home directory: what is read is kept in memory only.\n");
    }
    EXPECT_TRUE(fs::is_empty(here.path()));
    EXPECT_EQ(treeHash(allRuns()), before);
}

TEST(HomeTest, withoutOneEverySubcommandWorks)
{
    const std::string run = fixture("wandb/history/wandb").string();
    const std::string folder = fs::directory_iterator(run)->path().string();
    for (const char* subcommand : {"show", "history", "logs", "files", "artifacts", "alerts"}) {
        const ProgramRun usual = runglass({subcommand, folder, "--json"});
        const ProgramRun homeless = runglass({subcommand, folder, "--json"}, kNoHome);
        EXPECT_EQ(homeless.status, usual.status) << subcommand << homeless.err;
        EXPECT_EQ(homeless.out, usual.out) << subcommand;
    }
}

TEST(HomeTest, aReadOnlyOneIsSaid)
{
    const ProgramRun run = inNamespace(kHomeOnly + "mount -t tmpfs -o ro none \"$T\"\n"
                                                   "HOME=\"$T\" exec \"$R\" list \"$F\" --json");
    expectAllRuns(run);
    EXPECT_THAT(placeMessages(run.err), HasSubstr(".cache/runglass cannot be written: what is read is kept in memory"));
}

TEST(AsRootHomeTest, aForbiddenOneIsSaid)
{
    ASSERT_TRUE(mayActAsOthers());
    // The program and the runs may lie where nobody else may look: the stranger gets copies.
    const ProgramRun run = inNamespace(kHomeOnly +
                                       "mount -t tmpfs -o mode=0755 none \"$T\"\n"
                                       "cp \"$R\" \"$T/runglass\"; cp -r \"$F/seed\" \"$T/runs\"\n"
                                       "mkdir -m 0555 \"$T/home\"; chmod -R a+rX \"$T/runs\"\n"
                                       "chown " +
                                       std::to_string(kStranger) + " \"$T/home\"\n" +
                                       "mount --bind \"$T\" /mnt\n"
                                       "HOME=/mnt/home exec " +
                                       asStranger() + "/mnt/runglass list /mnt/runs --json");
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(placeMessages(run.err),
              "runglass: /mnt/home/.cache/runglass cannot be written: what is read is kept in memory only.\n");
    EXPECT_THAT(run.out, HasSubstr("\"path\""));
}

TEST(AsRootHomeTest, anIndexOfAnotherUserIsSaid)
{
    ASSERT_TRUE(mayActAsOthers());
    // As after "sudo runglass list": the index is root's, the directory is not.
    const ProgramRun run = inNamespace(kHomeOnly +
                                       "mount -t tmpfs -o mode=0755 none \"$T\"\n"
                                       "cp \"$R\" \"$T/runglass\"; cp -r \"$F/seed\" \"$T/runs\"\n"
                                       "mkdir \"$T/home\"; mount --bind \"$T\" /mnt; export HOME=/mnt/home\n"
                                       "/mnt/runglass list /mnt/runs --json >\"$T/first\"\n"
                                       "chown " +
                                       std::to_string(kStranger) +
                                       " \"$T/home/.cache/runglass\"\n"
                                       "chmod 0600 \"$T\"/home/.cache/runglass/*; chmod -R a+rX \"$T/runs\"\n" +
                                       asStranger() +
                                       "/mnt/runglass list /mnt/runs --json >/dev/shm/second.$$\n"
                                       "cmp \"$T/first\" /dev/shm/second.$$; rm /dev/shm/second.$$");
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(placeMessages(run.err), HasSubstr("cannot be written"));
    EXPECT_THAT(placeMessages(run.err), HasSubstr("what is read is kept in memory only."));
}

TEST(HomeTest, aFullDiskLosesNothing)
{
    // From one that takes nothing to one that is full half-way through the reading.
    bool sawFull = false;
    bool sawRoom = false;
    for (const char* size : {"4k", "16k", "40k", "64k", "128k", "256k", "512k", "16m"}) {
        const ProgramRun run = inNamespace(kHomeOnly + "mount -t tmpfs -o size=$1 none \"$T\"\n"
                                                       "HOME=\"$T\" exec \"$R\" list \"$F\" --json",
                                           {size});
        expectAllRuns(run);
        const std::string said = placeMessages(run.err);
        if (said.empty()) {
            sawRoom = true;
            continue;
        }
        sawFull = true;
        EXPECT_THAT(said, HasSubstr("/.cache/runglass/index-")) << size;
        EXPECT_THAT(said, HasSubstr("disk is full")) << size;
        EXPECT_THAT(said, HasSubstr("what is read is kept in memory only.")) << size;
    }
    EXPECT_TRUE(sawFull);
    EXPECT_TRUE(sawRoom);
}

TEST(HomeTest, aDiskThatFillsUpBetweenTwoLooksLosesNothing)
{
    const ProgramRun run =
        inNamespace(kHomeOnly + "mount -t tmpfs -o size=4m none \"$T\"\n"
                                "mkdir \"$T/home\" \"$T/runs\"; mount -t tmpfs none \"$T/runs\"\n"
                                "export HOME=\"$T/home\"\n"
                                "cp -r \"$F/seed\" \"$T/runs/a\"; \"$R\" list \"$T/runs\" >&2\n"
                                "dd if=/dev/zero of=\"$T/filler\" bs=4k 2>/dev/null || true\n"
                                "cp -r \"$F/small\" \"$T/runs/b\"; cp -r \"$F/sigkill_blocks\" \"$T/runs/c\"\n"
                                "\"$R\" list \"$T/runs\" --json >\"$T/runs/full\" || true\n"
                                "rm \"$T/filler\"; \"$R\" list \"$T/runs\" --json >\"$T/runs/room\" || true\n"
                                "cmp \"$T/runs/full\" \"$T/runs/room\"; grep -c '\"path\"' \"$T/runs/room\"");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.err, HasSubstr("cannot be written (SQLite: "));
}

TEST(HomeTest, onANetworkTheIndexIsLocal)
{
    const TemporaryDirectory home;
    const TemporaryDirectory local;
    const ProgramRun run = runglass({"list", allRuns(), "--json"}, {{"HOME", home.path().string()},
                                                                    {"XDG_CACHE_HOME", ""},
                                                                    {"TMPDIR", local.path().string()},
                                                                    {"LD_PRELOAD", RUNGLASS_NETWORK_DISK},
                                                                    {"NETWORK_DISK", home.path().string()}});
    expectAllRuns(run);
    EXPECT_TRUE(fs::is_empty(home.path()));
    const fs::path indexes = local.path() / ("runglass-" + std::to_string(::geteuid()));
    EXPECT_EQ(placeMessages(run.err), "runglass: " + home.path().string() +
                                          "/.cache/runglass is on a network file system: indexes are kept in " +
                                          indexes.string() + ".\n");
    EXPECT_FALSE(fs::is_empty(indexes));
}

TEST(HomeTest, onANetworkWithoutALocalDiskTheIndexIsInMemory)
{
    const TemporaryDirectory home;
    const ProgramRun run = runglass({"list", allRuns(), "--json"}, {{"HOME", home.path().string()},
                                                                    {"XDG_CACHE_HOME", ""},
                                                                    {"TMPDIR", home.path().string()},
                                                                    {"LD_PRELOAD", RUNGLASS_NETWORK_DISK},
                                                                    {"NETWORK_DISK", home.path().string()}});
    expectAllRuns(run);
    EXPECT_TRUE(fs::is_empty(home.path()));
    EXPECT_THAT(placeMessages(run.err), HasSubstr("is on a network file system: what is read is kept in memory only."));
}

TEST(HomeTest, withoutAWritableTmpEverythingWorks)
{
    const ProgramRun run = inNamespace("unset TMPDIR; mount -t tmpfs none /mnt\n" + kReadOnlyTmp +
                                       "HOME=/mnt exec \"$R\" list \"$F\" --json");
    expectAllRuns(run);
}

TEST(HomeTest, theWindowNeedsNoWritableTmp)
{
    // It reads, keeps its settings when it is asked to end, and ends well.
    const ProgramRun run = inNamespace(kHomeOnly + "mount -t tmpfs none /mnt\n" + kReadOnlyTmp +
                                       "export HOME=/mnt\n"
                                       "\"$W\" -platform offscreen \"$F\" & window=$!\n"
                                       "until grep -qs . /mnt/.cache/runglass/index-*.db; do kill -0 $window; done\n"
                                       "kill -TERM $window; wait $window; test -s /mnt/.config/runglass/window.ini");
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.err, testing::Not(HasSubstr("runglass:")));
}

TEST(ReadOnlyRunsTest, areListedAsOthers)
{
    const ProgramRun usual = runglass({"list", allRuns()});
    const ProgramRun run = inNamespace("mount --bind \"$F\" \"$T\"; mount -o remount,ro,bind \"$T\"\n"
                                       "if touch \"$T/x\" 2>/dev/null; then exit 99; fi; exec \"$R\" list \"$T\"");
    EXPECT_EQ(run.status, usual.status) << run.err;
    EXPECT_EQ(run.out, usual.out);
    EXPECT_THAT(placeMessages(run.err), IsEmpty());
}

} // namespace runglass::test
