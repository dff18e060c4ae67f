// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ColumnListModel.h"

#include "models/items/RunColumns.h"
#include "models/items/VisibleText.h"
#include "models/table/SearchText.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace runglass
{

namespace
{

bool isName(const ColumnId& id)
{
    return id.origin == ColumnOrigin::Field && id.field == Field::Name;
}

} // namespace

ColumnListModel::ColumnListModel(Kind kind, QObject* parent)
    : QAbstractListModel(parent)
    , m_kind(kind)
{
}

std::vector<ColumnListModel::Entry> ColumnListModel::entriesOf(const RunList& list) const
{
    const ColumnArrangement& columns = list.columns;
    const auto& places = m_kind == Kind::Visible ? columns.visible : columns.hidden;
    std::vector<bool> isShown(list.table->columns().size());
    for (const std::uint32_t place : columns.shown)
        isShown[place] = true;
    std::vector<Entry> entries;
    entries.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        Entry entry{list.table->columns()[places[i]]->id()};
        entry.isNew = m_kind == Kind::Hidden && i < columns.waiting;
        entry.isPinned = m_kind == Kind::Visible && i < columns.pinned;
        entry.isLeftOut = m_kind == Kind::Visible && !isShown[places[i]];
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool ColumnListModel::setList(const std::shared_ptr<const RunList>& list)
{
    std::vector<Entry> entries = entriesOf(*list);
    // Live runs bring a new list ten times a second.
    if (entries == m_all)
        return false;
    beginResetModel();
    m_all = std::move(entries);
    m_found = found();
    endResetModel();
    return true;
}

void ColumnListModel::setSearch(KeySearch search)
{
    beginResetModel();
    m_search = std::move(search);
    m_found = found();
    endResetModel();
}

const std::string& ColumnListModel::folded(const ColumnId& id)
{
    std::string& text = m_folded[id];
    if (text.empty())
        text = searchText(columnName(id).toStdString());
    return text;
}

/// Those that fit best first; the visible ones stay in their order, which a person gave them.
std::vector<std::size_t> ColumnListModel::found()
{
    std::vector<std::size_t> rows(m_all.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (m_search.isEmpty())
        return rows;
    std::vector<int> fits(m_all.size());
    std::erase_if(rows, [&](std::size_t row) {
        const ColumnId& id = m_all[row].id;
        const std::string name = columnName(id).toStdString();
        const auto fit = m_search.fit(name, folded(id));
        fits[row] = fit.value_or(0);
        return !fit;
    });
    if (m_search.ranks() && m_kind == Kind::Hidden)
        std::stable_sort(rows.begin(), rows.end(), [&fits](std::size_t a, std::size_t b) { return fits[a] > fits[b]; });
    return rows;
}

const ColumnId& ColumnListModel::columnId(int row) const
{
    return entry(row).id;
}

int ColumnListModel::rowOf(const ColumnId& id) const
{
    const auto at = std::find_if(m_found.begin(), m_found.end(), [&](std::size_t row) { return m_all[row].id == id; });
    return at == m_found.end() ? -1 : static_cast<int>(at - m_found.begin());
}

int ColumnListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QString ColumnListModel::note(const Entry& entry) const
{
    if (isName(entry.id))
        return tr("always first");
    const QString origin = columnOrigin(entry.id);
    if (entry.isLeftOut)
        //: of a column in which all listed runs have the same
        return tr("no difference");
    //: a key that runs have logged since the columns were looked at. %1: "config" or "summary"
    return entry.isNew ? tr("new · %1").arg(origin) : origin;
}

/// What a screen reader says after the name.
QString ColumnListModel::description(const Entry& entry) const
{
    const QString beside = note(entry);
    if (!entry.isPinned)
        return beside;
    return beside.isEmpty() ? tr("pinned") : tr("%1, pinned").arg(beside);
}

QVariant ColumnListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnName(shown.id);
    case Qt::AccessibleDescriptionRole:
        return description(shown);
    case Qt::ToolTipRole:
        return literalToolTip(columnToolTip(shown.id));
    case NoteRole:
        return note(shown);
    case PinnedRole:
        return shown.isPinned;
    case FixedRole:
        return isName(shown.id);
    case LeftOutRole:
        return shown.isLeftOut;
    default:
        return {};
    }
}

} // namespace runglass
