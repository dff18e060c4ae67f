// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ValueTreeModel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// For ValueTreeModel's own files. A row of the tree, which borrows its value and its name from the document shown.
struct ValueTreeModel::Node {
    const std::string* name = nullptr; ///< of a member of an object; null: an element of a list, or the root
    std::size_t number = 0;            ///< of an element
    const Value* value = nullptr;
    const Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children; ///< each stays where it is in memory: indexes point to it

    /// A value that has rows of its own: a non-empty object, or a list with objects or lists in it.
    static bool isBranch(const Value& value);
    /// Calls take with a Node without row, parent and children for each row that a value has below it, in order.
    template <typename Take> static void eachChild(const Value& value, const Take& take)
    {
        if (!isBranch(value))
            return;
        for (const auto& [name, child] : value.object())
            take(Node{&name, 0, &child, nullptr, 0, {}});
        std::size_t number = 0;
        for (const Value& child : value.array())
            take(Node{nullptr, number++, &child, nullptr, 0, {}});
    }
    /// How many those are.
    static std::size_t childCount(const Value& value);
    /// What stands in another branch under this node's name or number.
    std::optional<Node> likeIn(const Value& branch) const;

    /// Its rows and theirs.
    void grow();
    void renumber();

    /// The name; "[2]" for an element.
    std::string key() const;
    bool isSameKey(const Node& other) const;
    /// Below a top-level key that begins with "_".
    bool isInternal() const;
    /// What the SDK says it is: "table-file", "image-file"; null for other values.
    const Value* mediaType() const;
    bool isMedia() const { return mediaType() != nullptr; }
    bool isInMedia() const { return parent && (parent->isMedia() || parent->isInMedia()); }
    int leaves() const;
};

} // namespace runglass
