// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/WorkspaceTab.h"

#include "widgets/common/ActionBar.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/SearchField.h"
#include "widgets/workspace/MetricScope.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelBoard.h"

#include <QAction>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kReloadMs = 500;
constexpr int kFirstRuns = 10;
constexpr int kSearchWidth = 240;

/// How many runs logged them does not change the panels.
bool sameMetrics(const std::vector<MetricEntry>& a, const std::vector<MetricEntry>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MetricEntry& x, const MetricEntry& y) {
        return x.system == y.system && x.key == y.key;
    });
}

} // namespace

WorkspaceTab::WorkspaceTab(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_session(context.session)
    , m_source(context.session)
    , m_scope(new MetricScope(m_source, this))
    , m_board(new PanelBoard(context.theme, m_source, this))
    , m_actions(new PanelActions(context.theme, *m_board))
    , m_search(new SearchField(context.theme, tr("Search panels"), this))
    , m_count(new QLabel(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_pages(new QStackedLayout)
    , m_clearSearch(new QAction(tr("Clear search"), this))
    , m_clearRunSearch(new QAction(tr("Clear search"), this))
    , m_showFirst(new QAction(tr("Show first %1").arg(kFirstRuns), this))
{
    setObjectName(QStringLiteral("workspaceTab"));
    m_search->setObjectName(QStringLiteral("searchPanels"));
    m_search->setFixedWidth(kSearchWidth);
    m_count->setObjectName(QStringLiteral("panelCount"));
    m_count->setTextFormat(Qt::PlainText);
    auto* bar = new ActionBar(this);
    bar->addLeft(m_search);
    bar->addRight(m_count);
    m_pages->addWidget(m_board);
    m_pages->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addLayout(m_pages, 1);

    m_reloading.setSingleShot(true);
    m_reloading.setInterval(kReloadMs);
    connect(&m_reloading, &QTimer::timeout, this, [this] {
        m_scope->invalidate();
        m_board->reload();
    });
    connect(&m_session, &Session::listChanged, this, &WorkspaceTab::onListChanged);
    connect(&m_session, &Session::stateChanged, this, &WorkspaceTab::onStateChanged);
    connect(&m_session, &Session::sourcesChanged, this, &WorkspaceTab::choosePage);
    // While runs are being read this comes often; charts need not follow each time.
    connect(&m_session, &Session::runsChanged, this, [this] {
        if (!m_reloading.isActive())
            m_reloading.start();
    });
    connect(m_scope, &MetricScope::changed, this, &WorkspaceTab::showMetrics);
    connect(m_board, &PanelBoard::sectionsChanged, this, &WorkspaceTab::showCount);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) { m_board->setSearch(text); });
    connect(m_clearSearch, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_clearRunSearch, &QAction::triggered, this, &WorkspaceTab::clearRunSearch);
    connect(m_showFirst, &QAction::triggered, this, &WorkspaceTab::showFirstRuns);
    onListChanged();
}

WorkspaceTab::~WorkspaceTab()
{
    // They read through m_source, which goes before the children do.
    delete m_board;
    delete m_scope;
}

QList<QAction*> WorkspaceTab::panelActions() const
{
    return m_actions->actions();
}

void WorkspaceTab::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QByteArray WorkspaceTab::saveState() const
{
    return m_board->saveState();
}

bool WorkspaceTab::restoreState(const QByteArray& state)
{
    return m_board->restoreState(state);
}

void WorkspaceTab::onListChanged()
{
    const std::shared_ptr<const RunList> list = m_session.list();
    std::vector<RunRef> runs;
    for (const std::uint32_t row : list->rows)
        runs.push_back(list->table->ref(row));
    const bool all = runs.size() == list->table->rowCount();
    m_scope->setRuns(std::move(runs), all);
    onStateChanged();
    showMetrics();
}

void WorkspaceTab::onStateChanged()
{
    m_board->setRuns(shownRuns(*m_session.list(), m_session.state()));
    choosePage();
}

void WorkspaceTab::showMetrics()
{
    // Until the runs have answered, the panels of before are a better guess than those of all runs.
    if (m_scope->isKnown() || m_metrics.empty()) {
        std::vector<MetricEntry> metrics = m_scope->filter(*m_session.metrics());
        if (!sameMetrics(metrics, m_metrics)) {
            m_metrics = std::move(metrics);
            m_board->setMetrics(m_metrics);
        }
    }
    choosePage();
}

void WorkspaceTab::showCount()
{
    const PanelSections& sections = m_board->sections();
    const int all = static_cast<int>(sections.panelCount());
    if (sections.search().isEmpty())
        m_count->setText(tr("%n panels", nullptr, all));
    else
        m_count->setText(tr("%1 of %2 panels").arg(sections.matchCount()).arg(all));
    choosePage();
}

void WorkspaceTab::choosePage()
{
    const RunList& list = *m_session.list();
    const QString chart = QStringLiteral("chart");
    if (list.rows.empty() && m_session.isBusy())
        say(chart, tr("Reading runs…"), {}, {});
    else if (list.rows.empty() && list.inScope > 0)
        say(QStringLiteral("search"), tr("No run matches."), {}, {m_clearRunSearch});
    else if (list.rows.empty())
        say(chart, tr("No runs in this project."), tr("New runs appear here by themselves."), {});
    else if (shownRuns(list, m_session.state())->runs.empty())
        say(QStringLiteral("eye-off"), tr("Nothing is shown in charts."), {}, {m_showFirst});
    else if (m_metrics.empty())
        say(chart, tr("The shown runs logged no metrics."), {}, {});
    else if (m_board->sections().sections().empty())
        say(QStringLiteral("search"), tr("No panel matches."), {}, {m_clearSearch});
    else
        m_pages->setCurrentIndex(static_cast<int>(Page::Board));
}

void WorkspaceTab::say(const QString& icon, const QString& title, const QString& line, const QList<QAction*>& actions)
{
    // Buttons are made anew by setActions: one that is being pressed must stay.
    if (m_said != title) {
        m_said = title;
        m_empty->setContent(icon, title, line);
        m_empty->setActions(actions);
    }
    m_pages->setCurrentIndex(static_cast<int>(Page::Empty));
}

void WorkspaceTab::showFirstRuns()
{
    RunListState state = m_session.state();
    const std::shared_ptr<const RunList> list = m_session.list();
    for (std::size_t i = 0; i < list->rows.size() && i < kFirstRuns; ++i)
        state.hidden.erase(list->ref(i));
    m_session.setState(std::move(state));
}

void WorkspaceTab::clearRunSearch()
{
    RunListState state = m_session.state();
    state.search.clear();
    m_session.setState(std::move(state));
}

} // namespace runglass
