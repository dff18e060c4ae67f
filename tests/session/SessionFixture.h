// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "models/table/FindRuns.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QTest>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace runglass::test
{

/// A session with places of its own, and ways to wait for it.
class SessionFixture : public ::testing::Test
{
protected:
    static constexpr int kPatienceMs = 60'000;

    template <typename Condition> static bool waitFor(const Condition& condition)
    {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    bool waitUntilRead()
    {
        return waitFor([this] { return !m_session->isBusy(); });
    }
    SourceId openAndRead(const std::filesystem::path& location)
    {
        const SourceId id = m_session->open(location.string());
        EXPECT_TRUE(waitUntilRead());
        EXPECT_EQ(m_session->source(id)->status, SourceInfo::Status::Ready)
            << describe(m_session->source(id)->error.value_or(Error()));
        return id;
    }
    template <typename T> static T result(QFuture<T> future)
    {
        EXPECT_TRUE(waitFor([&future] { return future.isFinished(); }));
        return future.result();
    }
    /// The run with this ID, of which there must be one.
    RunRef run(const std::string& id) const
    {
        const std::vector<RunRef> found = findRuns(*m_session->list()->table, id, 0, CancelToken()).exact;
        EXPECT_EQ(found.size(), 1U) << id;
        return found.empty() ? RunRef() : found.front();
    }
    /// Name of each run in the list.
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const std::uint32_t row : m_session->list()->rows)
            names.push_back(m_session->list()->table->name(row));
        return names;
    }
    static std::string contents(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    Places places() const
    {
        Places places;
        places.cacheDirectory = (m_home.path() / "cache").string();
        return places;
    }

    TemporaryDirectory m_home;
    std::unique_ptr<Session> m_session = std::make_unique<Session>(places());
};

} // namespace runglass::test
