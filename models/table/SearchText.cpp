// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/SearchText.h"

#include "models/expression/TextFold.h"

namespace runglass
{

std::string searchText(std::string_view text)
{
    return searchFold(text);
}

} // namespace runglass
