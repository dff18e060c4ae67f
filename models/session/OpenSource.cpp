// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/OpenSource.h"

#include <filesystem>

namespace runglass
{

namespace
{

bool isThere(const StoreLocation& index)
{
    std::error_code error;
    return !index.file.empty() && std::filesystem::exists(index.file, error);
}

} // namespace

OpenSource::OpenSource(std::unique_ptr<RunSource> source, std::unique_ptr<Index> index)
    : m_source(std::move(source))
    , m_index(std::move(index))
{
}

Result<std::shared_ptr<OpenSource>> OpenSource::open(const std::string& location, const Places& places)
{
    Result<std::unique_ptr<RunSource>> source = openRunSource(location, places.dataDirectory);
    if (!source && source.error().kind == Error::Kind::NotFound) {
        // Links in what is left of it lead where they led before.
        std::error_code failed;
        const std::filesystem::path absolute = std::filesystem::weakly_canonical(location, failed);
        Result<std::unique_ptr<RunSource>> missing = openMissingRunSource(failed ? location : absolute.string());
        if (missing && isThere(places.indexOf((*missing)->location())))
            source = std::move(missing);
    }
    if (!source)
        return source.error();
    const std::string canonical = (*source)->location();
    if (const std::optional<StoreLocation> store = (*source)->ownStore())
        return std::shared_ptr<OpenSource>(new OpenSource(std::move(source).value(), Index::ofStore(*store)));
    Result<std::unique_ptr<Index>> index = Index::open(places.indexOf(canonical), canonical);
    if (!index)
        return index.error();
    return std::shared_ptr<OpenSource>(new OpenSource(std::move(source).value(), std::move(index).value()));
}

Result<SyncReport> OpenSource::sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress)
{
    const std::lock_guard lock(m_writing);
    if (m_source->ownStore())
        return m_source->lookAfterStore();
    Result<SyncReport> report = m_source->sync(m_index->writer(), cancel, progress);
    if (!report && m_index->moveToMemory(report.error()))
        report = m_source->sync(m_index->writer(), cancel, progress);
    m_index->writer().releaseMemory();
    return report;
}

Result<SyncReport> OpenSource::follow(const CancelToken& cancel,
                                      const std::function<void(const SyncProgress&)>& progress)
{
    const std::lock_guard lock(m_writing);
    if (m_source->ownStore())
        return m_source->lookAfterStore();
    Result<SyncReport> report = m_source->follow(m_index->writer(), cancel, progress);
    if (!report && m_index->moveToMemory(report.error()))
        return m_source->sync(m_index->writer(), cancel, progress);
    return report;
}

Status OpenSource::forgetVanished()
{
    const std::lock_guard lock(m_writing);
    if (m_source->ownStore())
        return Done{};
    const Result<std::vector<StoredRun>> vanished = m_index->writer().documents(StoreWriter::Which::Vanished);
    if (!vanished)
        return vanished.error();
    RunBatch batch;
    for (const StoredRun& run : *vanished)
        batch.gone.push_back(run.run.path);
    return batch.gone.empty() ? Status(Done{}) : m_index->writer().commit(batch);
}

Result<StoredRun> OpenSource::stored(const RunPath& run, StoreReader& reader)
{
    Result<Run> document = reader.run(run);
    if (!document)
        return document.error();
    Result<RunDetail> detail = reader.detail(run);
    if (!detail)
        return detail.error();
    return StoredRun{std::move(document).value(), std::move(detail).value()};
}

Result<CommandEffect> OpenSource::perform(const RunCommand& command, StoreReader& reader) const
{
    // What lies in the trash is not in the index.
    using Kind = RunCommand::Kind;
    if (command.kind == Kind::Restore || command.kind == Kind::Purge)
        return m_source->perform(command, {});
    const Result<StoredRun> run = stored(command.run, reader);
    return run ? m_source->perform(command, *run) : run.error();
}

Result<std::vector<ConsoleFragment>> OpenSource::console(StoreReader& reader, const RunPath& run,
                                                         const Segment& segment) const
{
    Result<std::vector<ConsoleFragment>> console = reader.console(run, segment.ordinal);
    if (console)
        m_source->completeConsole(segment, *console);
    return console;
}

} // namespace runglass
