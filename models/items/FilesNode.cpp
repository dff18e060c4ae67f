// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilesNode.h"

#include "models/items/VisibleText.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// A path deeper than this keeps its rest as one name: no tree is deep enough to need more, and recursion stays small.
constexpr int kMaxDepth = 64;

std::vector<std::string_view> components(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (static_cast<int>(parts.size()) < kMaxDepth) {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos)
            break;
        if (slash > 0)
            parts.push_back(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    parts.push_back(path);
    return parts;
}

} // namespace

std::unique_ptr<FilesModel::Node> FilesModel::treeOf(const std::vector<RunFile>& files)
{
    auto root = std::make_unique<Node>();
    const bool bySegment = std::any_of(files.begin(), files.end(),
                                       [&](const RunFile& file) { return file.segment != files.front().segment; });
    for (std::size_t i = 0; i < files.size(); ++i)
        place(*root, files[i], static_cast<int>(i), bySegment);
    return root;
}

void FilesModel::place(Node& root, const RunFile& entry, int file, bool bySegment)
{
    Node* at = &root;
    if (bySegment)
        at = at->folder('/' + std::to_string(entry.segment), tr("Segment %1").arg(entry.segment + 1));
    const std::vector<std::string_view> parts = components(entry.path);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        at = at->folder(parts[i], visibleExcerpt(parts[i], kFileNameLength));
    Node* leaf = at->add(false, parts.back(), visibleExcerpt(parts.back(), kFileNameLength));
    leaf->file = file;
    leaf->sizeBytes = entry.sizeBytes;
    leaf->modified = entry.modified;
    for (Node* above = leaf->parent; above; above = above->parent) {
        ++above->fileCount;
        above->sizeBytes += entry.sizeBytes;
        if (entry.modified && (!above->modified || *above->modified < *entry.modified))
            above->modified = entry.modified;
    }
}

} // namespace runglass
