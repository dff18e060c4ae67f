// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Value.h"

#include <cmath>
#include <limits>

namespace runglass
{

namespace
{
const std::string kNoText;
const Value::Array kNoArray;
const Value::Object kNoObject;
} // namespace

Value::Value(bool value)
    : m_data(value)
{
}

Value::Value(int value)
    : m_data(std::int64_t{value})
{
}

Value::Value(std::int64_t value)
    : m_data(value)
{
}

Value::Value(double value)
    : m_data(value)
{
}

Value::Value(const char* value)
    : m_data(std::string(value))
{
}

Value::Value(std::string value)
    : m_data(std::move(value))
{
}

Value::Value(std::string_view value)
    : m_data(std::string(value))
{
}

Value::Value(Array value)
    : m_data(std::move(value))
{
}

Value::Value(Object value)
    : m_data(std::move(value))
{
}

bool Value::toBool() const
{
    const bool* value = std::get_if<bool>(&m_data);
    return value && *value;
}

std::int64_t Value::toInteger() const
{
    const std::int64_t* value = std::get_if<std::int64_t>(&m_data);
    return value ? *value : 0;
}

double Value::toDouble() const
{
    if (const double* value = std::get_if<double>(&m_data))
        return *value;
    if (const std::int64_t* value = std::get_if<std::int64_t>(&m_data))
        return static_cast<double>(*value);
    return std::numeric_limits<double>::quiet_NaN();
}

const std::string& Value::text() const
{
    const std::string* value = std::get_if<std::string>(&m_data);
    return value ? *value : kNoText;
}

const Value::Array& Value::array() const
{
    const Array* value = std::get_if<Array>(&m_data);
    return value ? *value : kNoArray;
}

const Value::Object& Value::object() const
{
    const Object* value = std::get_if<Object>(&m_data);
    return value ? *value : kNoObject;
}

Value::Array& Value::makeArray()
{
    if (!isArray())
        m_data = Array();
    return std::get<Array>(m_data);
}

Value::Object& Value::makeObject()
{
    if (!isObject())
        m_data = Object();
    return std::get<Object>(m_data);
}

bool operator==(const Value& a, const Value& b)
{
    if (a.kind() == Value::Kind::Double && b.kind() == Value::Kind::Double) {
        const double x = a.toDouble();
        const double y = b.toDouble();
        return x == y || (std::isnan(x) && std::isnan(y));
    }
    return a.m_data == b.m_data;
}

const Value* findPath(const Value& root, const KeyPath& path)
{
    const Value* at = &root;
    for (const std::string& component : path) {
        const auto found = at->object().find(component);
        if (found == at->object().end())
            return nullptr;
        at = &found->second;
    }
    return at;
}

void setPath(Value& root, const KeyPath& path, Value value)
{
    Value* at = &root;
    for (const std::string& component : path)
        at = &at->makeObject()[component];
    *at = std::move(value);
}

namespace
{
void removeBelow(Value& at, const KeyPath& path, std::size_t depth)
{
    if (!at.isObject())
        return;
    Value::Object& object = at.makeObject();
    const auto found = object.find(path[depth]);
    if (found == object.end())
        return;
    if (depth + 1 == path.size()) {
        object.erase(found);
        return;
    }
    removeBelow(found->second, path, depth + 1);
    if (found->second.isObject() && found->second.object().empty())
        object.erase(found);
}
} // namespace

void removePath(Value& root, const KeyPath& path)
{
    if (path.empty())
        root = Value();
    else
        removeBelow(root, path, 0);
}

void mergeInto(Value& into, const Value& from)
{
    if (!from.isObject() || !into.isObject()) {
        into = from;
        return;
    }
    Value::Object& target = into.makeObject();
    for (const auto& [key, value] : from.object())
        mergeInto(target[key], value);
}

std::size_t roughBytes(const Value& value)
{
    constexpr std::size_t kNode = 48; // of a map
    std::size_t bytes = sizeof(Value) + value.text().size();
    for (const Value& element : value.array())
        bytes += roughBytes(element);
    for (const auto& [key, member] : value.object())
        bytes += kNode + key.size() + roughBytes(member);
    return bytes;
}

std::string displayKey(const KeyPath& path)
{
    std::string joined;
    for (const std::string& component : path) {
        if (!joined.empty())
            joined += '.';
        joined += component;
    }
    return joined;
}

} // namespace runglass
