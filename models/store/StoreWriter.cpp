// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/StoreWriter.h"

#include "models/store/Database.h"
#include "models/store/Documents.h"
#include "models/store/Garbage.h"
#include "models/store/LogTable.h"
#include "models/store/Query.h"
#include "models/store/RunWriter.h"
#include "models/store/WriteSession.h"

#include <optional>

namespace runglass
{

namespace
{

/// Whatever way a call ends, its transaction ends with it.
class RollbackAtEnd
{
public:
    explicit RollbackAtEnd(WriteSession& session)
        : m_session(session)
    {
    }
    ~RollbackAtEnd()
    {
        if (m_session.isOpen())
            m_session.rollback();
    }
    RollbackAtEnd(const RollbackAtEnd&) = delete;
    RollbackAtEnd& operator=(const RollbackAtEnd&) = delete;

private:
    WriteSession& m_session;
};

/// Of a row of entity, project, id and both documents; nothing when they cannot be read.
void addDocuments(const Query& query, std::vector<StoredRun>& runs)
{
    Result<Run> run = decodeRun(query.blob(3));
    Result<RunDetail> detail = decodeDetail(query.blob(4));
    if (!run || !detail)
        return;
    run->path = {query.text(0), query.text(1), query.text(2)};
    runs.push_back({std::move(run).value(), std::move(detail).value()});
}

} // namespace

struct StoreWriter::Impl {
    StoreLocation location;
    std::unique_ptr<Database> database;
    std::optional<WriteSession> session;

    void open();
    /// Opens the store anew when its file was deleted, replaced or found damaged. True when it had to.
    bool reopenIfLost();
    template <typename Work> auto run(Work&& work) -> decltype(work());
    std::optional<Error> writeRuns(const std::vector<RunUpdate>& runs);
};

void StoreWriter::Impl::open()
{
    try {
        database = Database::open(location, Database::Access::Write);
    } catch (const StoreFailure& failure) {
        if (failure.error().kind != Error::Kind::Corruption)
            throw;
        Database::discard(failure.error().path);
        database = Database::open(location, Database::Access::Write);
    }
    session.emplace(*database);
}

bool StoreWriter::Impl::reopenIfLost()
{
    if (database && !database->isReplaced())
        return false;
    session.reset();
    database.reset();
    open();
    return true;
}

template <typename Work> auto StoreWriter::Impl::run(Work&& work) -> decltype(work())
{
    auto result = guarded(work);
    const bool isDamaged = database && !result && result.error().kind == Error::Kind::Corruption &&
                           result.error().path == database->file() && result.error().detail.starts_with("SQLite");
    if (isDamaged) {
        session.reset();
        database.reset();
        Database::discard(result.error().path);
    }
    return result;
}

std::optional<Error> StoreWriter::Impl::writeRuns(const std::vector<RunUpdate>& runs)
{
    std::optional<Error> error;
    std::vector<bool> failed(runs.size(), false);
    std::size_t begun = 0; // the first run in the open transaction
    const auto commitUpTo = [&](std::size_t next) {
        session->commit();
        begun = next;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (failed[i])
            continue;
        const bool slices = RunWriter::needsSlices(runs[i]);
        if (slices)
            commitUpTo(i);
        RunWriter writer(*session);
        try {
            writer.write(runs[i]);
            if (slices || session->isSpent())
                commitUpTo(i + 1);
        } catch (const StoreFailure& failure) {
            session->rollback();
            if (failure.scope() != StoreFailure::Scope::Run)
                throw;
            writer.abandon(failure);
            error = error ? error : failure.error();
            failed[i] = true;
            i = begun - 1; // the runs before it in the transaction are written again
        }
    }
    session->commit();
    return error;
}

StoreWriter::StoreWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

StoreWriter::~StoreWriter() = default;

Result<std::unique_ptr<StoreWriter>> StoreWriter::open(const StoreLocation& location)
{
    return guarded([&]() -> Result<std::unique_ptr<StoreWriter>> {
        auto impl = std::make_unique<Impl>();
        impl->location = location;
        impl->open();
        return std::unique_ptr<StoreWriter>(new StoreWriter(std::move(impl)));
    });
}

Status StoreWriter::commit(const RunBatch& batch)
{
    return m_impl->run([&]() -> Status {
        if (m_impl->reopenIfLost())
            return Error{Error::Kind::Io,
                         "The index was deleted or replaced while it was in use; it has to be read anew.",
                         m_impl->database->file()};
        RollbackAtEnd atEnd(*m_impl->session);
        RunWriter writer(*m_impl->session);
        for (const RunPath& path : batch.gone) {
            writer.remove(path);
            if (m_impl->session->isSpent())
                m_impl->session->commit();
        }
        removeLogs(*m_impl->session, batch.logsGone);
        m_impl->session->commit();
        const std::optional<Error> error = m_impl->writeRuns(batch.runs);
        // After the runs: what is killed in between is looked into once more, not passed over.
        writeLogs(*m_impl->session, batch.sightings);
        m_impl->session->commit();
        collectGarbage(*m_impl->session);
        return error ? Status(*error) : Status(Done{});
    });
}

void StoreWriter::releaseMemory()
{
    if (m_impl->database)
        m_impl->database->releasePages();
}

Result<std::map<std::string, FileCursor>> StoreWriter::cursors()
{
    return m_impl->run([&]() -> Result<std::map<std::string, FileCursor>> {
        m_impl->reopenIfLost();
        std::map<std::string, FileCursor> cursors;
        Query query(*m_impl->database, "SELECT log, size, modified, inode, position, crc, changed FROM segments"
                                       " WHERE live = 1 AND log <> ''");
        while (query.step()) {
            const FileCursor cursor{query.natural(1),
                                    query.integer(2),
                                    query.natural(3),
                                    query.natural(4),
                                    static_cast<std::uint32_t>(query.natural(5)),
                                    query.integer(6)};
            m_impl->session->setSeen(cursors.insert_or_assign(query.text(0), cursor).first->first, cursor);
        }
        return cursors;
    });
}

Result<std::map<std::string, LogSighting>> StoreWriter::sightings()
{
    return m_impl->run([&]() -> Result<std::map<std::string, LogSighting>> {
        m_impl->reopenIfLost();
        return readLogs(*m_impl->database);
    });
}

Result<std::vector<StoredRun>> StoreWriter::documents(Which which)
{
    return m_impl->run([&]() -> Result<std::vector<StoredRun>> {
        m_impl->reopenIfLost();
        std::vector<StoredRun> runs;
        Query query(*m_impl->database, "SELECT entity, project, id, runs.doc, details.doc FROM runs"
                                       " JOIN details ON details.run = runs.number WHERE runs.doc IS NOT NULL"
                                       " AND CASE ?"
                                       " WHEN 0 THEN state NOT IN ('finished', 'failed', 'killed')"
                                       " WHEN 1 THEN vanished = 1 WHEN 3 THEN noted = 1 ELSE 1 END");
        query.bind(static_cast<int>(which));
        while (query.step())
            addDocuments(query, runs);
        return runs;
    });
}

Result<std::vector<StoredRun>> StoreWriter::documents(const std::set<RunPath>& paths)
{
    return m_impl->run([&]() -> Result<std::vector<StoredRun>> {
        m_impl->reopenIfLost();
        std::vector<StoredRun> runs;
        for (const RunPath& path : paths) {
            Query query(*m_impl->database, "SELECT entity, project, id, runs.doc, details.doc FROM runs"
                                           " JOIN details ON details.run = runs.number"
                                           " WHERE entity = ? AND project = ? AND id = ? AND runs.doc IS NOT NULL");
            if (query.bind(path.entity).bind(path.project).bind(path.id).step())
                addDocuments(query, runs);
        }
        return runs;
    });
}

Result<std::vector<RunPath>> StoreWriter::runs(Which which)
{
    return m_impl->run([&]() -> Result<std::vector<RunPath>> {
        m_impl->reopenIfLost();
        std::vector<RunPath> paths;
        Query query(*m_impl->database,
                    "SELECT entity, project, id FROM runs WHERE doc IS NOT NULL AND CASE ?"
                    " WHEN 0 THEN state NOT IN ('finished', 'failed', 'killed')"
                    " WHEN 1 THEN vanished = 1 WHEN 3 THEN noted = 1 ELSE 1 END ORDER BY entity, project, id");
        query.bind(static_cast<int>(which));
        while (query.step())
            paths.push_back({query.text(0), query.text(1), query.text(2)});
        return paths;
    });
}

} // namespace runglass
