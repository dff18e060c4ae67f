// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace runglass
{

/// Artifacts of a run as a tree: groups (inputs, outputs, those the SDK made for itself), artifacts, their members.
/// @thread GUI
class ArtifactsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, VersionColumn, AliasesColumn, SizeColumn, ColumnCount };
    enum Role {
        ArtifactRole = Qt::UserRole + 1, ///< int: index in artifacts() of the row's artifact, -1 for a group
        IsGroupRole,                     ///< bool
        IsInternalRole,                  ///< bool: the group of what the SDK made
        IsMemberRole,                    ///< bool
        IconRole,                        ///< QString: name of the icon of resources/icons; empty for groups
        ChipsRole,                       ///< QStringList, of the aliases column
        SearchRole,                      ///< QString: what a search looks in
        KeyRole,                         ///< QString: the same for the same row in another list of artifacts
    };

    explicit ArtifactsModel(QObject* parent = nullptr);
    ~ArtifactsModel() override;

    void setArtifacts(std::vector<Artifact> artifacts);
    const std::vector<Artifact>& artifacts() const { return m_artifacts; }
    /// Null for a group.
    const Artifact* artifact(const QModelIndex& index) const;
    /// Null for all but members.
    const ArtifactMember* member(const QModelIndex& index) const;
    /// The row of the first artifact of that name, invalid when there is none.
    QModelIndex indexOf(const std::string& name) const;
    /// Not counting those the SDK made for itself.
    int count(Artifact::Direction direction) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    void addGroup(const QString& title, bool isInternal, const std::vector<int>& artifacts);
    const Node* node(const QModelIndex& index) const;
    static QVariant groupText(const Node& at, int column);
    static QVariant artifactText(const Artifact& artifact, int column);
    static QVariant memberText(const ArtifactMember& member, int column);
    static QVariant toolTip(const Artifact& artifact, int column);
    QString key(const Node& at) const;

    std::vector<Artifact> m_artifacts;
    std::unique_ptr<Node> m_root;
};

/// Search in an ArtifactsModel: artifacts whose name, type, alias or member's path holds the text.
class ArtifactsProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ArtifactsProxy(QObject* parent = nullptr);
    void setSearchText(const QString& text);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    QString m_search;
};

} // namespace runglass
