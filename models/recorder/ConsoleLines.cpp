// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/ConsoleLines.h"

#include "models/formats/Json.h"
#include "models/formats/WandbMetadataFiles.h"
#include "models/run/ValueMember.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Of a terminal as models/formats draws it, with some to spare.
constexpr std::size_t kReach = 90;
constexpr std::size_t kEditableBytes = 4000;

ConsoleFragment readPlainLine(std::string_view line)
{
    constexpr std::string_view kError = "ERROR ";
    ConsoleFragment fragment;
    std::string_view rest = line;
    const bool isError = rest.starts_with(kError);
    if (isError)
        rest.remove_prefix(kError.size());
    const std::size_t space = rest.find(' ');
    fragment.time = parseRfc3339(rest.substr(0, space));
    if (!fragment.time) {
        fragment.text = line;
        return fragment;
    }
    fragment.stream = isError ? ConsoleStream::Stderr : ConsoleStream::Stdout;
    fragment.text = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    return fragment;
}

/// What brings the cursor up to a line of the stream, erases it, and after it back down.
std::string writtenOver(const std::string& text, std::size_t up)
{
    const std::string rows = std::to_string(up);
    return "\x1b[" + rows + "A\r\x1b[2K" + text + "\r\x1b[" + rows + 'B';
}

} // namespace

ConsoleFragment readConsoleLine(std::string_view line)
{
    const Result<Value> value = line.starts_with('{') ? parseJson(line) : Result<Value>(Value());
    if (!value || !value->isObject() || !member(*value, "content").isText())
        return readPlainLine(line);
    ConsoleFragment fragment;
    fragment.stream = member(*value, "level").text() == "error" ? ConsoleStream::Stderr : ConsoleStream::Stdout;
    fragment.time = parseRfc3339(member(*value, "ts").text());
    fragment.text = member(*value, "content").text();
    return fragment;
}

std::optional<std::vector<ConsoleFragment>> consoleNews(const std::vector<std::string>& before,
                                                        const std::vector<std::string>& after)
{
    std::vector<ConsoleFragment> news;
    std::vector<ConsoleStream> streams; // of the lines in before
    const bool isChanged = !std::equal(before.begin(), before.end(), after.begin());
    for (std::size_t i = 0; isChanged && i < before.size(); ++i)
        streams.push_back(readConsoleLine(before[i]).stream);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i < before.size() && before[i] == after[i])
            continue;
        ConsoleFragment line = readConsoleLine(after[i]);
        if (i < before.size()) {
            const auto up = static_cast<std::size_t>(
                std::count(streams.begin() + static_cast<std::ptrdiff_t>(i), streams.end(), line.stream));
            const bool isLong = std::max(line.text.size(), before[i].size()) > kEditableBytes;
            if (line.stream != streams[i] || up > kReach || isLong)
                return std::nullopt;
            line.text = writtenOver(line.text, up);
        } else {
            line.text += '\n';
        }
        news.push_back(std::move(line));
    }
    return news;
}

} // namespace runglass
