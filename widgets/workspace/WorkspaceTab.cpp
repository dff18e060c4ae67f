// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/WorkspaceTab.h"

#include "widgets/common/ActionBar.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/RunHighlight.h"
#include "widgets/workspace/MetricScope.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelSearchField.h"
#include "widgets/workspace/PanelStage.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QAction>
#include <QLabel>
#include <QShowEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

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
    , m_panelScope(new PanelScope(context.session, context.theme, this))
    , m_scope(new MetricScope(m_source, this))
    , m_board(new PanelBoard(context.theme, m_source, this))
    , m_actions(new PanelActions(context.theme, *m_board))
    , m_search(new PanelSearchField(context.theme, this))
    , m_highlight(context.highlight ? context.highlight : new RunHighlight(this))
    , m_stage(new PanelStage(context.theme, *m_board, this))
    , m_count(new QLabel(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_pages(new QStackedLayout)
    , m_clearSearch(new QAction(tr("Clear search"), this))
    , m_clearRunSearch(new QAction(tr("Clear search"), this))
    , m_clearFilter(new QAction(tr("Clear filter"), this))
    , m_showFirst(new QAction(tr("Show first %1").arg(kFirstRuns), this))
    , m_metrics(std::make_shared<const std::vector<MetricEntry>>())
{
    setObjectName(QStringLiteral("workspaceTab"));
    makeBar(context.theme);
    m_pages->addWidget(m_board);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_stage);
    static_cast<QVBoxLayout*>(layout())->addLayout(m_pages, 1);
    m_scoping.setSingleShot(true);
    m_scoping.setInterval(0);
    connect(&m_scoping, &QTimer::timeout, this, &WorkspaceTab::refreshScope);
    connectSession();
    connectBoard();
    m_board->setScope(*m_panelScope);
    m_board->setLayout(*m_session.panels());
    onListChanged();
}

void WorkspaceTab::makeBar(Theme& theme)
{
    m_search->setFixedWidth(kSearchWidth);
    m_count->setObjectName(QStringLiteral("panelCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new ActionBar(theme, this);
    bar->addLeft(m_search);
    bar->addLeft(m_count);
    auto* settings = new ActionButton(m_actions->workspaceSettings(), bar);
    auto* linked = new ActionButton(m_actions->linkZoom(), bar);
    auto* add = new ActionButton(m_actions->addPanel(), bar);
    bar->addRight(linked, m_actions->linkZoom());
    bar->addRight(settings, m_actions->workspaceSettings());
    bar->addRight(add, m_actions->addPanel());
    m_actions->setSettingsPlace(settings);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
}

void WorkspaceTab::connectSession()
{
    connect(&m_session, &Session::listChanged, this, &WorkspaceTab::onListChanged);
    connect(&m_session, &Session::stateChanged, this, &WorkspaceTab::onStateChanged);
    connect(&m_session, &Session::currentRunChanged, this, &WorkspaceTab::followEmphasis);
    connect(&m_session, &Session::sourcesChanged, this, &WorkspaceTab::noteWhatIsRead);
    connect(&m_session, &Session::sourcesChanged, this, &WorkspaceTab::choosePage);
    connect(&m_session, &Session::runsChanged, this, &WorkspaceTab::onRunsChanged);
    connect(m_scope, &MetricScope::changed, this, &WorkspaceTab::showMetrics);
    connect(&m_session, &Session::panelsChanged, this, [this] { m_board->setLayout(*m_session.panels()); });
    connect(m_board, &PanelBoard::layoutEdited, &m_session, &Session::setPanels);
}

void WorkspaceTab::connectBoard()
{
    connect(m_board, &PanelBoard::sectionsChanged, this, &WorkspaceTab::showCount);
    connect(m_board, &PanelBoard::runHovered, m_highlight, &RunHighlight::setRun);
    connect(m_board, &PanelBoard::runChosen, this, &WorkspaceTab::chooseRun);
    connect(m_board, &PanelBoard::runOpened, this, [this](const RunRef& run) {
        chooseRun(run);
        if (!isGroupRef(run))
            emit runOpened();
    });
    connect(m_panelScope, &PanelScope::fileRequested, this, [this](const RunRef& run, const std::string& path) {
        chooseRun(run);
        emit fileRequested(run, path);
    });
    connect(m_highlight, &RunHighlight::changed, this, &WorkspaceTab::followEmphasis);
    connect(m_board, &PanelBoard::runsBoxed, this,
            [this](const std::vector<RunRef>& lines, bool ticked) { emit runsPicked(runsOf(lines), ticked); });
    connect(m_board, &PanelBoard::tickToggled, this, [this](const RunRef& line) { emit tickToggled(runsOf({line})); });
    connect(m_actions, &PanelActions::runsChosen, this,
            [this](const std::vector<RunRef>& lines) { emit runsPicked(runsOf(lines), true); });
    connect(m_search, &PanelSearchField::searchChanged, this, &WorkspaceTab::search);
    connect(m_actions, &PanelActions::fullScreenRequested, this, [this](const PanelRef& panel) {
        if (m_stage->isOpen())
            m_stage->leave();
        else
            m_stage->openPanel(panel);
    });
    connect(m_stage, &PanelStage::shown, this, &WorkspaceTab::choosePage);
    connect(m_stage, &PanelStage::closed, this, &WorkspaceTab::choosePage);
    connect(m_clearSearch, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_clearRunSearch, &QAction::triggered, this, &WorkspaceTab::clearRunSearch);
    connect(m_clearFilter, &QAction::triggered, this, [this] {
        RunListState state = m_session.state();
        state.filter = {};
        m_session.setState(std::move(state));
    });
    connect(m_showFirst, &QAction::triggered, this, &WorkspaceTab::showFirstRuns);
}

void WorkspaceTab::search()
{
    m_search->setProblem(m_board->setSearch(m_search->text(), m_search->isPattern()));
}

void WorkspaceTab::followEmphasis()
{
    m_board->setEmphasis({m_highlight->run(), m_session.list()->baseline, m_session.currentRun()});
}

/// The runs that lines stand for: of a group all whose eye is open.
std::vector<RunRef> WorkspaceTab::runsOf(const std::vector<RunRef>& lines) const
{
    std::vector<RunRef> runs;
    for (const RunRef& line : lines) {
        if (!isGroupRef(line))
            runs.push_back(line);
    }
    if (runs.size() == lines.size())
        return runs;
    for (const ShownGroup& group : *shownGroups(*m_session.list(), m_session.state())) {
        if (std::find(lines.begin(), lines.end(), group.group.ref) != lines.end())
            runs.insert(runs.end(), group.members.begin(), group.members.end());
    }
    return runs;
}

void WorkspaceTab::chooseRun(const RunRef& run)
{
    // A group has no page to show.
    if (!isGroupRef(run))
        m_session.setCurrentRun(run);
}

WorkspaceTab::~WorkspaceTab()
{
    // They read through m_source, which goes before the children do.
    delete m_stage;
    delete m_board;
    delete m_scope;
    delete m_panelScope;
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

/// Behind another tab nothing is prepared: opening a folder of thousands of runs must not wait for charts unseen.
bool WorkspaceTab::waitsToBeShown()
{
    m_isStale = parentWidget() && isHidden();
    return m_isStale;
}

void WorkspaceTab::showEvent(QShowEvent* event)
{
    if (m_isStale)
        onListChanged();
    QWidget::showEvent(event);
}

void WorkspaceTab::onListChanged()
{
    if (waitsToBeShown())
        return;
    const std::shared_ptr<const RunList> list = m_session.list();
    const bool all = list->rows.size() == list->table->rowCount() || list->rows.size() > MetricScope::kMostRuns;
    std::vector<RunRef> runs;
    if (!all)
        for (const std::uint32_t row : list->rows)
            runs.push_back(list->table->ref(row));
    m_scope->setRuns(std::move(runs), all);
    if (!m_scoping.isActive())
        m_scoping.start();
    followEmphasis();
    onStateChanged();
    showMetrics();
}

void WorkspaceTab::onRunsChanged(const RunChanges& changes)
{
    m_scope->invalidate(changes);
    m_board->reload(changes);
}

/// A run that logs on under its keys changes nothing here: only when some metric is in more runs or fewer than before
/// are the runs that changed asked for theirs.
void WorkspaceTab::refreshScope()
{
    const auto metrics = m_session.metrics();
    if (m_scoped && *m_scoped == *metrics)
        return;
    m_scoped = metrics;
    m_scope->refresh();
}

void WorkspaceTab::onStateChanged()
{
    if (waitsToBeShown())
        return;
    m_board->setRuns(shownRuns(*m_session.list(), m_session.state()));
    m_board->setGroups(shownGroups(*m_session.list(), m_session.state()));
    choosePage();
}

void WorkspaceTab::showMetrics()
{
    // Until the runs have answered, the panels of before are a better guess than those of all runs.
    if (m_scope->isKnown() || m_metrics->empty()) {
        std::shared_ptr<const std::vector<MetricEntry>> metrics = m_scope->filter(m_session.metrics());
        if (metrics != m_metrics && !sameMetrics(*metrics, *m_metrics)) {
            m_metrics = std::move(metrics);
            m_board->setMetrics(m_metrics, reasonOfChange());
        }
    }
    choosePage();
}

void WorkspaceTab::noteWhatIsRead()
{
    for (const SourceInfo& source : m_session.sources()) {
        if (source.status == SourceInfo::Status::Ready)
            m_read.insert(source.id);
    }
}

/// No news are the metrics of sources that are still being read, and of another project.
PanelBoard::Reason WorkspaceTab::reasonOfChange()
{
    noteWhatIsRead();
    const auto& sources = m_session.sources();
    const bool allRead = std::all_of(sources.begin(), sources.end(),
                                     [this](const SourceInfo& source) { return m_read.contains(source.id); });
    const RunListState& state = m_session.list()->state;
    const std::pair narrowed(state.scope, state.search);
    const bool isSame = std::exchange(m_narrowed, narrowed) == narrowed;
    return allRead && isSame ? PanelBoard::Reason::News : PanelBoard::Reason::Choice;
}

void WorkspaceTab::showCount()
{
    const PanelSections& sections = m_board->sections();
    const int all = static_cast<int>(sections.panelCount());
    const bool isWhole = sections.matchCount() == sections.panelCount();
    if (sections.search().isEmpty() && isWhole)
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
        say(QStringLiteral("search"), tr("No run matches."), {}, whatNarrows());
    else if (list.rows.empty())
        say(chart, tr("No runs in this project."), tr("New runs appear here by themselves."), {});
    else if (shownRuns(list, m_session.state())->runs.empty())
        say(QStringLiteral("eye-off"), tr("Nothing is shown in charts."), {}, {m_showFirst});
    else if (m_metrics->empty() && m_board->sections().panelCount() == 0)
        say(chart, tr("The shown runs logged no metrics."), {}, {});
    else if (m_board->sections().sections().empty() && m_board->sections().search().isEmpty())
        say(chart, tr("There are no panels here."),
            tr("Add one, or let each metric have a panel of its own in the settings."),
            {m_actions->addPanel(), m_actions->workspaceSettings()});
    else if (m_board->sections().sections().empty())
        say(QStringLiteral("search"), tr("No panel matches."), {}, {m_clearSearch});
    else
        m_pages->setCurrentIndex(static_cast<int>(m_stage->isOpen() ? Page::Stage : Page::Board));
}

void WorkspaceTab::say(const QString& icon, const QString& title, const QString& line, const QList<QAction*>& actions)
{
    // Buttons are made anew by setActions: one that is being pressed must stay.
    if (m_said != std::pair(title, actions)) {
        m_said = {title, actions};
        m_empty->setContent(icon, title, line);
        m_empty->setActions(actions);
    }
    m_pages->setCurrentIndex(static_cast<int>(Page::Empty));
}

/// What gives runs back where search and filter leave none.
QList<QAction*> WorkspaceTab::whatNarrows() const
{
    QList<QAction*> actions;
    if (m_session.state().filter != Filter())
        actions.append(m_clearFilter);
    if (!m_session.state().search.empty())
        actions.append(m_clearRunSearch);
    return actions;
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
