// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/ArtifactManifest.h"

#include "models/formats/Json.h"
#include "models/recorder/Base64.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr const char* kContents = "contents";

Result<Value> readDocument(std::string_view json)
{
    Result<Value> document = parseJson(json);
    if (document && !member(*document, kContents).isObject())
        return Error{Error::Kind::Corruption, "The artifact's manifest names no contents.", {}};
    return document;
}

} // namespace

std::string ManifestEntry::blob() const
{
    return reference.empty() ? hexOf(decodedBase64(digest)) : std::string();
}

std::uint64_t ArtifactManifest::sizeBytes() const
{
    std::uint64_t sum = 0;
    for (const ManifestEntry& entry : entries)
        sum += entry.size.value_or(0);
    return sum;
}

const ManifestEntry* ArtifactManifest::find(std::string_view path) const
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), path, [](const ManifestEntry& entry, std::string_view wanted) {
            return std::string_view(entry.path) < wanted;
        });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

Result<ArtifactManifest> parseManifest(std::string_view json)
{
    const Result<Value> document = readDocument(json);
    if (!document)
        return document.error();
    ArtifactManifest manifest;
    for (const auto& [path, about] : member(*document, kContents).object()) {
        ManifestEntry& entry = manifest.entries.emplace_back();
        entry.path = path;
        entry.digest = member(about, "digest").text();
        entry.reference = member(about, "ref").text();
        const Value& size = member(about, "size");
        if (size.isNumber() && size.toDouble() >= 0)
            entry.size = static_cast<std::uint64_t>(size.toInteger());
    }
    // The object's own order may be another one.
    std::sort(manifest.entries.begin(), manifest.entries.end(),
              [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
    return manifest;
}

Result<std::string> mergedManifest(std::string_view base, std::string_view news)
{
    Result<Value> merged = readDocument(base);
    Result<Value> added = readDocument(news);
    if (!merged || !added)
        return merged ? added.error() : merged.error();
    Value::Object& contents = merged->makeObject()[kContents].makeObject();
    for (auto& [path, about] : added->makeObject()[kContents].makeObject())
        contents[path] = std::move(about);
    return toJson(*merged);
}

} // namespace runglass
