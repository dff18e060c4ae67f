// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// Writes CBOR (RFC 8949). Doubles are always 64 bits wide, so that every bit survives; text is bytes as they are.
class CborWriter
{
public:
    void integer(std::int64_t value);
    void natural(std::uint64_t value) { head(0, value); }
    void number(double value);
    void boolean(bool value) { m_bytes += value ? '\xf5' : '\xf4'; }
    void null() { m_bytes += '\xf6'; }
    void text(std::string_view value);
    void beginArray(std::size_t size) { head(4, size); }
    void beginMap() { m_bytes += '\xbf'; } ///< of unknown size, ended by endMap
    void endMap() { m_bytes += '\xff'; }
    void value(const Value& value);

    const std::string& bytes() const { return m_bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    void head(unsigned major, std::uint64_t argument);

    std::string m_bytes;
};

/// Reads what CborWriter writes. A mismatch or the end of the bytes makes it fail for good: every later call gives an
/// empty value and failed() says so. Nothing is allocated beyond what the bytes can hold.
class CborReader
{
public:
    explicit CborReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::int64_t integer();
    std::uint64_t natural();
    double number();
    bool boolean();
    std::string text();
    /// Number of items that follow, at most as many as there are bytes left.
    std::size_t array();
    void beginMap();
    /// Whether the next byte ends a map; takes it if so.
    bool atMapEnd();
    /// Whether a null comes next; takes it if so.
    bool atNull();
    Value value();
    /// Passes over one item of any kind.
    void skip() { skip(0); }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_position == m_bytes.size(); }
    std::size_t position() const { return m_position; }
    void fail() { m_failed = true; }

private:
    int peek() const;
    std::uint64_t head(unsigned major);
    std::uint64_t argument(unsigned info);
    void skip(int depth);
    Value object(int depth);
    Value array(int depth);
    Value value(int depth);

    std::string_view m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

} // namespace runglass
