// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RecorderKey.h"

#include "models/processes/FileDescriptor.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/random.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kOthers = 0077;
constexpr std::size_t kShortest = 40;

Error systemError(const std::string& path)
{
    return {Error::Kind::Io, std::generic_category().message(errno) + '.', path};
}

Result<std::string> newKey(const std::string& path)
{
    static const char* const kHex = "0123456789abcdef";
    std::array<unsigned char, 20> bytes = {};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return systemError(path);
    std::string key = "local-";
    for (const unsigned char byte : bytes)
        key += {kHex[byte >> 4], kHex[byte & 15]};
    return key;
}

Result<std::string> readKey(const std::string& path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0)
        return systemError(path);
    if ((status.st_mode & kOthers) != 0 || status.st_uid != ::geteuid())
        return Error{Error::Kind::Refused, "Others may read the recorder's key: it must be yours alone (chmod 600).",
                     path};
    std::array<char, 256> buffer = {};
    const ssize_t size = ::read(file.get(), buffer.data(), buffer.size());
    std::string key(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    key.erase(std::min(key.find('\n'), key.size()));
    if (key.size() < kShortest)
        return Error{Error::Kind::Refused, "The recorder's key is too short: delete the file to have a new one.", path};
    return key;
}

} // namespace

Result<std::string> recorderKey(const std::string& storeFile)
{
    const std::string path = storeFile + ".key";
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
    if (!file.isOpen())
        return errno == EEXIST ? readKey(path) : systemError(path);
    const Result<std::string> key = newKey(path);
    if (!key)
        return key;
    const std::string line = *key + '\n';
    if (::write(file.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) || ::fsync(file.get()) != 0)
        return systemError(path);
    return key;
}

} // namespace runglass
