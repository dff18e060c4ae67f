// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ArtifactsModel.h"

#include "models/items/Format.h"
#include "models/items/PreviewKind.h"
#include "models/items/VisibleText.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 300;

QStringList visibleList(const std::vector<std::string>& texts)
{
    QStringList shown;
    for (const std::string& text : texts)
        shown.append(visibleExcerpt(text, kNameLength));
    return shown;
}

} // namespace

struct ArtifactsModel::Node {
    QString title;           ///< of a group
    bool isInternal = false; ///< of a group
    int artifact = -1;
    int member = -1;
    const Node* parent = nullptr;
    int row = 0;
    std::vector<Node> children;
};

ArtifactsModel::ArtifactsModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ArtifactsModel::~ArtifactsModel() = default;

void ArtifactsModel::setArtifacts(std::vector<Artifact> artifacts)
{
    beginResetModel();
    m_artifacts = std::move(artifacts);
    m_root = std::make_unique<Node>();
    m_root->children.reserve(3);
    std::vector<int> inputs, outputs, internal;
    for (std::size_t i = 0; i < m_artifacts.size(); ++i) {
        const Artifact& artifact = m_artifacts[i];
        const bool isInput = artifact.direction == Artifact::Direction::Input;
        (artifact.isInternal() ? internal : isInput ? inputs : outputs).push_back(static_cast<int>(i));
    }
    addGroup(tr("Inputs"), false, inputs);
    addGroup(tr("Outputs"), false, outputs);
    addGroup(tr("Made by the SDK"), true, internal);
    endResetModel();
}

void ArtifactsModel::addGroup(const QString& title, bool isInternal, const std::vector<int>& artifacts)
{
    if (artifacts.empty())
        return;
    Node& group = m_root->children.emplace_back();
    group.title = title;
    group.isInternal = isInternal;
    group.parent = m_root.get();
    group.row = static_cast<int>(m_root->children.size()) - 1;
    group.children.resize(artifacts.size());
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        Node& artifact = group.children[i];
        artifact.artifact = artifacts[i];
        artifact.parent = &group;
        artifact.row = static_cast<int>(i);
        const auto& members = m_artifacts[static_cast<std::size_t>(artifacts[i])].members;
        artifact.children.resize(members.size());
        for (std::size_t k = 0; k < members.size(); ++k) {
            Node& member = artifact.children[k];
            member.artifact = artifacts[i];
            member.member = static_cast<int>(k);
            member.parent = &artifact;
            member.row = static_cast<int>(k);
        }
    }
}

const ArtifactsModel::Node* ArtifactsModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

const Artifact* ArtifactsModel::artifact(const QModelIndex& index) const
{
    const int number = index.isValid() ? node(index)->artifact : -1;
    return number < 0 ? nullptr : &m_artifacts[static_cast<std::size_t>(number)];
}

const ArtifactMember* ArtifactsModel::member(const QModelIndex& index) const
{
    const Artifact* owner = artifact(index);
    const int number = owner ? node(index)->member : -1;
    return number < 0 ? nullptr : &owner->members[static_cast<std::size_t>(number)];
}

QModelIndex ArtifactsModel::indexOf(const std::string& name) const
{
    for (const Node& group : m_root->children)
        for (const Node& at : group.children)
            if (m_artifacts[static_cast<std::size_t>(at.artifact)].name == name)
                return createIndex(at.row, 0, &at);
    return {};
}

int ArtifactsModel::count(Artifact::Direction direction) const
{
    return static_cast<int>(std::count_if(m_artifacts.begin(), m_artifacts.end(), [&](const Artifact& artifact) {
        return artifact.direction == direction && !artifact.isInternal();
    }));
}

QModelIndex ArtifactsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, &node(parent)->children[static_cast<std::size_t>(row)]);
}

QModelIndex ArtifactsModel::parent(const QModelIndex& child) const
{
    const Node* above = child.isValid() ? node(child)->parent : nullptr;
    return above && above->parent ? createIndex(above->row, 0, above) : QModelIndex();
}

int ArtifactsModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int ArtifactsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ArtifactsModel::groupText(const Node& at, int column)
{
    return column == NameColumn ? QString(at.title + u' ' + QString::number(at.children.size())) : QString();
}

QVariant ArtifactsModel::artifactText(const Artifact& artifact, int column)
{
    switch (column) {
    case NameColumn:
        return visibleExcerpt(artifact.name, kNameLength);
    case TypeColumn:
        return visibleExcerpt(artifact.type, kNameLength);
    case VersionColumn:
        return artifact.version.empty() ? format::missing() : visibleExcerpt(artifact.version, kNameLength);
    case AliasesColumn:
        return visibleList(artifact.aliases).join(QStringLiteral(", "));
    default:
        return format::bytes(artifact.sizeBytes());
    }
}

QVariant ArtifactsModel::memberText(const ArtifactMember& member, int column)
{
    switch (column) {
    case NameColumn:
        return visibleExcerpt(member.path, kNameLength);
    case TypeColumn:
        return member.reference.empty() ? QString() : tr("reference");
    case SizeColumn:
        return member.sizeBytes ? format::bytes(*member.sizeBytes) : format::missing();
    default:
        return QString();
    }
}

QVariant ArtifactsModel::toolTip(const Artifact& artifact, int column)
{
    if (column == VersionColumn && artifact.version.empty())
        return tr("A server gives versions. The SDK does not write them in offline mode.");
    return literalToolTip(artifactText(artifact, column).toString());
}

QString ArtifactsModel::key(const Node& at) const
{
    if (at.artifact < 0)
        return at.isInternal ? QStringLiteral("internal") : at.title;
    const Artifact& artifact = m_artifacts[static_cast<std::size_t>(at.artifact)];
    const QString above = key(*at.parent);
    if (at.member >= 0)
        return above + u'\n' + QString::fromStdString(artifact.members[static_cast<std::size_t>(at.member)].path);
    return above + u'\n' + QString::fromStdString(artifact.name + ':' + artifact.version + ':' + artifact.digest);
}

QVariant ArtifactsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& at = *node(index);
    const int column = index.column();
    const Artifact* owner = artifact(index);
    const ArtifactMember* part = member(index);
    switch (role) {
    case Qt::DisplayRole:
        return part ? memberText(*part, column) : owner ? artifactText(*owner, column) : groupText(at, column);
    case Qt::ToolTipRole:
        if (part && !part->reference.empty())
            return literalToolTip(visibleExcerpt(part->reference, 2000));
        return part    ? literalToolTip(memberText(*part, column).toString())
               : owner ? toolTip(*owner, column)
                       : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ArtifactRole:
        return at.artifact;
    case IsGroupRole:
        return at.artifact < 0;
    case IsInternalRole:
        return at.isInternal;
    case KeyRole:
        return key(at);
    case IsMemberRole:
        return part != nullptr;
    case IconRole:
        return part ? previewIcon(part->path) : owner ? QStringLiteral("artifact") : QString();
    case ChipsRole:
        return owner && !part && column == AliasesColumn ? visibleList(owner->aliases) : QStringList();
    case SearchRole:
        if (part)
            return memberText(*part, NameColumn);
        return owner ? QString(artifactText(*owner, NameColumn).toString() + u'\n' +
                               artifactText(*owner, TypeColumn).toString() + u'\n' +
                               artifactText(*owner, AliasesColumn).toString())
                     : QString();
    default:
        return {};
    }
}

QVariant ArtifactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case VersionColumn:
        //: Short for Version, over a narrow column
        return tr("Ver.");
    case AliasesColumn:
        return tr("Aliases");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

ArtifactsProxy::ArtifactsProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ArtifactsProxy::setSearchText(const QString& text)
{
    if (text == m_search)
        return;
    m_search = text;
    invalidateFilter();
}

bool ArtifactsProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (m_search.isEmpty())
        return true;
    // A member stays with its artifact.
    for (QModelIndex at = sourceModel()->index(sourceRow, 0, sourceParent); at.isValid(); at = at.parent())
        if (at.data(ArtifactsModel::SearchRole).toString().contains(m_search, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace runglass
