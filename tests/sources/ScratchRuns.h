// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestEnvironment.h"

#include <string_view>
#include <vector>

namespace runglass::test
{

/// Run folders made for one test, in a temporary directory.
class ScratchRuns
{
public:
    const std::filesystem::path& root() const { return m_root.path(); }

    /// wandb/offline-run-<time>-<id>/run-<id>.wandb below the root, holding these records.
    std::filesystem::path add(std::string_view id, const std::vector<std::string>& records,
                              std::string_view time = "20240102_030405", std::string_view below = "wandb");
    /// A file with its directories.
    std::filesystem::path write(const std::filesystem::path& relative, std::string_view bytes);

private:
    TemporaryDirectory m_root;
};

/// Where a run folder's log is.
std::filesystem::path logOf(const std::filesystem::path& folder);
std::string readBytes(const std::filesystem::path& file);

} // namespace runglass::test
