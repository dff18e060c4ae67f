// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ColumnKeysModel.h"

#include <vector>

namespace runglass
{

class Session;

/// The columns that runs are grouped by, outermost first. What is chosen is asked for with keysRequested.
/// @thread GUI
class GroupKeysModel : public ColumnKeysModel
{
    Q_OBJECT

public:
    using ColumnKeysModel::ColumnKeysModel;

    /// Shows the session's grouping from now on, and passes it what is asked for here. Borrows the session.
    void follow(Session& session);
    void setKeys(const std::vector<ColumnId>& keys);
    std::vector<ColumnId> keys() const;

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    void keysRequested(const std::vector<runglass::ColumnId>& keys);

private:
    void ask() override;
};

} // namespace runglass
