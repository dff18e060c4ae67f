// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/FileUrls.h"

#include "models/recorder/Access.h"
#include "models/recorder/IncomingFile.h"
#include "models/recorder/Sha256.h"

#include <algorithm>
#include <charconv>

namespace runglass
{

namespace
{

constexpr std::string_view kUpload = "/upload/", kDownload = "/download/";
constexpr std::string_view kRun = "run/", kBlob = "blob/", kDraft = "draft/", kManifest = "manifest/";
constexpr std::string_view kQuery = "proof=";
constexpr std::size_t kSumDigits = 32;

/// Components are escaped one by one, so that "/" stays what it is.
std::string encodedPath(const std::string& path)
{
    std::string encoded;
    std::size_t at = 0;
    while (at <= path.size()) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        encoded += percentEncoded(std::string_view(path).substr(at, end - at));
        if (end < path.size())
            encoded += '/';
        at = end + 1;
    }
    return encoded;
}

std::string addressOf(std::string_view prefix, const StoredFile& file)
{
    std::string address(prefix);
    switch (file.kind) {
    case StoredFile::Kind::Run:
        return address.append(kRun) + std::to_string(file.number) + '/' + encodedPath(file.name);
    case StoredFile::Kind::Blob:
        return address.append(kBlob) + file.name;
    case StoredFile::Kind::Draft:
        return address.append(kDraft) + std::to_string(file.number);
    case StoredFile::Kind::Manifest:
        return address.append(kManifest) + std::to_string(file.number);
    case StoredFile::Kind::None:
        break;
    }
    return address;
}

bool isSum(std::string_view text)
{
    return text.size() == kSumDigits && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

/// The number that text begins with, up to a slash or its end; 0 when it is none. What follows the slash stays.
std::int64_t takeNumber(std::string_view& text)
{
    std::int64_t number = 0;
    const std::size_t end = std::min(text.find('/'), text.size());
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + end, number);
    const bool isNumber = result.ec == std::errc() && result.ptr == text.data() + end;
    text.remove_prefix(std::min(end + 1, text.size()));
    return isNumber && number > 0 ? number : 0;
}

StoredFile targetOf(std::string_view prefix, std::string_view path)
{
    if (!path.starts_with(prefix))
        return {};
    path.remove_prefix(prefix.size());
    if (path.starts_with(kRun)) {
        path.remove_prefix(kRun.size());
        const std::int64_t number = takeNumber(path);
        return number == 0 || path.empty() ? StoredFile()
                                           : StoredFile{StoredFile::Kind::Run, number, percentDecoded(path)};
    }
    if (path.starts_with(kBlob)) {
        const std::string_view sum = path.substr(kBlob.size(), path.find('/', kBlob.size()) - kBlob.size());
        return isSum(sum) ? StoredFile{StoredFile::Kind::Blob, 0, std::string(sum)} : StoredFile();
    }
    const bool isDraft = path.starts_with(kDraft);
    if (!isDraft && !path.starts_with(kManifest))
        return {};
    path.remove_prefix(isDraft ? kDraft.size() : kManifest.size());
    const std::int64_t number = takeNumber(path);
    const StoredFile::Kind kind = isDraft ? StoredFile::Kind::Draft : StoredFile::Kind::Manifest;
    return number == 0 || !path.empty() ? StoredFile() : StoredFile{kind, number, {}};
}

} // namespace

std::string StoredFile::path() const
{
    switch (kind) {
    case Kind::Run:
        return isStorablePath(name) ? std::to_string(number) + "/files/" + name : std::string();
    case Kind::Blob:
        return isSum(name) ? "artifacts/blobs/" + name.substr(0, 2) + '/' + name : std::string();
    case Kind::Draft:
        return "artifacts/drafts/" + std::to_string(number) + ".json";
    case Kind::Manifest:
        return "artifacts/manifests/" + std::to_string(number) + ".json";
    case Kind::None:
        break;
    }
    return {};
}

std::string FileUrls::proofOf(std::string_view method, std::string_view path) const
{
    std::string text(method);
    text += '\n';
    text += path;
    return hexText(hmacSha256(m_key, text));
}

std::string FileUrls::upload(const StoredFile& file) const
{
    const std::string path = addressOf(kUpload, file);
    return path + '?' + std::string(kQuery) + proofOf("PUT", path);
}

std::string FileUrls::download(const StoredFile& file, const std::string& savedAs) const
{
    std::string path = addressOf(kDownload, file);
    if (!savedAs.empty())
        path += '/' + percentEncoded(savedAs);
    return path + '?' + std::string(kQuery) + proofOf("GET", path);
}

bool FileUrls::isValid(const HttpRequest& request) const
{
    const std::string_view query = request.query;
    // Who may fetch a file may ask for its size.
    const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    return !m_key.empty() && query.starts_with(kQuery) &&
           isSameSecret(query.substr(kQuery.size()), proofOf(method, request.path));
}

StoredFile uploadTarget(std::string_view path)
{
    return targetOf(kUpload, path);
}

StoredFile downloadTarget(std::string_view path)
{
    return targetOf(kDownload, path);
}

std::string savedName(std::string_view path)
{
    return percentDecoded(path.substr(path.rfind('/') + 1));
}

} // namespace runglass
