// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/SourceNames.h"
#include "models/session/Session.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace runglass
{

/// The tree of what is open: "All runs", then each source with its projects below. Column 0 is the name, column 1 how
/// many runs it holds. A change inserts, removes and updates rows; nothing is reset, so expansion and selection stay.
/// @thread GUI
class ProjectsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CountColumn, ColumnCount };
    enum Role {
        ScopeRole = Qt::UserRole + 1, ///< RunScope: what choosing the node narrows the list to
        RunCountRole,                 ///< int
        NodeKindRole,                 ///< int of NodeKind
        SourceStatusRole,             ///< int of SourceInfo::Status, of a source
        SourceIdRole,                 ///< int, of a source and what is below it
        IconNameRole,                 ///< QString: name in resources/icons
    };
    enum class NodeKind { All, Source, Project };

    explicit ProjectsModel(QObject* parent = nullptr);
    ~ProjectsModel() override;

    /// Shows the session's sources and runs from now on. Borrows it.
    void follow(Session& session, SourceNames names = SourceNames());
    void setContents(const std::vector<SourceInfo>& sources, std::shared_ptr<const RunTable> table);
    /// The node of a scope; invalid when there is none.
    QModelIndex indexOf(const RunScope& scope) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    struct ProjectKey {
        SourceId source = 0;
        std::string entity, project;
        auto operator<=>(const ProjectKey&) const = default;
    };

    static Node* nodeOf(const QModelIndex& index);
    QModelIndex indexFor(const Node& node, int column = NameColumn) const;
    void countRuns(const RunTable& table);
    std::unique_ptr<Node> sourceNode(const SourceInfo& info) const;
    void update(Node& parent, std::vector<std::unique_ptr<Node>> wanted);
    void place(Node& parent, std::size_t at, std::unique_ptr<Node> wanted);

    std::unique_ptr<Node> m_root;
    std::shared_ptr<const RunTable> m_table;
    SourceNames m_names;
    std::map<ProjectKey, int> m_counts;
};

} // namespace runglass
