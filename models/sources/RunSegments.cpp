// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunSegments.h"

#include "models/formats/Crc32.h"
#include "models/formats/WandbLogReader.h"
#include "models/formats/WandbRecords.h"
#include "models/sources/WandbRunBuilder.h"

#include <algorithm>
#include <map>

namespace runglass
{

namespace
{

constexpr std::size_t kHeadBytes = 32768;

/// The run record's first few fields, through the builder that reads them for good: both must agree.
/// @return false: the bytes at hand hold none
Result<bool> lookForRun(ByteSource& source, const CancelToken& cancel, LogIdentity& identity)
{
    LogProblems ignored(source.path());
    WandbRunBuilder builder(ignored);
    WandbLogReader reader(source);
    WandbRecordDecoder decoder;
    for (int records = 0;; ++records) {
        constexpr int kBetweenAsking = 1024;
        if (records % kBetweenAsking == 0 && cancel.isCanceled())
            return Error{Error::Kind::Canceled, "reading was canceled", source.path()};
        const std::uint64_t before = reader.offset();
        const Result<std::string_view> record = reader.next();
        if (!record && (record.error().kind != Error::Kind::Corruption || reader.offset() == before))
            return false;
        if (!record || !decoder.decode(*record, builder) || !builder.isDescribed())
            continue;
        identity.path = builder.path();
        identity.startedAt = builder.startedAt();
        identity.isDescribed = true;
        return true;
    }
}

Result<std::string> head(const FileSystem& files, const std::string& path, std::size_t length)
{
    Result<std::unique_ptr<ByteSource>> source = files.openFile(path);
    if (!source)
        return source.error();
    std::string bytes(length, '\0');
    const Result<std::size_t> count = (*source)->readAt(0, bytes);
    if (!count)
        return count.error();
    bytes.resize(*count);
    return bytes;
}

/// Of heads of one length the checksums tell; only where one log is shorter than a head the disk is asked.
bool hasSameBeginning(const FileSystem& files, const IdentifiedFolder& a, const IdentifiedFolder& b)
{
    if (a.identity.headBytes == b.identity.headBytes)
        return a.identity.headCrc == b.identity.headCrc;
    const std::size_t length = std::min(a.identity.headBytes, b.identity.headBytes);
    const Result<std::string> first = head(files, a.folder.log, length);
    const Result<std::string> second = head(files, b.folder.log, length);
    return first && second && *first == *second;
}

bool isCopy(const FileSystem& files, const IdentifiedFolder& known, const IdentifiedFolder& other)
{
    if (known.identity.startedAt != other.identity.startedAt)
        return false;
    if (!known.identity.startedAt && known.folder.startedAtLocal != other.folder.startedAtLocal)
        return false;
    return hasSameBeginning(files, known, other);
}

bool startsBefore(const SegmentFolder& a, const SegmentFolder& b)
{
    // A log without a run record has just been begun, or died young: after those that say when they began.
    if (a.startedAt.has_value() != b.startedAt.has_value())
        return a.startedAt.has_value();
    if (a.startedAt != b.startedAt)
        return a.startedAt < b.startedAt;
    if (a.folder.startedAtLocal != b.folder.startedAtLocal)
        return a.folder.startedAtLocal < b.folder.startedAtLocal;
    return a.folder.log < b.folder.log;
}

std::vector<SegmentFolder> segmentsOf(const FileSystem& files, std::vector<IdentifiedFolder> folders)
{
    std::sort(folders.begin(), folders.end(), [](const IdentifiedFolder& a, const IdentifiedFolder& b) {
        if (a.folder.status.sizeBytes != b.folder.status.sizeBytes)
            return a.folder.status.sizeBytes > b.folder.status.sizeBytes;
        return a.folder.log < b.folder.log;
    });
    std::vector<SegmentFolder> segments;
    std::vector<const IdentifiedFolder*> originals; // of segments
    for (const IdentifiedFolder& folder : folders) {
        const auto original = std::find_if(originals.begin(), originals.end(), [&](const IdentifiedFolder* known) {
            return isCopy(files, *known, folder);
        });
        if (original != originals.end()) {
            segments[static_cast<std::size_t>(original - originals.begin())].copies.push_back(folder.folder.folder);
            continue;
        }
        originals.push_back(&folder);
        segments.push_back({folder.folder, folder.identity.startedAt, {}});
    }
    std::sort(segments.begin(), segments.end(), startsBefore);
    return segments;
}

using Runs = std::map<RunPath, std::vector<IdentifiedFolder>>;

/// Where a log without a run record belongs: the one described run of its ID beside it.
std::map<std::pair<std::string, std::string>, std::vector<RunPath>> describedByPlace(const Runs& runs)
{
    std::map<std::pair<std::string, std::string>, std::vector<RunPath>> places;
    for (const auto& [path, folders] : runs) {
        for (const IdentifiedFolder& folder : folders) {
            std::vector<RunPath>& there = places[{parentPath(folder.folder.folder), path.id}];
            if (there.empty() || there.back() != path)
                there.push_back(path);
        }
    }
    return places;
}

} // namespace

Result<LogIdentity> identify(const FileSystem& files, const RunFolder& folder, const CancelToken& cancel)
{
    LogIdentity identity{{{}, {}, folder.id}, std::nullopt, false};
    Result<std::string> bytes = head(files, folder.log, kHeadBytes);
    if (!bytes)
        return identity;
    identity.headBytes = static_cast<std::uint32_t>(bytes->size());
    identity.headCrc = crc32Of(*bytes);
    const bool isWhole = bytes->size() < kHeadBytes;
    const std::unique_ptr<ByteSource> first = memorySource(std::move(bytes).value(), folder.log);
    const Result<bool> found = lookForRun(*first, cancel, identity);
    if (!found)
        return found.error();
    if (*found || isWhole)
        return identity;
    Result<std::unique_ptr<ByteSource>> whole = files.openFile(folder.log);
    if (!whole)
        return identity;
    if (const Result<bool> again = lookForRun(**whole, cancel, identity); !again)
        return again.error();
    return identity;
}

std::vector<RunSegments> groupRuns(const FileSystem& files, std::vector<IdentifiedFolder> folders)
{
    Runs runs;
    std::vector<IdentifiedFolder> undescribed;
    std::vector<RunPath> order; // newest first, as the folders come
    for (IdentifiedFolder& folder : folders) {
        const auto [run, isNew] = runs.try_emplace(folder.identity.path);
        if (isNew)
            order.push_back(run->first);
        if (folder.identity.isDescribed)
            run->second.push_back(std::move(folder));
        else
            undescribed.push_back(std::move(folder));
    }
    const auto places = describedByPlace(runs);
    for (IdentifiedFolder& folder : undescribed) {
        const auto place = places.find({parentPath(folder.folder.folder), folder.identity.path.id});
        const bool joins = place != places.end() && place->second.size() == 1;
        runs[joins ? place->second.front() : folder.identity.path].push_back(std::move(folder));
    }
    std::vector<RunSegments> groups;
    groups.reserve(order.size());
    for (const RunPath& path : order)
        if (std::vector<IdentifiedFolder>& members = runs[path]; !members.empty())
            groups.push_back({path, segmentsOf(files, std::move(members))});
    return groups;
}

} // namespace runglass
