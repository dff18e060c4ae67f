// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ByteCodec.h"

#include <utility>

namespace runglass
{

void ByteWriter::value(const Value& value)
{
    plain(static_cast<std::uint8_t>(value.kind()));
    switch (value.kind()) {
    case Value::Kind::Null:
        return;
    case Value::Kind::Bool:
        return plain(static_cast<std::uint8_t>(value.toBool()));
    case Value::Kind::Integer:
        return plain(value.toInteger());
    case Value::Kind::Double:
        return plain(value.toDouble());
    case Value::Kind::Text:
        return text(value.text());
    case Value::Kind::Array:
        plain(static_cast<std::uint32_t>(value.array().size()));
        for (const Value& element : value.array())
            this->value(element);
        return;
    case Value::Kind::Object:
        plain(static_cast<std::uint32_t>(value.object().size()));
        for (const auto& [key, member] : value.object()) {
            text(key);
            this->value(member);
        }
        return;
    }
}

Value ByteReader::value(int depth)
{
    const auto kind = static_cast<Value::Kind>(plain<std::uint8_t>());
    switch (kind) {
    case Value::Kind::Null:
        return {};
    case Value::Kind::Bool:
        return plain<std::uint8_t>() != 0;
    case Value::Kind::Integer:
        return plain<std::int64_t>();
    case Value::Kind::Double:
        return plain<double>();
    case Value::Kind::Text:
        return text();
    case Value::Kind::Array:
    case Value::Kind::Object:
        break;
    default:
        fail();
        return {};
    }
    const std::size_t size = count();
    if (depth == 0) {
        fail();
        return {};
    }
    if (kind == Value::Kind::Array) {
        Value::Array elements;
        for (std::size_t i = 0; i < size && ok(); ++i)
            elements.push_back(value(depth - 1));
        return elements;
    }
    Value::Object members;
    for (std::size_t i = 0; i < size && ok(); ++i) {
        std::string key = text();
        members.insert_or_assign(std::move(key), value(depth - 1));
    }
    return members;
}

} // namespace runglass
