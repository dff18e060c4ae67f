// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/OpenFiles.h"

#include <algorithm>
#include <sys/resource.h>

namespace runglass
{

std::size_t mostOpenFiles()
{
    constexpr std::size_t kUsual = 1024;
    rlimit limit = {};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : kUsual;
}

void raiseMostOpenFiles()
{
    constexpr rlim_t kEnough = 16384;
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kEnough)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, kEnough);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace runglass
