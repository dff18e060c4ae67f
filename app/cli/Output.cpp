// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "app/cli/TextTable.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <unistd.h>

namespace runglass::cli
{

namespace
{
constexpr std::size_t kBufferBytes = 64 * 1024;
} // namespace

Output::Output(int descriptor)
    : m_descriptor(descriptor)
{
    m_buffer.reserve(kBufferBytes);
}

Output::~Output()
{
    flush();
}

void Output::write(std::string_view bytes)
{
    if (m_closed)
        return;
    m_buffer += bytes;
    if (m_buffer.size() >= kBufferBytes)
        flush();
}

void Output::flush()
{
    std::string_view rest = m_buffer;
    while (!m_closed && !rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            m_closed = true;
            if (errno != EPIPE)
                m_error = std::generic_category().message(errno);
        }
    }
    m_buffer.clear();
}

void say(std::string_view text)
{
    const std::string line = "runglass: " + printable(text) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace runglass::cli
