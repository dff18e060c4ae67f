// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace runglass
{

enum class AxisScale { Linear, Log };

} // namespace runglass
