// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// A file of an artifact.
struct ManifestEntry {
    std::string path;
    std::string digest;    ///< of a file: its MD5 sum in base64; of a reference: what its place says of it
    std::string reference; ///< where it lies; empty: among the blobs
    std::optional<std::uint64_t> size;

    /// The name of its blob, empty for a reference.
    std::string blob() const;
};

/// What an artifact is made of, in order of path.
/// @source wandb 0.31: wandb_manifest.json, version 1
struct ArtifactManifest {
    std::vector<ManifestEntry> entries;

    std::uint64_t sizeBytes() const;
    const ManifestEntry* find(std::string_view path) const;
};

/// @errors Corruption
Result<ArtifactManifest> parseManifest(std::string_view json);

/// The manifest of an artifact that adds to another one: the files of both, those of news where both have a path.
/// @errors Corruption
Result<std::string> mergedManifest(std::string_view base, std::string_view news);

} // namespace runglass
