// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FileWriter.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace runglass::cli
{

FileWriter::FileWriter(std::string destination)
    : m_destination(std::move(destination))
{
}

FileWriter::~FileWriter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Error FileWriter::failure() const
{
    return {Error::Kind::Io, "could not be written: " + std::generic_category().message(errno), m_destination};
}

Status FileWriter::open()
{
    std::string pattern = m_destination + ".XXXXXX";
    m_descriptor = ::mkstemp(pattern.data());
    if (m_descriptor < 0)
        return failure();
    m_temporary = pattern;
    // mkstemp makes files for their owner only; this one is to be like any other new file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(m_descriptor, 0666 & ~mask);
    return Done{};
}

Status FileWriter::write(std::string_view bytes)
{
    if (m_descriptor < 0) {
        if (const Status opened = open(); !opened)
            return opened;
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return failure();
    }
    return Done{};
}

Status FileWriter::commit()
{
    if (const Status opened = write({}); !opened)
        return opened;
    if (::fsync(m_descriptor) != 0 && errno != EINVAL)
        return failure();
    if (::rename(m_temporary.c_str(), m_destination.c_str()) != 0)
        return failure();
    m_temporary.clear();
    return Done{};
}

} // namespace runglass::cli
