// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/FileSink.h"

namespace runglass
{

namespace
{
constexpr std::size_t kBufferBytes = std::size_t{256} << 10;
} // namespace

void FileSink::write(std::string_view bytes)
{
    if (!m_status)
        return;
    m_buffer += bytes;
    if (m_buffer.size() >= kBufferBytes)
        flush();
}

void FileSink::flush()
{
    if (m_status)
        m_status = m_file.write(m_buffer);
    m_buffer.clear();
}

Status FileSink::commit()
{
    flush();
    if (m_status)
        m_status = m_file.commit();
    return m_status;
}

} // namespace runglass
