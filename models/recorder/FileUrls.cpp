// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/UploadUrls.h"

#include "models/recorder/Access.h"
#include "models/recorder/Sha256.h"

#include <charconv>

namespace runglass
{

namespace
{

constexpr std::string_view kPrefix = "/upload/run/";
constexpr std::string_view kQuery = "proof=";

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

} // namespace

bool isUploadPath(std::string_view path)
{
    return path.starts_with(kPrefix);
}

std::string UploadUrls::proofOf(std::string_view method, std::string_view path) const
{
    std::string text(method);
    text += '\n';
    text += path;
    return hexText(hmacSha256(m_key, text));
}

std::string UploadUrls::ofRunFile(std::int64_t run, const std::string& file) const
{
    std::string path(kPrefix);
    path += std::to_string(run) + '/' + encodedPath(file);
    return path + '?' + std::string(kQuery) + proofOf("PUT", path);
}

bool UploadUrls::isValid(const HttpRequest& request) const
{
    const std::string_view query = request.query;
    return !m_key.empty() && query.starts_with(kQuery) &&
           isSameSecret(query.substr(kQuery.size()), proofOf(request.method, request.path));
}

UploadTarget uploadTarget(std::string_view path)
{
    UploadTarget target;
    if (!isUploadPath(path))
        return target;
    path.remove_prefix(kPrefix.size());
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::from_chars_result result = std::from_chars(path.data(), path.data() + slash, target.run);
    if (result.ec != std::errc() || result.ptr != path.data() + slash || slash == path.size())
        return {};
    target.file = percentDecoded(path.substr(slash + 1));
    return target;
}

} // namespace runglass
