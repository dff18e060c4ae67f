// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/artifacts/ArtifactsTab.h"

#include "models/items/ArtifactsModel.h"
#include "models/items/VisibleText.h"
#include "widgets/artifacts/ArtifactPane.h"
#include "widgets/common/RoomForNames.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/files/IconDelegate.h"
#include "widgets/files/SearchedTree.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kTreeWidth = 564;
constexpr int kLeastName = 210;
} // namespace

ArtifactsTab::ArtifactsTab(Context& context, QWidget* parent)
    : RunPage(context, parent)
    , m_model(new ArtifactsModel(this))
    , m_proxy(new ArtifactsProxy(this))
{
    setObjectName(QStringLiteral("artifactsTab"));
    m_proxy->setSourceModel(m_model);
    auto* content = new SearchedTree(context.theme,
                                     {QStringLiteral("searchArtifactsField"), QStringLiteral("artifactCountLabel"),
                                      QStringLiteral("artifactsTree"), QStringLiteral("artifactsSplitter")},
                                     tr("Search artifacts"), this);
    m_search = content->search();
    m_count = content->count();
    m_tree = content->tree();
    m_tree->setAccessibleName(tr("Artifacts"));
    content->setModel(
        m_proxy, ArtifactsModel::NameColumn,
        new IconDelegate(theme(), {ArtifactsModel::IconRole, 0, ArtifactsModel::IsGroupRole, ArtifactsModel::ChipsRole},
                         m_tree));
    auto* copy = new QAction(tr("Copy name"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copy);
    offerActionsInMenu(m_tree);
    m_room = new RoomForNames(
        m_tree, {ArtifactsModel::VersionColumn, ArtifactsModel::AliasesColumn, ArtifactsModel::TypeColumn}, kLeastName);
    connect(copy, &QAction::triggered, this, &ArtifactsTab::copy);
    connect(m_search, &QLineEdit::textChanged, this, &ArtifactsTab::search);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArtifactsTab::onChosen);
    m_pane = new ArtifactPane(context.theme, content);
    content->setPane(m_pane, kTreeWidth);
    setContent(content);
}

void ArtifactsTab::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ArtifactsTab::showArtifact(const QString& name)
{
    m_wanted = name.toStdString();
    if (isVisible() && !isLoading())
        choose(std::string(*m_wanted));
}

void ArtifactsTab::load(const RunRef& run)
{
    ask(session().openRun(run), [this](const std::shared_ptr<const OpenedRun>& opened) { showRun(*opened); });
}

void ArtifactsTab::showRun(const OpenedRun& run)
{
    if (run.detail.artifacts.empty()) {
        m_listed.reset();
        showEmpty(QStringLiteral("artifact"), tr("No artifacts"), tr("This run used and made no artifacts."));
        return;
    }
    const bool isSame = std::exchange(m_listed, run.ref) == run.ref;
    if (!isSame || run.detail.artifacts != m_model->artifacts()) {
        const Look before = look();
        m_model->setArtifacts(run.detail.artifacts);
        const QString inputs = tr("%n input(s)", nullptr, m_model->count(Artifact::Direction::Input));
        const QString outputs = tr("%n output(s)", nullptr, m_model->count(Artifact::Direction::Output));
        m_count->setText(inputs + QStringLiteral(", ") + outputs);
        if (isSame)
            restore(before);
        else
            expandGroups();
    }
    if (!isSame)
        fitColumns();
    showContent();
    if (m_wanted || !m_tree->currentIndex().isValid())
        choose(m_wanted.value_or(std::string()));
}

void ArtifactsTab::fitColumns()
{
    for (const int column : {ArtifactsModel::TypeColumn, ArtifactsModel::VersionColumn, ArtifactsModel::AliasesColumn,
                             ArtifactsModel::SizeColumn}) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::clamp(m_tree->columnWidth(column), 48, 160));
    }
    m_room->fit();
}

void ArtifactsTab::eachRow(const std::function<void(const QModelIndex&)>& take) const
{
    const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
        for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
            const QModelIndex index = m_proxy->index(row, 0, parent);
            take(index);
            walk(index);
        }
    };
    walk({});
}

ArtifactsTab::Look ArtifactsTab::look() const
{
    Look look;
    eachRow([&](const QModelIndex& index) {
        const QString key = index.data(ArtifactsModel::KeyRole).toString();
        if (m_tree->isExpanded(index))
            look.open.insert(key);
        if (index.data(ArtifactsModel::IsGroupRole).toBool())
            look.groups.insert(key);
    });
    look.current = m_tree->currentIndex().siblingAtColumn(0).data(ArtifactsModel::KeyRole).toString();
    look.scroll = m_tree->verticalScrollBar()->value();
    return look;
}

void ArtifactsTab::restore(const Look& look)
{
    eachRow([&](const QModelIndex& index) {
        const QString key = index.data(ArtifactsModel::KeyRole).toString();
        // A group that was not there before is shown as at first.
        const bool isNewGroup = index.data(ArtifactsModel::IsGroupRole).toBool() && !look.groups.contains(key);
        const bool opensFirst = isNewGroup && !index.data(ArtifactsModel::IsInternalRole).toBool();
        m_tree->setExpanded(index, look.open.contains(key) || opensFirst);
        if (key == look.current)
            m_tree->setCurrentIndex(index);
    });
    m_tree->verticalScrollBar()->setValue(look.scroll);
}

void ArtifactsTab::expandGroups()
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex group = m_proxy->index(row, 0);
        m_tree->setExpanded(group, !group.data(ArtifactsModel::IsInternalRole).toBool());
    }
}

void ArtifactsTab::choose(const std::string& name)
{
    m_wanted.reset();
    QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(name));
    const QModelIndex first = m_proxy->index(0, 0);
    if (!index.isValid() && !first.data(ArtifactsModel::IsInternalRole).toBool())
        index = m_proxy->index(0, 0, first);
    m_tree->setCurrentIndex(index.isValid() ? index : first);
    if (index.isValid())
        m_tree->scrollTo(index);
    onChosen();
}

void ArtifactsTab::onChosen()
{
    const QModelIndex index = m_proxy->mapToSource(m_tree->currentIndex());
    const Artifact* artifact = m_model->artifact(index);
    const ArtifactMember* member = m_model->member(index);
    if (member)
        m_pane->setMember(*artifact, *member);
    else if (artifact)
        m_pane->setArtifact(*artifact);
    else
        m_pane->clear();
}

void ArtifactsTab::search(const QString& text)
{
    m_proxy->setSearchText(text);
    if (text.isEmpty())
        expandGroups();
    else
        m_tree->expandAll();
}

void ArtifactsTab::copy()
{
    const QString name = m_tree->currentIndex().siblingAtColumn(ArtifactsModel::NameColumn).data().toString();
    if (!name.isEmpty())
        QGuiApplication::clipboard()->setText(name);
}

} // namespace runglass
