// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Cbor.h"

#include <bit>
#include <limits>

namespace runglass
{

namespace
{

/// Far above what the JSON reader lets in, far below what a stack holds.
constexpr int kMaxDepth = 512;

constexpr unsigned kFalse = 0xf4, kTrue = 0xf5, kNull = 0xf6, kDouble = 0xfb, kOpenMap = 0xbf, kEnd = 0xff;

} // namespace

void CborWriter::head(unsigned major, std::uint64_t argument)
{
    const auto lead = [this, major](unsigned info) { m_bytes += static_cast<char>(major << 5 | info); };
    int width = 0;
    if (argument < 24)
        return lead(static_cast<unsigned>(argument));
    if (argument <= 0xff)
        lead(24), width = 1;
    else if (argument <= 0xffff)
        lead(25), width = 2;
    else if (argument <= 0xffffffff)
        lead(26), width = 4;
    else
        lead(27), width = 8;
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        m_bytes += static_cast<char>(argument >> shift & 0xff);
}

void CborWriter::integer(std::int64_t value)
{
    // CBOR holds a negative n as -1 - n, which is its complement.
    if (value < 0)
        head(1, ~static_cast<std::uint64_t>(value));
    else
        head(0, static_cast<std::uint64_t>(value));
}

void CborWriter::number(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    m_bytes += static_cast<char>(kDouble);
    for (int shift = 56; shift >= 0; shift -= 8)
        m_bytes += static_cast<char>(bits >> shift & 0xff);
}

void CborWriter::text(std::string_view value)
{
    head(3, value.size());
    m_bytes += value;
}

void CborWriter::value(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return null();
    case Value::Kind::Bool:
        return boolean(value.toBool());
    case Value::Kind::Integer:
        return integer(value.toInteger());
    case Value::Kind::Double:
        return number(value.toDouble());
    case Value::Kind::Text:
        return text(value.text());
    case Value::Kind::Array:
        beginArray(value.array().size());
        for (const Value& item : value.array())
            this->value(item);
        return;
    case Value::Kind::Object:
        head(5, value.object().size());
        for (const auto& [key, item] : value.object()) {
            text(key);
            this->value(item);
        }
        return;
    }
}

int CborReader::peek() const
{
    return m_failed || atEnd() ? -1 : static_cast<unsigned char>(m_bytes[m_position]);
}

std::uint64_t CborReader::argument(unsigned info)
{
    if (info < 24)
        return info;
    const std::size_t width = info < 28 ? std::size_t{1} << (info - 24) : 0;
    if (width == 0 || m_bytes.size() - m_position < width) {
        fail();
        return 0;
    }
    std::uint64_t argument = 0;
    for (std::size_t i = 0; i < width; ++i)
        argument = argument << 8 | static_cast<unsigned char>(m_bytes[m_position++]);
    return argument;
}

std::uint64_t CborReader::head(unsigned major)
{
    const int lead = peek();
    if (lead < 0 || static_cast<unsigned>(lead) >> 5 != major) {
        fail();
        return 0;
    }
    ++m_position;
    return argument(static_cast<unsigned>(lead) & 31);
}

std::int64_t CborReader::integer()
{
    const bool negative = peek() >> 5 == 1;
    const std::uint64_t magnitude = head(negative ? 1 : 0);
    if (magnitude > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        fail();
    if (m_failed)
        return 0;
    return static_cast<std::int64_t>(negative ? ~magnitude : magnitude);
}

std::uint64_t CborReader::natural()
{
    const std::uint64_t value = head(0);
    return m_failed ? 0 : value;
}

double CborReader::number()
{
    if (peek() != static_cast<int>(kDouble)) {
        fail();
        return 0;
    }
    ++m_position;
    return std::bit_cast<double>(argument(27));
}

bool CborReader::boolean()
{
    const int lead = peek();
    if (lead != static_cast<int>(kFalse) && lead != static_cast<int>(kTrue)) {
        fail();
        return false;
    }
    ++m_position;
    return lead == static_cast<int>(kTrue);
}

std::string CborReader::text()
{
    const std::uint64_t size = head(3);
    if (m_failed || size > m_bytes.size() - m_position) {
        fail();
        return {};
    }
    const std::string_view text = m_bytes.substr(m_position, size);
    m_position += size;
    return std::string(text);
}

std::size_t CborReader::array()
{
    const std::uint64_t size = head(4);
    if (size > m_bytes.size() - m_position)
        fail();
    return m_failed ? 0 : size;
}

void CborReader::beginMap()
{
    if (peek() == static_cast<int>(kOpenMap))
        ++m_position;
    else
        fail();
}

bool CborReader::atMapEnd()
{
    if (m_failed || peek() != static_cast<int>(kEnd))
        return false;
    ++m_position;
    return true;
}

bool CborReader::atNull()
{
    if (peek() != static_cast<int>(kNull))
        return false;
    ++m_position;
    return true;
}

void CborReader::skip(int depth)
{
    const int lead = peek();
    if (depth > kMaxDepth)
        return fail();
    if (lead == static_cast<int>(kOpenMap)) {
        beginMap();
        while (!m_failed && !atMapEnd())
            skip(depth + 1);
    } else if (lead >> 5 == 4) {
        const std::size_t size = array();
        for (std::size_t i = 0; i < size && !m_failed; ++i)
            skip(depth + 1);
    } else {
        value(depth);
    }
}

Value CborReader::value()
{
    return value(0);
}

Value CborReader::value(int depth)
{
    const int lead = peek();
    if (lead < 0 || depth > kMaxDepth) {
        fail();
        return {};
    }
    switch (lead >> 5) {
    case 0:
    case 1:
        return integer();
    case 3:
        return text();
    case 4:
        return array(depth);
    case 5:
        return object(depth);
    default:
        break;
    }
    if (atNull())
        return {};
    if (lead == static_cast<int>(kDouble))
        return number();
    return boolean();
}

Value CborReader::array(int depth)
{
    Value::Array items;
    const std::size_t size = array();
    for (std::size_t i = 0; i < size && !m_failed; ++i)
        items.push_back(value(depth + 1));
    return items;
}

Value CborReader::object(int depth)
{
    Value::Object members;
    const std::uint64_t size = head(5);
    for (std::uint64_t i = 0; i < size && !m_failed; ++i) {
        std::string key = text();
        members.insert_or_assign(members.end(), std::move(key), value(depth + 1));
    }
    return members;
}

} // namespace runglass
