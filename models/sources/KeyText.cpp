// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/KeyText.h"

#include "models/formats/Json.h"

namespace runglass
{

bool isUsableKey(const KeyPath& path)
{
    return !path.empty() && path.size() <= kMaxKeyComponents;
}

KeyPath storedKey(const KeyPath& path)
{
    KeyPath stored;
    stored.reserve(path.size());
    for (const std::string& component : path)
        stored.push_back(validUtf8(component));
    return stored;
}

} // namespace runglass
