// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalLines.h"
#include "models/formats/Utf8.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>

using namespace runglass;

namespace
{

/// 0xFF, which is in no text, ends a fragment; the byte after it is the next one's stream.
std::vector<ConsoleFragment> fragmentsOf(std::string_view bytes)
{
    std::vector<ConsoleFragment> fragments;
    std::size_t stream = 1;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\xFF'), bytes.size());
        fragments.push_back({static_cast<ConsoleStream>(stream), std::nullopt, std::string(bytes.substr(0, end))});
        stream = end + 1 < bytes.size() ? static_cast<unsigned char>(bytes[end + 1]) % 3U : 1U;
        bytes.remove_prefix(std::min(end + 2, bytes.size()));
    }
    return fragments;
}

void check(const LogLine& line)
{
    using fuzz::require;
    require(validUtf8Length(line.text) == line.text.size(), "lines are valid UTF-8");
    require(line.text.find('\n') == std::string::npos, "a line is one line");
    std::size_t end = 0;
    for (const StyleSpan& span : line.spans) {
        require(span.start >= end && span.length > 0, "spans are in order and none is empty");
        end = std::size_t{span.start} + span.length;
    }
    require(end <= line.text.size(), "spans lie in their line");
}

bool isSame(const LogLine& a, const LogLine& b)
{
    const auto sameSpan = [](const StyleSpan& x, const StyleSpan& y) {
        return x.start == y.start && x.length == y.length && x.style == y.style;
    };
    return a.stream == b.stream && a.text == b.text &&
           std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(), b.spans.end(), sameSpan);
}

} // namespace

/// Where the writer cut its text makes no difference to what is on the screen.
RUNGLASS_FUZZ_TARGET(terminal)
{
    const std::vector<ConsoleFragment> fragments = fragmentsOf(bytes);
    const LogLines whole = toLines(fragments);
    std::for_each(whole.begin(), whole.end(), check);
    // Blanks that escapes may ask for are rationed by what has been written so far, so cuts matter once many did.
    if (std::count(bytes.begin(), bytes.end(), '\x1B') > 10)
        return;
    TerminalLines bytewise;
    for (const ConsoleFragment& fragment : fragments)
        for (const char byte : fragment.text)
            bytewise.append({fragment.stream, std::nullopt, std::string(1, byte)});
    const LogLines cut = bytewise.lines();
    fuzz::require(std::equal(whole.begin(), whole.end(), cut.begin(), cut.end(), isSame), "cuts make no difference");
}
