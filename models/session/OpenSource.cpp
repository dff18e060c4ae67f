// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/OpenSource.h"

namespace runglass
{

OpenSource::OpenSource(std::unique_ptr<RunSource> source, StoreLocation store, std::unique_ptr<StoreWriter> writer)
    : m_source(std::move(source))
    , m_store(std::move(store))
    , m_writer(std::move(writer))
{
}

Result<std::shared_ptr<OpenSource>> OpenSource::open(const std::string& location, const Places& places)
{
    Result<std::unique_ptr<RunSource>> source = openRunSource(location);
    if (!source)
        return source.error();
    StoreLocation store = places.indexOf((*source)->location());
    Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(store);
    if (!writer)
        return writer.error();
    return std::shared_ptr<OpenSource>(
        new OpenSource(std::move(source).value(), std::move(store), std::move(writer).value()));
}

Result<SyncReport> OpenSource::sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress)
{
    const std::lock_guard lock(m_writing);
    return m_source->sync(*m_writer, cancel, progress);
}

Result<std::unique_ptr<StoreReader>> OpenSource::reader() const
{
    return StoreReader::open(m_store);
}

} // namespace runglass
