// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ValueTreeNode.h"

#include <algorithm>

namespace runglass
{

bool ValueTreeModel::Node::isBranch(const Value& value)
{
    if (value.isObject())
        return !value.object().empty();
    const auto nested = [](const Value& element) { return element.isObject() || element.isArray(); };
    return value.isArray() && std::any_of(value.array().begin(), value.array().end(), nested);
}

std::size_t ValueTreeModel::Node::childCount(const Value& value)
{
    return isBranch(value) ? value.object().size() + value.array().size() : 0;
}

std::optional<ValueTreeModel::Node> ValueTreeModel::Node::likeIn(const Value& branch) const
{
    if (!name)
        return number < branch.array().size()
                   ? std::optional(Node{nullptr, number, &branch.array()[number], nullptr, 0, {}})
                   : std::nullopt;
    const auto found = branch.object().find(*name);
    return found != branch.object().end() ? std::optional(Node{&found->first, 0, &found->second, nullptr, 0, {}})
                                          : std::nullopt;
}

void ValueTreeModel::Node::grow()
{
    children.reserve(childCount(*value));
    eachChild(*value, [this](Node child) {
        child.parent = this;
        children.push_back(std::make_unique<Node>(std::move(child)));
        children.back()->grow();
    });
    renumber();
}

void ValueTreeModel::Node::renumber()
{
    for (std::size_t i = 0; i < children.size(); ++i)
        children[i]->row = static_cast<int>(i);
}

std::string ValueTreeModel::Node::key() const
{
    return name ? *name : '[' + std::to_string(number) + ']';
}

bool ValueTreeModel::Node::isSameKey(const Node& other) const
{
    return name && other.name ? *name == *other.name : !name && !other.name && number == other.number;
}

bool ValueTreeModel::Node::isInternal() const
{
    const Node* at = this;
    while (at->parent && at->parent->parent)
        at = at->parent;
    return at->name && at->name->starts_with('_');
}

const Value* ValueTreeModel::Node::mediaType() const
{
    const auto type = value->object().find("_type");
    return type != value->object().end() && type->second.isText() ? &type->second : nullptr;
}

int ValueTreeModel::Node::leaves() const
{
    if (children.empty())
        return 1;
    int count = 0;
    for (const auto& child : children)
        count += child->leaves();
    return count;
}

} // namespace runglass
