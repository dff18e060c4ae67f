// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/OverviewTab.h"

#include "models/items/ArtifactTableModel.h"
#include "models/items/ArtifactsModel.h"
#include "models/items/VisibleText.h"
#include "models/run/Clock.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/OverviewForm.h"
#include "widgets/overview/RunProblems.h"
#include "widgets/overview/ValueTreePane.h"
#include "widgets/overview/WarningStrip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kTwoColumnsFrom = 1000;
constexpr int kInset = 20;
constexpr int kDot = 12;
constexpr int kMostOutputs = 12;
constexpr std::size_t kMostNotFinite = 3;
} // namespace

OverviewTab::OverviewTab(Context& context, QWidget* parent)
    : OverviewTab(context, Actions(), parent)
{
}

OverviewTab::OverviewTab(Context& context, const Actions& actions, QWidget* parent)
    : RunPage(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_stoppingRuns(context.stopping)
    , m_outputsModel(new ArtifactTableModel(this))
{
    setObjectName(QStringLiteral("overviewTab"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(m_scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_warnings = new WarningStrip(context.theme, page);
    m_form = new OverviewForm(context.theme, page);
    m_form->setStateActions(actions.stop, actions.mark);
    makeStoppingStrip(actions.stop, page);

    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kInset, 12, kInset, kInset);
    layout->setSpacing(12);
    layout->addWidget(makeHeader(actions.head, page));
    layout->addWidget(m_stopping);
    layout->addWidget(m_warnings);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(32);
    m_columns->addWidget(m_form, 1);
    m_columns->addWidget(makeTrees(page), 1);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    m_scroll->setWidget(page);
    setContent(m_scroll);
    connect(m_warnings, &WarningStrip::logRequested, this, [this] { emit logRequested(m_traceback); });
    connect(&context.theme, &Theme::changed, this, &OverviewTab::followTheme);
    for (const auto signal : {&Session::listChanged, &Session::stateChanged, &Session::currentRunChanged})
        connect(&session(), signal, this, &OverviewTab::followColour);
    followTheme();
    connect(&m_clock, &QTimer::timeout, this, &OverviewTab::tick);
    connectEditing();
}

QWidget* OverviewTab::makeHeader(const QList<QAction*>& actions, QWidget* parent)
{
    auto* header = new QWidget(parent);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_dot = new QLabel(header);
    m_name = new ElidedLabel({}, header);
    m_name->setObjectName(QStringLiteral("runNameLabel"));
    QFont font = m_name->font();
    font.setPointSizeF(font.pointSizeF() + 4);
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_name->setElideMode(Qt::ElideMiddle);
    m_locked = new QLabel(header);
    m_locked->setObjectName(QStringLiteral("lockedMark"));
    m_locked->setToolTip(tr("Locked: it is not to be deleted or edited"));
    m_locked->setAccessibleName(tr("Locked"));
    m_locked->hide();
    row->addWidget(m_dot);
    row->addWidget(m_name, 1);
    row->addWidget(m_locked);
    for (QAction* action : actions) {
        auto* button = new ActionButton(action, header);
        button->setFlat(true);
        const auto showIcon = [action, button] { button->setIcon(action->icon()); };
        connect(action, &QAction::changed, button, showIcon);
        showIcon();
        row->addWidget(button);
    }
    return header;
}

QWidget* OverviewTab::makeTrees(QWidget* parent)
{
    auto* trees = new QWidget(parent);
    auto* layout = new QVBoxLayout(trees);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_config = new ValueTreePane(theme(), ValueTreeModel::Kind::Values, tr("Config"), tr("Search config"), trees);
    m_config->setObjectName(QStringLiteral("configPane"));
    m_summary = new ValueTreePane(theme(), ValueTreeModel::Kind::Metrics, tr("Summary"), tr("Search summary"), trees);
    m_summary->setObjectName(QStringLiteral("summaryPane"));
    makeOutputs(trees);
    layout->addWidget(m_config);
    layout->addWidget(m_summary);
    auto* outputs = new QVBoxLayout;
    outputs->setSpacing(4);
    outputs->addWidget(m_outputsHead);
    outputs->addWidget(m_outputs);
    layout->addLayout(outputs);
    layout->addStretch(1);
    return trees;
}

void OverviewTab::makeOutputs(QWidget* parent)
{
    m_outputsHead = new SectionHeader(tr("Artifact Outputs"), parent);
    m_outputsHead->layout()->setContentsMargins(0, 2, 0, 2);
    m_outputs = new QTableView(parent);
    m_outputs->setObjectName(QStringLiteral("artifactOutputsTable"));
    m_outputs->setAccessibleName(tr("Artifact Outputs"));
    m_outputs->setModel(m_outputsModel);
    m_outputs->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_outputs->setSelectionMode(QAbstractItemView::SingleSelection);
    m_outputs->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_outputs->setTabKeyNavigation(false);
    m_outputs->setShowGrid(false);
    m_outputs->setWordWrap(false);
    m_outputs->verticalHeader()->hide();
    m_outputs->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    m_outputs->horizontalHeader()->setHighlightSections(false);
    m_outputs->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_outputs->horizontalHeader()->setSectionResizeMode(ArtifactsModel::NameColumn, QHeaderView::Stretch);
    m_outputs->setToolTip(tr("Press Enter to show an artifact in the Artifacts tab"));
    connect(m_outputs, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit artifactRequested(index.data(ArtifactTableModel::ArtifactNameRole).toString());
    });
}

void OverviewTab::load(const RunRef& run)
{
    if (m_opened != run)
        m_summary->forgetSeries();
    ask(session().openRun(run), [this](const std::shared_ptr<const OpenedRun>& opened) { showRun(opened); });
    askQuietly(session().seriesInfo(run), [this](const Result<std::shared_ptr<const std::vector<SeriesInfo>>>& info) {
        // Without it the summary's values stand alone; the warnings of the run say what could not be read.
        if (info.ok())
            m_summary->setSeries(**info);
    });
}

void OverviewTab::showRun(const std::shared_ptr<const OpenedRun>& opened)
{
    const OpenedRun& run = *opened;
    // A text that is being written belongs to the run that was shown.
    if (m_written && m_written != run.ref)
        keepDraft();
    m_run = opened;
    followColour();
    m_locked->setVisible(run.run.locked);
    m_name->setText(visibleExcerpt(displayName(run.run), 500));
    m_form->setRun(run.run, run.detail);
    m_form->setEditable(session().capabilities(run).edit);
    m_form->setHasDraft(m_drafts.contains(run.ref));
    m_runningFrom = run.run.state == RunState::Running ? run.run.startedAt : std::nullopt;
    tick();
    const bool isSame = m_opened == run.ref;
    m_opened = run.ref;
    const std::shared_ptr<const Value> config(opened, &run.run.config), summary(opened, &run.run.summary);
    if (isSame) {
        m_config->updateValue(config);
        m_summary->updateValue(summary);
    } else {
        m_config->setValue(config);
        m_summary->setValue(summary);
        m_notFinite.clear();
    }
    showOutputs(run.detail.artifacts);
    m_problems = runProblems(run.run);
    m_traceback = endedBadly(run.run.state) ? QString::fromStdString(run.run.traceback) : QString();
    m_warnings->setTraceback(m_traceback);
    askForNotFinite(run);
    showProblems();
    arrange();
    followStopping();
    showContent();
    if (std::exchange(m_editsNext, false))
        editDescription();
}

void OverviewTab::showOutputs(const std::vector<Artifact>& artifacts)
{
    if (!m_outputsModel->setArtifacts(artifacts))
        return;
    const int count = m_outputsModel->rowCount();
    m_outputsHead->setNote(count > 0 ? QString::number(count) : tr("This run made no artifacts."));
    for (const int column : {ArtifactsModel::TypeColumn, ArtifactsModel::VersionColumn, ArtifactsModel::AliasesColumn,
                             ArtifactsModel::SizeColumn}) {
        m_outputs->resizeColumnToContents(column);
        m_outputs->setColumnWidth(column, std::clamp(m_outputs->columnWidth(column) + 12, 48, 160));
    }
    const int rows = std::clamp(count, 0, kMostOutputs) * m_outputs->verticalHeader()->defaultSectionSize();
    m_outputs->setFixedHeight(m_outputs->horizontalHeader()->sizeHint().height() + rows + 2 * m_outputs->frameWidth() +
                              2);
}

void OverviewTab::askForNotFinite(const OpenedRun& run)
{
    const std::vector<KeyPath> keys = notFiniteKeys(run.run.summary, kMostNotFinite);
    std::erase_if(m_notFinite, [&keys](const auto& known) {
        return std::find(keys.begin(), keys.end(), known.first) == keys.end();
    });
    for (const KeyPath& key : keys)
        askSince(run.ref, key, *findPath(run.run.summary, key), key);
}

void OverviewTab::askSince(const RunRef& run, const KeyPath& key, const Value& value, const KeyPath& metric)
{
    using Answer = Result<std::shared_ptr<const std::vector<ChartSeries>>>;
    askQuietly(session().chartSeries({false, metric, 1}, {run}), [this, run, key, value, metric](const Answer& answer) {
        const bool isKnown = answer.ok() && !(*answer)->empty() && !(*answer)->front().segments.empty();
        // {"loss": {"last": NaN}} is about the metric "loss".
        if (!isKnown && metric.size() > 1)
            return askSince(run, key, value, KeyPath(metric.begin(), metric.end() - 1));
        m_notFinite[key] = notFiniteProblem(
            key, value, isKnown ? (*answer)->front().segments : std::vector<std::shared_ptr<const Line>>());
        showProblems();
    });
}

void OverviewTab::tick()
{
    constexpr int everyMs = 1000;
    if (m_runningFrom && isVisible())
        m_form->setRuntime(static_cast<double>(SystemClock().now() - *m_runningFrom) * 1e-9);
    if (m_runningFrom)
        m_clock.start(everyMs);
    else
        m_clock.stop();
}

void OverviewTab::showProblems()
{
    QStringList all = m_problems;
    for (const auto& [key, problem] : m_notFinite)
        all.append(problem);
    m_warnings->setProblems(all);
}

void OverviewTab::followColour()
{
    const std::shared_ptr<const RunList> list = session().list();
    const std::optional<RunRef>& run = session().currentRun();
    const std::optional<std::uint32_t> row = run ? list->table->rowOf(*run) : std::nullopt;
    const RunColour colour = row ? list->colour(*row, session().state().colours) : RunColour();
    if (colour == m_colour)
        return;
    m_colour = colour;
    followTheme();
}

void OverviewTab::followTheme()
{
    const qreal ratio = devicePixelRatioF();
    m_locked->setPixmap(theme().icon(QStringLiteral("lock"), Theme::Token::Muted).pixmap(QSize(16, 16), ratio));
    QPixmap dot(QSize(kDot, kDot) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().runColour(m_colour));
    painter.drawEllipse(QRectF(0.5, 0.5, kDot - 1, kDot - 1));
    painter.end();
    m_dot->setPixmap(dot);
}

void OverviewTab::resizeEvent(QResizeEvent* event)
{
    RunPage::resizeEvent(event);
    arrange();
}

void OverviewTab::arrange()
{
    const bool isWide = width() >= kTwoColumnsFrom;
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_columns->direction() == direction)
        return;
    m_columns->setDirection(direction);
    m_columns->setSpacing(isWide ? 32 : 16);
}

} // namespace runglass
