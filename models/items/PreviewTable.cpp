// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/PreviewTable.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/session/JsonText.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr qsizetype kCellLength = 500;
constexpr std::size_t kMaxColumns = 2000;

char separatorOf(std::string_view text)
{
    const std::string_view first = text.substr(0, text.find('\n'));
    constexpr std::array<char, 3> kSeparators = {',', '\t', ';'};
    return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
        return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b);
    });
}

/// Takes one record off the front of text.
std::vector<QString> takeRecord(std::string_view& text, char separator)
{
    std::vector<QString> cells;
    std::string cell;
    bool isQuoted = false;
    std::size_t i = 0;
    const auto finish = [&] {
        if (cells.size() < kMaxColumns)
            cells.push_back(visibleExcerpt(cell, kCellLength));
        cell.clear();
    };
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"' && (isQuoted || cell.empty())) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == separator) {
            finish();
        } else if (!isQuoted && c == '\n') {
            break;
        } else {
            cell += c;
        }
    }
    if (cell.ends_with('\r'))
        cell.pop_back();
    finish();
    text.remove_prefix(std::min(i + 1, text.size()));
    return cells;
}

/// What a cell of a W&B table says; a media object is named by its type and file.
QString cellText(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text:
        return visibleExcerpt(value.text(), kCellLength);
    case Value::Kind::Null:
        return format::missing();
    case Value::Kind::Double:
        return format::exactNumber(value.toDouble());
    case Value::Kind::Object: {
        const Value* type = findPath(value, {"_type"});
        const Value* path = findPath(value, {"path"});
        if (type && path && type->isText() && path->isText())
            return visibleExcerpt(type->text() + ": " + path->text(), kCellLength);
        break;
    }
    default:
        break;
    }
    return visibleExcerpt(jsonOf(value), kCellLength);
}

void findNumbers(PreviewTable& table)
{
    constexpr std::size_t kLooked = 200;
    table.isNumber.assign(table.columns.size(), false);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        bool any = false, all = true;
        for (std::size_t row = 0; all && row < std::min(kLooked, table.rows.size()); ++row) {
            const QString cell = column < table.rows[row].size() ? table.rows[row][column] : QString();
            if (cell.isEmpty() || cell == format::missing())
                continue;
            bool isNumber = false;
            cell.toDouble(&isNumber);
            all = isNumber || cell == u"NaN";
            any = true;
        }
        table.isNumber[column] = any && all;
    }
}

} // namespace

PreviewTable tableFromCsv(std::string_view text, bool isWhole)
{
    PreviewTable table;
    table.isCut = !isWhole;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.empty())
        return table;
    const char separator = separatorOf(text);
    const std::size_t size = text.size();
    table.columns = takeRecord(text, separator);
    std::size_t cells = table.columns.size();
    while (!text.empty()) {
        if (cells >= PreviewTable::kMaxCells) {
            table.isCut = true;
            break;
        }
        std::vector<QString> row = takeRecord(text, separator);
        if (text.empty() && !isWhole)
            break;
        cells += row.size() + 1; // a row itself takes as much as a cell
        table.rows.push_back(std::move(row));
    }
    table.readBytes = size - text.size();
    std::size_t widest = table.columns.size();
    for (const std::vector<QString>& row : table.rows)
        widest = std::max(widest, row.size());
    table.columns.resize(widest);
    findNumbers(table);
    return table;
}

Result<PreviewTable> tableFromWandbJson(std::string_view text)
{
    const Result<Value> parsed = valueFromJson(text);
    if (!parsed)
        return parsed.error();
    const Value* columns = findPath(*parsed, {"columns"});
    const Value* data = findPath(*parsed, {"data"});
    if (!columns || !data || !columns->isArray() || !data->isArray())
        return Error{Error::Kind::Unsupported, "it is no table: columns or data are missing", {}, {}};
    PreviewTable table;
    for (const Value& name : columns->array()) {
        if (table.columns.size() == kMaxColumns)
            break;
        table.columns.push_back(cellText(name));
    }
    for (const Value& row : data->array()) {
        std::vector<QString> cells;
        for (const Value& cell : row.array()) {
            if (cells.size() == table.columns.size())
                break;
            cells.push_back(cellText(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    findNumbers(table);
    return table;
}

PreviewTableModel::PreviewTableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_table(std::make_shared<const PreviewTable>())
{
}

void PreviewTableModel::setTable(std::shared_ptr<const PreviewTable> table)
{
    beginResetModel();
    m_table = table ? std::move(table) : std::make_shared<const PreviewTable>();
    endResetModel();
}

int PreviewTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table->rows.size());
}

int PreviewTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant PreviewTableModel::data(const QModelIndex& index, int role) const
{
    if (index.isValid() && role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const std::vector<QString>& row = m_table->rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const QString text = column < row.size() ? row[column] : QString();
    return role == Qt::DisplayRole ? text : literalToolTip(text);
}

QVariant PreviewTableModel::alignment(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    const bool right = at < m_table->isNumber.size() && m_table->isNumber[at];
    return QVariant::fromValue(Qt::Alignment(right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant PreviewTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    const auto column = static_cast<std::size_t>(section);
    return column < m_table->columns.size() ? m_table->columns[column] : QString();
}

} // namespace runglass
