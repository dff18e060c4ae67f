// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace runglass
{

/// "quiet-lake-7": two random words and the given number.
std::string randomRunName(std::mt19937_64& random, std::uint64_t number);

} // namespace runglass
