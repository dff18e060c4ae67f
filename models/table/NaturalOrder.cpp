// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/NaturalOrder.h"

#include "models/table/RowSort.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unicode/coll.h>
#include <unicode/unistr.h>
#include <vector>

namespace runglass
{

namespace
{

/// What takes part in the order of a text and of a value.
constexpr std::size_t kTextBytes = 1024, kKeyBytes = 8192;

enum class Mark : char { End, Bool, Number, Text, Array, Object };

void appendMark(std::string& key, Mark mark)
{
    key += static_cast<char>(mark);
}

void appendBigEndian(std::string& key, std::uint64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        key += static_cast<char>(number >> shift & 0xFF);
}

icu::UnicodeString unicode(std::string_view text)
{
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 1U << 30));
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size));
}

} // namespace

struct NaturalOrder::Collator {
    std::unique_ptr<icu::Collator> icu; ///< null when ICU has no data: bytes decide then
    mutable std::vector<std::uint8_t> buffer;
};

NaturalOrder::NaturalOrder()
    : m_collator(std::make_unique<Collator>())
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) || !collator)
        return;
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_SUCCESS(status))
        m_collator->icu = std::move(collator);
}

NaturalOrder::~NaturalOrder() = default;

std::string NaturalOrder::key(std::string_view text) const
{
    std::string key;
    append(key, text);
    return key;
}

std::string NaturalOrder::key(const Value& value) const
{
    std::string key;
    append(key, value);
    return key;
}

void NaturalOrder::append(std::string& key, std::string_view text) const
{
    if (m_collator->icu) {
        const icu::UnicodeString string = unicode(text.substr(0, kTextBytes));
        std::vector<std::uint8_t>& buffer = m_collator->buffer;
        buffer.resize(std::max<std::size_t>(buffer.size(), 256));
        const auto capacity = static_cast<std::int32_t>(buffer.size());
        const std::int32_t size = m_collator->icu->getSortKey(string, buffer.data(), capacity);
        if (size > capacity) {
            buffer.resize(static_cast<std::size_t>(size));
            m_collator->icu->getSortKey(string, buffer.data(), size);
        }
        key.append(buffer.begin(), buffer.begin() + size);
    }
    key.append(text);
    key += '\0';
}

void NaturalOrder::append(std::string& key, const Value& value) const
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return appendMark(key, Mark::End);
    case Value::Kind::Bool:
        appendMark(key, Mark::Bool);
        key += value.toBool() ? '\2' : '\1';
        return;
    case Value::Kind::Integer:
    case Value::Kind::Double: {
        appendMark(key, Mark::Number);
        const double number = value.toDouble();
        appendBigEndian(key, std::isnan(number) ? std::numeric_limits<std::uint64_t>::max() : orderedBits(number));
        const auto offset = static_cast<std::uint64_t>(offsetFromDouble(value.toInteger()));
        return appendBigEndian(key, offset ^ std::uint64_t{1} << 63);
    }
    case Value::Kind::Text:
        appendMark(key, Mark::Text);
        return append(key, std::string_view(value.text()));
    case Value::Kind::Array:
        appendMark(key, Mark::Array);
        for (const Value& element : value.array()) {
            if (key.size() < kKeyBytes)
                append(key, element);
        }
        return appendMark(key, Mark::End);
    case Value::Kind::Object:
        appendMark(key, Mark::Object);
        for (const auto& [name, member] : value.object()) {
            if (key.size() >= kKeyBytes)
                break;
            append(key, std::string_view(name));
            append(key, member);
        }
        return appendMark(key, Mark::End);
    }
}

std::int64_t offsetFromDouble(std::int64_t exact)
{
    constexpr double kTwo63 = 9223372036854775808.0;
    const auto rounded = static_cast<double>(exact);
    if (rounded >= kTwo63)
        return exact - std::numeric_limits<std::int64_t>::max() - 1;
    return exact - static_cast<std::int64_t>(rounded);
}

} // namespace runglass
