// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsTab.h"

#include "models/items/FilterColumnsModel.h"
#include "models/items/RunColumns.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/items/SortKeysModel.h"
#include "models/session/Session.h"
#include "widgets/common/ActionBar.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/RunHighlight.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterEditor.h"
#include "widgets/runs/GroupByButton.h"
#include "widgets/runs/GroupByPopover.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"
#include "widgets/runs/SelectionBar.h"
#include "widgets/runs/SortPopover.h"

#include <QAction>
#include <QLocale>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace runglass
{

namespace
{
constexpr int kRelativeMs = 30'000;
constexpr int kRunningMs = 1000;
} // namespace

RunsTab::RunsTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_ticks(new RunTicks(this))
    , m_model(new RunsModel(nullptr, this))
    , m_view(new RunsView(context.theme, this))
    , m_bar(new SelectionBar(context.theme, *m_ticks, this))
    , m_filter(new FilterEditor(context, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_search(new RunSearchField(context.session, context.theme, this))
    , m_count(new QLabel(this))
    , m_sort(new ElidedLabel({}, this))
    , m_clearSearch(new QAction(tr("Clear search"), this))
{
    setObjectName(QStringLiteral("runsTab"));
    m_model->follow(context.session);
    m_ticks->follow(context.session);
    m_model->setTicks(m_ticks);
    // When the current row leaves, the view makes its neighbour current: that is nobody's choice of a run. Connected
    // before the view is, so that it comes first.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_following = true;
        const int row = m_view->currentIndex().row();
        m_lostRun = m_lostRun || (row >= first && row <= last && !m_model->isGroup(row));
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_following = false; });
    makeView();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_filter);
    m_filter->hide();
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);

    Session& session = context.session;
    connect(&session, &Session::currentRunChanged, this, &RunsTab::followCurrentRun);
    connect(&session, &Session::stateChanged, this, &RunsTab::refresh);
    connect(&session, &Session::stateChanged, m_view,
            [this] { m_view->setColumnWidths(m_context.session.state().widths); });
    m_view->setColumnWidths(session.state().widths);
    connect(&session, &Session::sourcesChanged, this, &RunsTab::refresh);
    connect(&session, &Session::listChanged, this, &RunsTab::refresh);
    connect(m_model, &RunListModel::countChanged, this, &RunsTab::refresh);
    connect(m_model, &RunListModel::countChanged, this, [this] {
        // Who folds and unfolds groups stays at their heads.
        const QModelIndex current = m_view->currentIndex();
        if (std::exchange(m_lostRun, false) || !current.isValid() || !m_model->isGroup(current.row()))
            followCurrentRun();
    });
    connect(&session, &Session::sourcesChanged, this, [this] { m_view->setSettled(!m_context.session.isBusy()); });
    connect(m_ticks, &RunTicks::changed, this, &RunsTab::refresh);
    connect(m_ticks, &RunTicks::changed, this, &RunsTab::chosenChanged);
    startClocks();
    refresh();
}

void RunsTab::makeView()
{
    m_view->setObjectName(QStringLiteral("runs"));
    m_view->setAccessibleName(tr("Runs"));
    m_view->setModel(m_model);
    connect(m_view->header(), &RunsHeader::sortClicked, m_model,
            [this](int column, bool also) { also ? m_model->sortAlso(column) : m_model->sortAlone(column); });
    connect(m_view, &RunsView::runActivated, this, [this](const QModelIndex& index) {
        m_context.session.setCurrentRun(m_model->runAt(index.row()));
        emit openRequested();
    });
    connect(m_view, &RunsView::menuRequested, this, &RunsTab::menuRequested);
    connect(m_view, &RunsView::widthChosen, this, &RunsTab::keepWidth);
    connect(m_view, &RunsView::copyRequested, this, &RunsTab::copyRequested);
    if (RunHighlight* highlight = m_context.highlight) {
        connect(m_view, &RunsView::rowHovered, this, [this, highlight](int row) {
            const bool isRun = row >= 0 && !m_model->isGroup(row);
            highlight->setRun(isRun ? std::optional(m_model->runAt(row)) : std::nullopt);
        });
        connect(highlight, &RunHighlight::changed, this,
                [this, highlight] { m_view->markRow(highlight->run() ? m_model->rowOf(*highlight->run()) : -1); });
    }
    connect(m_view, &RunsView::columnPut, this, &RunsTab::putColumn);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsTab::onCurrentRowChanged);
    // The row that is current from the beginning is chosen by a click on it, too, though it stays the current one.
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsTab::onCurrentRowChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsTab::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsTab::chosenChanged);
}

/// Only what changes with time is painted anew, and only while somebody can see it.
void RunsTab::startClocks()
{
    m_relative.setInterval(kRelativeMs);
    connect(&m_relative, &QTimer::timeout, this, [this] {
        if (m_view->isVisible())
            m_view->updateTimes(CellKind::Time, false);
    });
    m_relative.start();
    m_running.setInterval(kRunningMs);
    connect(&m_running, &QTimer::timeout, this, [this] {
        if (m_view->isVisible())
            m_view->updateTimes(CellKind::Duration, true);
    });
    m_running.start();
}

QWidget* RunsTab::makeBar()
{
    auto* bar = new ActionBar(m_context.theme, this);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(280);
    m_search->hide();
    m_sort->setObjectName(QStringLiteral("sortLabel"));
    m_sort->setForegroundRole(QPalette::PlaceholderText);
    m_clearSearch->setObjectName(QStringLiteral("clearSearch"));
    connect(m_clearSearch, &QAction::triggered, this, [this] { m_search->clear(); });
    m_count->setObjectName(QStringLiteral("runCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    bar->addLeft(m_search, 1);
    bar->addLeft(m_sort);
    bar->addRight(m_count);
    m_actionBar = bar;
    return bar;
}

void RunsTab::setCropping(Qt::TextElideMode mode)
{
    m_view->setCropping(mode);
}

void RunsTab::setFilterActions(QAction* open, QAction* clear)
{
    m_openFilter = open;
    m_clearFilter = clear;
    m_actionBar->addRight(open);
    m_filter->addButton(clear);
    refresh();
}

void RunsTab::setSortActions(QAction* open, QAction* newestFirst)
{
    m_openSort = new ActionButton(open, this);
    m_newestFirst = new ActionButton(newestFirst, this);
    m_actionBar->insertLeft(m_sort, m_openSort);
    m_actionBar->addLeft(m_newestFirst);
    refresh();
}

void RunsTab::toggleSortKeys()
{
    if (!m_openSort)
        return;
    if (!m_sortKeys)
        m_sortKeys = new SortPopover(m_context, this);
    if (m_sortKeys->isVisible())
        m_sortKeys->dismiss();
    else
        m_sortKeys->openBelow(m_openSort);
}

void RunsTab::setGroupActions(QAction* open, const QList<QAction*>& folds)
{
    m_openGroups = new GroupByButton(m_context.theme, open, this);
    m_foldActions = folds;
    m_actionBar->addRight(m_openGroups, open);
    refresh();
}

void RunsTab::toggleGroupKeys()
{
    if (!m_openGroups)
        return;
    if (!m_groupKeys)
        m_groupKeys = new GroupByPopover(m_context, m_foldActions, this);
    if (m_groupKeys->isVisible())
        m_groupKeys->dismiss();
    else
        m_groupKeys->openBelow(m_openGroups->isVisible() ? static_cast<QWidget*>(m_openGroups) : m_actionBar);
}

void RunsTab::setFilterVisible(bool visible)
{
    m_filter->setVisible(visible);
    if (visible)
        m_filter->begin();
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

void RunsTab::filterBy(const ColumnId& column)
{
    m_filter->show();
    if (m_openFilter)
        m_openFilter->setChecked(true);
    m_filter->addCondition(filterColumn(column));
}

void RunsTab::setSearchVisible(bool visible)
{
    m_search->setVisible(visible);
}

std::vector<RunRef> RunsTab::chosenRuns() const
{
    if (m_ticks->listedCount() > 0)
        return m_ticks->runs();
    return m_view->chosenRuns();
}

void RunsTab::onCurrentRowChanged()
{
    const QModelIndex current = m_view->currentIndex();
    if (!m_following && current.isValid() && !m_model->isGroup(current.row()))
        m_context.session.setCurrentRun(m_model->runAt(current.row()));
}

void RunsTab::followCurrentRun()
{
    const auto& run = m_context.session.currentRun();
    int row = run ? m_model->rowOf(*run) : -1;
    if (run && row < 0)
        row = m_model->groupRowOf(*run); // it is in a group that is folded
    if (row < 0 || row == m_view->currentIndex().row())
        return;
    const QScopedValueRollback<bool> following(m_following, true);
    const int column = std::max(0, m_view->currentIndex().column());
    m_view->selectionModel()->setCurrentIndex(m_model->index(row, column),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(m_model->index(row, column));
}

void RunsTab::keepCurrentValid()
{
    // Screen readers ask for the current cell: where there are rows there is one.
    if (m_view->currentIndex().isValid() || m_model->rowCount() == 0)
        return;
    followCurrentRun();
    if (m_view->currentIndex().isValid())
        return;
    const QScopedValueRollback<bool> following(m_following, true);
    m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

QString RunsTab::countText() const
{
    const QLocale locale;
    const auto listed = static_cast<int>(m_model->list()->matching);
    const auto inScope = static_cast<int>(m_model->list()->inScope);
    QString count = listed < inScope ? tr("%1 of %n run(s)", nullptr, inScope).arg(locale.toString(listed))
                                     : tr("%n run(s)", nullptr, inScope);
    if (const auto& groups = m_model->list()->groups)
        count = tr("%1 in %n group(s)", "%1: \"18 runs\"", static_cast<int>(groups->outermostCount())).arg(count);
    int selected = m_ticks->listedCount();
    if (selected == 0 && m_view->selectionModel()->hasSelection()) {
        const auto runs = static_cast<int>(m_view->chosenRuns().size());
        selected = runs > 1 ? runs : 0;
    }
    return selected > 0 ? count + tr(", %n selected", nullptr, selected) : count;
}

/// Says why nothing is listed, and offers to take that away.
void RunsTab::showEmptyState()
{
    const auto list = m_model->list();
    const auto inScope = static_cast<int>(list ? list->inScope : 0);
    if (inScope == 0) {
        m_empty->setContent(QStringLiteral("table"), tr("No runs in this project."));
        m_empty->setActions({});
        return;
    }
    const bool filtered = list->state.filter.kind != Filter::Kind::All;
    const bool searched = !list->state.search.empty();
    const QString why = !filtered  ? tr("%n run(s) are hidden by the search.", nullptr, inScope)
                        : searched ? tr("%n run(s) are hidden by search and filter.", nullptr, inScope)
                                   : tr("%n run(s) are hidden by the filter.", nullptr, inScope);
    m_empty->setContent(filtered ? QStringLiteral("filter") : QStringLiteral("search"), tr("No run matches."), why);
    QList<QAction*> actions;
    if (filtered && m_clearFilter)
        actions.append(m_clearFilter);
    if (searched)
        actions.append(m_clearSearch);
    m_empty->setActions(actions);
}

void RunsTab::refresh()
{
    const int shown = m_model->rowCount();
    m_count->setText(countText());
    const std::vector<SortKey>& sort = m_context.session.state().sort;
    m_sort->setText(sortedByText(m_context.session.state()));
    if (m_newestFirst)
        m_newestFirst->setVisible(!sort.empty());

    if (m_openGroups) {
        QStringList columns;
        for (const ColumnId& column : m_context.session.state().grouping.columns)
            columns.append(columnName(column));
        m_openGroups->setColumns(columns);
    }

    const bool nothing = shown == 0 && !m_context.session.isBusy();
    if (nothing)
        showEmptyState();
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_view);
    keepCurrentValid();
    countNewColumns();
}

} // namespace runglass
