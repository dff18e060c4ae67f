// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestEnvironment.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace runglass::test
{

/// A folder of runs that the SDK wrote, by the name of what was done there.
inline std::string wandb(const std::string& scenario)
{
    return fixture("wandb/" + scenario).string();
}

/// What is in a folder that has one entry.
inline std::filesystem::path onlyFolder(const std::filesystem::path& parent)
{
    return std::filesystem::directory_iterator(parent)->path();
}

/// The folder of the only run of wandb(scenario).
inline std::filesystem::path runFolder(const std::string& scenario)
{
    return onlyFolder(fixture("wandb/" + scenario + "/wandb"));
}

inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace runglass::test
