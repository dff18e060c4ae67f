// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilesModel.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace runglass
{

/// For FilesModel's own files. A row of the tree.
struct FilesModel::Node {
    QString name;
    int file = -1; ///< index in files, -1: folder
    Node* parent = nullptr;
    int row = 0;
    int fileCount = 0;
    std::uint64_t sizeBytes = 0;
    std::optional<TimeNs> modified;
    bool hasNews = false; ///< not told yet
    std::vector<std::unique_ptr<Node>> children;
    /// Children by what tells them apart: whether it is a folder, the component as it is, how many had it before.
    std::map<std::tuple<bool, std::string, int>, Node*> byKey;

    bool isFolder() const { return file < 0; }
    Node* add(bool isFolder, std::string_view key, QString shown)
    {
        int twins = 0;
        while (byKey.contains({isFolder, std::string(key), twins}))
            ++twins;
        auto child = std::make_unique<Node>();
        child->name = std::move(shown);
        Node* made = child.get();
        adopt(std::move(child));
        byKey.emplace(std::tuple(isFolder, std::string(key), twins), made);
        return made;
    }
    Node* folder(std::string_view key, const QString& shown)
    {
        const auto found = byKey.find({true, std::string(key), 0});
        return found != byKey.end() ? found->second : add(true, key, shown);
    }
    void adopt(std::unique_ptr<Node> child)
    {
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
    }
};

/// What is shown of a name, UTF-16 units.
inline constexpr qsizetype kFileNameLength = 300;

} // namespace runglass
