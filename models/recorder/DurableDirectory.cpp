// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/DurableDirectory.h"

#include "models/processes/FileDescriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace runglass
{

Status makeDurableDirectory(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    if (path.empty() || fs::is_directory(path, failed))
        return Done{};
    const fs::path above = fs::path(path).parent_path();
    if (above != fs::path(path))
        if (Status made = makeDurableDirectory(above.string()); !made)
            return made;
    fs::create_directory(path, failed);
    if (failed)
        return Error{Error::Kind::Io, failed.message() + '.', path};
    const FileDescriptor holder(::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!holder.isOpen() || ::fsync(holder.get()) != 0)
        return Error{Error::Kind::Io, std::generic_category().message(errno) + '.', above.string()};
    return Done{};
}

} // namespace runglass
