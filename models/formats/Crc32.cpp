// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Crc32.h"

#include <libdeflate.h>

namespace runglass
{

std::uint32_t crc32Of(std::string_view bytes)
{
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

} // namespace runglass
