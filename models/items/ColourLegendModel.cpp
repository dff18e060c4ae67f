// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColourLegendModel.h"

#include "models/items/ColumnValueText.h"
#include "models/items/Format.h"
#include "models/items/RunColumns.h"
#include "models/items/RunRoles.h"
#include "models/items/RunText.h"
#include "models/session/Session.h"

#include <QLocale>

namespace runglass
{

QString colourClassText(const ColumnColours& colours, const ColourClass& entry)
{
    const ColumnId& column = colours.rule.column;
    switch (entry.colour.kind) {
    case RunColour::Kind::Bucket: {
        const QString low = columnNumberText(column, entry.low), high = columnNumberText(column, entry.high);
        //: a range of numbers
        return low == high ? low : ColourLegendModel::tr("%1 to %2").arg(low, high);
    }
    case RunColour::Kind::Other:
        return ColourLegendModel::tr("Other values");
    case RunColour::Kind::Missing:
        return ColourLegendModel::tr("No value");
    default:
        return columnValueText(column, entry.value);
    }
}

ColourLegendModel::ColourLegendModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void ColourLegendModel::follow(Session& session)
{
    connect(&session, &Session::listChanged, this, [this, &session] { setList(session.list()); });
    setList(session.list());
}

void ColourLegendModel::setList(const std::shared_ptr<const RunList>& list)
{
    if (list->columnColours == m_colours)
        return;
    const int before = rowCount();
    const int after = list->columnColours ? static_cast<int>(list->columnColours->classes.size()) : 0;
    if (after == before) {
        m_colours = list->columnColours;
        if (after > 0)
            emit dataChanged(index(0), index(after - 1));
    } else {
        // Other bars or values: no row is what it was.
        beginResetModel();
        m_colours = list->columnColours;
        endResetModel();
    }
    const QString title = m_colours ? columnTitle(m_colours->rule.column) : QString();
    if (title == m_title)
        return;
    m_title = title;
    emit titleChanged();
}

int ColourLegendModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_colours ? 0 : static_cast<int>(m_colours->classes.size());
}

QVariant ColourLegendModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColourClass& entry = m_colours->classes[static_cast<std::size_t>(index.row())];
    const auto runs = static_cast<int>(entry.runs);
    switch (role) {
    case Qt::DisplayRole:
        return colourClassText(*m_colours, entry);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        //: %1 is what a colour stands for: "0.1 to 0.2"
        return tr("%1: %n run(s)", nullptr, runs).arg(colourClassText(*m_colours, entry));
    case ColourRole:
        return QVariant::fromValue(entry.colour);
    case CountRole:
        return runs;
    default:
        return {};
    }
}

} // namespace runglass
