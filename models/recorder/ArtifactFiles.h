// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/ArtifactManifest.h"

#include <map>
#include <memory>
#include <string>

namespace runglass
{

/// What artifacts are made of, on the disk: blobs by their sums, which many artifacts may share, and a manifest each.
class ArtifactFiles
{
public:
    /// @param directory  of all files
    explicit ArtifactFiles(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    /// Of a committed artifact.
    /// @errors NotFound · Corruption
    Result<std::shared_ptr<const ArtifactManifest>> manifest(std::int64_t artifact);
    /// Keeps the manifest that was sent as the artifact's own; all files that it names must be there.
    /// @param base  artifact whose files belong to it as well; 0: none
    /// @errors InvalidArgument: a file is missing, or the manifest · Io
    Result<std::shared_ptr<const ArtifactManifest>> complete(std::int64_t artifact, std::int64_t base);
    bool hasBlob(const std::string& sum) const;
    /// Empty when the sum is none.
    std::string blobPath(const std::string& sum) const;

private:
    std::string draftPath(std::int64_t artifact) const;
    std::string manifestPath(std::int64_t artifact) const;
    Result<std::string> sentManifest(std::int64_t artifact, std::int64_t base) const;
    Status requireFiles(const ArtifactManifest& manifest) const;

    std::string m_directory;
    std::map<std::int64_t, std::shared_ptr<const ArtifactManifest>> m_manifests; ///< some that were read
};

} // namespace runglass
