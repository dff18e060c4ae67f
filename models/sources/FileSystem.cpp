// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FileSystem.h"

namespace runglass
{

bool isSafeRelativePath(const std::string& path)
{
    if (path.empty() || path.find('\0') != std::string::npos)
        return false;
    std::size_t start = 0;
    while (start <= path.size()) {
        const std::size_t slash = std::min(path.find('/', start), path.size());
        const std::string_view component = std::string_view(path).substr(start, slash - start);
        if (component.empty() || component == "." || component == "..")
            return false;
        start = slash + 1;
    }
    return true;
}

std::string joinPath(const std::string& directory, const std::string& name)
{
    if (directory.empty())
        return name;
    return directory.back() == '/' ? directory + name : directory + '/' + name;
}

std::string parentPath(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return {};
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string lastComponent(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace runglass
