// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExampleRuns.h"

#include <filesystem>

namespace runglass
{

namespace fs = std::filesystem;

std::string programDirectory()
{
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? std::string() : program.parent_path().string();
}

std::string exampleRuns()
{
    const std::string directory = programDirectory();
    if (directory.empty())
        return {};
    const fs::path folder = (fs::path(directory) / "../share/runglass/example").lexically_normal();
    std::error_code ignored;
    return fs::is_directory(folder, ignored) ? folder.string() : std::string();
}

} // namespace runglass
