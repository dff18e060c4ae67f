// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

/// Becomes the window program beside this one, with the same arguments.
/// @return only when that cannot be: 2 for a first argument that is nothing, or without a display; 1 when the program
/// is
///         not there. What is wrong was said on standard error
int openWindow(int argc, char** argv);

} // namespace runglass
