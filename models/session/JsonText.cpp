// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/JsonText.h"

#include "models/formats/Json.h"

namespace runglass
{

Result<Value> valueFromJson(std::string_view text)
{
    return parseJson(text);
}

std::string jsonOf(const Value& value, int indent)
{
    return toJson(value, indent);
}

std::string asValidUtf8(std::string_view text)
{
    return validUtf8(text);
}

} // namespace runglass
