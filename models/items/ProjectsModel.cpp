// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ProjectsModel.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/table/NaturalOrder.h"

#include <QLocale>

#include <algorithm>

namespace runglass
{

struct ProjectsModel::Node {
    NodeKind kind = NodeKind::All;
    RunScope scope;
    int count = 0;
    QString text, toolTip, icon;
    SourceInfo::Status status = SourceInfo::Status::Ready;
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    bool isSame(const Node& other) const { return kind == other.kind && scope == other.scope; }
    bool showsSame(const Node& other) const
    {
        return count == other.count && text == other.text && toolTip == other.toolTip && icon == other.icon &&
               status == other.status;
    }
    int row() const
    {
        const auto& siblings = parent->children;
        const auto at =
            std::find_if(siblings.begin(), siblings.end(), [this](const auto& n) { return n.get() == this; });
        return static_cast<int>(at - siblings.begin());
    }
};

namespace
{

constexpr qsizetype kTextLength = 300, kToolTipLength = 2000;

QString statusLine(const SourceInfo& info)
{
    switch (info.status) {
    case SourceInfo::Status::Opening:
        return ProjectsModel::tr("Opening…");
    case SourceInfo::Status::Reading:
        return ProjectsModel::tr("Reading %1 of %2 runs").arg(info.progress.done).arg(info.progress.total);
    case SourceInfo::Status::Failed:
        return info.error ? visibleExcerpt(describe(*info.error), kToolTipLength) : QString();
    case SourceInfo::Status::Ready:
        break;
    }
    return {};
}

QString sourceIcon(const SourceInfo& info)
{
    if (info.status == SourceInfo::Status::Failed)
        return QStringLiteral("error");
    if (info.location.find("://") != std::string::npos)
        return QStringLiteral("server");
    return info.kind == "recorder" ? QStringLiteral("store") : QStringLiteral("folder");
}

QString projectText(const std::string& entity, const std::string& project)
{
    const QString name =
        project.empty() || project == kUncategorized ? format::project(project) : visibleExcerpt(project, kTextLength);
    return entity.empty() ? name : QString(visibleExcerpt(entity, kTextLength) + u" / " + name);
}

} // namespace

ProjectsModel::ProjectsModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
    , m_table(std::make_shared<RunTable>())
{
    setContents({}, m_table);
}

ProjectsModel::~ProjectsModel() = default;

void ProjectsModel::follow(Session& session, SourceNames names)
{
    m_names = std::move(names);
    const auto take = [this, &session] { setContents(session.sources(), session.list()->table); };
    connect(&session, &Session::sourcesChanged, this, take);
    connect(&session, &Session::listChanged, this, take);
    take();
}

void ProjectsModel::setContents(const std::vector<SourceInfo>& sources, std::shared_ptr<const RunTable> table)
{
    if (!table->sharesRows(*m_table))
        countRuns(*table);
    m_table = std::move(table);
    std::vector<std::unique_ptr<Node>> wanted;
    auto all = std::make_unique<Node>();
    all->text = tr("All runs");
    all->toolTip = tr("Runs of all sources");
    all->icon = QStringLiteral("table");
    all->count = static_cast<int>(m_table->rowCount());
    wanted.push_back(std::move(all));
    for (const SourceInfo& info : sources)
        wanted.push_back(sourceNode(info));
    update(*m_root, std::move(wanted));
}

void ProjectsModel::countRuns(const RunTable& table)
{
    m_counts.clear();
    int* last = nullptr;
    const RunRef* lastRef = nullptr;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        const RunRef& ref = table.ref(row);
        const bool same = lastRef && lastRef->source == ref.source && lastRef->path.project == ref.path.project &&
                          lastRef->path.entity == ref.path.entity;
        if (!same)
            last = &m_counts[{ref.source, ref.path.entity, ref.path.project}];
        ++*last;
        lastRef = &ref;
    }
}

std::unique_ptr<ProjectsModel::Node> ProjectsModel::sourceNode(const SourceInfo& info) const
{
    auto source = std::make_unique<Node>();
    source->kind = NodeKind::Source;
    source->scope.source = info.id;
    source->text = m_names.label(info.location);
    source->icon = sourceIcon(info);
    source->status = info.status;
    const QString status = statusLine(info);
    source->toolTip = visibleExcerpt(info.location, kToolTipLength) + (status.isEmpty() ? QString() : u'\n' + status);
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> projects;
    const NaturalOrder order;
    for (auto at = m_counts.lower_bound({info.id, {}, {}}); at != m_counts.end() && at->first.source == info.id; ++at) {
        const ProjectKey& key = at->first;
        auto node = std::make_unique<Node>();
        node->kind = NodeKind::Project;
        node->scope = {info.id, key.entity, key.project};
        node->text = node->toolTip = projectText(key.entity, key.project);
        node->icon = QStringLiteral("folder");
        node->count = at->second;
        source->count += at->second;
        projects.emplace_back(order.key(std::string_view(key.entity)) + order.key(std::string_view(key.project)),
                              std::move(node));
    }
    std::sort(projects.begin(), projects.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [orderKey, node] : projects)
        source->children.push_back(std::move(node));
    return source;
}

void ProjectsModel::update(Node& parent, std::vector<std::unique_ptr<Node>> wanted)
{
    for (std::size_t row = parent.children.size(); row-- > 0;) {
        const auto keeps = [&](const auto& node) { return node->isSame(*parent.children[row]); };
        if (std::any_of(wanted.begin(), wanted.end(), keeps))
            continue;
        beginRemoveRows(indexFor(parent), static_cast<int>(row), static_cast<int>(row));
        parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }
    for (std::size_t at = 0; at < wanted.size(); ++at)
        place(parent, at, std::move(wanted[at]));
}

/// Brings a child to its row: updated where it is, moved there, or inserted.
void ProjectsModel::place(Node& parent, std::size_t at, std::unique_ptr<Node> wanted)
{
    auto& children = parent.children;
    const QModelIndex above = indexFor(parent);
    const auto row = static_cast<int>(at);
    const auto found = std::find_if(children.begin() + row, children.end(),
                                    [&wanted](const auto& node) { return node->isSame(*wanted); });
    std::vector<std::unique_ptr<Node>> below = std::move(wanted->children);
    wanted->children.clear();
    if (found == children.end()) {
        beginInsertRows(above, row, row);
        wanted->parent = &parent;
        children.insert(children.begin() + row, std::move(wanted));
        endInsertRows();
    } else {
        if (const auto from = static_cast<int>(found - children.begin()); from != row) {
            beginMoveRows(above, from, from, above, row);
            std::rotate(children.begin() + row, found, found + 1);
            endMoveRows();
        }
        Node& node = *children[at];
        if (!node.showsSame(*wanted)) {
            node.count = wanted->count;
            node.text = wanted->text;
            node.toolTip = wanted->toolTip;
            node.icon = wanted->icon;
            node.status = wanted->status;
            emit dataChanged(indexFor(node), indexFor(node, ColumnCount - 1));
        }
    }
    update(*children[at], std::move(below));
}

QModelIndex ProjectsModel::indexOf(const RunScope& scope) const
{
    for (const auto& top : m_root->children) {
        if (top->scope == scope)
            return indexFor(*top);
        for (const auto& project : top->children) {
            if (project->scope == scope)
                return indexFor(*project);
        }
    }
    return {};
}

ProjectsModel::Node* ProjectsModel::nodeOf(const QModelIndex& index)
{
    return static_cast<Node*>(index.internalPointer());
}

QModelIndex ProjectsModel::indexFor(const Node& node, int column) const
{
    return node.parent ? createIndex(node.row(), column, &node) : QModelIndex();
}

QModelIndex ProjectsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node& above = parent.isValid() ? *nodeOf(parent) : *m_root;
    return createIndex(row, column, above.children[static_cast<std::size_t>(row)].get());
}

QModelIndex ProjectsModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexFor(*nodeOf(child)->parent) : QModelIndex();
}

int ProjectsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() && parent.column() != NameColumn)
        return 0;
    const Node& above = parent.isValid() ? *nodeOf(parent) : *m_root;
    return static_cast<int>(above.children.size());
}

int ProjectsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ProjectsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *nodeOf(index);
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return isName ? node.text : QLocale().toString(node.count);
    case Qt::ToolTipRole:
        return isName ? node.toolTip : tr("%n run(s)", nullptr, node.count);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case ScopeRole:
        return QVariant::fromValue(node.scope);
    case RunCountRole:
        return node.count;
    case NodeKindRole:
        return static_cast<int>(node.kind);
    case SourceStatusRole:
        return node.kind == NodeKind::Source ? QVariant(static_cast<int>(node.status)) : QVariant();
    case SourceIdRole:
        return node.scope.source ? QVariant(*node.scope.source) : QVariant();
    case IconNameRole:
        return node.icon;
    default:
        return {};
    }
}

QVariant ProjectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Project") : tr("Runs");
}

} // namespace runglass
