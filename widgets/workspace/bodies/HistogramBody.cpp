// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/HistogramBody.h"

#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"
#include "widgets/workspace/bodies/BandsDrawing.h"
#include "widgets/workspace/bodies/HistogramDrawing.h"
#include "widgets/workspace/bodies/LoggedMetricBox.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/RidgesDrawing.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <limits>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 200;
/// More than these nobody looks through.
constexpr std::size_t kMostRuns = 500;
constexpr const char* kHistogram = "histogram";

/// Segments one behind the other; a run that went back to a step before goes on from there.
HistogramSeries allOf(const LoggedValues& logged)
{
    HistogramSeries all;
    for (const auto& segment : logged.segments) {
        HistogramSeries part = histogramsOf(*segment);
        all.others += part.others;
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (!all.steps.empty() && part.steps[i] < all.steps.back())
                continue;
            all.steps.push_back(part.steps[i]);
            all.times.push_back(part.times[i]);
            all.histograms.push_back(std::move(part.histograms[i]));
        }
    }
    return all;
}

std::shared_ptr<const PlotDrawing> drawingOf(std::shared_ptr<const HistogramData> data, HistogramShape shape)
{
    switch (shape) {
    case HistogramShape::Offset:
        return std::make_shared<const RidgesDrawing>(std::move(data), RidgesDrawing::Layout::Offset);
    case HistogramShape::Overlay:
        return std::make_shared<const RidgesDrawing>(std::move(data), RidgesDrawing::Layout::Overlay);
    case HistogramShape::Percentiles:
        return std::make_shared<const BandsDrawing>(std::move(data));
    case HistogramShape::Cells:
        break;
    }
    return std::make_shared<const HistogramDrawing>(std::move(data));
}

/// In the order of their entries.
constexpr std::array kAxes{XAxisKind::Step, XAxisKind::RelativeWall, XAxisKind::WallTime};

} // namespace

HistogramBody::HistogramBody(PanelScope& scope, QWidget* parent)
    : PlotBody(scope, parent)
    , m_chooser(new QComboBox(this))
{
    m_chooser->setObjectName(QStringLiteral("histogramRun"));
    m_chooser->setAccessibleName(tr("Run"));
    m_chooser->setToolTip(tr("Whose histograms are shown (PgUp and PgDn in the plot)"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(16);
    head()->addWidget(m_chooser);
    head()->addStretch(1);
    connect(m_chooser, &QComboBox::activated, this, [this](int at) {
        if (at >= 0 && at < static_cast<int>(m_runs.size()))
            setRun(m_runs[static_cast<std::size_t>(at)]);
    });
    connect(&session(), &Session::currentRunChanged, this, [this] {
        const std::optional<RunRef>& current = session().currentRun();
        if (current && current != m_run && std::find(m_runs.begin(), m_runs.end(), *current) != m_runs.end())
            setRun(*current);
    });
}

QList<QWidget*> HistogramBody::tabStops()
{
    return {this, m_chooser};
}

void HistogramBody::setRun(const RunRef& run)
{
    m_run = run;
    invalidate();
}

void HistogramBody::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_PageDown ? 1 : event->key() == Qt::Key_PageUp ? -1 : 0;
    const int next = m_chooser->currentIndex() + by;
    if (by == 0 || event->modifiers() != Qt::NoModifier || m_runs.size() < 2)
        return PlotBody::keyPressEvent(event);
    if (next >= 0 && next < static_cast<int>(m_runs.size()))
        setRun(m_runs[static_cast<std::size_t>(next)]);
}

void HistogramBody::onRunsChanged(const RunChanges& changes)
{
    if (m_run && changes.concern(*m_run))
        invalidate();
}

QString HistogramBody::nameOf(const QString& title) const
{
    //: Accessible name; %1 is the panel's title.
    return tr("%1 histograms").arg(title);
}

void HistogramBody::listRuns()
{
    const std::shared_ptr<const RunList> list = session().list();
    std::vector<RunRef> runs;
    QStringList names;
    for (const std::uint32_t row :
         rowsWithType(*list, session().state(), content().metrics.front(), kHistogram, kMostRuns)) {
        runs.push_back(list->table->ref(row));
        names += visibleExcerpt(list->table->name(row), kNameLength);
    }
    const std::optional<RunRef>& current = session().currentRun();
    const auto has = [&runs](const std::optional<RunRef>& run) {
        return run && std::find(runs.begin(), runs.end(), *run) != runs.end();
    };
    if (!has(m_run))
        m_run = has(current) ? current : runs.empty() ? std::nullopt : std::optional(runs.front());
    const QSignalBlocker quiet(m_chooser);
    if (runs != m_runs || m_chooser->count() != names.size()) {
        m_chooser->clear();
        m_chooser->addItems(names);
        m_runs = std::move(runs);
    }
    m_chooser->setCurrentIndex(
        m_run ? static_cast<int>(std::find(m_runs.begin(), m_runs.end(), *m_run) - m_runs.begin()) : -1);
    m_chooser->setEnabled(m_runs.size() > 1);
}

void HistogramBody::renew()
{
    if (content().metrics.empty())
        return showMade({nullptr, tr("Choose a metric in the settings of the panel."), {}});
    listRuns();
    if (!m_run)
        return showMade({nullptr, tr("No run is shown. Open an eye in the list of runs."), {}});
    read();
}

/// Seconds since 1970 UTC; NaN: it is not known.
double HistogramBody::startOf(const RunRef& run) const
{
    constexpr double kNsPerSecond = 1e9;
    const RunTable& table = *session().list()->table;
    const Column* created = table.column({ColumnOrigin::Field, Field::Created, {}});
    const std::optional<std::uint32_t> row = table.rowOf(run);
    return created && row ? created->number(*row) / kNsPerSecond : std::numeric_limits<double>::quiet_NaN();
}

HistogramBody::Made HistogramBody::madeFrom(std::shared_ptr<const HistogramData> placed, HistogramShape shape)
{
    const auto leftOut = static_cast<int>(placed->leftOut);
    if (placed->size() == 0)
        return {nullptr,
                leftOut > 0 ? tr("No time is known of the histograms. Choose steps in the settings of the panel.")
                            : tr("%1 logged no histograms as %2. Choose another run above, or another metric in the "
                                 "settings of the panel.")
                                  .arg(placed->runName, placed->metric),
                {}};
    QStringList notes;
    const bool areOutlines = shape == HistogramShape::Offset || shape == HistogramShape::Overlay;
    if (areOutlines && placed->size() > RidgesDrawing::kMostDrawn) {
        //: Beside the title: how many outlines are drawn, of how many.
        notes += tr("%1 of %2 drawn").arg(RidgesDrawing::kMostDrawn).arg(placed->size());
    }
    if (leftOut > 0)
        notes += tr("%n histograms without a time", nullptr, leftOut);
    return madeOf(drawingOf(std::move(placed), shape), {}, notes);
}

void HistogramBody::read()
{
    const MetricRef metric = content().metrics.front();
    const RunRef run = *m_run;
    const unsigned reading = ++m_reading;
    const QString name = m_chooser->currentText();
    const QString key = visibleExcerpt(displayKey(metric.key), kNameLength);
    const auto answered = [this, reading, run, name,
                           key](const Result<std::shared_ptr<const std::vector<LoggedValues>>>& found) {
        if (reading != m_reading)
            return;
        if (!found)
            return showMade({nullptr, QString::fromStdString(describe(found.error())), {}});
        make([logged = *found, run, name, key, content = content(), started = startOf(run)]() -> Made {
            HistogramSeries series = logged->empty() ? HistogramSeries() : allOf(logged->front());
            return madeFrom(histogramData(run, name, key, std::move(series), content.histogramX, started),
                            content.histogramShape);
        });
    };
    whenAnswered(this, session().loggedValues({metric.system, metric.key, 0}, {run}), answered);
}

HistogramForm::HistogramForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_metric(new LoggedMetricBox(metricsOfType(list, {kHistogram}), tr("Metric"), this))
    , m_shape(new QComboBox(this))
    , m_axis(new QComboBox(this))
{
    m_metric->setObjectName(QStringLiteral("histogramMetric"));
    m_shape->setObjectName(QStringLiteral("histogramShape"));
    m_axis->setObjectName(QStringLiteral("histogramAxis"));
    m_shape->setAccessibleName(tr("Shown as"));
    m_axis->setAccessibleName(tr("Over"));
    // In the order of HistogramShape.
    m_shape->addItems({tr("Cells: the darker, the more"), tr("Offset: an outline each, one above the other"),
                       tr("Overlay: an outline each, over one another"), tr("Percentiles: bands from min to max")});
    m_shape->setToolTip(
        tr("Percentiles are 7, 16, 31, 50, 69, 84 and 93 % of the values, which lie evenly in each bin"));
    m_axis->addItems({tr("Steps"), tr("Relative time (wall)"), tr("Wall time")});
    for (QComboBox* box : {m_shape, m_axis}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &HistogramForm::edited);
    }
    QFormLayout* layout = makePlotForm(this);
    layout->addRow(tr("Metric"), m_metric);
    layout->addRow(tr("Shown as"), m_shape);
    layout->addRow(tr("Over"), m_axis);
    connect(m_metric, &LoggedMetricBox::metricChanged, this, &HistogramForm::edited);
}

void HistogramForm::setContent(const PanelContent& content)
{
    if (!content.metrics.empty())
        m_metric->setMetric(content.metrics.front());
    m_shape->setCurrentIndex(static_cast<int>(content.histogramShape));
    const auto axis = std::find(kAxes.begin(), kAxes.end(), content.histogramX);
    m_axis->setCurrentIndex(axis == kAxes.end() ? 0 : static_cast<int>(axis - kAxes.begin()));
}

PanelContent HistogramForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::Histogram;
    if (const std::optional<MetricRef> metric = m_metric->chosen())
        content.metrics.push_back(*metric);
    content.histogramShape = static_cast<HistogramShape>(m_shape->currentIndex());
    content.histogramX = kAxes[static_cast<std::size_t>(m_axis->currentIndex())];
    return content;
}

QString HistogramForm::problem() const
{
    return m_metric->chosen() ? QString() : tr("No listed run logged histograms (wandb.Histogram).");
}

PanelKindInfo histogramKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Histogram;
    kind.name = QCoreApplication::translate("PanelKinds", "Histograms over steps");
    kind.description = QCoreApplication::translate("PanelKinds", "How the values of a logged histogram change");
    kind.icon = QStringLiteral("histogram");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new HistogramBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) {
        return new HistogramForm(*scope.session().list(), parent);
    };
    kind.title = [](const PanelContent& content) {
        return content.metrics.empty() ? QCoreApplication::translate("PanelKinds", "Histograms over steps")
                                       : visibleExcerpt(displayKey(content.metrics.front().key), kNameLength);
    };
    return kind;
}

} // namespace runglass
