// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Clock.h"
#include "models/run/RunDetail.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <optional>

namespace runglass
{

/// A run's files as a tree of folders, made from their paths. A run of several segments has a folder for each.
/// @thread GUI
class FilesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CountColumn, SizeColumn, ChangedColumn, ColumnCount };
    enum Role {
        FileRole = Qt::UserRole + 1, ///< int: index in files(), -1 for a folder
        PathRole,                    ///< QString: path below the run's files
        IconRole,                    ///< QString: name of the icon of resources/icons
        LinkRole,                    ///< bool: a link or special file, which is never opened
        SortRole,                    ///< what the column is sorted by
    };

    /// @param clock what "today" is; null: the system's
    explicit FilesModel(QObject* parent = nullptr, const Clock* clock = nullptr);
    ~FilesModel() override;

    void setFiles(std::shared_ptr<const std::vector<RunFile>> files);
    /// The same run's files as they are now: rows come, go and change, those that stay keep their indexes.
    void updateFiles(std::shared_ptr<const std::vector<RunFile>> files);
    const std::vector<RunFile>& files() const { return *m_files; }
    /// Null for a folder.
    const RunFile* file(const QModelIndex& index) const;
    /// The row of a file, invalid when there is none.
    QModelIndex indexOf(const std::string& path, int segment) const;
    std::uint64_t totalBytes() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    static std::unique_ptr<Node> treeOf(const std::vector<RunFile>& files);
    static void place(Node& root, const RunFile& entry, int file, bool bySegment);
    static std::size_t costOfRemovals(const Node& node, const Node& next);
    void removeOthers(Node& node, const Node& next);
    void exchange(Node& node, const Node& next, const std::vector<RunFile>& before);
    void tellNews(Node& node);
    void insertNew(Node& node, Node& next);
    QModelIndex indexOf(const Node& node) const;
    const Node* node(const QModelIndex& index) const;
    QString text(const Node& at, int column) const;
    QVariant sortKey(const Node& at, int column) const;
    QString icon(const Node& at) const;

    std::shared_ptr<const std::vector<RunFile>> m_files;
    std::unique_ptr<Node> m_root;
    SystemClock m_systemClock;
    const Clock* m_clock;
};

/// Search and order of a FilesModel: folders first, names in natural order, files whose path holds the text.
class FilesProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FilesProxy(QObject* parent = nullptr);
    void setSearchText(const QString& text);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_search;
};

} // namespace runglass
