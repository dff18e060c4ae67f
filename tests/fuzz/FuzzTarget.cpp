// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace runglass::fuzz
{

std::vector<NamedTarget>& targets()
{
    static std::vector<NamedTarget> all;
    return all;
}

bool addTarget(const char* name, Target run)
{
    targets().push_back({name, run});
    return true;
}

void require(bool holds, const char* promise)
{
    if (holds)
        return;
#ifdef RUNGLASS_FUZZ
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
#else
    throw std::logic_error(std::string("broken promise: ") + promise);
#endif
}

} // namespace runglass::fuzz
