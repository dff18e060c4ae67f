// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace runglass
{

/// Path of a key inside config, summary or history, one string a component.
/// A component may hold dots and slashes; joining is for display only and can collide.
using KeyPath = std::vector<std::string>;

/// A logged value of any shape: JSON with 64-bit integers apart from doubles, and with NaN and ±Infinity.
/// Plain value, copyable, safe to hand between threads. Nesting is bounded by whoever builds it.
class Value
{
public:
    using Array = std::vector<Value>;
    using Object = std::map<std::string, Value, std::less<>>;
    enum class Kind { Null, Bool, Integer, Double, Text, Array, Object };

    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string value);
    Value(std::string_view value);
    Value(Array value);
    Value(Object value);

    Kind kind() const { return static_cast<Kind>(m_data.index()); }
    bool isNull() const { return kind() == Kind::Null; }
    bool isNumber() const { return kind() == Kind::Integer || kind() == Kind::Double; }
    bool isText() const { return kind() == Kind::Text; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }

    /// Each asks for the kind it names; any other kind gives false, 0, NaN or an empty value.
    bool toBool() const;
    std::int64_t toInteger() const;
    /// Integers are converted (rounded beyond 2^53); everything that is no number is NaN.
    double toDouble() const;
    const std::string& text() const;
    const Array& array() const;
    const Object& object() const;

    /// Turns the value into an array or object if it is none, and gives it for writing.
    Array& makeArray();
    Object& makeObject();

    /// NaN equals NaN here and 1 differs from 1.0: this is identity of what was logged, not arithmetic.
    friend bool operator==(const Value& a, const Value& b);

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_data;
};

/// The value at path, or null when there is none. An empty path is the root.
const Value* findPath(const Value& root, const KeyPath& path);
/// Replaces the value at path; objects on the way are made, anything else on the way is replaced by one.
void setPath(Value& root, const KeyPath& path, Value value);
/// Removes the value at path, and objects on the way that became empty by it.
void removePath(Value& root, const KeyPath& path);
/// Merges objects recursively; everything else in from replaces what is in into.
void mergeInto(Value& into, const Value& from);
/// Bytes that a value takes in memory, about: what bounds on memory count.
std::size_t roughBytes(const Value& value);
/// Components joined with dots, for display.
std::string displayKey(const KeyPath& path);

} // namespace runglass
