// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/ScratchRuns.h"

#include "tests/formats/WandbLogBuilder.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace runglass::test
{

std::filesystem::path ScratchRuns::add(std::string_view id, const std::vector<std::string>& records,
                                       std::string_view time, std::string_view below)
{
    WandbLogBuilder log;
    for (const std::string& payload : records)
        log.record(payload);
    const std::string name(id);
    const std::filesystem::path folder =
        std::filesystem::path(below) / ("offline-run-" + std::string(time) + "-" + name);
    return write(folder / ("run-" + name + ".wandb"), log.bytes()).parent_path();
}

std::filesystem::path ScratchRuns::write(const std::filesystem::path& relative, std::string_view bytes)
{
    const std::filesystem::path path = root() / relative;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::filesystem::path logOf(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".wandb")
            return entry.path();
    throw std::runtime_error("no log in " + folder.string());
}

std::string readBytes(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace runglass::test
