// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

namespace runglass::test
{

/// Copies of the fixtures' runs that a test may change, below one directory.
class ScratchTree
{
public:
    explicit ScratchTree(const std::vector<std::string>& scenarios)
    {
        for (const std::string& scenario : scenarios)
            for (const auto& folder : std::filesystem::directory_iterator(fixture("wandb/" + scenario + "/wandb")))
                if (folder.is_directory() && !folder.is_symlink())
                    copyTree(folder.path(), wandb() / folder.path().filename());
    }
    std::string root() const { return m_directory.path().string(); }
    std::filesystem::path wandb() const { return m_directory.path() / "wandb"; }
    /// Runs the program with the tree as its source.
    ProgramRun run(std::vector<std::string> arguments, const std::map<std::string, std::string>& environment = {}) const
    {
        arguments.insert(arguments.end(), {"--source", root()});
        return runglass(arguments, environment);
    }
    ProgramRun list(std::vector<std::string> arguments = {"--json"}) const
    {
        arguments.insert(arguments.begin(), {"list", root()});
        return runglass(arguments);
    }
    /// Without what depends on where, when and by whom.
    std::string normalised(std::string text) const
    {
        const std::string root = std::filesystem::canonical(m_directory.path()).string();
        for (std::size_t place = 0; (place = text.find(root, place)) != std::string::npos;)
            text.replace(place, root.size(), "@TREE@");
        text = std::regex_replace(text, std::regex(R"re("(at)": "[0-9T:.Z-]+")re"), R"("$1": "@TIME@")");
        text = std::regex_replace(text, std::regex(R"re("by": "[^"]+")re"), R"("by": "@USER@")");
        return std::regex_replace(text, std::regex(R"re("size": [1-9][0-9]*)re"), R"("size": @SIZE@)");
    }

private:
    TemporaryDirectory m_directory;
};

} // namespace runglass::test
