// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ValueTreeModel.h"

#include "models/items/Format.h"
#include "models/items/ValueTreeNode.h"
#include "models/items/VisibleText.h"
#include "models/session/JsonText.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace runglass
{

namespace
{

constexpr qsizetype kCellLength = 500;
constexpr std::size_t kShownElements = 24;

using Column = ValueTreeModel::Column;
constexpr std::array<Column, 3> kValueColumns = {Column::Name, Column::Value, Column::Type};
constexpr std::array<Column, 7> kMetricColumns = {Column::Name, Column::Value, Column::First, Column::Min,
                                                  Column::Max,  Column::Mean,  Column::Type};

QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

QString typeName(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return QStringLiteral("null");
    case Value::Kind::Bool:
        return QStringLiteral("bool");
    case Value::Kind::Integer:
        return QStringLiteral("int");
    case Value::Kind::Double:
        return QStringLiteral("float");
    case Value::Kind::Text:
        return QStringLiteral("str");
    case Value::Kind::Array:
        return QStringLiteral("list");
    case Value::Kind::Object:
        break;
    }
    //: Size of a nested value, in the type column
    return ValueTreeModel::tr("%n key(s)", nullptr, static_cast<int>(value.object().size()));
}

/// A leaf on one line, never longer than a cell can use.
QString leafText(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return format::missing();
    case Value::Kind::Double:
        return format::exactNumber(value.toDouble());
    case Value::Kind::Integer:
        return QString::number(value.toInteger());
    case Value::Kind::Text:
        return visibleExcerpt(value.text(), kCellLength);
    case Value::Kind::Array:
        break;
    default:
        return visibleExcerpt(jsonOf(value), kCellLength);
    }
    const Value::Array& all = value.array();
    if (all.size() <= kShownElements)
        return visibleExcerpt(jsonOf(value), kCellLength);
    const Value::Array some(all.begin(), all.begin() + kShownElements);
    QString text = visibleExcerpt(jsonOf(Value(some)), kCellLength);
    if (text.endsWith(u']'))
        text.chop(1);
    return text + QStringLiteral(", …] ") + ValueTreeModel::tr("(%n value(s))", nullptr, static_cast<int>(all.size()));
}

bool isNotFinite(const Value& value)
{
    return value.kind() == Value::Kind::Double && !std::isfinite(value.toDouble());
}

void addSegment(SeriesInfo& into, const SeriesInfo& from)
{
    const auto total = static_cast<double>(into.count + from.count);
    if (total > 0)
        into.mean = (into.mean * static_cast<double>(into.count) + from.mean * static_cast<double>(from.count)) / total;
    into.min = std::fmin(into.min, from.min);
    into.max = std::fmax(into.max, from.max);
    into.last = from.last;
    into.count += from.count;
    if (!from.isNumeric())
        into.kind = SeriesKind::Json;
}

} // namespace

ValueTreeModel::ValueTreeModel(Kind kind, QObject* parent)
    : QAbstractItemModel(parent)
    , m_kind(kind)
    , m_root(std::make_unique<Node>())
{
    m_root->value = m_value.get();
}

ValueTreeModel::~ValueTreeModel() = default;

bool ValueTreeModel::setValue(std::shared_ptr<const Value> value)
{
    if (value == m_value || *value == *m_value)
        return false;
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_value = std::move(value);
    m_root->value = m_value.get();
    if (m_value->isObject())
        m_root->grow();
    countLeaves();
    endResetModel();
    return true;
}

QModelIndex ValueTreeModel::indexOf(const Node& node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

void ValueTreeModel::setSeries(const std::vector<SeriesInfo>& series)
{
    std::map<KeyPath, SeriesInfo> next;
    for (const SeriesInfo& info : series) {
        if (info.id.system)
            continue;
        const auto [place, isNew] = next.try_emplace(info.id.key, info);
        if (!isNew)
            addSegment(place->second, info);
    }
    const auto isSame = [](const auto& a, const auto& b) {
        const SeriesInfo &one = a.second, &other = b.second;
        const auto facts = [](const SeriesInfo& info) {
            return std::tie(info.kind, info.count, info.min, info.max, info.first, info.last, info.mean);
        };
        return a.first == b.first && facts(one) == facts(other);
    };
    if (std::equal(next.begin(), next.end(), m_series.begin(), m_series.end(), isSame))
        return;
    m_series = std::move(next);
    tellAll(*m_root);
}

void ValueTreeModel::tellAll(const Node& node)
{
    if (node.children.empty())
        return;
    emit dataChanged(index(0, 0, indexOf(node)),
                     index(static_cast<int>(node.children.size()) - 1, columnCount() - 1, indexOf(node)));
    for (const auto& child : node.children)
        tellAll(*child);
}

void ValueTreeModel::countLeaves()
{
    m_leaves = 0;
    for (const auto& child : m_root->children)
        if (!child->isInternal())
            m_leaves += child->leaves();
}

ValueTreeModel::Column ValueTreeModel::columnAt(int section) const
{
    const auto at = static_cast<std::size_t>(section);
    return m_kind == Kind::Values ? kValueColumns.at(at) : kMetricColumns.at(at);
}

const ValueTreeModel::Node* ValueTreeModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

QModelIndex ValueTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ValueTreeModel::parent(const QModelIndex& child) const
{
    const Node* above = child.isValid() ? node(child)->parent : nullptr;
    return above && above->parent ? createIndex(above->row, 0, above) : QModelIndex();
}

int ValueTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int ValueTreeModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(m_kind == Kind::Values ? kValueColumns.size() : kMetricColumns.size());
}

KeyPath ValueTreeModel::pathOf(const Node& node)
{
    KeyPath path;
    for (const Node* at = &node; at->parent; at = at->parent)
        path.push_back(at->key());
    std::reverse(path.begin(), path.end());
    return path;
}

const SeriesInfo* ValueTreeModel::seriesOf(const Node& node) const
{
    const auto found = m_series.find(pathOf(node));
    return found != m_series.end() && found->second.isNumeric() ? &found->second : nullptr;
}

QString ValueTreeModel::displayText(const Node& node, Column column) const
{
    if (column == Column::Name)
        return visibleExcerpt(node.key(), kCellLength);
    if (column == Column::Value && m_kind == Kind::Metrics && node.value->kind() == Value::Kind::Double)
        return format::number(node.value->toDouble());
    if (column == Column::Value && node.isMedia())
        return visibleExcerpt(node.mediaType()->text(), kCellLength);
    if (column == Column::Value)
        return node.children.empty() ? leafText(*node.value) : QString();
    if (column == Column::Type)
        return typeName(*node.value);
    const SeriesInfo* series = seriesOf(node);
    if (!series)
        return node.children.empty() && !node.isInMedia() ? format::missing() : QString();
    switch (column) {
    case Column::First:
        return format::number(series->first);
    case Column::Min:
        return format::number(series->min);
    case Column::Max:
        return format::number(series->max);
    default:
        return format::number(series->mean);
    }
}

QString ValueTreeModel::exactText(const Node& node, Column column) const
{
    const bool isLeaf = column == Column::Value && node.children.empty();
    return isLeaf ? leafText(*node.value) : displayText(node, column);
}

QString ValueTreeModel::toolTip(const Node& node, Column column) const
{
    if (column == Column::Name)
        return literalToolTip(fromUtf8(displayKey(pathOf(node))));
    if (column == Column::Value && node.value->isText())
        return literalToolTip(fromUtf8(node.value->text()));
    const QString text = exactText(node, column);
    if (text == format::missing() && column == Column::Value)
        return tr("Nothing: the run stored null here.");
    if (text == format::missing())
        return tr("No numbers were logged under this name.");
    return literalToolTip(text);
}

QVariant ValueTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& at = *node(index);
    const Column column = columnAt(index.column());
    const bool isNumberColumn = column >= Column::First && column <= Column::Mean;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(at, column);
    case Qt::AccessibleTextRole:
        return exactText(at, column);
    case Qt::ToolTipRole:
        return toolTip(at, column);
    case Qt::TextAlignmentRole: {
        const bool right = isNumberColumn || column == Column::Type ||
                           (m_kind == Kind::Metrics && column == Column::Value && at.value->isNumber());
        return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    case ColumnRole:
        return static_cast<int>(column);
    case PathRole:
        return fromUtf8(displayKey(pathOf(at)));
    case CopyRole:
        return at.value->isText() ? fromUtf8(at.value->text()) : fromUtf8(jsonOf(*at.value));
    case JsonRole:
        return fromUtf8(jsonOf(*at.value, 2));
    case NotANumberRole:
        return column == Column::Value && isNotFinite(*at.value);
    case InternalRole:
        return at.isInternal();
    case MediaRole:
        return at.isMedia();
    case SearchRole:
        return QString(fromUtf8(displayKey(pathOf(at))) + u'\n' +
                       (at.children.empty() ? leafText(*at.value) : QString()));
    default:
        return {};
    }
}

QVariant ValueTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column column = columnAt(section);
    if (role == Qt::TextAlignmentRole) {
        const bool left = column == Column::Name || (column == Column::Value && m_kind == Kind::Values);
        return QVariant::fromValue(Qt::Alignment((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name:
        return tr("Name");
    case Column::Value:
        return tr("Value");
    case Column::First:
        return tr("First");
    case Column::Min:
        return tr("Min");
    case Column::Max:
        return tr("Max");
    case Column::Mean:
        return tr("Mean");
    case Column::Type:
        break;
    }
    return tr("Type");
}

} // namespace runglass
