// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/FileWriter.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr mode_t kPermissions = 0777;
constexpr mode_t kUsual = 0666;

/// A hidden name beside target that is short, however long the name of target is.
std::string nameBeside(const std::string& target)
{
    static constexpr char kLetters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int kLength = 10;
    std::random_device random;
    std::uniform_int_distribution<std::size_t> letter(0, sizeof kLetters - 2);
    std::string name = ".runglass-";
    for (int i = 0; i < kLength; ++i)
        name += kLetters[letter(random)];
    return (std::filesystem::path(target).parent_path() / name).string();
}

} // namespace

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

Status FileWriter::fail(int error)
{
    m_status = Error{Error::Kind::Io, "could not be written: " + std::generic_category().message(error), m_destination};
    return m_status;
}

Status FileWriter::open()
{
    // A link that leads nowhere is replaced.
    std::error_code failed;
    m_target = std::filesystem::weakly_canonical(m_destination, failed).string();
    if (failed || m_target.empty() || m_destination.ends_with('/'))
        m_target = m_destination;
    struct stat there = {};
    if (::stat(m_target.c_str(), &there) != 0)
        return errno == ENOENT ? openBeside() : fail(errno);
    if (S_ISDIR(there.st_mode))
        return fail(EISDIR);
    if (!S_ISREG(there.st_mode)) {
        m_descriptor = ::open(m_target.c_str(), O_WRONLY | O_CLOEXEC);
        return m_descriptor < 0 ? fail(errno) : m_status;
    }
    // The folder would allow what the file forbids.
    if (::access(m_target.c_str(), W_OK) != 0)
        return fail(errno);
    if (const Status opened = openBeside(); !opened)
        return opened;
    ::fchmod(m_descriptor, there.st_mode & kPermissions);
    return m_status;
}

Status FileWriter::openBeside()
{
    constexpr int kTries = 100;
    for (int i = 0; i < kTries && m_descriptor < 0; ++i) {
        std::string name = nameBeside(m_target);
        m_descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kUsual);
        if (m_descriptor >= 0)
            m_temporary = std::move(name);
        else if (errno != EEXIST)
            break;
    }
    return m_descriptor < 0 ? fail(errno) : m_status;
}

Status FileWriter::write(std::string_view bytes)
{
    if (m_status && m_descriptor < 0)
        m_status = open();
    while (m_status && !bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return fail(errno);
    }
    return m_status;
}

Status FileWriter::commit()
{
    if (const Status opened = write({}); !opened || m_temporary.empty())
        return opened;
    if (::fsync(m_descriptor) != 0 && errno != EINVAL)
        return fail(errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return fail(errno);
    m_temporary.clear();
    return m_status;
}

} // namespace runglass
