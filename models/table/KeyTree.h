// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace runglass
{

/// Which column each leaf of config or of summary belongs to, by its path.
/// A leaf is anything but an object; so is an object that the SDK marked as one value ("_type": a picture, a table).
/// Nulls and empty objects are no values; keys that begin with "_" at the top are the SDK's own and passed over.
class KeyTree
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    /// Gives a leaf its column when it is met for the first time; kNone: it gets none.
    using MakeColumn = std::function<std::uint32_t(KeyPath)>;
    using Visit = std::function<void(std::uint32_t column, Value value)>;

    /// Calls visit for every leaf of an object that has a column. The values are moved out of it.
    void visitLeaves(Value object, const MakeColumn& makeColumn, const Visit& visit);
    /// The column of a leaf, or kNone.
    std::uint32_t find(const KeyPath& path) const;
    /// Says which column a leaf has that is not met here.
    void add(const KeyPath& path, std::uint32_t column);
    /// Forgets the column of a leaf.
    void forget(const KeyPath& path);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Node {
        std::unordered_map<std::string, std::unique_ptr<Node>, Hash, std::equal_to<>> children;
        std::uint32_t column = kNone;
    };
    struct Frame;
    struct Walk;
    static void walk(Node& node, Value& object, const Frame* above, const Walk& with);

    Node m_root;
};

} // namespace runglass
