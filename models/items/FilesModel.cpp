// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilesModel.h"

#include "models/items/Format.h"
#include "models/items/PreviewKind.h"
#include "models/items/VisibleText.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace runglass
{

namespace
{

/// A path deeper than this keeps its rest as one name: no tree is deep enough to need more, and recursion stays small.
constexpr int kMaxDepth = 64;
constexpr qsizetype kNameLength = 300;

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

/// Natural order: "b9" before "b10", case ignored. QCollator knows no numbers in the C locale.
bool isBefore(const QString& a, const QString& b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    const auto digitsFrom = [](const QString& text, qsizetype& at) {
        while (at < text.size() && text[at] == u'0')
            ++at;
        const qsizetype start = at;
        while (at < text.size() && text[at].isDigit())
            ++at;
        return text.mid(start, at - start);
    };
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const QString x = digitsFrom(a, i);
            const QString y = digitsFrom(b, j);
            if (x != y)
                return x.size() != y.size() ? x.size() < y.size() : x < y;
            continue;
        }
        const QChar x = a[i++].toCaseFolded();
        const QChar y = b[j++].toCaseFolded();
        if (x != y)
            return x < y;
    }
    return a.size() - i < b.size() - j;
}

} // namespace

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

FilesModel::FilesModel(QObject* parent, const Clock* clock)
    : QAbstractItemModel(parent)
    , m_files(std::make_shared<const std::vector<RunFile>>())
    , m_root(std::make_unique<Node>())
    , m_clock(clock ? clock : &m_systemClock)
{
}

FilesModel::~FilesModel() = default;

void FilesModel::setFiles(std::shared_ptr<const std::vector<RunFile>> files)
{
    beginResetModel();
    m_files = std::move(files);
    m_root = treeOf(*m_files);
    endResetModel();
}

void FilesModel::updateFiles(std::shared_ptr<const std::vector<RunFile>> files)
{
    if (*files == *m_files)
        return;
    const std::unique_ptr<Node> next = treeOf(*files);
    // Rows point into the list of before until all that stay have their place in the new one.
    removeOthers(*m_root, *next);
    const std::shared_ptr<const std::vector<RunFile>> before = std::exchange(m_files, std::move(files));
    exchange(*m_root, *next, *before);
    tellNews(*m_root);
    insertNew(*m_root, *next);
}

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
        at = at->folder(parts[i], visibleExcerpt(parts[i], kNameLength));
    Node* leaf = at->add(false, parts.back(), visibleExcerpt(parts.back(), kNameLength));
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

QModelIndex FilesModel::indexOf(const Node& node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
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

const FilesModel::Node* FilesModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

const RunFile* FilesModel::file(const QModelIndex& index) const
{
    const int number = index.isValid() ? node(index)->file : -1;
    return number < 0 ? nullptr : &(*m_files)[static_cast<std::size_t>(number)];
}

QModelIndex FilesModel::indexOf(const std::string& path, int segment) const
{
    const std::function<QModelIndex(const Node&)> search = [&](const Node& in) {
        for (const auto& child : in.children) {
            if (child->file < 0) {
                if (const QModelIndex found = search(*child); found.isValid())
                    return found;
                continue;
            }
            const RunFile& entry = (*m_files)[static_cast<std::size_t>(child->file)];
            if (entry.path == path && entry.segment == segment)
                return createIndex(child->row, 0, child.get());
        }
        return QModelIndex();
    };
    return search(*m_root);
}

std::uint64_t FilesModel::totalBytes() const
{
    return m_root->sizeBytes;
}

QModelIndex FilesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex FilesModel::parent(const QModelIndex& child) const
{
    const Node* above = child.isValid() ? node(child)->parent : nullptr;
    return above && above->parent ? createIndex(above->row, 0, above) : QModelIndex();
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int FilesModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString FilesModel::text(const Node& at, int column) const
{
    const RunFile* entry = at.file < 0 ? nullptr : &(*m_files)[static_cast<std::size_t>(at.file)];
    const bool isLink = entry && entry->kind == RunFile::Kind::Link;
    switch (column) {
    case NameColumn:
        //: After the name of a symbolic link in the tree of files
        return isLink ? QString(at.name + u' ' + tr("→ outside the run")) : at.name;
    case CountColumn:
        return entry ? QString() : tr("%n file(s)", nullptr, at.fileCount);
    case SizeColumn:
        return isLink ? format::missing() : format::bytes(at.sizeBytes);
    default:
        return at.modified ? format::shortTime(*at.modified, m_clock->now()) : format::missing();
    }
}

QVariant FilesModel::sortKey(const Node& at, int column) const
{
    switch (column) {
    case CountColumn:
        return at.fileCount;
    case SizeColumn:
        return QVariant::fromValue<qulonglong>(at.sizeBytes);
    case ChangedColumn:
        return QVariant::fromValue<qlonglong>(at.modified.value_or(0));
    default:
        return at.name;
    }
}

QString FilesModel::icon(const Node& at) const
{
    if (at.file < 0)
        return QStringLiteral("folder");
    const RunFile& entry = (*m_files)[static_cast<std::size_t>(at.file)];
    if (entry.kind == RunFile::Kind::Link)
        return QStringLiteral("link");
    if (entry.kind == RunFile::Kind::Special)
        return QStringLiteral("lock");
    return previewIcon(entry.path);
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& at = *node(index);
    const RunFile* entry = file(index);
    const bool isOutside = entry && (entry->kind == RunFile::Kind::Link || entry->kind == RunFile::Kind::Special);
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == ChangedColumn && at.modified)
            return format::exactTime(*at.modified);
        return text(at, index.column());
    case Qt::ToolTipRole:
        if (index.column() == ChangedColumn && at.modified)
            return format::exactTime(*at.modified);
        if (entry && entry->kind == RunFile::Kind::Link)
            return literalToolTip(QString(tr("Leads outside the run. Not followed.") + u'\n' +
                                          visibleExcerpt(entry->linkTarget, kNameLength)));
        return literalToolTip(entry ? visibleExcerpt(entry->path, 2000) : at.name);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case FileRole:
        return at.file;
    case PathRole:
        return entry ? visibleText(entry->path) : at.name;
    case IconRole:
        return icon(at);
    case LinkRole:
        return isOutside;
    case SortRole:
        return sortKey(at, index.column());
    default:
        return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case CountColumn:
        return tr("Files");
    case SizeColumn:
        return tr("Size");
    case ChangedColumn:
        return tr("Changed");
    default:
        return {};
    }
}

FilesProxy::FilesProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void FilesProxy::setSearchText(const QString& text)
{
    if (text == m_search)
        return;
    m_search = text;
    invalidateFilter();
}

bool FilesProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex at = sourceModel()->index(sourceRow, 0, sourceParent);
    // Folders stay for the files in them.
    if (!m_search.isEmpty() && at.data(FilesModel::FileRole).toInt() < 0)
        return false;
    return m_search.isEmpty() || at.data(FilesModel::PathRole).toString().contains(m_search, Qt::CaseInsensitive);
}

bool FilesProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool leftIsFolder = left.data(FilesModel::FileRole).toInt() < 0;
    const bool rightIsFolder = right.data(FilesModel::FileRole).toInt() < 0;
    if (leftIsFolder != rightIsFolder)
        return leftIsFolder == (sortOrder() == Qt::AscendingOrder);
    const QVariant a = left.data(FilesModel::SortRole);
    const QVariant b = right.data(FilesModel::SortRole);
    if (left.column() == FilesModel::NameColumn || a == b) {
        return isBefore(left.siblingAtColumn(0).data(FilesModel::SortRole).toString(),
                        right.siblingAtColumn(0).data(FilesModel::SortRole).toString());
    }
    return left.column() == FilesModel::ChangedColumn ? a.toLongLong() < b.toLongLong()
                                                      : a.toULongLong() < b.toULongLong();
}

} // namespace runglass
