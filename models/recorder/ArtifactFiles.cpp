// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/ArtifactFiles.h"

#include "models/recorder/FileUrls.h"
#include "models/recorder/IncomingFile.h"

#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass
{

namespace
{

using ManifestPtr = std::shared_ptr<const ArtifactManifest>;

/// What is remembered so that it need not be read again.
constexpr std::size_t kMostManifests = 8;

Result<std::string> readWhole(const std::string& path)
{
    const std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf()))
        return Error{Error::Kind::NotFound, "The artifact's manifest is not there.", path};
    return text.str();
}

bool isFile(const std::string& path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

Error unusable(const Error& error)
{
    return error.kind == Error::Kind::Io ? error : Error{Error::Kind::InvalidArgument, error.detail, error.path};
}

} // namespace

std::string ArtifactFiles::draftPath(std::int64_t artifact) const
{
    return m_directory + '/' + StoredFile{StoredFile::Kind::Draft, artifact, {}}.path();
}

std::string ArtifactFiles::manifestPath(std::int64_t artifact) const
{
    return m_directory + '/' + StoredFile{StoredFile::Kind::Manifest, artifact, {}}.path();
}

std::string ArtifactFiles::blobPath(const std::string& sum) const
{
    const std::string path = StoredFile{StoredFile::Kind::Blob, 0, sum}.path();
    return path.empty() ? std::string() : m_directory + '/' + path;
}

bool ArtifactFiles::hasBlob(const std::string& sum) const
{
    const std::string path = blobPath(sum);
    return !path.empty() && isFile(path);
}

Result<ManifestPtr> ArtifactFiles::manifest(std::int64_t artifact)
{
    if (const auto known = m_manifests.find(artifact); known != m_manifests.end())
        return known->second;
    const Result<std::string> text = readWhole(manifestPath(artifact));
    Result<ArtifactManifest> read = text ? parseManifest(*text) : Result<ArtifactManifest>(text.error());
    if (!read)
        return read.error();
    auto manifest = std::make_shared<const ArtifactManifest>(std::move(read).value());
    if (m_manifests.size() >= kMostManifests)
        m_manifests.clear();
    m_manifests[artifact] = manifest;
    return ManifestPtr(manifest);
}

/// One that was taken in before, by a request whose answer was lost, is not sent again.
Result<std::string> ArtifactFiles::sentManifest(std::int64_t artifact, std::int64_t base) const
{
    Result<std::string> sent = readWhole(draftPath(artifact));
    if (!sent)
        return readWhole(manifestPath(artifact));
    if (base == 0)
        return sent;
    const Result<std::string> before = readWhole(manifestPath(base));
    return before ? mergedManifest(*before, *sent) : before.error();
}

Status ArtifactFiles::requireFiles(const ArtifactManifest& manifest) const
{
    for (const ManifestEntry& entry : manifest.entries)
        if (entry.reference.empty() && !hasBlob(entry.blob()))
            return Error{Error::Kind::InvalidArgument, "The file " + entry.path + " of the artifact was not sent.", {}};
    return Done{};
}

Result<ManifestPtr> ArtifactFiles::complete(std::int64_t artifact, std::int64_t base)
{
    const Result<std::string> text = sentManifest(artifact, base);
    Result<ArtifactManifest> read = text ? parseManifest(*text) : Result<ArtifactManifest>(text.error());
    if (!read)
        return unusable(read.error());
    if (Status there = requireFiles(*read); !there)
        return there.error();
    Result<IncomingFile> file =
        IncomingFile::begin(m_directory, StoredFile{StoredFile::Kind::Manifest, artifact, {}}.path());
    if (!file)
        return file.error();
    if (Status written = file->write(*text); !written)
        return written.error();
    if (Status finished = file->finish(); !finished)
        return finished.error();
    ::unlink(draftPath(artifact).c_str());
    return ManifestPtr(std::make_shared<const ArtifactManifest>(std::move(read).value()));
}

} // namespace runglass
