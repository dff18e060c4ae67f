// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/ReadLog.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace runglass::test
{

namespace
{

constexpr std::size_t kBlock = 32768;

/// Real logs that are small enough for a test at every byte.
class SmallLogs : public ::testing::TestWithParam<const char*>
{
};

std::string logOf(const std::string& scenario)
{
    return fileBytes(logsBelow(fixture("wandb/" + scenario)).at(0));
}

bool isPrefix(const std::vector<std::string>& part, const std::vector<std::string>& whole)
{
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

/// How many of whole's records end at or before size.
std::size_t recordsWithin(const LogContents& whole, std::size_t size)
{
    return static_cast<std::size_t>(std::upper_bound(whole.ends.begin(), whole.ends.end(), size) - whole.ends.begin());
}

void checkTruncation(const std::string& bytes, const LogContents& whole, std::size_t size)
{
    const LogContents part = readLog(bytes.substr(0, size));
    ASSERT_EQ(part.records.size(), recordsWithin(whole, size)) << "cut to " << size;
    ASSERT_TRUE(isPrefix(part.records, whole.records)) << "cut to " << size;
    ASSERT_TRUE(part.damage.empty()) << "cut to " << size << ": " << part.damage[0].detail;
    ASSERT_EQ(part.last->kind, Error::Kind::NotYet) << "cut to " << size;
    ASSERT_LE(part.offset, std::max<std::size_t>(size, 7)) << "cut to " << size;
}

TEST_P(SmallLogs, cutAtEveryByteGiveABeginning)
{
    const std::string bytes = logOf(GetParam());
    const LogContents whole = readLog(bytes);
    ASSERT_TRUE(whole.damage.empty());
    ASSERT_EQ(whole.incomplete, 0U);
    for (std::size_t size = 0; size <= bytes.size() && !HasFatalFailure(); ++size)
        checkTruncation(bytes, whole, size);
}

INSTANTIATE_TEST_SUITE_P(Scenarios, SmallLogs,
                         ::testing::Values("alerts", "artifacts", "console", "files", "media", "metrics", "noproject",
                                           "online", "seed", "sigint"));

TEST(LargeLogs, cutAroundBlockEndsGiveABeginning)
{
    for (const char* scenario : {"sigkill_blocks", "sigterm_blocks", "sigint_blocks"}) {
        const std::string bytes = logOf(scenario);
        const LogContents whole = readLog(bytes);
        ASSERT_GT(whole.records.size(), 1000U);
        for (std::size_t block = kBlock; block < bytes.size(); block += kBlock)
            for (std::size_t size = block - 40; size < block + 40 && !HasFatalFailure(); ++size)
                checkTruncation(bytes, whole, std::min(size, bytes.size()));
        for (std::size_t size = 0; size < bytes.size() && !HasFatalFailure(); size += 2003)
            checkTruncation(bytes, whole, size);
    }
}

/// Every record of part is one of whole, in the same order: nothing is invented.
bool isSelection(const std::vector<std::string>& part, const std::vector<std::string>& whole)
{
    auto at = whole.begin();
    for (const std::string& record : part) {
        at = std::find(at, whole.end(), record);
        if (at == whole.end())
            return false;
        ++at;
    }
    return true;
}

void checkFlip(std::string bytes, const LogContents& whole, std::size_t at, char mask)
{
    bytes[at] = static_cast<char>(bytes[at] ^ mask);
    const LogContents log = readLog(std::move(bytes));
    ASSERT_TRUE(isSelection(log.records, whole.records)) << "byte " << at;
    if (at < 7) {
        ASSERT_EQ(log.last->kind, Error::Kind::Unsupported) << "byte " << at;
        return;
    }
    const bool told = !log.damage.empty() || log.incomplete > 0 || log.records == whole.records;
    ASSERT_TRUE(told) << "byte " << at << " was lost without a word";
    const std::size_t blockStart = at / kBlock * kBlock;
    const std::size_t blockEnd = blockStart + kBlock;
    std::uint64_t start = 7;
    std::size_t expected = 0;
    for (std::size_t i = 0; i < whole.records.size(); start = whole.ends[i++]) {
        const bool touches = whole.ends[i] > blockStart && start < blockEnd;
        const bool before = whole.ends[i] <= at;
        if (touches && !before)
            continue;
        ++expected;
        ASSERT_NE(std::find(log.records.begin(), log.records.end(), whole.records[i]), log.records.end())
            << "byte " << at << " cost record " << i;
    }
    ASSERT_GE(log.records.size(), expected) << "byte " << at;
}

TEST(FlippedByte, costsOnlyWhatFollowsInItsBlock)
{
    for (const char* scenario : {"alerts", "noproject"}) {
        const std::string bytes = logOf(scenario);
        const LogContents whole = readLog(bytes);
        for (std::size_t at = 0; at < bytes.size() && !HasFatalFailure(); ++at)
            for (const char mask : {'\x01', '\x80', '\xFF'})
                checkFlip(bytes, whole, at, mask);
    }
}

TEST(FlippedByte, leavesOtherBlocksAlone)
{
    const std::string bytes = logOf("sigterm_blocks");
    const LogContents whole = readLog(bytes);
    for (std::size_t at = 7; at < bytes.size() && !HasFatalFailure(); at += 4099)
        checkFlip(bytes, whole, at, '\x10');
    for (std::size_t at = kBlock - 20; at < kBlock + 20 && !HasFatalFailure(); ++at)
        checkFlip(bytes, whole, at, '\x04');
}

} // namespace
} // namespace runglass::test
