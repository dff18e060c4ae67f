// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Result.h"

namespace runglass
{

std::string describe(const Error& error)
{
    std::string text = error.path;
    if (error.offset)
        text += (text.empty() ? "at byte " : " at byte ") + std::to_string(*error.offset);
    if (!text.empty())
        text += ": ";
    return text + error.detail;
}

} // namespace runglass
