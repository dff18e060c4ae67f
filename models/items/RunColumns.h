// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunRoles.h"
#include "models/table/ColumnId.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace runglass
{

/// How the columns of runs are called. Keys are hostile: what hides in them is made visible, long ones are cut.

/// "config", "summary", or empty for a field.
QString columnOrigin(const ColumnId& id);
/// "Runtime", "opt.lr".
QString columnName(const ColumnId& id);
/// The components of a key; of a field its name.
QStringList columnPath(const ColumnId& id);
/// A column by its name and where it is from: "lr (config)", "Runtime".
QString columnTitle(const ColumnId& id);
/// What a field tells, or a key with where it is from.
QString columnToolTip(const ColumnId& id);
/// How cells of a field are painted; unset for a key, whose values decide.
std::optional<CellKind> fieldCellKind(const ColumnId& id);

} // namespace runglass
