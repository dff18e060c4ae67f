// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>

namespace runglass
{

/// Lets the allocator keep a few MB that were given free. The slices of a long log take 2 to 4 MB each, one after the
/// other: to hand the pages back and to ask for them again takes 5 % of the time of reading.
/// @thread  for main(), before there are others
inline void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int kept = 8 << 20;
    mallopt(M_TRIM_THRESHOLD, kept);
    // As it is by itself once a block of this size was given free; without this, trimming less would mean mapping more.
    mallopt(M_MMAP_THRESHOLD, kept / 2);
#endif
}

} // namespace runglass
