// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ArtifactTableModel.h"

#include "models/items/ArtifactsModel.h"
#include "models/items/Format.h"
#include "models/items/VisibleText.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace runglass
{

namespace
{

constexpr qsizetype kCellLength = 300;

QString aliasText(const Artifact& artifact)
{
    QStringList shown;
    for (const std::string& alias : artifact.aliases)
        shown.append(visibleExcerpt(alias, kCellLength));
    return shown.join(QStringLiteral(", "));
}

QString cellText(const Artifact& artifact, int column)
{
    switch (column) {
    case ArtifactsModel::NameColumn:
        return visibleExcerpt(artifact.name, kCellLength);
    case ArtifactsModel::TypeColumn:
        return visibleExcerpt(artifact.type, kCellLength);
    case ArtifactsModel::VersionColumn:
        return artifact.version.empty() ? format::missing() : visibleExcerpt(artifact.version, kCellLength);
    case ArtifactsModel::AliasesColumn:
        return aliasText(artifact);
    default:
        return format::bytes(artifact.sizeBytes());
    }
}

} // namespace

ArtifactTableModel::ArtifactTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

bool ArtifactTableModel::setArtifacts(const std::vector<Artifact>& artifacts)
{
    std::vector<Artifact> outputs;
    std::copy_if(artifacts.begin(), artifacts.end(), std::back_inserter(outputs), [](const Artifact& artifact) {
        return artifact.direction == Artifact::Direction::Output && !artifact.isInternal();
    });
    if (std::exchange(m_isSet, true) && outputs == m_artifacts)
        return false;
    beginResetModel();
    m_artifacts = std::move(outputs);
    endResetModel();
    return true;
}

int ArtifactTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_artifacts.size());
}

int ArtifactTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ArtifactsModel::ColumnCount;
}

QVariant ArtifactTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Artifact& artifact = m_artifacts[static_cast<std::size_t>(index.row())];
    const bool isSize = index.column() == ArtifactsModel::SizeColumn;
    switch (role) {
    case Qt::DisplayRole:
        return cellText(artifact, index.column());
    case Qt::ToolTipRole:
        if (index.column() == ArtifactsModel::VersionColumn && artifact.version.empty())
            return tr("A server gives versions. The SDK does not write them in offline mode.");
        return literalToolTip(cellText(artifact, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((isSize ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ArtifactNameRole:
        return QString::fromStdString(artifact.name);
    default:
        return {};
    }
}

QVariant ArtifactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ArtifactsModel::NameColumn:
        return tr("Name");
    case ArtifactsModel::TypeColumn:
        return tr("Type");
    case ArtifactsModel::VersionColumn:
        return tr("Version");
    case ArtifactsModel::AliasesColumn:
        return tr("Aliases");
    case ArtifactsModel::SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace runglass
