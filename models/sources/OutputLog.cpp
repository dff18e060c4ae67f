// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/OutputLog.h"

#include "models/formats/TerminalLines.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::uint64_t kMaxBytes = std::uint64_t{64} << 20;
/// The SDK cuts longer lines in output.log.
constexpr std::size_t kCutCharacters = 4096;
/// Where the console itself has to say it: what is wrong with the file is no damage of the run.
constexpr std::string_view kCutNote = "\n[output.log is longer than 64 MiB: the rest of it is not shown]\n";

std::optional<std::string> readOutputLog(const FileSystem& files, const std::string& folder, LogProblems& problems)
{
    Result<std::unique_ptr<ByteSource>> source = files.openBelow(folder, "files/output.log");
    if (!source) {
        if (source.error().kind != Error::Kind::NotFound)
            problems.addAt(std::nullopt, "files/output.log: " + source.error().detail);
        return std::nullopt;
    }
    const std::uint64_t size = (*source)->size();
    if (size > kMaxBytes)
        problems.addAt(std::nullopt, "files/output.log is longer than 64 MiB: its beginning is shown");
    std::string text(static_cast<std::size_t>(std::min(size, kMaxBytes)), '\0');
    const Result<std::size_t> count = (*source)->readAt(0, text);
    if (!count) {
        problems.addAt(std::nullopt, "files/output.log: " + count.error().detail);
        return std::nullopt;
    }
    text.resize(*count);
    if (size > kMaxBytes)
        text += kCutNote;
    return text;
}

std::string asShown(std::string_view line)
{
    const LogLines shown = toLines({{ConsoleStream::Stdout, std::nullopt, std::string(line)}});
    return shown.empty() ? std::string() : shown.front().text;
}

/// Where in text the console's own lines end, when text begins with them.
std::optional<std::size_t> endOfKnown(const LogLines& known, std::size_t first, std::string_view text)
{
    std::size_t start = 0;
    for (std::size_t i = first; i < known.size(); ++i) {
        if (start >= text.size())
            return std::nullopt;
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const std::string& wanted = known[i].text;
        const bool isLast = i + 1 == known.size();
        // What a terminal shows has nothing in it that it would show otherwise.
        if (line != wanted) {
            const std::string shown = asShown(line);
            const bool isCut = wanted.size() >= kCutCharacters && wanted.starts_with(shown);
            if (shown != wanted && !isCut && !(isLast && shown.starts_with(wanted)))
                return std::nullopt;
        }
        // The unfinished last line can be gone on with only where the file's line is its very text and more.
        if (isLast)
            return line.starts_with(wanted) ? start + wanted.size() : end;
        start = end + 1;
    }
    return 0;
}

} // namespace

std::string unloggedConsole(const FileSystem& files, const std::string& folder, const LogLines& lines,
                            std::size_t first, bool endsLine, LogProblems& problems)
{
    std::optional<std::string> text = readOutputLog(files, folder, problems);
    if (!text || text->empty())
        return {};
    const std::optional<std::size_t> end = endOfKnown(lines, first, *text);
    if (!end || *end >= text->size())
        return {};
    text->erase(0, *end);
    // The log's last fragment may have ended its line already.
    if (first < lines.size() && endsLine && text->starts_with('\n'))
        text->erase(0, 1);
    return std::move(*text);
}

void completeConsole(const FileSystem& files, const std::string& folder, std::vector<ConsoleFragment>& console,
                     LogProblems& problems)
{
    const bool endsLine = !console.empty() && console.back().text.ends_with('\n');
    std::string rest = unloggedConsole(files, folder, toLines(console), 0, endsLine, problems);
    if (!rest.empty())
        console.push_back({ConsoleStream::Stdout, std::nullopt, std::move(rest)});
}

} // namespace runglass
