// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/Result.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// The contents of artifacts beside a recorder's store: a manifest each, and blobs, which they may share.
/// @source what models/recorder keeps: artifacts/manifests/N.json, artifacts/blobs/SU/SUM
/// @thread any
class ArtifactContents
{
public:
    /// @param directory  of the recorder's files
    explicit ArtifactContents(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    bool hasManifest(std::int64_t artifact) const;
    /// Blobs that some artifacts need and none of others does, by their paths.
    /// @errors Canceled · Corruption: what an artifact needs cannot be said
    Result<std::set<std::string>> onlyOf(const std::vector<std::int64_t>& artifacts,
                                         const std::vector<std::int64_t>& others, const CancelToken& cancel) const;
    void removeManifest(std::int64_t artifact) const;

    /// On the disk; 0 where there is none.
    static std::uint64_t sizeOf(const std::string& blob);

private:
    std::string manifestPath(std::int64_t artifact) const;
    Result<std::set<std::string>> blobsOf(std::int64_t artifact) const;

    std::string m_directory;
};

} // namespace runglass
