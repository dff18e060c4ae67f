// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/FileResponse.h"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>

namespace runglass
{

namespace
{

std::optional<std::uint64_t> numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = result.ec == std::errc() && result.ptr == text.data() + text.size();
    return isNumber ? std::optional(number) : std::nullopt;
}

struct Range {
    std::uint64_t first = 0, size = 0;
};

enum class Wanted { Whole, Part, Nothing };

/// What "bytes=…" asks for of so many bytes. Several parts at once, and what is no such header, mean the whole file.
Wanted readRange(std::string_view header, std::uint64_t all, Range& range)
{
    constexpr std::string_view kBytes = "bytes=";
    const std::size_t dash = header.find('-');
    if (!header.starts_with(kBytes) || dash == std::string_view::npos || header.find(',') != std::string_view::npos)
        return Wanted::Whole;
    const std::string_view from = header.substr(kBytes.size(), dash - kBytes.size()), to = header.substr(dash + 1);
    const std::optional<std::uint64_t> first = numberIn(from), last = numberIn(to);
    if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last) || (first && last && *last < *first))
        return Wanted::Whole;
    if (first ? *first >= all : *last == 0 || all == 0)
        return Wanted::Nothing;
    range.first = first ? *first : all - std::min(*last, all);
    range.size = first && last ? std::min(*last - *first + 1, all - range.first) : all - range.first;
    return Wanted::Part;
}

} // namespace

HttpResponse fileResponse(const HttpRequest& request, const std::string& path, const std::string& savedAs)
{
    const auto file =
        std::make_shared<const FileDescriptor>(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!file->isOpen() || ::fstat(file->get(), &status) != 0 || !S_ISREG(status.st_mode))
        return errorResponse(404, "There is no such file.");
    const auto all = static_cast<std::uint64_t>(status.st_size);
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.headers = {{"Content-Disposition", "attachment; filename*=UTF-8''" + percentEncoded(savedAs)},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Accept-Ranges", "bytes"}};
    Range range{0, all};
    const Wanted wanted = readRange(request.header("range"), all, range);
    if (wanted == Wanted::Nothing) {
        HttpResponse refused = errorResponse(416, "The file is not that long.");
        refused.headers.emplace_back("Content-Range", "bytes */" + std::to_string(all));
        return refused;
    }
    if (wanted == Wanted::Part) {
        response.status = 206;
        response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + '-' +
                                                           std::to_string(range.first + range.size - 1) + '/' +
                                                           std::to_string(all));
    }
    response.file = HttpFile{file, range.first, range.size};
    return response;
}

} // namespace runglass
