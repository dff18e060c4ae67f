// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace runglass
{

/// How many files and connections this process may have open at once (the soft RLIMIT_NOFILE).
std::size_t mostOpenFiles();

/// Raises that to what the system allows, within reason. For a program's start: a descriptor above 1023 breaks
/// select().
void raiseMostOpenFiles();

} // namespace runglass
