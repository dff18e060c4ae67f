// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"

#include <QAbstractTableModel>

#include <vector>

namespace runglass
{

/// The artifacts a run made, a row each: the Overview's Artifact Outputs. Columns are ArtifactsModel::Column.
/// @thread GUI
class ArtifactTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ArtifactNameRole = Qt::UserRole + 1 /**< QString: the name as recorded */ };

    explicit ArtifactTableModel(QObject* parent = nullptr);

    /// Keeps the outputs. Those that the SDK made for itself are left out.
    /// @return false when they are what it has: then nothing happens
    bool setArtifacts(const std::vector<Artifact>& artifacts);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Artifact> m_artifacts;
    bool m_isSet = false;
};

} // namespace runglass
