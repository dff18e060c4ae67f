// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace runglass
{

/// Appends plain values, texts and vectors in this computer's byte order.
class ByteWriter
{
public:
    template <typename T> void plain(T value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view text)
    {
        plain(static_cast<std::uint32_t>(text.size()));
        m_bytes.append(text);
    }
    template <typename T> void all(const std::vector<T>& values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        plain(static_cast<std::uint64_t>(values.size()));
        m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void path(const KeyPath& path)
    {
        plain(static_cast<std::uint32_t>(path.size()));
        for (const std::string& component : path)
            text(component);
    }
    void value(const Value& value);
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. What does not fit makes ok() false for good and every later read empty.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    bool ok() const { return m_ok; }
    bool isAtEnd() const { return m_ok && m_rest.empty(); }
    bool fail()
    {
        m_ok = false;
        m_rest = {};
        return false;
    }

    template <typename T> T plain()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value = {};
        const std::string_view bytes = take(sizeof value);
        if (!bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string_view view() { return take(plain<std::uint32_t>()); }
    std::string text() { return std::string(view()); }
    template <typename T> std::vector<T> all()
    {
        const auto count = plain<std::uint64_t>();
        if (count > m_rest.size() / sizeof(T)) {
            fail();
            return {};
        }
        std::vector<T> values(static_cast<std::size_t>(count));
        const std::string_view bytes = take(values.size() * sizeof(T));
        if (!bytes.empty())
            std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    /// A number of things to come, of which each takes at least a byte.
    std::size_t count()
    {
        const auto count = plain<std::uint32_t>();
        return count <= m_rest.size() || !fail() ? count * std::size_t{m_ok} : 0;
    }
    KeyPath path()
    {
        KeyPath path(count());
        for (std::string& component : path)
            component = text();
        return path;
    }
    /// @param depth  of arrays and objects that may still come
    Value value(int depth = 100);

private:
    std::string_view take(std::size_t size)
    {
        if (size > m_rest.size()) {
            fail();
            return {};
        }
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    std::string_view m_rest;
    bool m_ok = true;
};

} // namespace runglass
