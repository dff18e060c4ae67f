// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/LogMemory.h"

#include "models/sources/SegmentTail.h"

namespace runglass
{

namespace
{

LogIdentity identityOf(const LogSighting& sighting)
{
    return {sighting.path, sighting.startedAt, sighting.isDescribed, sighting.headBytes, sighting.headCrc};
}

LogSighting sightingOf(const RunFolder& folder, const LogIdentity& identity)
{
    return {folder.log,          folder.status.sizeBytes, folder.status.modifiedNs, folder.status.changedNs,
            folder.status.inode, identity.path,           identity.startedAt,       identity.isDescribed,
            identity.headBytes,  identity.headCrc};
}

} // namespace

LogMemory::LogMemory(const FileSystem& files, std::map<std::string, LogSighting> known)
    : m_files(files)
    , m_known(std::move(known))
{
}

Result<std::vector<IdentifiedFolder>> LogMemory::identifyAll(std::vector<RunFolder> folders, const CancelToken& cancel)
{
    std::vector<IdentifiedFolder> identified;
    identified.reserve(folders.size());
    for (RunFolder& folder : folders) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "reading was canceled", folder.log};
        m_seen.insert(folder.log);
        const auto known = m_known.find(folder.log);
        if (known != m_known.end() && isUnchanged(known->second, folder.status)) {
            identified.push_back({std::move(folder), identityOf(known->second)});
            continue;
        }
        Result<LogIdentity> identity = identify(m_files, folder, cancel);
        if (!identity)
            return identity.error();
        m_news.push_back(sightingOf(folder, *identity));
        identified.push_back({std::move(folder), std::move(identity).value()});
    }
    return identified;
}

std::vector<const LogSighting*> LogMemory::missing() const
{
    std::vector<const LogSighting*> missing;
    for (const auto& [log, sighting] : m_known)
        if (!m_seen.contains(log))
            missing.push_back(&sighting);
    return missing;
}

} // namespace runglass
