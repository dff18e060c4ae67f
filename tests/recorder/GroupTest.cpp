// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that come at once share one write to the disk, and nothing else.
#include "models/recorder/AnswerQueue.h"
#include "models/store/RecorderStore.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <boost/asio/thread_pool.hpp>
#include <future>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;

/// What a handler was told, in order. The first request holds it up until let() is called.
class Handler
{
public:
    Server::Handler functions(Status atEnd)
    {
        return {[this](const HttpRequest& request) {
                    note(request.path);
                    if (request.path == "first")
                        m_go.get_future().wait();
                    return HttpResponse{200, {}, request.path};
                },
                [this] { note("begin"); },
                [this, atEnd] {
                    note("end");
                    return atEnd;
                }};
    }
    void let() { m_go.set_value(); }
    void note(const std::string& what)
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back(what);
    }
    std::vector<std::string> notes()
    {
        const std::lock_guard lock(m_mutex);
        return m_notes;
    }

private:
    std::mutex m_mutex;
    std::vector<std::string> m_notes;
    std::promise<void> m_go;
};

HttpRequest requestFor(const std::string& path)
{
    HttpRequest request;
    request.path = path;
    return request;
}

std::vector<std::string> askAll(const Status& atEnd, const std::vector<std::string>& paths, std::vector<int>& statuses)
{
    Handler handler;
    boost::asio::thread_pool worker(1);
    AnswerQueue queue(worker, handler.functions(atEnd), 1000);
    for (const std::string& path : paths)
        queue.add(requestFor(path), [&handler, &statuses](const HttpResponse& response) {
            handler.note("answered");
            statuses.push_back(response.status);
        });
    handler.let();
    worker.join();
    EXPECT_TRUE(queue.isEmpty());
    return handler.notes();
}

TEST(GroupTest, WhatComesMeanwhileIsAnsweredTogetherAndAfterItsEnd)
{
    std::vector<int> statuses;
    EXPECT_THAT(askAll(Done{}, {"first", "b", "c"}, statuses),
                ElementsAre("begin", "first", "b", "c", "end", "answered", "answered", "answered"));
    EXPECT_THAT(statuses, ElementsAre(200, 200, 200));
}

TEST(GroupTest, AGroupThatIsNotOnTheDiskIsNotAnswered)
{
    std::vector<int> statuses;
    askAll(Error{Error::Kind::Io, "The disk is full.", {}}, {"first", "b"}, statuses);
    EXPECT_THAT(statuses, ElementsAre(503, 503));
}

TEST(GroupTest, NoGroupIsTooLarge)
{
    std::vector<std::string> paths(1000, "one");
    paths.front() = "first";
    std::vector<int> statuses;
    const std::vector<std::string> notes = askAll(Done{}, paths, statuses);
    EXPECT_EQ(statuses.size(), paths.size());
    EXPECT_GE(std::count(notes.begin(), notes.end(), "end"), 4);
}

RecordedRun makeRun(const std::string& id)
{
    RecordedRun run;
    run.path = {"local", "p", id};
    run.doc = run.config = run.summary = "{}";
    return run;
}

TEST(GroupTest, APartThatFailsTakesNothingOfTheOthersWithIt)
{
    const TemporaryDirectory directory;
    const StoreLocation location{(directory.path() / "runs.db").string(), {}};
    {
        const auto store = RecorderStore::open(location);
        ASSERT_TRUE(store.ok());
        RecordedRun before = makeRun("before"), failing = makeRun("failing"), after = makeRun("after");
        (*store)->beginGroup();
        ASSERT_TRUE((*store)->commit(before, {{RecordedFile::History, 0, true, {"1"}}}, nullptr).ok());
        // Its lines begin behind the last one, which is found out when the run is written already.
        const Status failed = (*store)->commit(failing, {{RecordedFile::History, 7, true, {"1"}}}, nullptr);
        EXPECT_EQ(failed.error().kind, Error::Kind::InvalidArgument);
        ASSERT_TRUE((*store)->commit(after, {{RecordedFile::History, 0, true, {"1", "2"}}}, nullptr).ok());
        ASSERT_TRUE((*store)->endGroup().ok());
    }
    const auto store = RecorderStore::open(location);
    const auto count = [&](const std::string& id) {
        const auto run = (*store)->find(RunPath{"local", "p", id});
        return *run ? static_cast<int>((*run)->count(RecordedFile::History)) : -1;
    };
    EXPECT_EQ(count("before"), 1);
    EXPECT_EQ(count("failing"), -1);
    EXPECT_EQ(count("after"), 2);
}

TEST(GroupTest, NothingOfAnOpenGroupIsSeen)
{
    const TemporaryDirectory directory;
    const StoreLocation location{(directory.path() / "runs.db").string(), {}};
    const auto store = RecorderStore::open(location);
    RecordedRun run = makeRun("r");
    (*store)->beginGroup();
    ASSERT_TRUE((*store)->commit(run, {}, nullptr).ok());
    // A group that is never ended is as if it had not been: the process was killed, say.
    std::filesystem::copy(location.file, directory.path() / "then.db");
    std::filesystem::copy(location.file + "-wal", directory.path() / "then.db-wal");
    const auto then = RecorderStore::open({(directory.path() / "then.db").string(), {}});
    EXPECT_FALSE((*(*then)->find(run.path)).has_value());
    ASSERT_TRUE((*store)->endGroup().ok());
    EXPECT_TRUE((*(*store)->find(run.path)).has_value());
}

} // namespace

} // namespace runglass::test
