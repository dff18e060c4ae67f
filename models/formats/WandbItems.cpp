// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbItems.h"

#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"
#include "models/formats/ProtoFields.h"

#include <protozero/pbf_reader.hpp>

namespace runglass
{

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
            m_components.push_back(proto::view(fields));
            break;
        case proto::varint(3):
            fields.skip();
            render([](std::string& json) { json += "null"; });
            break;
        case proto::varint(4):
            render([&](std::string& json) { json += fields.get_bool() ? "true" : "false"; });
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
