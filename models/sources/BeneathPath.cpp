// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/BeneathPath.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <system_error>

namespace runglass
{

namespace
{

int openByKernel(int root, const std::string& path, int flags)
{
    open_how how = {};
    how.flags = static_cast<std::uint64_t>(flags | O_NOFOLLOW | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return static_cast<int>(::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
}

/// The same with older system calls: every directory on the way is opened on its own, never through a link.
int openByWalk(int root, const std::string& path, int flags)
{
    FileDescriptor at(::dup(root));
    std::size_t start = 0;
    for (;;) {
        const std::size_t slash = path.find('/', start);
        const std::string component = path.substr(start, slash - start);
        const bool last = slash == std::string::npos;
        const int wanted = last ? flags | O_NOFOLLOW | O_CLOEXEC : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
        FileDescriptor next(::openat(at.get(), component.c_str(), wanted));
        if (!next.isOpen() || last)
            return next.release();
        at = std::move(next);
        start = slash + 1;
    }
}

} // namespace

Error systemError(int code, const std::string& path)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return {Error::Kind::NotFound, "there is nothing at this path", path};
    case EACCES:
    case EPERM:
        return {Error::Kind::Io, "no permission to read it", path};
    case ELOOP:
        return {Error::Kind::Unsupported, "it is a symbolic link, which is not followed", path};
    default:
        return {Error::Kind::Io, std::generic_category().message(code), path};
    }
}

Result<FileDescriptor> openBeneath(const std::string& root, const std::string& path, int flags,
                                   PosixFileSystem::Beneath how)
{
    if (!isSafeRelativePath(path))
        return Error{Error::Kind::InvalidArgument, "the path does not stay inside the run's files", path};
    const FileDescriptor base(::open(root.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!base.isOpen())
        return systemError(errno, root);
    int fd = -1;
    if (how == PosixFileSystem::Beneath::Kernel)
        fd = openByKernel(base.get(), path, flags);
    // Old kernels do not know the call, some containers forbid it, and EAGAIN is a rename that raced with it.
    const bool unavailable = fd < 0 && (errno == ENOSYS || errno == EPERM || errno == EAGAIN);
    if (how == PosixFileSystem::Beneath::Walk || unavailable)
        fd = openByWalk(base.get(), path, flags);
    if (fd >= 0)
        return FileDescriptor(fd);
    if (errno == EXDEV)
        return Error{Error::Kind::InvalidArgument, "the path does not stay inside the run's files", path};
    return systemError(errno, joinPath(root, path));
}

} // namespace runglass
