// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/StateNote.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Whole lines, but for one that alone is too long: its beginning, cut between characters.
std::string lastLines(std::string_view text)
{
    std::size_t start = text.size();
    for (std::size_t lines = 0; lines < StateNote::kMostLines && start > 0; ++lines) {
        const std::size_t feed = start > 1 ? text.rfind('\n', start - 2) : text.npos;
        const std::size_t line = feed == text.npos ? 0 : feed + 1;
        if (text.size() - line > StateNote::kMostBytes && lines > 0)
            break;
        start = line;
    }
    std::size_t length = std::min(text.size() - start, StateNote::kMostBytes);
    while (start + length < text.size() && length > 0 &&
           (static_cast<unsigned char>(text[start + length]) & 0xC0U) == 0x80U)
        --length;
    return std::string(text.substr(start, length));
}

} // namespace

std::shared_ptr<const StateNote> stateNoteOf(const Run& run)
{
    const bool hasTraceback = endedBadly(run.state) && !run.traceback.empty();
    if (run.stateReason.empty() && !hasTraceback)
        return nullptr;
    return std::make_shared<const StateNote>(
        StateNote{run.stateReason, hasTraceback ? lastLines(run.traceback) : std::string()});
}

} // namespace runglass
