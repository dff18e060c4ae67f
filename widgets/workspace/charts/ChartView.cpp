// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartView.h"

#include "models/items/Format.h"
#include "widgets/workspace/charts/ChartCanvas.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartTooltip.h"

#include <QElapsedTimer>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kDescribeMs = 300;
constexpr int kDescribedRuns = 10;
constexpr int kYIntervals = 4;

} // namespace

ChartView::ChartView(const QString& metric, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_metric(metric)
    , m_theme(theme)
    , m_canvas(new ChartCanvas(this))
    , m_overlay(new ChartOverlay(theme, this))
    , m_reducer(new ChartReducer(this))
{
    setObjectName(QStringLiteral("chart"));
    //: Accessible name of a chart; %1 is the metric, for example train/loss.
    setAccessibleName(tr("%1 chart").arg(metric));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_describing.setSingleShot(true);
    m_describing.setInterval(kDescribeMs);
    connect(&m_describing, &QTimer::timeout, this, &ChartView::describe);
    connect(m_reducer, &ChartReducer::done, this, &ChartView::showLines);
    // Queued: the place of the plot changes while the canvas draws.
    const auto renew = [this] { requestLines(ChartReducer::Pace::Cancel); };
    connect(m_canvas, &ChartCanvas::plotRectChanged, this, renew, Qt::QueuedConnection);
    connect(&theme, &Theme::changed, this, &ChartView::applyColours);
    applyColours();
    applyRanges();
}

ChartView::~ChartView()
{
    delete m_tooltip;
}

void ChartView::setLines(std::vector<ChartLine> lines, const QString& wordWhenEmpty)
{
    const QString word = lines.empty() ? wordWhenEmpty : QString();
    if (lines == m_lines && word == m_word)
        return;
    m_lines = std::move(lines);
    m_word = word;
    Range x, y;
    for (const ChartLine& line : m_lines) {
        for (const auto& segment : line.segments) {
            x.include(segment->xRange());
            y.include(segment->extent().range());
        }
    }
    m_onlyX = !x.isEmpty() && x.size() == 0 ? std::optional(x.lo) : std::nullopt;
    m_xFull = m_onlyX ? Range{x.lo - 1, x.lo + 1} : drawable(x);
    m_yFull = niceRange(y, kYIntervals);
    requestLines(ChartReducer::Pace::Wait);
    if (!m_describing.isActive())
        m_describing.start();
}

Range ChartView::xRange() const
{
    return m_zoom.x.value_or(m_xFull);
}

Range ChartView::yRange() const
{
    return m_zoom.y.value_or(m_yFull);
}

QRect ChartView::plotRect() const
{
    return m_canvas->plotRect();
}

void ChartView::setZoom(const ChartZoom& zoom)
{
    // Nearer than this the places of points cannot be told apart in a double.
    const std::optional<Range>& x = zoom.x;
    if (x && x->size() < std::max({std::abs(x->lo), std::abs(x->hi), 1e-3}) * 1e-9)
        return;
    if (zoom.y && drawable(*zoom.y) != *zoom.y)
        return;
    m_zoom = zoom;
    requestLines(ChartReducer::Pace::Cancel);
    emit zoomChanged();
}

void ChartView::applyColours()
{
    m_canvas->setColours({m_theme.color(Theme::Token::Surface), m_theme.color(Theme::Token::Grid),
                          m_theme.color(Theme::Token::Control), m_theme.color(Theme::Token::Muted)});
    showLines();
    updateOverlay();
}

void ChartView::applyRanges()
{
    m_canvas->setRanges(drawable(xRange()), drawable(yRange()), m_onlyX);
}

void ChartView::requestLines(ChartReducer::Pace pace)
{
    m_isStale = true;
    if (!isVisible())
        return;
    m_reducer->request(m_lines, xRange(), std::max(1, plotRect().width()), pace);
    const bool hasOld = std::any_of(m_lines.begin(), m_lines.end(),
                                    [this](const ChartLine& line) { return m_reducer->drawn(line.run.ref, 0); });
    // What is there stays until the new is there, so that axes and lines change together.
    if (pace == ChartReducer::Pace::Cancel || !m_reducer->isWorking() || !hasOld)
        showLines();
}

void ChartView::showLines()
{
    m_isStale = true;
    if (!isVisible() || m_pressed)
        return;
    m_isStale = m_reducer->isWorking();
    std::vector<CanvasLine> lines;
    for (const ChartLine& line : m_lines) {
        for (std::size_t i = 0; i < line.segments.size(); ++i) {
            lines.push_back({m_reducer->drawn(line.run.ref, i), m_theme.runColour(line.run.colour),
                             line.pointCount() == 1, line.run.running && i + 1 == line.segments.size()});
        }
    }
    applyRanges();
    m_canvas->setLines(std::move(lines));
    QElapsedTimer timer;
    timer.start();
    m_canvas->redraw();
    emit redrawn(timer.nsecsElapsed());
    renewCrosshair();
    updateOverlay();
    if (!m_reducer->isWorking())
        emit drawn();
}

/// What the tooltip says of its place, where lines may have grown.
void ChartView::renewCrosshair()
{
    if (!m_crosshair)
        return;
    const std::optional<double> place = nearestX(m_lines, m_crosshair->x);
    if (!place) {
        clearCrosshair();
        return;
    }
    m_crosshair = crosshairAt(m_lines, *place, m_crosshairY);
    if (m_tooltip && m_tooltip->isVisible())
        m_tooltip->showAt(m_tooltipPlace, *m_crosshair);
}

void ChartView::setCrosshair(double x)
{
    const std::optional<double> place = nearestX(m_lines, x);
    if (!place)
        return;
    m_crosshairY.reset();
    m_crosshair = crosshairAt(m_lines, *place, std::nullopt);
    const double pixel = m_canvas->toPixel({*place, 0}).x();
    showCrosshair(QPointF(pixel, plotRect().top()).toPoint());
}

void ChartView::clearCrosshair()
{
    m_crosshair.reset();
    if (m_tooltip)
        m_tooltip->hide();
    updateOverlay();
}

void ChartView::showCrosshair(const QPoint& place)
{
    updateOverlay();
    if (!m_tooltip)
        m_tooltip = new ChartTooltip(m_theme, window());
    m_tooltipPlace = mapTo(window(), place);
    m_tooltip->showAt(m_tooltipPlace, *m_crosshair);
}

void ChartView::updateOverlay()
{
    ChartOverlay::State state = m_overlay->state();
    state.plotRect = plotRect();
    state.text = m_word;
    state.crosshair.reset();
    state.points.clear();
    if (m_crosshair && xRange().contains(m_crosshair->x)) {
        state.crosshair = m_canvas->toPixel({m_crosshair->x, 0}).x();
        for (const Crosshair::Row& row : m_crosshair->rows) {
            if (state.points.size() < ChartTooltip::kMostRows && std::isfinite(row.value))
                state.points.push_back({m_canvas->toPixel({row.x, row.value}), m_theme.runColour(row.run.colour)});
        }
    }
    m_overlay->setState(std::move(state));
}

void ChartView::describe()
{
    std::size_t points = 0;
    QStringList last;
    for (const ChartLine& line : m_lines) {
        points += line.pointCount();
        if (last.size() < kDescribedRuns)
            last += line.run.name + u": " + format::number(line.lastValue());
    }
    const auto count = [](std::size_t n) { return static_cast<int>(std::min<std::size_t>(n, 2'000'000'000)); };
    QString text = m_lines.empty() ? m_word : tr("%n runs", nullptr, count(m_lines.size()));
    if (!m_lines.empty()) {
        text += u", " + tr("%n points", nullptr, count(points)) + u". ";
        //: What a screen reader says of a chart; %1 is a list of runs with their last values.
        text += tr("Last values: %1").arg(last.join(u", "));
        if (m_lines.size() > kDescribedRuns)
            text += u", " + tr("+ %n more", nullptr, count(m_lines.size() - kDescribedRuns));
    }
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

} // namespace runglass
