// SPDX-License-Identifier: GPL-3.0-or-later
// How a FilesModel goes from one list to the next with its rows where they are.
#include "models/items/FilesNode.h"

#include <utility>

namespace runglass
{

namespace
{

/// Rows that go, times those beside them. Telling a view of each takes longer than a new tree beyond this.
constexpr std::size_t kMostMoved = 20'000'000;

} // namespace

void FilesModel::updateFiles(std::shared_ptr<const std::vector<RunFile>> files)
{
    if (*files == *m_files)
        return;
    const std::unique_ptr<Node> next = treeOf(*files);
    if (costOfRemovals(*m_root, *next) > kMostMoved) {
        setFiles(std::move(files));
        return;
    }
    // Rows point into the list of before until all that stay have their place in the new one.
    removeOthers(*m_root, *next);
    const std::shared_ptr<const std::vector<RunFile>> before = std::exchange(m_files, std::move(files));
    exchange(*m_root, *next, *before);
    tellNews(*m_root);
    insertNew(*m_root, *next);
}

std::size_t FilesModel::costOfRemovals(const Node& node, const Node& next)
{
    std::size_t gone = 0, below = 0;
    for (const auto& [key, child] : node.byKey) {
        if (const auto wanted = next.byKey.find(key); wanted != next.byKey.end())
            below += costOfRemovals(*child, *wanted->second);
        else
            ++gone;
    }
    return below + gone * node.children.size();
}

void FilesModel::removeOthers(Node& node, const Node& next)
{
    for (auto at = node.byKey.begin(); at != node.byKey.end();) {
        Node& child = *at->second;
        if (const auto wanted = next.byKey.find(at->first); wanted != next.byKey.end()) {
            removeOthers(child, *wanted->second);
            ++at;
            continue;
        }
        beginRemoveRows(indexOf(node), child.row, child.row);
        node.children.erase(node.children.begin() + child.row);
        for (std::size_t row = 0; row < node.children.size(); ++row)
            node.children[row]->row = static_cast<int>(row);
        at = node.byKey.erase(at);
        endRemoveRows();
    }
}

/// Gives the rows that stay what is known of them now.
void FilesModel::exchange(Node& node, const Node& next, const std::vector<RunFile>& before)
{
    const auto at = [](const std::vector<RunFile>& files, const Node& its) -> const RunFile& {
        return files[static_cast<std::size_t>(its.file)];
    };
    const bool isOther = node.isFolder() ? node.fileCount != next.fileCount || node.sizeBytes != next.sizeBytes ||
                                               node.modified != next.modified
                                         : at(before, node) != at(*m_files, next);
    node.fileCount = next.fileCount;
    node.sizeBytes = next.sizeBytes;
    node.modified = next.modified;
    node.file = next.file;
    for (const auto& [key, child] : node.byKey)
        exchange(*child, *next.byKey.at(key), before);
    node.hasNews = isOther;
}

void FilesModel::tellNews(Node& node)
{
    for (const auto& child : node.children) {
        tellNews(*child);
        if (std::exchange(child->hasNews, false))
            emit dataChanged(createIndex(child->row, 0, child.get()),
                             createIndex(child->row, ColumnCount - 1, child.get()));
    }
}

/// Behind the rows that are there: the proxy puts them in order.
void FilesModel::insertNew(Node& node, Node& next)
{
    std::vector<std::unique_ptr<Node>> added;
    for (const auto& [key, wanted] : next.byKey) {
        if (const auto known = node.byKey.find(key); known != node.byKey.end()) {
            insertNew(*known->second, *wanted);
            continue;
        }
        added.push_back(std::move(next.children[static_cast<std::size_t>(wanted->row)]));
        node.byKey.emplace(key, wanted);
    }
    if (!added.empty()) {
        const int first = static_cast<int>(node.children.size());
        beginInsertRows(indexOf(node), first, first + static_cast<int>(added.size()) - 1);
        for (std::unique_ptr<Node>& child : added)
            node.adopt(std::move(child));
        endInsertRows();
    }
}

} // namespace runglass
