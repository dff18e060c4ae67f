// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/RunSourceContract.h"

namespace runglass::test
{

namespace
{

const auto kNoProgress = [](const SyncProgress&) {};

} // namespace

TEST_P(IndexedSourceContract, followingCanBeCanceled)
{
    sync();
    const CancelToken cancel;
    cancel.cancel();
    const Result<SyncReport> report = m_source->follow(*m_writer, cancel, kNoProgress);
    if (!report) {
        EXPECT_EQ(report.error().kind, Error::Kind::Canceled);
    }
    EXPECT_TRUE(m_source->follow(*m_writer, {}, kNoProgress).ok());
}

TEST_P(IndexedSourceContract, progressReachesItsTotal)
{
    std::vector<SyncProgress> seen;
    const Result<SyncReport> report =
        m_source->sync(*m_writer, {}, [&seen](const SyncProgress& progress) { seen.push_back(progress); });
    ASSERT_TRUE(report.ok());
    ASSERT_FALSE(seen.empty());
    for (std::size_t i = 1; i < seen.size(); ++i)
        EXPECT_GE(seen[i].done, seen[i - 1].done);
    EXPECT_EQ(seen.back().done, report->runs);
    EXPECT_EQ(seen.back().total, report->runs);
}

TEST_P(IndexedSourceContract, syncCanBeCanceled)
{
    const CancelToken cancel;
    cancel.cancel();
    const Result<SyncReport> report = m_source->sync(*m_writer, cancel, kNoProgress);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().kind, Error::Kind::Canceled);
    sync();
    EXPECT_FALSE(reader()->changesSince(0)->changed.empty());
}

} // namespace runglass::test
