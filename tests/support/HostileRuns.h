// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/HostileLogs.h"

#include <filesystem>

namespace runglass::test
{

/// Makes root/wandb/ with a run folder for each of hostileLogs(), and more whose harm lies beside the log: files that
/// are FIFOs, sockets and links, deeply nested metadata, thousands of files. One run is sound ("sound").
/// @return what is expected of each, the sound one and those with odd files included
std::vector<HostileLog> makeHostileRuns(const std::filesystem::path& root);

/// root/wandb/offline-run-20240102_030405-ID
std::filesystem::path hostileFolder(const std::filesystem::path& root, const std::string& id);

} // namespace runglass::test
