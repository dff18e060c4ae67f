// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

/// Gives memory that was freed back to the system: the C library keeps what a thread once took for its next need, which
/// after reading thousands of runs is tens of megabytes that never comes. Takes some milliseconds.
/// @thread any
void returnFreedMemory();

} // namespace runglass
