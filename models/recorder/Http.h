// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runglass
{

/// A request as it came in, its body whole and decompressed.
struct HttpRequest {
    std::string method;
    std::string path; ///< without the query, escapes as sent
    std::string query;
    std::map<std::string, std::string, std::less<>> headers; ///< names in lower case
    std::string body;

    /// The header's value, empty when it is not there.
    std::string_view header(std::string_view name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
};

/// Bytes of an open file.
struct HttpFile {
    std::shared_ptr<const FileDescriptor> file;
    std::uint64_t offset = 0, size = 0;
};

struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::optional<HttpFile> file = {}; ///< sent in place of body
};

/// A refusal in the form the SDK shows: it prints the first error's message.
HttpResponse errorResponse(int status, std::string_view message);

/// Turns %XX into bytes. A broken escape stays as it is.
std::string percentDecoded(std::string_view text);
/// Escapes all but letters, digits and "-._~".
std::string percentEncoded(std::string_view text);

} // namespace runglass
