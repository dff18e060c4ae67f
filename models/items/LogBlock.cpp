// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LogBlock.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// How each line of the log ends, of those lines of a traceback that say something.
std::vector<std::string_view> endingsOf(std::string_view traceback)
{
    constexpr std::string_view kCut = "…";
    std::vector<std::string_view> endings;
    while (!traceback.empty()) {
        const std::size_t end = std::min(traceback.find('\n'), traceback.size());
        std::string_view line = traceback.substr(0, end);
        traceback.remove_prefix(std::min(end + 1, traceback.size()));
        // What stands behind a cut is the line's own; a mark of lines that were left out has nothing there.
        if (const std::size_t cut = line.rfind(kCut); cut != line.npos)
            line.remove_prefix(cut + kCut.size());
        if (line.find_first_not_of(' ') != line.npos)
            endings.push_back(line);
    }
    return endings;
}

/// Goes up from the line that the last ending was found in.
std::optional<std::uint32_t> firstLine(const LogDocument& document, const std::vector<std::string_view>& endings,
                                       std::uint32_t last)
{
    constexpr std::size_t kMostBetween = 20'000;
    std::size_t between = 0;
    std::uint32_t first = last;
    std::uint32_t line = last;
    for (std::size_t i = endings.size() - 1; i-- > 0;) {
        do {
            if (line == 0 || ++between > kMostBetween)
                return std::nullopt;
            --line;
        } while (!document.line(line).text.ends_with(endings[i]));
        first = line;
    }
    return first;
}

} // namespace

std::optional<LogBlock> findTraceback(const LogDocument& document, std::string_view traceback,
                                      const CancelToken& cancel)
{
    constexpr int kMostTries = 50;
    const std::vector<std::string_view> endings = endingsOf(traceback);
    if (endings.empty())
        return std::nullopt;
    std::optional<LogBlock> lastLineOnly;
    int tries = 0;
    for (auto line = static_cast<std::uint32_t>(document.size()); line-- > 0;) {
        if (!document.line(line).text.ends_with(endings.back()))
            continue;
        if (cancel.isCanceled() || ++tries > kMostTries)
            break;
        if (const auto first = firstLine(document, endings, line))
            return LogBlock{*first, line};
        if (!lastLineOnly)
            lastLineOnly = LogBlock{line, line};
    }
    return lastLineOnly;
}

} // namespace runglass
