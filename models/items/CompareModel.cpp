// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/CompareModel.h"

#include "models/items/Format.h"
#include "models/items/ImagesModel.h"
#include "models/items/RunColumns.h"
#include "models/items/RunText.h"
#include "models/items/RunsText.h"
#include "models/items/VisibleText.h"
#include "models/run/ValueMember.h"
#include "models/session/LoggedKeys.h"
#include "models/table/SearchText.h"

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

/// What was logged beside numbers and texts, in few words: what tells it is in the tooltip and is copied.
QString loggedText(const Value& logged, LoggedKind kind)
{
    constexpr qsizetype kLongest = 200;
    const std::string& path = member(logged, "path").text();
    const QString what = mediaKindText(kind);
    return path.empty() ? what
                        : what + QStringLiteral(": ") + visibleExcerpt(path.substr(path.rfind('/') + 1), kLongest);
}

bool isSeconds(const ColumnId& id)
{
    return id.origin == ColumnOrigin::Field && (id.field == Field::Runtime || id.field == Field::Duration);
}

} // namespace

CompareModel::CompareModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

const RunRef& CompareModel::runAt(int column) const
{
    return m_comparison.table->ref(tableRow(column));
}

void CompareModel::setComparison(RunComparison comparison, std::vector<RunColour> colours)
{
    const auto refAt = [](const RunComparison& of, std::size_t place) { return of.table->ref(of.rows[place]); };
    bool sameRuns = comparison.rows.size() == m_comparison.rows.size();
    for (std::size_t i = 0; sameRuns && i < comparison.rows.size(); ++i)
        sameRuns = refAt(comparison, i) == refAt(m_comparison, i);
    std::vector<Line> wanted = wantedLines(comparison);
    if (!sameRuns) {
        beginResetModel();
        m_comparison = std::move(comparison);
        m_colours = std::move(colours);
        m_lines = std::move(wanted);
        endResetModel();
        emit changed();
        return;
    }
    removeOthers(wanted);
    m_comparison = std::move(comparison);
    m_colours = std::move(colours);
    showLines(wanted);
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit changed();
}

void CompareModel::setFieldsShown(bool shown)
{
    if (shown == m_fieldsShown)
        return;
    m_fieldsShown = shown;
    showLines(wantedLines(m_comparison));
    emit changed();
}

void CompareModel::setDifferencesOnly(bool only)
{
    if (only == m_differencesOnly)
        return;
    m_differencesOnly = only;
    showLines(wantedLines(m_comparison));
    emit changed();
}

void CompareModel::setSearch(const QString& search)
{
    std::string wanted = searchText(search.trimmed().toStdString());
    if (wanted == m_search)
        return;
    m_search = std::move(wanted);
    showLines(wantedLines(m_comparison));
    emit changed();
}

bool CompareModel::isOffered(const RunTable& table, const RunComparison::Key& key) const
{
    return m_fieldsShown || table.columns()[key.column]->id().origin != ColumnOrigin::Field;
}

bool CompareModel::isShown(const RunTable& table, const RunComparison::Key& key) const
{
    if (!isOffered(table, key) || (m_differencesOnly && !key.differs))
        return false;
    if (m_search.empty())
        return true;
    const ColumnId& id = table.columns()[key.column]->id();
    const std::string name = id.origin == ColumnOrigin::Field ? columnName(id).toStdString() : displayKey(id.key);
    return searchText(name).find(m_search) != std::string::npos;
}

std::vector<CompareModel::Line> CompareModel::wantedLines(const RunComparison& comparison) const
{
    std::vector<Line> lines;
    for (std::size_t key = 0; key < comparison.keys.size(); ++key) {
        if (!isShown(*comparison.table, comparison.keys[key]))
            continue;
        const ColumnId& id = comparison.table->columns()[comparison.keys[key].column]->id();
        if (lines.empty() || lines.back().id.origin != id.origin)
            lines.push_back({true, {id.origin, Field::Name, {}}, 0});
        lines.push_back({false, id, key});
    }
    return lines;
}

/// Lines that are in both lists keep their order, since both are in that of the table's columns.
void CompareModel::removeOthers(const std::vector<Line>& wanted)
{
    std::set<std::pair<bool, ColumnId>> kept;
    for (const Line& line : wanted)
        kept.emplace(line.isSection, line.id);
    const auto goes = [this, &kept](int row) { return !kept.contains({line(row).isSection, line(row).id}); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_lines.erase(m_lines.begin() + first, m_lines.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void CompareModel::insertNew(const std::vector<Line>& wanted)
{
    std::size_t at = 0;
    while (at < wanted.size()) {
        std::size_t end = at;
        while (end < wanted.size() && (at >= m_lines.size() || !wanted[end].isSame(m_lines[at])))
            ++end;
        if (end == at) {
            m_lines[at] = wanted[at];
            ++at;
            continue;
        }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(at),
                       wanted.begin() + static_cast<std::ptrdiff_t>(at),
                       wanted.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        at = end;
    }
}

void CompareModel::showLines(const std::vector<Line>& wanted)
{
    removeOthers(wanted);
    // The places of keys may be others: nothing may be asked of the old ones.
    auto next = wanted.cbegin();
    for (Line& kept : m_lines) {
        next = std::find_if(next, wanted.cend(), [&kept](const Line& line) { return line.isSame(kept); });
        Q_ASSERT(next != wanted.cend());
        kept.key = next->key;
    }
    insertNew(wanted);
    if (m_lines.empty())
        return;
    if (columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

std::optional<ColumnId> CompareModel::keyAt(int row) const
{
    return line(row).isSection ? std::nullopt : std::optional(line(row).id);
}

int CompareModel::keyCount() const
{
    return static_cast<int>(
        std::count_if(m_comparison.keys.begin(), m_comparison.keys.end(),
                      [this](const RunComparison::Key& key) { return isOffered(*m_comparison.table, key); }));
}

int CompareModel::differingCount() const
{
    return static_cast<int>(
        std::count_if(m_comparison.keys.begin(), m_comparison.keys.end(), [this](const RunComparison::Key& key) {
            return key.differs && isOffered(*m_comparison.table, key);
        }));
}

int CompareModel::shownKeyCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return !line.isSection; }));
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.rows.size());
}

Qt::ItemFlags CompareModel::flags(const QModelIndex& index) const
{
    return index.isValid() && line(index.row()).isSection ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

Value CompareModel::value(const Line& line, int column) const
{
    const std::uint32_t place = m_comparison.keys[line.key].column;
    return m_comparison.table->columns()[place]->value(tableRow(column));
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& at = line(index.row());
    if (role == SectionRole)
        return at.isSection;
    if (at.isSection)
        return role == Qt::AccessibleTextRole ? QVariant(sectionTitle(at)) : QVariant();
    const bool differs = m_comparison.keys[at.key].differs;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shownText(at, index.column());
    case Qt::ToolTipRole:
        return toolTip(at, index.column());
    case Qt::AccessibleDescriptionRole:
        return differs && differsFromFirst(at, index.column()) ? QVariant(differenceText()) : QVariant();
    case KeyDiffersRole:
        return differs;
    case DiffersRole:
        return differs && differsFromFirst(at, index.column());
    case MissingRole:
        return value(at, index.column()).isNull();
    case CopyRole:
        return cellForCopy(*m_comparison.table, at.id, tableRow(index.column()));
    default:
        return {};
    }
}

bool CompareModel::differsFromFirst(const Line& line, int column) const
{
    return column > 0 && !isSameValue(value(line, 0), value(line, column));
}

QString CompareModel::differenceText() const
{
    //: of a value; %1 is the name of a run
    return tr("Other than in %1").arg(nameText(*m_comparison.table, tableRow(0)));
}

QString CompareModel::shownText(const Line& line, int column) const
{
    const std::uint32_t row = tableRow(column);
    const Value found = value(line, column);
    if (found.isNull())
        return format::missing();
    if (isSeconds(line.id))
        //: exact length of time in seconds
        return tr("%1 s").arg(format::exactNumber(found.toDouble()));
    if (line.id.origin == ColumnOrigin::Field)
        return cellText(Value(cellForCopy(*m_comparison.table, line.id, row).toStdString()));
    if (const LoggedKind kind = loggedKind(found); kind != LoggedKind::None)
        return loggedText(found, kind);
    return found.kind() == Value::Kind::Double ? format::exactNumber(found.toDouble()) : cellText(found);
}

QString CompareModel::toolTip(const Line& line, int column) const
{
    const Value found = value(line, column);
    QString text = found.isNull()                                                ? tr("This run did not record it.")
                   : line.id.origin == ColumnOrigin::Field || isSeconds(line.id) ? shownText(line, column)
                                                                                 : exactCellText(found);
    if (m_comparison.keys[line.key].differs && differsFromFirst(line, column))
        text += u'\n' + differenceText();
    return text;
}

QString CompareModel::sectionTitle(const Line& line)
{
    switch (line.id.origin) {
    case ColumnOrigin::Config:
        return tr("Config");
    case ColumnOrigin::Summary:
        return tr("Summary");
    default:
        return tr("Fields");
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int count = orientation == Qt::Vertical ? rowCount() : columnCount();
    if (section < 0 || section >= count)
        return {};
    return orientation == Qt::Vertical ? keyHead(line(section), role) : runHead(section, role);
}

QVariant CompareModel::keyHead(const Line& line, int role)
{
    switch (role) {
    case SectionRole:
        return line.isSection;
    case Qt::DisplayRole:
        return line.isSection ? sectionTitle(line) : columnName(line.id);
    case Qt::AccessibleTextRole:
        return line.isSection ? sectionTitle(line) : columnTitle(line.id);
    case Qt::ToolTipRole:
        return line.isSection ? QVariant() : QVariant(columnToolTip(line.id));
    default:
        return {};
    }
}

QVariant CompareModel::runHead(int column, int role) const
{
    const std::uint32_t row = tableRow(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return nameText(*m_comparison.table, row);
    case Qt::ToolTipRole:
        return runToolTip(*m_comparison.table, row);
    case RunColourRole:
        return QVariant::fromValue(m_colours[static_cast<std::size_t>(column)]);
    default:
        return {};
    }
}

QString CompareModel::text(TableText::Format format, const std::vector<int>& rows,
                           const std::vector<int>& columns) const
{
    std::vector<TableText::Head> heads = {{tr("Key"), false}};
    for (const int column : columns)
        heads.push_back({QString::fromStdString(m_comparison.table->name(tableRow(column))), false});
    TableText text(format, heads);
    for (const int row : rows) {
        const Line& at = line(row);
        if (at.isSection)
            continue;
        QStringList cells = {isSeconds(at.id) ? tr("%1 (s)").arg(columnTitle(at.id)) : columnTitle(at.id)};
        for (const int column : columns)
            cells.append(cellForCopy(*m_comparison.table, at.id, tableRow(column)));
        text.addRow(cells);
    }
    return text.text();
}

} // namespace runglass
