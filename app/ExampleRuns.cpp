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
    // Without links in it, as sources call themselves.
    std::error_code missing;
    const fs::path folder = fs::canonical(fs::path(directory) / "../share/runglass/example", missing);
    std::error_code ignored;
    return !missing && fs::is_directory(folder, ignored) ? folder.string() : std::string();
}

} // namespace runglass
