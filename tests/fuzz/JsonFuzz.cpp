// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/Utf8.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

int depthOf(const Value& value)
{
    int deepest = 0;
    for (const Value& item : value.array())
        deepest = std::max(deepest, depthOf(item));
    for (const auto& [key, item] : value.object())
        deepest = std::max(deepest, depthOf(item));
    return value.isArray() || value.isObject() ? deepest + 1 : 0;
}

} // namespace

/// What is read can be written and read again with nothing changed.
RUNGLASS_FUZZ_TARGET(json)
{
    using fuzz::require;
    const std::string text = validUtf8(bytes);
    require(validUtf8Length(text) == text.size(), "mended text is valid");
    require(validUtf8(text) == text, "valid text is left alone");
    const Result<Value> value = parseJson(bytes);
    if (!value) {
        require(value.error().kind == Error::Kind::Corruption, "what is no JSON is damage");
        require(value.error().offset && *value.error().offset <= bytes.size(), "the offset lies in the text");
        return;
    }
    require(depthOf(*value) <= 128, "depth is bounded");
    for (const int indent : {-1, 2}) {
        const std::string json = toJson(*value, indent);
        require(validUtf8Length(json) == json.size(), "what is written is valid UTF-8");
        const Result<Value> again = parseJson(json);
        require(again.ok() && *again == *value, "what is written reads back");
    }
}
