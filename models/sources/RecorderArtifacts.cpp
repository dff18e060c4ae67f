// SPDX-License-Identifier: GPL-3.0-or-later
// Of commands on recorded runs: the artifacts that go with them.
#include "models/sources/ArtifactContents.h"
#include "models/sources/RecorderCommands.h"

#include <algorithm>
#include <unistd.h>

namespace runglass
{

namespace
{

using State = RecordedArtifact::State;

/// So many files are removed while the recorder waits.
constexpr std::size_t kSliceFiles = 256;

} // namespace

/// Where the recorder keeps its files; empty where they are not the store's own.
std::string RecorderCommands::filesDirectory()
{
    const std::string beside = m_file + "-files";
    if (::access((beside + "/artifacts").c_str(), F_OK) == 0)
        return beside;
    const Result<std::string> noted = withStore([](RecordedCommands& commands) { return commands.filesDirectory(); });
    return noted && isOwnFolder(joinPath(*noted, "artifacts")) ? *noted : std::string();
}

Result<ArtifactPlan> RecorderCommands::planArtifacts(const std::vector<RunPath>& runs, const CancelToken& cancel)
{
    const Result<MadeArtifacts> made = withStore([&](RecordedCommands& commands) { return commands.madeBy(runs); });
    if (!made)
        return made.error();
    ArtifactPlan plan{made->gone.size(), 0, made->used, made->linked};
    const std::string directory = made->gone.empty() ? std::string() : filesDirectory();
    if (directory.empty())
        return plan;
    const Result<std::vector<std::int64_t>> all =
        withStore([](RecordedCommands& commands) { return commands.artifacts(State::Committed); });
    if (!all)
        return all.error();
    const Result<std::set<std::string>> blobs = ArtifactContents(directory).onlyOf(made->gone, *all, cancel);
    if (!blobs)
        return blobs.error();
    for (const std::string& blob : *blobs)
        plan.bytes += ArtifactContents::sizeOf(blob);
    return plan;
}

/// The contents of versions that are removed, unless others need them. What cannot be removed now is with the next
/// "Empty trash".
/// @return bytes that were freed
Result<std::uint64_t> RecorderCommands::removeContents()
{
    const std::string directory = filesDirectory();
    if (directory.empty())
        return std::uint64_t{0};
    const ArtifactContents contents(directory);
    Result<std::vector<std::int64_t>> removed =
        withStore([](RecordedCommands& commands) { return commands.artifacts(State::Deleted); });
    const Result<std::vector<std::int64_t>> all =
        withStore([](RecordedCommands& commands) { return commands.artifacts(State::Committed); });
    if (!removed || !all)
        return removed ? all.error() : removed.error();
    std::erase_if(*removed, [&contents](std::int64_t artifact) { return !contents.hasManifest(artifact); });
    if (removed->empty())
        return std::uint64_t{0};
    const Result<std::set<std::string>> found = contents.onlyOf(*removed, *all, CancelToken());
    if (!found)
        return found.error();
    const std::vector<std::string> blobs(found->begin(), found->end());
    std::uint64_t bytes = 0;
    for (std::size_t at = 0; at < blobs.size(); at += kSliceFiles) {
        const Result<bool> done = withStore([&](RecordedCommands& commands) {
            return commands.whileStill(*all, m_clock.now(), [&] {
                for (std::size_t i = at; i < std::min(at + kSliceFiles, blobs.size()); ++i) {
                    const std::uint64_t size = ArtifactContents::sizeOf(blobs[i]);
                    bytes += ::unlink(blobs[i].c_str()) == 0 ? size : 0;
                }
            });
        });
        if (!done)
            return done.error();
        if (!*done)
            return bytes;
    }
    // Last, since they name what is to be removed; and one on its way may add to another's.
    const Result<bool> done = withStore([&](RecordedCommands& commands) {
        return commands.whileStill(*all, m_clock.now(), [&] {
            for (const std::int64_t artifact : *removed)
                contents.removeManifest(artifact);
        });
    });
    return done ? Result<std::uint64_t>(bytes) : done.error();
}

} // namespace runglass
