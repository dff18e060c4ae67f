// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged is there after any end of the recorder, once.
#include "models/store/StoreReader.h"
#include "tests/app/RecorderProcess.h"
#include "tests/recorder/HttpClient.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <atomic>
#include <poll.h>
#include <random>
#include <thread>

namespace runglass::test
{

namespace
{

constexpr int kKills = 100;
constexpr int kWriters = 3;

/// A training process that sends line after line, and each request until it is answered.
class Writer
{
public:
    Writer(int port, std::string id, unsigned seed)
        : m_port(port)
        , m_id(std::move(id))
        , m_random(seed)
        , m_thread([this] { run(); })
    {
    }
    ~Writer() { end(); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    const std::string& id() const { return m_id; }
    /// Lines that were answered with 200.
    int acknowledged() const { return m_acknowledged; }
    bool isRefused() const { return m_isRefused; }
    void end()
    {
        m_shallEnd = true;
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void run()
    {
        std::string body = R"({"query":"mutation { upsertBucket(input: {name: \")" + m_id +
                           R"(\", modelName: \"p\"}) { inserted } }"})";
        ask("/graphql", body);
        while (!m_shallEnd && !m_isRefused) {
            const int first = m_acknowledged, count = 1 + static_cast<int>(m_random() % 200);
            std::string lines;
            for (int i = first; i < first + count; ++i)
                lines += std::string(i == first ? "" : ",") + R"("{\"_step\":)" + std::to_string(i) + R"(,\"a\":)" +
                         std::to_string(i) + R"(}")";
            body = R"({"files":{"wandb-history.jsonl":{"offset":)" + std::to_string(first) + R"(,"content":[)" + lines +
                   "]}}}";
            if (ask("/files/local/p/" + m_id + "/file_stream", body))
                m_acknowledged += count;
        }
    }

    /// Again and again until there is an answer. False: it shall end.
    bool ask(const std::string& path, const std::string& body)
    {
        while (!m_shallEnd) {
            try {
                HttpClient client(static_cast<std::uint16_t>(m_port));
                const HttpAnswer answer =
                    client.ask(requestText("POST", path, body, {}, "127.0.0.1:" + std::to_string(m_port)));
                if (answer.status == 200)
                    return true;
                m_isRefused = m_isRefused || (answer.status != 0 && answer.status != 503);
                if (m_isRefused)
                    return false;
            } catch (const std::runtime_error&) {
                ::poll(nullptr, 0, 5);
            }
        }
        return false;
    }

    int m_port;
    std::string m_id;
    std::mt19937 m_random;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<bool> m_shallEnd = false, m_isRefused = false;
    std::thread m_thread;
};

std::vector<double> valuesOf(StoreReader& reader, const std::string& id)
{
    const Result<Series> series = reader.series({"local", "p", id}, {0, false, {"a"}});
    return series ? series->toDoubles() : std::vector<double>();
}

TEST(RecorderKillTest, NothingAcknowledgedIsLostOrDoubled)
{
    const unsigned seed = std::random_device{}();
    std::printf("seed %u\n", seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const TemporaryDirectory directory;
    const std::filesystem::path store = directory.path() / "runs.db";
    auto recorder = std::make_unique<RecorderProcess>(store);
    const int port = recorder->port();
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < kWriters; ++i)
        writers.push_back(std::make_unique<Writer>(port, "r" + std::to_string(i), static_cast<unsigned>(random())));
    for (int kill = 0; kill < kKills; ++kill) {
        ::poll(nullptr, 0, static_cast<int>(random() % 150));
        std::vector<int> acknowledged;
        for (const auto& writer : writers)
            acknowledged.push_back(writer->acknowledged());
        recorder->kill();
        {
            auto reader = StoreReader::open({store.string(), {}});
            ASSERT_TRUE(reader.ok()) << describe(reader.error());
            for (std::size_t i = 0; i < writers.size(); ++i) {
                const std::vector<double> values = valuesOf(**reader, writers[i]->id());
                ASSERT_GE(values.size(), static_cast<std::size_t>(acknowledged[i])) << "after kill " << kill;
                for (std::size_t at = 0; at < values.size(); ++at)
                    ASSERT_EQ(values[at], static_cast<double>(at)) << "after kill " << kill;
            }
        }
        recorder = std::make_unique<RecorderProcess>(store, port);
    }
    int total = 0;
    for (const auto& writer : writers) {
        writer->end();
        EXPECT_FALSE(writer->isRefused());
        total += writer->acknowledged();
    }
    std::printf("%d lines acknowledged\n", total);
    EXPECT_GT(total, kKills);
}

} // namespace

} // namespace runglass::test
