// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilesModel.h"

#include "models/items/FilesNode.h"
#include "models/items/Format.h"
#include "models/items/PreviewKind.h"
#include "models/items/VisibleText.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace runglass
{

namespace
{

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

QModelIndex FilesModel::indexOf(const Node& node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
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
                                          visibleExcerpt(entry->linkTarget, kFileNameLength)));
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
