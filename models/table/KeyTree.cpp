// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/KeyTree.h"

#include <algorithm>

namespace runglass
{

/// The way from the root to a leaf, on the stack.
struct KeyTree::Frame {
    const Frame* above;
    const std::string& component;

    static KeyPath path(const Frame* last)
    {
        KeyPath components;
        for (; last; last = last->above)
            components.push_back(last->component);
        std::reverse(components.begin(), components.end());
        return components;
    }
};

struct KeyTree::Walk {
    const MakeColumn& makeColumn;
    const Visit& visit;
};

namespace
{

bool isOneValue(const Value& object)
{
    const auto type = object.object().find("_type");
    return type != object.object().end() && type->second.isText();
}

} // namespace

void KeyTree::visitLeaves(Value object, const MakeColumn& makeColumn, const Visit& visit)
{
    if (object.isObject())
        walk(m_root, object, nullptr, {makeColumn, visit});
}

void KeyTree::walk(Node& node, Value& object, const Frame* above, const Walk& with)
{
    for (auto& [key, value] : object.makeObject()) {
        const bool internal = !above && key.starts_with('_');
        if (internal || value.isNull())
            continue;
        const bool inner = value.isObject() && !isOneValue(value);
        if (inner && value.object().empty())
            continue;
        auto found = node.children.find(std::string_view(key));
        if (found == node.children.end())
            found = node.children.emplace(key, std::make_unique<Node>()).first;
        Node& child = *found->second;
        const Frame frame{above, key};
        if (inner) {
            walk(child, value, &frame, with);
            continue;
        }
        if (child.column == kNone)
            child.column = with.makeColumn(Frame::path(&frame));
        if (child.column != kNone)
            with.visit(child.column, std::move(value));
    }
}

std::uint32_t KeyTree::find(const KeyPath& path) const
{
    const Node* node = &m_root;
    for (const std::string& component : path) {
        const auto found = node->children.find(component);
        if (found == node->children.end())
            return kNone;
        node = found->second.get();
    }
    return node->column;
}

void KeyTree::add(const KeyPath& path, std::uint32_t column)
{
    Node* node = &m_root;
    for (const std::string& component : path) {
        std::unique_ptr<Node>& child = node->children[component];
        if (!child)
            child = std::make_unique<Node>();
        node = child.get();
    }
    node->column = column;
}

void KeyTree::forget(const KeyPath& path)
{
    Node* node = &m_root;
    for (const std::string& component : path) {
        const auto found = node->children.find(component);
        if (found == node->children.end())
            return;
        node = found->second.get();
    }
    node->column = kNone;
}

} // namespace runglass
