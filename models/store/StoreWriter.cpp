// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/StoreWriter.h"

#include "models/store/Database.h"
#include "models/store/Garbage.h"
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
        m_impl->session->commit();
        const std::optional<Error> error = m_impl->writeRuns(batch.runs);
        collectGarbage(*m_impl->session);
        return error ? Status(*error) : Status(Done{});
    });
}

Result<std::map<std::string, FileCursor>> StoreWriter::cursors()
{
    return m_impl->run([&]() -> Result<std::map<std::string, FileCursor>> {
        m_impl->reopenIfLost();
        std::map<std::string, FileCursor> cursors;
        Query query(*m_impl->database, "SELECT log, size, modified, inode, position, crc FROM segments"
                                       " WHERE live = 1 AND log <> ''");
        while (query.step()) {
            const FileCursor cursor{query.natural(1), query.integer(2), query.natural(3), query.natural(4),
                                    static_cast<std::uint32_t>(query.natural(5))};
            m_impl->session->setSeen(cursors.insert_or_assign(query.text(0), cursor).first->first, cursor);
        }
        return cursors;
    });
}

Result<std::vector<RunPath>> StoreWriter::runs()
{
    return m_impl->run([&]() -> Result<std::vector<RunPath>> {
        m_impl->reopenIfLost();
        std::vector<RunPath> paths;
        Query query(*m_impl->database, "SELECT entity, project, id FROM runs WHERE doc IS NOT NULL"
                                       " ORDER BY entity, project, id");
        while (query.step())
            paths.push_back({query.text(0), query.text(1), query.text(2)});
        return paths;
    });
}

} // namespace runglass
