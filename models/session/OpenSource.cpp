// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/OpenSource.h"

namespace runglass
{

OpenSource::OpenSource(std::unique_ptr<RunSource> source, std::unique_ptr<Index> index)
    : m_source(std::move(source))
    , m_index(std::move(index))
{
}

Result<std::shared_ptr<OpenSource>> OpenSource::open(const std::string& location, const Places& places)
{
    Result<std::unique_ptr<RunSource>> source = openRunSource(location);
    if (!source)
        return source.error();
    const std::string canonical = (*source)->location();
    Result<std::unique_ptr<Index>> index = Index::open(places.indexOf(canonical), canonical);
    if (!index)
        return index.error();
    return std::shared_ptr<OpenSource>(new OpenSource(std::move(source).value(), std::move(index).value()));
}

Result<SyncReport> OpenSource::sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress)
{
    const std::lock_guard lock(m_writing);
    Result<SyncReport> report = m_source->sync(m_index->writer(), cancel, progress);
    if (!report && m_index->moveToMemory(report.error()))
        return m_source->sync(m_index->writer(), cancel, progress);
    return report;
}

} // namespace runglass
