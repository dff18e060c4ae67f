// SPDX-License-Identifier: GPL-3.0-or-later
// How a ValueTreeModel goes from one document to the next with its rows where they are.
#include "models/items/ValueTreeNode.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace runglass
{

namespace
{

/// Rows that move, times those beside them. Telling a view of each takes longer than a new tree beyond this.
constexpr std::size_t kMostMoved = 20'000'000;

} // namespace

void ValueTreeModel::updateValue(std::shared_ptr<const Value> value)
{
    const bool isSame = *value == *m_value;
    if (!isSame && (!m_value->isObject() || !value->isObject() || costOfMoves(*m_root, *value) > kMostMoved)) {
        setValue(std::move(value));
        return;
    }
    if (isSame)
        return;
    // Rows show the document of before until they have their new values.
    removeOthers(*m_root, *value);
    const std::shared_ptr<const Value> before = std::exchange(m_value, std::move(value));
    m_root->value = m_value.get();
    exchange(*m_root);
    insertNew(*m_root);
    countLeaves();
}

std::size_t ValueTreeModel::costOfMoves(const Node& node, const Value& next)
{
    if (!Node::isBranch(next))
        return node.children.size() * node.children.size();
    std::size_t kept = 0, below = 0;
    for (const auto& child : node.children) {
        const std::optional<Node> found = child->likeIn(next);
        if (!found || Node::isBranch(*found->value) != Node::isBranch(*child->value))
            continue;
        ++kept;
        below += costOfMoves(*child, *found->value);
    }
    const std::size_t wanted = Node::childCount(next);
    return below + (node.children.size() + wanted - 2 * kept) * std::max(node.children.size(), wanted);
}

/// Rows whose value is gone, or is a leaf now and was a branch, or the other way round.
void ValueTreeModel::removeOthers(Node& node, const Value& next)
{
    const bool isBranch = Node::isBranch(next);
    for (int row = static_cast<int>(node.children.size()) - 1; row >= 0; --row) {
        Node& child = *node.children[static_cast<std::size_t>(row)];
        const std::optional<Node> found = isBranch ? child.likeIn(next) : std::nullopt;
        if (found && Node::isBranch(*found->value) == Node::isBranch(*child.value)) {
            removeOthers(child, *found->value);
            continue;
        }
        beginRemoveRows(indexOf(node), row, row);
        node.children.erase(node.children.begin() + row);
        node.renumber();
        endRemoveRows();
    }
}

/// Gives the rows below node the names and values that node's own has for them.
void ValueTreeModel::exchange(Node& node)
{
    for (const auto& child : node.children) {
        const std::optional<Node> next = child->likeIn(*node.value);
        const bool isOther = !(*child->value == *next->value);
        child->name = next->name;
        child->value = next->value;
        exchange(*child);
        if (isOther)
            emit dataChanged(createIndex(child->row, 0, child.get()),
                             createIndex(child->row, columnCount() - 1, child.get()));
    }
}

void ValueTreeModel::insertNew(Node& node)
{
    std::vector<std::unique_ptr<Node>> added;
    std::size_t place = 0;
    const auto flush = [&] {
        if (added.empty())
            return;
        const std::size_t first = place - added.size();
        beginInsertRows(indexOf(node), static_cast<int>(first), static_cast<int>(place) - 1);
        node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(first),
                             std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
        node.renumber();
        endInsertRows();
        added.clear();
    };
    Node::eachChild(*node.value, [&](Node child) {
        const std::size_t at = place - added.size();
        if (at < node.children.size() && node.children[at]->isSameKey(child)) {
            flush();
            insertNew(*node.children[place]);
        } else {
            child.parent = &node;
            added.push_back(std::make_unique<Node>(std::move(child)));
            added.back()->grow();
        }
        ++place;
    });
    flush();
}

} // namespace runglass
