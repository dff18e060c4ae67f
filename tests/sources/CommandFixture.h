// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/WandbFolderSource.h"
#include "models/store/StoreReader.h"
#include "tests/sources/FaultyFileSystem.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <fstream>

namespace runglass::test
{

/// A folder source on scratch runs, with a store, and commands for it.
class CommandFixture : public testing::Test
{
protected:
    using Kind = RunCommand::Kind;
    static constexpr std::uint64_t kStart = 1'700'000'000;

    CommandFixture() { reopen(m_runs.root()); }

    /// Another way of opening, with a store that knows nothing.
    void reopen(const std::filesystem::path& location, const RunStates::Look& look = nullptr)
    {
        static int number = 0;
        const std::string name = "command-" + std::to_string(++number);
        m_writer = StoreWriter::open({{}, name}).value();
        m_reader.reset();
        m_storeName = name;
        std::filesystem::create_directories(location);
        m_source = WandbFolderSource::open(location.string(), {m_disk, m_clock, look, data()}).value();
    }
    std::string data() const { return (m_home.path() / "data").string(); }
    void sync()
    {
        const Result<SyncReport> report = m_source->sync(*m_writer, {}, [](const SyncProgress&) {});
        ASSERT_TRUE(report.ok()) << describe(report.error());
    }
    void follow()
    {
        const Result<SyncReport> report = m_source->follow(*m_writer, {}, [](const SyncProgress&) {});
        ASSERT_TRUE(report.ok()) << describe(report.error());
    }
    StoreReader& reader()
    {
        if (!m_reader)
            m_reader = StoreReader::open({{}, m_storeName}).value();
        return *m_reader;
    }
    /// Paths in the store.
    std::vector<std::string> paths()
    {
        std::vector<std::string> paths;
        for (const RunPath& path : m_writer->runs().value())
            paths.push_back(toString(path));
        return paths;
    }
    runglass::Run run(const std::string& id = "a") { return reader().run(pathOf(id)).value(); }
    StoredRun stored(const std::string& id = "a") { return {run(id), reader().detail(pathOf(id)).value()}; }
    static RunPath pathOf(const std::string& id) { return {"team", "project", id}; }
    /// A finished run.
    std::filesystem::path add(const std::string& id, const std::string& time = "20240102_030405",
                              std::uint64_t start = kStart)
    {
        return m_runs.add(id, {runRecord(id, start, {}, "name of " + id), exitRecord(0, 60)}, time);
    }
    Result<CommandEffect> edit(const RunCommand::Edit& wanted, const std::string& id = "a")
    {
        RunCommand command{Kind::Edit, pathOf(id)};
        command.edit = wanted;
        return m_source->perform(command, stored(id));
    }
    Result<CommandEffect> perform(Kind kind, const std::string& id = "a")
    {
        const bool isInStore = kind != Kind::Restore && kind != Kind::Purge;
        return m_source->perform({kind, pathOf(id)}, isInStore ? stored(id) : StoredRun());
    }
    std::vector<TrashedRun> trash() { return m_source->trash({}).value(); }
    /// A line by another user, as their Runglass would append it.
    void appendAs(const std::string& user, const std::string& line, const std::string& kind = "edits")
    {
        const std::filesystem::path notes = m_runs.root() / "wandb/.runglass";
        std::filesystem::create_directories(notes);
        std::ofstream(notes / (kind + "-elsewhere-" + user + ".jsonl"), std::ios::app) << line << '\n';
    }
    static std::string reasonOf(const Result<CommandEffect>& effect)
    {
        return effect ? "it was done" : effect.error().detail;
    }

    TemporaryDirectory m_home;
    ScratchRuns m_runs;
    std::shared_ptr<FaultyFileSystem> m_disk = std::make_shared<FaultyFileSystem>();
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>(kLongAfter);
    std::string m_storeName;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<RunSource> m_source;
};

} // namespace runglass::test
