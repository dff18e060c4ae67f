// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SideBar.h"

#include "models/items/ProjectsModel.h"
#include "models/items/RunSelectorModel.h"
#include "models/session/Session.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/RunHighlight.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourLegend.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/window/ProjectsDelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace runglass
{

namespace
{

constexpr int kNarrowest = 220;
constexpr int kWidest = 480;
constexpr int kCountWidth = 64;
constexpr int kBelowProjects = 12;
constexpr int kTrashInset = 4, kTrashCountInset = 8; ///< where the tree has its icons, and its counts end
constexpr int kNothingOpenHeight = 160;

QLabel* quietLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(12, 4, 12, 8);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QVBoxLayout* flatColumn(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

SideBar::SideBar(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_projectsModel(new ProjectsModel(this))
    , m_selectorModel(new RunSelectorModel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("sideBar"));
    setMinimumWidth(kNarrowest);
    setMaximumWidth(kWidest);
    m_projectsModel->follow(context.session, context.names);
    m_selectorModel->follow(context.session);
    // When the current row leaves, the view makes its neighbour current: that is nobody's choice. Connected
    // before the view is, so that it comes first.
    for (const QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(m_selectorModel), static_cast<QAbstractItemModel*>(m_projectsModel)}) {
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_following = true; });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { m_following = false; });
    }
    connect(m_selectorModel, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                const int row = m_selector->currentIndex().row();
                m_lostRun = m_lostRun || (row >= first && row <= last && !m_selectorModel->isGroup(row));
            });
    m_splitter->setObjectName(QStringLiteral("sideSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeProjects());
    m_splitter->addWidget(makeRuns());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    flatColumn(this)->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isDividedByHand = true; });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_projectsModel, signal, this, &SideBar::fitProjects);
    connect(m_projects, &QTreeView::expanded, this, &SideBar::fitProjects);
    connect(m_projects, &QTreeView::collapsed, this, &SideBar::fitProjects);

    Session& session = context.session;
    connect(&session, &Session::sourcesChanged, this, &SideBar::refresh);
    connect(&session, &Session::listChanged, this, &SideBar::refresh);
    connect(&session, &Session::stateChanged, this, &SideBar::followScope);
    connect(&session, &Session::stateChanged, this, &SideBar::refresh);
    connect(&session, &Session::currentRunChanged, this, &SideBar::followCurrentRun);
    connect(m_selectorModel, &RunListModel::countChanged, this, [this] {
        // Who folds and unfolds groups stays at their heads.
        const QModelIndex current = m_selector->currentIndex();
        if (std::exchange(m_lostRun, false) || !current.isValid() || !m_selectorModel->isGroup(current.row()))
            followCurrentRun();
    });
    connect(m_projectsModel, &QAbstractItemModel::rowsInserted, this, &SideBar::followScope);
    connect(m_projectsModel, &QAbstractItemModel::rowsRemoved, this, &SideBar::followScope);
    followScope();
    refresh();
}

QToolButton* SideBar::makeButton(const QString& name, const QString& icon)
{
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setToolTip(name);
    button->setIcon(m_context.theme.icon(icon));
    button->setAutoRaise(true);
    button->setFixedSize(24, 24);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget* SideBar::makeProjects()
{
    auto* part = new QWidget(this);
    QVBoxLayout* layout = flatColumn(part);
    auto* header = new SectionHeader(tr("Projects"), part);
    m_projectsHead = header;
    QToolButton* add = makeButton(tr("Add a source"), QStringLiteral("plus"));
    add->setObjectName(QStringLiteral("addSource"));
    add->setToolTip(tr("Open a folder of runs"));
    connect(add, &QToolButton::clicked, this, &SideBar::openFolderRequested);
    header->addWidget(add);
    layout->addWidget(header);
    m_nothingOpen = quietLabel(tr("Folders you open are listed here."), part);
    layout->addWidget(m_nothingOpen, 1);

    m_projects = new QTreeView(part);
    m_projects->setObjectName(QStringLiteral("projects"));
    m_projects->setAccessibleName(tr("Projects"));
    m_projects->setModel(m_projectsModel);
    m_projects->setItemDelegate(new ProjectsDelegate(m_context.theme, m_projects));
    m_projects->setHeaderHidden(true);
    m_projects->setUniformRowHeights(true);
    m_projects->setFrameShape(QFrame::NoFrame);
    m_projects->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_projects->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_projects->setContextMenuPolicy(Qt::CustomContextMenu);
    m_projects->viewport()->setAutoFillBackground(false);
    m_projects->header()->setStretchLastSection(false);
    m_projects->header()->setMinimumSectionSize(kCountWidth);
    m_projects->header()->setSectionResizeMode(ProjectsModel::NameColumn, QHeaderView::Stretch);
    m_projects->header()->setSectionResizeMode(ProjectsModel::CountColumn, QHeaderView::Fixed);
    m_projects->header()->resizeSection(ProjectsModel::CountColumn, kCountWidth);
    layout->addWidget(m_projects, 1);
    layout->addWidget(makeTrash(part));
    connect(m_projects->selectionModel(), &QItemSelectionModel::currentChanged, this, &SideBar::onProjectChosen);
    connect(m_projectsModel, &QAbstractItemModel::rowsInserted, m_projects,
            [this](const QModelIndex& parent) { m_projects->expand(parent); });
    connect(m_projects, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        emit projectsMenuRequested(m_projects->viewport()->mapToGlobal(position));
    });
    m_projects->expandAll();
    return part;
}

/// The last line of the tree, as it were; a button, since it shows no runs in the other panes.
QWidget* SideBar::makeTrash(QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(kTrashInset, 0, kTrashCountInset, 0);
    layout->setSpacing(4);
    m_trashCount = new QLabel(line);
    m_trashCount->setObjectName(QStringLiteral("trashCount"));
    m_trashCount->setForegroundRole(QPalette::PlaceholderText);
    layout->addStretch(1);
    layout->addWidget(m_trashCount);
    return m_trashLine = line;
}

void SideBar::setTrashAction(QAction* action)
{
    auto* button = new ActionButton(action, m_trashLine);
    button->setFlat(true);
    button->setIcon(action->icon());
    static_cast<QHBoxLayout*>(m_trashLine->layout())->insertWidget(0, button);
}

void SideBar::setTrashCount(const std::optional<int>& runs)
{
    m_trashCount->setText(runs && *runs > 0 ? QLocale().toString(*runs) : QString());
}

QWidget* SideBar::makeRuns()
{
    auto* part = new QWidget(this);
    QVBoxLayout* layout = flatColumn(part);
    auto* header = new SectionHeader(tr("Runs"), part);
    header->noteLabel()->setObjectName(QStringLiteral("shownNote"));
    m_runsHead = header;
    m_more = makeButton(tr("Run selector options"), QStringLiteral("more"));
    m_more->setObjectName(QStringLiteral("selectorOptions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    header->addWidget(m_more);
    layout->addWidget(header);

    m_search = new RunSearchField(m_context.session, m_context.theme, part);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(8, 0, 8, 8);
    inset->addWidget(m_search);
    layout->addLayout(inset);

    layout->addWidget(new ColourLegend(m_context, part));
    m_selector = new RunSelector(m_context.theme, part);
    m_selector->setModel(m_selectorModel);
    layout->addWidget(m_selector, 1);
    m_noMatch = quietLabel(tr("No run matches."), part);
    layout->addWidget(m_noMatch, 1);
    connect(m_selector, &RunSelector::runActivated, this, [this](const QModelIndex& index) {
        m_context.session.setCurrentRun(m_selectorModel->runAt(index.row()));
        emit openRunRequested();
    });
    connect(m_selector, &RunSelector::menuRequested, this, &SideBar::runMenuRequested);
    if (RunHighlight* highlight = m_context.highlight) {
        connect(m_selector, &RunSelector::rowHovered, this, [this, highlight](const QModelIndex& index) {
            const bool isRun = index.isValid() && !m_selectorModel->isGroup(index.row());
            highlight->setRun(isRun ? std::optional(m_selectorModel->runAt(index.row())) : std::nullopt);
        });
        connect(highlight, &RunHighlight::changed, this, [this, highlight] {
            m_selector->markRow(highlight->run() ? m_selectorModel->rowOf(*highlight->run()) : -1);
        });
    }
    connect(m_selector->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SideBar::onCurrentRunRow);
    return part;
}

void SideBar::setSelectorMenu(QMenu* menu)
{
    m_more->setMenu(menu);
}

void SideBar::setCropping(Qt::TextElideMode mode)
{
    m_selector->setCropping(mode);
}

std::optional<int> SideBar::chosenSource() const
{
    const QModelIndex current = m_projects->currentIndex();
    const auto scope = current.data(ProjectsModel::ScopeRole).value<RunScope>();
    return current.isValid() ? scope.source : std::nullopt;
}

void SideBar::onProjectChosen()
{
    const QModelIndex current = m_projects->currentIndex();
    if (m_following || !current.isValid())
        return;
    RunListState state = m_context.session.state();
    state.scope = current.data(ProjectsModel::ScopeRole).value<RunScope>();
    if (state.scope != m_context.session.state().scope)
        m_context.session.setState(std::move(state));
}

void SideBar::followScope()
{
    const QModelIndex node = m_projectsModel->indexOf(m_context.session.state().scope);
    if (!node.isValid() || node == m_projects->currentIndex())
        return;
    const QScopedValueRollback<bool> following(m_following, true);
    m_projects->setCurrentIndex(node);
}

void SideBar::onCurrentRunRow()
{
    const QModelIndex current = m_selector->currentIndex();
    if (!m_following && current.isValid() && !m_selectorModel->isGroup(current.row()))
        m_context.session.setCurrentRun(m_selectorModel->runAt(current.row()));
}

void SideBar::followCurrentRun()
{
    const auto& run = m_context.session.currentRun();
    int row = run ? m_selectorModel->rowOf(*run) : -1;
    if (run && row < 0)
        row = m_selectorModel->groupRowOf(*run); // it is in a group that is folded
    const QModelIndex current = m_selector->currentIndex();
    const QScopedValueRollback<bool> following(m_following, true);
    auto* selection = m_selector->selectionModel();
    if (row >= 0 && (row != current.row() || !selection->isSelected(current))) {
        const QModelIndex index = m_selectorModel->index(row, 0);
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_selector->scrollTo(index);
    } else if (row < 0 && m_selectorModel->rowCount() > 0) {
        // The current run is not in the list: nothing is selected, but the keyboard has a place to start from.
        selection->setCurrentIndex(current.isValid() ? current : m_selectorModel->index(0, 0),
                                   QItemSelectionModel::Clear);
    }
}

QList<int> SideBar::division() const
{
    return m_isDividedByHand ? m_splitter->sizes() : QList<int>();
}

void SideBar::setDivision(const QList<int>& heights)
{
    m_isDividedByHand = heights.size() == 2;
    if (m_isDividedByHand)
        m_splitter->setSizes(heights);
    else
        fitProjects();
}

int SideBar::heightOfProjects() const
{
    int rows = 0;
    for (QModelIndex row = m_projectsModel->index(0, 0); row.isValid() && rows < 100; row = m_projects->indexBelow(row))
        ++rows;
    return m_projectsHead->sizeHint().height() + rows * m_projects->sizeHintForRow(0) +
           m_trashLine->sizeHint().height() + kBelowProjects;
}

void SideBar::fitProjects()
{
    if (m_isDividedByHand || height() == 0)
        return;
    // What is there, but never so much that the runs have no room.
    const int wanted = m_nothingOpen->isHidden() ? heightOfProjects() : kNothingOpenHeight;
    const int most = height() * 2 / 5;
    m_splitter->setSizes({std::min(wanted, most), height() - std::min(wanted, most)});
}

void SideBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitProjects();
}

void SideBar::refresh()
{
    const bool anyOpen = !m_context.session.sources().empty();
    m_nothingOpen->setVisible(!anyOpen);
    m_projects->setVisible(anyOpen);
    m_trashLine->setVisible(anyOpen);
    fitProjects();
    m_search->setEnabled(anyOpen);
    const auto list = m_selectorModel->list();
    const auto listed = static_cast<int>(m_selectorModel->list()->rows.size());
    const int inScope = list ? static_cast<int>(list->inScope) : 0;
    const auto shown = list ? list->shown : 0;
    const QLocale locale;
    m_runsHead->setNote(
        inScope > 0 ? tr("%1 of %2 shown in charts").arg(locale.toString(shown), locale.toString(listed)) : QString());
    const bool noMatch = listed == 0 && inScope > 0;
    m_noMatch->setVisible(noMatch);
    m_selector->setVisible(!noMatch);
}

} // namespace runglass
