// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ArtifactContents.h"

#include "models/formats/Json.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr std::size_t kSumBytes = 16; ///< of MD5

/// The digits of a sum that is written in base64; empty when it is none.
std::string sumOf(std::string_view base64)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string sum;
    unsigned held = 0;
    int bits = 0;
    for (const char letter : base64) {
        const std::size_t value = kLetters.find(letter);
        if (value == std::string_view::npos)
            break;
        held = ((held << 6U) | static_cast<unsigned>(value)) & 0xFFFU;
        bits += 6;
        if (bits < 8)
            continue;
        bits -= 8;
        const unsigned byte = (held >> static_cast<unsigned>(bits)) & 0xFFU;
        sum += kDigits[byte >> 4U];
        sum += kDigits[byte & 0xFU];
    }
    return sum.size() == 2 * kSumBytes ? sum : std::string();
}

} // namespace

std::string ArtifactContents::manifestPath(std::int64_t artifact) const
{
    return m_directory + "/artifacts/manifests/" + std::to_string(artifact) + ".json";
}

bool ArtifactContents::hasManifest(std::int64_t artifact) const
{
    return ::access(manifestPath(artifact).c_str(), F_OK) == 0;
}

/// One without a manifest has no contents.
Result<std::set<std::string>> ArtifactContents::blobsOf(std::int64_t artifact) const
{
    std::set<std::string> blobs;
    if (!hasManifest(artifact))
        return blobs;
    const std::string path = manifestPath(artifact);
    const std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    const Result<Value> manifest = parseJson(text.str());
    if (!manifest || !member(*manifest, "contents").isObject())
        return Error{Error::Kind::Corruption, "the artifact's manifest names no contents", path};
    for (const auto& [name, about] : member(*manifest, "contents").object()) {
        if (!member(about, "ref").text().empty())
            continue;
        if (const std::string sum = sumOf(member(about, "digest").text()); !sum.empty())
            blobs.insert(m_directory + "/artifacts/blobs/" + sum.substr(0, 2) + '/' + sum);
    }
    return blobs;
}

Result<std::set<std::string>> ArtifactContents::onlyOf(const std::vector<std::int64_t>& artifacts,
                                                       const std::vector<std::int64_t>& others,
                                                       const CancelToken& cancel) const
{
    std::set<std::string> blobs;
    for (const std::int64_t artifact : artifacts) {
        Result<std::set<std::string>> its = blobsOf(artifact);
        if (!its)
            return its.error();
        blobs.merge(*its);
    }
    for (const std::int64_t other : others) {
        if (blobs.empty())
            break;
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "it was canceled", m_directory};
        if (std::find(artifacts.begin(), artifacts.end(), other) != artifacts.end())
            continue;
        const Result<std::set<std::string>> its = blobsOf(other);
        if (!its)
            return its.error();
        for (const std::string& blob : *its)
            blobs.erase(blob);
    }
    return blobs;
}

void ArtifactContents::removeManifest(std::int64_t artifact) const
{
    ::unlink(manifestPath(artifact).c_str());
}

std::uint64_t ArtifactContents::sizeOf(const std::string& blob)
{
    constexpr std::uint64_t kBlock = 512;
    struct stat status = {};
    return ::lstat(blob.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_blocks) * kBlock : 0;
}

} // namespace runglass
