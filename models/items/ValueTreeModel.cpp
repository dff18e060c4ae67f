// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ValueTreeModel.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/session/JsonText.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
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

bool isBranch(const Value& value)
{
    if (value.isObject())
        return !value.object().empty();
    const auto nested = [](const Value& element) { return element.isObject() || element.isArray(); };
    return value.isArray() && std::any_of(value.array().begin(), value.array().end(), nested);
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

struct ValueTreeModel::Node {
    std::string key;
    const Value* value = nullptr;
    const Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children; ///< each stays where it is in memory: indexes point to it

    Node() = default;
    Node(std::string itsKey, const Value& itsValue, const Node* above)
        : key(std::move(itsKey))
        , value(&itsValue)
        , parent(above)
    {
        grow();
    }

    void grow()
    {
        eachChild(*value, [this](std::string name, const Value& child) {
            children.push_back(std::make_unique<Node>(std::move(name), child, this));
        });
        number();
    }
    void number()
    {
        for (std::size_t i = 0; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }
    /// Calls take with the name and value of each child that a value has in the tree.
    template <typename Take> static void eachChild(const Value& value, const Take& take)
    {
        if (!isBranch(value))
            return;
        for (const auto& [name, child] : value.object())
            take(name, child);
        std::size_t number = 0;
        for (const Value& child : value.array())
            take('[' + std::to_string(number++) + ']', child);
    }
    bool isInternal() const
    {
        const Node* at = this;
        while (at->parent && at->parent->parent)
            at = at->parent;
        return at->key.starts_with('_');
    }
    /// What the SDK says it is: "table-file", "image-file"; null for other values.
    const Value* mediaType() const
    {
        const auto type = value->object().find("_type");
        return type != value->object().end() && type->second.isText() ? &type->second : nullptr;
    }
    bool isMedia() const { return mediaType() != nullptr; }
    bool isInMedia() const { return parent && (parent->isMedia() || parent->isInMedia()); }
    int leaves() const
    {
        if (children.empty())
            return 1;
        int count = 0;
        for (const auto& child : children)
            count += child->leaves();
        return count;
    }
};

ValueTreeModel::ValueTreeModel(Kind kind, QObject* parent)
    : QAbstractItemModel(parent)
    , m_kind(kind)
    , m_root(std::make_unique<Node>())
{
    m_root->value = &m_value;
}

ValueTreeModel::~ValueTreeModel() = default;

void ValueTreeModel::setValue(const Value& value)
{
    if (value == m_value)
        return;
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_value = value;
    m_root->value = &m_value;
    if (m_value.isObject())
        m_root->grow();
    endResetModel();
}

void ValueTreeModel::updateValue(const Value& value)
{
    if (!m_value.isObject() || !value.isObject()) {
        setValue(value);
        return;
    }
    if (value == m_value)
        return;
    // Rows show the values of before until theirs are exchanged, so these must stay till then. Moving them keeps each
    // where it is in memory.
    Value next = value;
    removeOthers(*m_root, next);
    const Value before = std::exchange(m_value, std::move(next));
    m_root->value = &m_value;
    exchange(*m_root);
    insertNew(*m_root);
}

namespace
{

using Children = std::map<std::string, const Value*, std::less<>>;

template <typename Node> Children childrenOf(const Value& value)
{
    Children children;
    Node::eachChild(value,
                    [&children](std::string name, const Value& child) { children.emplace(std::move(name), &child); });
    return children;
}

} // namespace

/// Rows whose value is gone, or is a leaf now and was a branch, or the other way round.
void ValueTreeModel::removeOthers(Node& node, const Value& next)
{
    const Children wanted = childrenOf<Node>(next);
    for (int row = static_cast<int>(node.children.size()) - 1; row >= 0; --row) {
        Node& child = *node.children[static_cast<std::size_t>(row)];
        const auto found = wanted.find(child.key);
        if (found != wanted.end() && isBranch(*found->second) == isBranch(*child.value)) {
            removeOthers(child, *found->second);
            continue;
        }
        beginRemoveRows(indexOf(node), row, row);
        node.children.erase(node.children.begin() + row);
        node.number();
        endRemoveRows();
    }
}

/// Gives the rows below node the values that node's own has for them.
void ValueTreeModel::exchange(Node& node)
{
    const Children values = childrenOf<Node>(*node.value);
    for (const auto& child : node.children) {
        const Value& before = *child->value;
        child->value = values.find(child->key)->second;
        const bool isOther = !(before == *child->value);
        exchange(*child);
        if (isOther)
            emit dataChanged(createIndex(child->row, 0, child.get()),
                             createIndex(child->row, columnCount() - 1, child.get()));
    }
}

void ValueTreeModel::insertNew(Node& node)
{
    std::vector<std::unique_ptr<Node>> added;
    std::size_t place = 0;
    const auto flush = [&] {
        if (added.empty())
            return;
        const std::size_t first = place - added.size();
        beginInsertRows(indexOf(node), static_cast<int>(first), static_cast<int>(place) - 1);
        node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(first),
                             std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
        node.number();
        endInsertRows();
        added.clear();
    };
    Node::eachChild(*node.value, [&](std::string name, const Value& child) {
        const std::size_t at = place - added.size();
        const bool isThere = at < node.children.size() && node.children[at]->key == name;
        if (isThere) {
            flush();
            insertNew(*node.children[place]);
        } else {
            added.push_back(std::make_unique<Node>(std::move(name), child, &node));
        }
        ++place;
    });
    flush();
}

QModelIndex ValueTreeModel::indexOf(const Node& node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

void ValueTreeModel::setSeries(const std::vector<SeriesInfo>& series)
{
    m_series.clear();
    for (const SeriesInfo& info : series) {
        if (info.id.system)
            continue;
        const auto [place, isNew] = m_series.try_emplace(info.id.key, info);
        if (!isNew)
            addSegment(place->second, info);
    }
    const std::function<void(const QModelIndex&)> tell = [&](const QModelIndex& parent) {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        emit dataChanged(index(0, 0, parent), index(rows - 1, columnCount() - 1, parent));
        for (int row = 0; row < rows; ++row)
            tell(index(row, 0, parent));
    };
    tell({});
}

int ValueTreeModel::leafCount() const
{
    int count = 0;
    for (const auto& child : m_root->children)
        if (!child->isInternal())
            count += child->leaves();
    return count;
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
        path.push_back(at->key);
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
        return visibleExcerpt(node.key, kCellLength);
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
