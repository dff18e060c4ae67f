// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <string>

namespace runglass::test
{

/// A model as text: a row a line, "  " a level, cells joined with " | ".
inline std::string toText(const QAbstractItemModel& model, const QModelIndex& parent = {}, int level = 0)
{
    std::string text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        text += std::string(static_cast<std::size_t>(level) * 2, ' ') +
                cells.join(QStringLiteral(" | ")).toStdString() + '\n';
        text += toText(model, model.index(row, 0, parent), level + 1);
    }
    return text;
}

} // namespace runglass::test
