// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Column.h"

namespace runglass
{

double Column::number(std::uint32_t) const
{
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace runglass
