// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbItems.h"

#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"
#include "models/formats/ProtoFields.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace runglass
{

namespace
{

/// More than any key may have (models/sources/KeyText.h), so that a longer one is still seen to be too long.
constexpr std::size_t kMostComponents = 65;

/// The lowest length bytes of a number as memory holds it, for length < 8.
std::uint64_t lowest(std::uint64_t word, std::size_t length)
{
    return word & ((std::uint64_t{1} << (8 * length)) - 1);
}

/// Without a branch on the key's length, which is hard to foresee: the bytes behind the key are read and masked away.
std::array<std::uint64_t, 2> headOf(const char* key, std::size_t length, const char* end)
{
    std::array<std::uint64_t, 2> head = {};
    if (end - key < 16) {
        std::memcpy(head.data(), key, std::min<std::size_t>(length, 16));
        return head;
    }
    std::memcpy(head.data(), key, 16);
    const std::size_t inHigh = length > 8 ? length - 8 : 0;
    head[0] = length < 8 ? lowest(head[0], length) : head[0];
    head[1] = inHigh < 8 ? lowest(head[1], inHigh) : head[1];
    return head;
}

} // namespace

void WandbItemList::clear()
{
    m_items.clear();
    m_components.clear();
    m_nested.clear();
    m_rendered.clear();
    m_typed.clear();
}

void WandbItemList::append(std::string_view message, bool needsValue)
{
    WandbItem item;
    const std::size_t firstComponent = m_components.size();
    const std::size_t renderedStart = m_rendered.size();
    const auto render = [&](auto&& appendTo) {
        m_rendered.resize(renderedStart);
        appendTo(m_rendered);
    };
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(1):
            item.key = proto::view(fields);
            break;
        case proto::bytes(2):
            if (const auto component = proto::view(fields); m_components.size() - firstComponent < kMostComponents)
                m_components.push_back(component);
            break;
        case proto::varint(3):
            fields.skip();
            render([](std::string& json) { json += "null"; });
            break;
        case proto::varint(4):
            render([&](std::string& json) { json += fields.get_uint64() != 0 ? "true" : "false"; });
            break;
        case proto::varint(5):
            render([&](std::string& json) { json += std::to_string(fields.get_sint64()); });
            break;
        case proto::fixed64(6):
            render([&](std::string& json) { appendJsonNumber(json, fields.get_double()); });
            break;
        case proto::bytes(7):
            render([&](std::string& json) { json += toJson(Value(proto::view(fields))); });
            break;
        case proto::bytes(8):
        case proto::bytes(16):
            item.valueJson = proto::view(fields);
            break;
        default:
            fields.skip();
        }
    }
    const bool typed = m_rendered.size() > renderedStart;
    if (needsValue && !typed && item.valueJson.empty()) {
        m_components.resize(firstComponent);
        return;
    }
    if (typed)
        m_typed.push_back({m_items.size(), renderedStart, m_rendered.size() - renderedStart});
    const std::size_t components = m_components.size() - firstComponent;
    if (components > 1)
        m_nested.push_back({m_items.size(), firstComponent, components});
    if (components == 1) {
        item.key = m_components.back();
        m_components.pop_back();
    }
    m_items.push_back(item);
}

std::string_view WandbItemList::appendPlain(std::string_view fields)
{
    static_assert(std::endian::native == std::endian::little);
    constexpr std::size_t kAround =
        6; // tag and length of item, of key, and the value's two-byte tag and length less one
    const char* at = fields.data();
    const char* const end = at + fields.size();
    while (end - at > static_cast<std::ptrdiff_t>(kAround + 1)) {
        const auto byte = [at](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(at[i])); };
        const std::size_t itemLength = byte(1);
        const std::size_t keyLength = byte(3);
        const auto left = static_cast<std::size_t>(end - at) - 2;
        // One byte is a length below 128; with both in bounds the value's place is too.
        const bool fits = byte(0) == 0x0A && itemLength < 0x80 && itemLength <= left &&
                          (byte(2) == 0x12 || byte(2) == 0x0A) && keyLength + 5 < itemLength;
        if (!fits)
            break;
        const char* const value = at + 4 + keyLength;
        const std::size_t valueLength = static_cast<unsigned char>(value[2]);
        if (value[0] != static_cast<char>(0x82) || value[1] != 0x01 || valueLength + keyLength + 5 != itemLength)
            break;
        WandbItem& item = m_items.emplace_back();
        item.key = {at + 4, keyLength};
        item.valueJson = {value + 3, valueLength};
        item.keyHead = headOf(at + 4, keyLength, end);
        item.hasKeyHead = true;
        at = value + 3 + valueLength;
    }
    return {at, static_cast<std::size_t>(end - at)};
}

std::span<const WandbItem> WandbItemList::items()
{
    const std::span<const std::string_view> components(m_components);
    for (const Pending& nested : m_nested)
        m_items[nested.item].nestedKey = components.subspan(nested.start, nested.length);
    const std::string_view rendered(m_rendered);
    for (const Pending& typed : m_typed)
        m_items[typed.item].valueJson = rendered.substr(typed.start, typed.length);
    return m_items;
}

Status readUpdate(std::string_view message, WandbItemList& updates, WandbItemList& removals)
{
    try {
        updates.clear();
        removals.clear();
        proto::Reader fields = proto::reader(updates.appendPlain(message));
        while (fields.next()) {
            if (fields.tag_and_type() == proto::bytes(1))
                updates.append(proto::view(fields), true);
            else if (fields.tag_and_type() == proto::bytes(2))
                removals.append(proto::view(fields), false);
            else
                fields.skip();
        }
        return Done{};
    } catch (const protozero::exception& exception) {
        return proto::undecodable(exception);
    }
}

KeyPath WandbItem::path() const
{
    if (nestedKey.empty())
        return {validUtf8(key)};
    KeyPath path;
    path.reserve(nestedKey.size());
    for (const std::string_view component : nestedKey)
        path.push_back(validUtf8(component));
    return path;
}

} // namespace runglass
