// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"
#include "models/store/RecordedArtifacts.h"

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// What the recorder keeps of an artifact beside its row and its manifest: RecordedArtifact::doc.
struct ArtifactRecord {
    std::string description;
    std::string metadata; ///< JSON object; empty: none
    std::vector<std::string> tags;
    std::vector<std::string> aliases; ///< that it is to have once it is committed
    std::optional<std::int64_t> historyStep;
    std::int64_t base = 0;   ///< artifact whose files it has as well, 0: none
    bool isAddition = false; ///< its manifest says only what it has beside those of base
    std::uint64_t sizeBytes = 0, fileCount = 0;
};
std::string encodeArtifact(const ArtifactRecord& record);
ArtifactRecord decodeArtifact(const std::string& doc);

struct KeptArtifact {
    RecordedArtifact artifact;
    ArtifactRecord record;
};

/// What is kept of a collection: RecordedCollection::doc.
struct CollectionRecord {
    std::string description;
    std::vector<std::string> tags;
};
std::string encodeCollection(const CollectionRecord& record);
CollectionRecord decodeCollection(const std::string& doc);

/// What createArtifact's input says.
ArtifactRecord recordOf(const Value& input);
/// The aliases of a mutation's input: [{"alias": …}].
std::vector<std::string> aliasesOf(const Value& input);
/// The names of a list of tags: [{"tagName": …}].
std::vector<std::string> tagNames(const Value& list);

/// As readers of the store see it, without what others know: name, type, aliases, members and direction.
Artifact describeArtifact(const KeptArtifact& kept);

} // namespace runglass
