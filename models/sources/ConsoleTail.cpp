// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ConsoleTail.h"

#include <algorithm>

namespace runglass
{

void ConsoleTail::append(std::string& tail, std::string_view text)
{
    if (text.size() >= kBytes) {
        tail = text.substr(text.size() - kBytes);
        return;
    }
    tail += text;
    // Cut seldom, so that a byte is moved once.
    if (tail.size() >= 2 * kBytes)
        tail.erase(0, tail.size() - kBytes);
}

void ConsoleTail::add(ConsoleStream stream, std::string_view text)
{
    append(stream == ConsoleStream::Stdout ? m_output : m_errors, text);
}

std::optional<Traceback> ConsoleTail::find(std::string_view tail)
{
    return lastTraceback(tail.substr(tail.size() - std::min(tail.size(), kBytes)));
}

std::optional<Traceback> ConsoleTail::traceback() const
{
    std::optional<Traceback> found = find(m_errors);
    return found ? found : find(m_output);
}

void takeTracebackFromOutputLog(const FileSystem& files, const std::string& folder, Run& run)
{
    // What is wrong with the file is said where the console itself is read from it.
    const Result<std::unique_ptr<ByteSource>> source = files.openBelow(folder, "files/output.log");
    if (!source)
        return;
    const std::uint64_t size = (*source)->size();
    std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(size, ConsoleTail::kBytes)), '\0');
    const Result<std::size_t> count = (*source)->readAt(size - text.size(), text);
    if (!count)
        return;
    text.resize(*count);
    if (std::optional<Traceback> found = lastTraceback(text)) {
        run.traceback = std::move(found->text);
        run.exception = std::move(found->exception);
    }
}

} // namespace runglass
