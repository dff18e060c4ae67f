// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderStore.h"

#include "models/run/StateMark.h"
#include "models/run/UtcTime.h"
#include "models/store/Database.h"
#include "models/store/Documents.h"
#include "models/store/Garbage.h"
#include "models/store/Query.h"
#include "models/store/RecordedLines.h"
#include "models/store/RecordedSweeps.h"
#include "models/store/RecorderSchema.h"
#include "models/store/RunWriter.h"
#include "models/store/WriteSession.h"

#include <algorithm>
#include <fstream>

namespace runglass
{

namespace
{

RecordedRun runOf(const Query& query)
{
    RecordedRun run;
    run.number = query.integer(0);
    run.path = {query.text(1), query.text(2), query.text(3)};
    run.isDeleted = query.integer(4) != 0;
    run.isPurged = query.integer(4) > 1;
    run.isDerived = query.integer(5) != 0;
    run.isOpen = query.integer(6) != 0;
    run.lines = {query.natural(7), query.natural(8), query.natural(9)};
    run.doc = query.text(10);
    run.config = query.text(11);
    run.summary = query.text(12);
    return run;
}

/// Its own mark may still be in the write-ahead log, so only SQLite's is looked for.
bool isDatabase(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 16> mark = {};
    return stream.read(mark.data(), mark.size()) && std::string_view(mark.data()) == "SQLite format 3";
}

bool restarts(const RunUpdate& update)
{
    return std::any_of(update.segments.begin(), update.segments.end(),
                       [](const SegmentUpdate& segment) { return segment.restart; });
}

} // namespace

struct RecorderStore::Impl {
    explicit Impl(std::unique_ptr<Database> opened)
        : database(std::move(opened))
    {
        session.emplace(*database);
        artifacts.emplace(*database, *session);
        commands.emplace(*database, *session);
    }

    std::unique_ptr<Database> database;
    std::optional<WriteSession> session;
    std::optional<Error> trouble;
    std::optional<RecordedArtifacts> artifacts;
    std::optional<RecordedCommands> commands;

    template <typename Work> auto noted(Work&& work) -> decltype(work());
    template <typename Work> auto run(Work&& work) -> decltype(work());
    void writeSent(RecordedRun& run, const std::vector<LineEdit>& edits);
    void writeRow(RecordedRun& run) const;
    bool writeDerived(const RecordedRun& run, const RunUpdate& update);
    std::optional<RecordedRun> withNotes(Query& query) const;
    std::int64_t deletionOf(std::int64_t number) const;
    void settle(const RecordedRun& run, const RunUpdate& update);
    void markDerived(const RecordedRun& run, bool isDerived);
};

/// Notes whether anything could be written.
template <typename Work> auto RecorderStore::Impl::noted(Work&& work) -> decltype(work())
{
    const std::uint64_t before = session->commits();
    auto result = guarded(work);
    if (!result && result.error().kind == Error::Kind::Io)
        trouble = result.error();
    else if (session->commits() != before)
        trouble.reset();
    return result;
}

/// Whatever way a call ends, its transaction ends with it.
template <typename Work> auto RecorderStore::Impl::run(Work&& work) -> decltype(work())
{
    auto result = noted(work);
    if (session->isOpen())
        session->rollback();
    return result;
}

void RecorderStore::Impl::writeRow(RecordedRun& run) const
{
    if (run.number == 0) {
        Query(*database, "INSERT INTO recorded_runs(entity, project, id, doc, config, summary)"
                         " VALUES(?, ?, ?, '', '', '')")
            .bind(run.path.entity)
            .bind(run.path.project)
            .bind(run.path.id)
            .run();
        run.number = database->lastInsertRowid();
    }
    Query(*database, "UPDATE recorded_runs SET derived = ?, open = ?, history = ?, events = ?, output = ?,"
                     " doc = ?, config = ?, summary = ? WHERE number = ?")
        .bind(run.isDerived)
        .bind(run.isOpen)
        .bind(run.lines[0])
        .bind(run.lines[1])
        .bind(run.lines[2])
        .bind(run.doc)
        .bind(run.config)
        .bind(run.summary)
        .bind(run.number)
        .run();
    for (const auto& [field, value] : run.supersedes) {
        const auto edit = std::find_if(run.edits.begin(), run.edits.end(),
                                       [&field = field](const RecordedEdit& known) { return known.field == field; });
        if (edit != run.edits.end())
            writeEdit(*database, run.number, field, value, edit->user, edit->when);
    }
    if (run.isStopOver)
        writeStop(*database, run.number, std::nullopt);
}

/// The run of the query's row, with what users have said of it.
std::optional<RecordedRun> RecorderStore::Impl::withNotes(Query& query) const
{
    if (!query.step())
        return std::nullopt;
    RecordedRun run = runOf(query);
    run.edits = editsOf(*database, run.number);
    run.stop = stopOf(*database, run.number);
    return run;
}

/// 0: it is there.
std::int64_t RecorderStore::Impl::deletionOf(std::int64_t number) const
{
    Query query(*database, "SELECT deleted FROM recorded_runs WHERE number = ?");
    return query.bind(number).step() ? query.integer(0) : 0;
}

/// What readers see of the run is what was derived with what users have said meanwhile.
void RecorderStore::Impl::settle(const RecordedRun& run, const RunUpdate& update)
{
    const std::vector<RecordedEdit> edits = editsOf(*database, run.number);
    const bool isGone = deletionOf(run.number) != 0;
    if (edits.empty() && !isGone)
        return;
    Run shown = update.run;
    applyEdits(shown, edits);
    const std::string doc = encodeRun(shown);
    Query(*database, "UPDATE runs SET noted = ?, doc = ? WHERE entity = ? AND project = ? AND id = ?")
        .bind(isNoted(shown))
        .bindBlob(doc)
        .bind(run.path.entity)
        .bind(run.path.project)
        .bind(run.path.id)
        .run();
    if (!isGone)
        return;
    Query(*database, "UPDATE recorded_trash SET doc = ? WHERE run = ?").bindBlob(doc).bind(run.number).run();
    RunWriter(*session).hide(run.path);
}

void RecorderStore::Impl::writeSent(RecordedRun& run, const std::vector<LineEdit>& edits)
{
    if (run.number == 0)
        writeRow(run);
    for (const LineEdit& edit : edits)
        run.lines[static_cast<std::size_t>(edit.file)] = writeLines(*session, run, edit);
    writeRow(run);
}

void RecorderStore::Impl::markDerived(const RecordedRun& run, bool isDerived)
{
    session->open();
    Query(*database, "UPDATE recorded_runs SET derived = ? WHERE number = ?").bind(isDerived).bind(run.number).run();
}

/// False: it could not be written, and the transaction is rolled back.
bool RecorderStore::Impl::writeDerived(const RecordedRun& run, const RunUpdate& update)
{
    RunWriter writer(*session);
    try {
        writer.write(update);
        settle(run, update);
        return true;
    } catch (const StoreFailure& failure) {
        session->rollback();
        if (failure.scope() != StoreFailure::Scope::Run)
            throw;
        writer.abandon(failure);
        return false;
    }
}

RecorderStore::RecorderStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

RecorderStore::~RecorderStore() = default;

Result<std::unique_ptr<RecorderStore>> RecorderStore::open(const StoreLocation& location)
{
    return guarded([&]() -> Result<std::unique_ptr<RecorderStore>> {
        return std::unique_ptr<RecorderStore>(
            new RecorderStore(std::make_unique<Impl>(Database::open(location, Database::Access::Record))));
    });
}

Result<std::unique_ptr<RecorderStore>> RecorderStore::openBeside(const StoreLocation& location)
{
    return guarded([&]() -> Result<std::unique_ptr<RecorderStore>> {
        return std::unique_ptr<RecorderStore>(
            new RecorderStore(std::make_unique<Impl>(Database::open(location, Database::Access::RecordBeside))));
    });
}

bool RecorderStore::isReplaced() const
{
    return m_impl->database->isReplaced();
}

Result<bool> RecorderStore::isAt(const std::string& file)
{
    const Result<bool> found = guarded([&]() -> Result<bool> {
        return isDatabase(file) && hasRecorderSchema(*Database::open({file, {}}, Database::Access::Read));
    });
    if (!found && found.error().kind == Error::Kind::Unsupported)
        return Error{
            Error::Kind::Refused,
            "It was written by another version of Runglass. If it is the store of a recorder, `runglass serve` "
            "keeps a copy of it and brings it up to date.",
            file};
    const bool isForeign = !found && found.error().kind == Error::Kind::Refused;
    return isForeign ? Result<bool>(false) : found;
}

void RecorderStore::beginGroup()
{
    m_impl->session->beginGroup();
}

Status RecorderStore::endGroup()
{
    return m_impl->noted([&]() -> Status {
        m_impl->session->endGroup();
        return Done{};
    });
}

const std::optional<Error>& RecorderStore::trouble() const
{
    return m_impl->trouble;
}

Status RecorderStore::probe()
{
    // More than what may happen to be free behind the last page.
    constexpr std::size_t kBytes = std::size_t{256} << 10;
    const Status written = setSetting("probe", std::string(kBytes, 'x'));
    return written ? setSetting("probe", {}) : written;
}

Result<std::optional<RecordedRun>> RecorderStore::find(const RunPath& path)
{
    return m_impl->run([&]() -> Result<std::optional<RecordedRun>> {
        Query query(*m_impl->database,
                    "SELECT number, entity, project, id, deleted, derived, open, history, events, output, doc, config,"
                    " summary FROM recorded_runs WHERE entity = ? AND project = ? AND id = ?");
        return m_impl->withNotes(query.bind(path.entity).bind(path.project).bind(path.id));
    });
}

Result<std::optional<RecordedRun>> RecorderStore::find(std::int64_t number)
{
    return m_impl->run([&]() -> Result<std::optional<RecordedRun>> {
        Query query(*m_impl->database,
                    "SELECT number, entity, project, id, deleted, derived, open, history, events, output, doc, config,"
                    " summary FROM recorded_runs WHERE number = ?");
        return m_impl->withNotes(query.bind(number));
    });
}

Result<std::uint64_t> RecorderStore::runCount(const std::string& entity, const std::string& project)
{
    return m_impl->run([&]() -> Result<std::uint64_t> {
        Query query(*m_impl->database, "SELECT count(*) FROM recorded_runs WHERE entity = ? AND project = ?");
        return query.bind(entity).bind(project).step() ? query.natural(0) : 0;
    });
}

Result<std::vector<std::int64_t>> RecorderStore::newest(const std::string& entity, const std::string& project,
                                                        std::uint64_t count)
{
    return m_impl->run([&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> numbers;
        Query query(*m_impl->database, "SELECT number FROM recorded_runs WHERE entity = ? AND project = ?"
                                       " AND deleted = 0 ORDER BY number DESC LIMIT ?");
        query.bind(entity).bind(project).bind(count);
        while (query.step())
            numbers.push_back(query.integer(0));
        return numbers;
    });
}

Result<std::vector<std::int64_t>> RecorderStore::numbers(Which which)
{
    return m_impl->run([&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> numbers;
        Query query(*m_impl->database,
                    which == Which::Open
                        ? "SELECT number FROM recorded_runs WHERE open = 1 AND deleted = 0 ORDER BY number"
                        : "SELECT number FROM recorded_runs WHERE derived = 0 AND deleted = 0 ORDER BY number");
        while (query.step())
            numbers.push_back(query.integer(0));
        return numbers;
    });
}

Result<std::vector<std::string>> RecorderStore::lines(const RecordedRun& run, RecordedFile file, std::uint64_t first,
                                                      std::uint64_t count)
{
    return m_impl->run(
        [&]() -> Result<std::vector<std::string>> { return readLines(*m_impl->database, run, file, first, count); });
}

Status RecorderStore::commit(RecordedRun& run, const std::vector<LineEdit>& edits, const RunUpdate* update,
                             Derived derived)
{
    return m_impl->run([&]() -> Status {
        const bool isWhole = update && derived == Derived::Whole;
        const bool slices = update && RunWriter::needsSlices(*update);
        RecordedRun written = run;
        m_impl->session->open();
        if (const std::int64_t deletion = m_impl->deletionOf(run.number); deletion != 0) {
            const bool isKnown = std::exchange(run.isDeleted, true);
            if (!isKnown || deletion > 1)
                return Done{};
            written.isDerived = false;
            m_impl->writeRow(written);
            m_impl->session->commit();
            return Done{};
        }
        written.isDeleted = written.isPurged = false;
        written.isDerived = update ? isWhole && !slices : run.isDerived && edits.empty();
        m_impl->writeSent(written, edits);
        if (slices)
            m_impl->session->commit();
        if (update && m_impl->writeDerived(written, *update)) {
            written.isDerived = isWhole;
            m_impl->markDerived(written, isWhole);
        } else if (update) {
            // The transaction is gone, with what was sent unless that had one of its own.
            if (!slices)
                written = run;
            written.isDerived = false;
            m_impl->session->open();
            m_impl->writeSent(written, slices ? std::vector<LineEdit>() : edits);
        }
        m_impl->session->commit();
        for (const auto& [field, value] : std::exchange(written.supersedes, {})) {
            std::erase_if(written.edits, [&field = field, &value = value](RecordedEdit& edit) {
                if (edit.field == field && value)
                    edit.value = *value;
                return edit.field == field && !value;
            });
        }
        written.isStopOver = false;
        run = std::move(written);
        if (update && restarts(*update))
            collectGarbage(*m_impl->session);
        return Done{};
    });
}

Status RecorderStore::markAbandoned(std::optional<TimeNs> since)
{
    return m_impl->run([&]() -> Status {
        std::vector<std::pair<std::int64_t, Run>> open;
        {
            Query query(*m_impl->database,
                        "SELECT runs.number, runs.doc FROM recorded_runs JOIN runs USING(entity, project, id)"
                        " WHERE open = 1 AND deleted = 0 AND state = 'running' AND runs.doc IS NOT NULL");
            while (query.step()) {
                Result<Run> run = decodeRun(query.blob(1));
                if (run)
                    open.emplace_back(query.integer(0), std::move(run).value());
            }
        }
        TimeNs last = since.value_or(0);
        for (const auto& [number, run] : open)
            last = since ? last : std::max(last, run.lastSign.value_or(0));
        m_impl->session->open();
        for (auto& [number, run] : open) {
            setOwnState(run, RunState::Unknown, "recorder off since " + utcText(last));
            const std::string doc = encodeRun(run), state(toName(RunState::Unknown));
            Query(*m_impl->database, "UPDATE runs SET seq = ?, state = ?, doc = ? WHERE number = ?")
                .bind(m_impl->session->nextSequence())
                .bind(state)
                .bindBlob(doc)
                .bind(number)
                .run();
        }
        m_impl->session->commit();
        return Done{};
    });
}

Result<RecordedProject> RecorderStore::project(const std::string& entity, const std::string& name, TimeNs now)
{
    return m_impl->run([&]() -> Result<RecordedProject> {
        {
            Query query(*m_impl->database,
                        "SELECT number, created FROM recorded_projects WHERE entity = ? AND name = ?");
            if (query.bind(entity).bind(name).step())
                return RecordedProject{query.integer(0), query.integer(1)};
        }
        m_impl->session->open();
        Query(*m_impl->database, "INSERT INTO recorded_projects(entity, name, created) VALUES(?, ?, ?)")
            .bind(entity)
            .bind(name)
            .bind(now)
            .run();
        const std::int64_t number = m_impl->database->lastInsertRowid();
        m_impl->session->commit();
        return RecordedProject{number, now};
    });
}

Result<std::vector<std::string>> RecorderStore::projects(const std::string& entity)
{
    return m_impl->run([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> names;
        Query query(*m_impl->database, "SELECT name FROM recorded_projects WHERE entity = ? ORDER BY name");
        query.bind(entity);
        while (query.step())
            names.push_back(query.text(0));
        return names;
    });
}

Result<bool> RecorderStore::hasProject(const std::string& entity, const std::string& name)
{
    return m_impl->run([&]() -> Result<bool> {
        Query query(*m_impl->database, "SELECT number FROM recorded_projects WHERE entity = ? AND name = ?");
        return query.bind(entity).bind(name).step();
    });
}

Result<std::optional<RecordedSweep>> RecorderStore::sweep(const RunPath& path)
{
    return m_impl->run([&]() -> Result<std::optional<RecordedSweep>> { return findSweep(*m_impl->database, path); });
}

Result<std::optional<RecordedSweep>> RecorderStore::sweep(std::int64_t number)
{
    return m_impl->run([&]() -> Result<std::optional<RecordedSweep>> { return findSweep(*m_impl->database, number); });
}

Result<std::vector<RecordedSweep>> RecorderStore::sweeps(const std::string& entity, const std::string& project)
{
    return m_impl->run(
        [&]() -> Result<std::vector<RecordedSweep>> { return sweepsOf(*m_impl->database, entity, project); });
}

Status RecorderStore::saveSweep(RecordedSweep& sweep)
{
    return m_impl->run([&]() -> Status {
        RecordedSweep written = sweep;
        m_impl->session->open();
        writeSweep(*m_impl->database, written);
        m_impl->session->commit();
        sweep = std::move(written);
        return Done{};
    });
}

RecordedArtifacts& RecorderStore::artifacts()
{
    return *m_impl->artifacts;
}

RecordedCommands& RecorderStore::commands()
{
    return *m_impl->commands;
}

Result<std::string> RecorderStore::setting(const std::string& key)
{
    return m_impl->run([&]() -> Result<std::string> {
        Query query(*m_impl->database, "SELECT value FROM recorder WHERE key = ?");
        return query.bind(key).step() ? query.text(0) : std::string();
    });
}

Status RecorderStore::setSetting(const std::string& key, const std::string& value)
{
    return m_impl->run([&]() -> Status {
        m_impl->session->open();
        Query(*m_impl->database, "INSERT OR REPLACE INTO recorder(key, value) VALUES(?, ?)")
            .bind(key)
            .bind(value)
            .run();
        m_impl->session->commit();
        return Done{};
    });
}

} // namespace runglass
