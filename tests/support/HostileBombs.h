// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace runglass::test
{

/// Makes root/NAME/wandb/ with one run folder for each way of asking for much memory with few bytes: logs and files of
/// at most 24 MB (one of 70) whose values would take a gigabyte and more if all of them were kept.
void makeHostileBombs(const std::filesystem::path& root);

} // namespace runglass::test
