// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a chart and its axes.
#include "widgets/workspace/charts/ChartView.h"

#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartTooltip.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kDescribeMs = 300;
constexpr int kYIntervals = 4;
/// What a logarithmic axis shows below its highest value when nothing says where the lowest is.
constexpr double kLogSpan = 1e4;

/// With the ends that a person fixed.
Range limited(Range range, const AxisLimits& limits, bool log)
{
    const double lo = limits.lo.value_or(range.lo), hi = limits.hi.value_or(range.hi);
    const bool fits = lo < hi && (!log || lo > 0);
    return fits ? Range{lo, hi} : range;
}

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
    connect(m_canvas, &ChartCanvas::painted, this, &ChartView::redrawn);
    // Queued: the place of the plot changes while lines are shown.
    const auto renew = [this] { requestLines(ChartReducer::Pace::Cancel); };
    connect(m_canvas, &ChartCanvas::plotRectChanged, this, renew, Qt::QueuedConnection);
    connect(&theme, &Theme::changed, this, &ChartView::applyColours);
    applyColours();
    m_canvas->setAxes(canvasAxes());
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
    measure();
    requestLines(ChartReducer::Pace::Wait);
    if (!m_describing.isActive())
        m_describing.start();
}

void ChartView::setAxes(const ChartAxes& axes)
{
    if (axes == m_axes)
        return;
    const ChartAxes before = std::exchange(m_axes, axes);
    if (before.x.unit != axes.x.unit || before.xName != axes.xName) {
        dropCrosshair(false);
        m_zooms = {};
        emit zoomChanged();
    }
    measure();
    requestLines(ChartReducer::Pace::Cancel);
    if (!m_describing.isActive())
        m_describing.start();
}

void ChartView::setEmphasis(const ChartEmphasis& emphasis)
{
    if (emphasis == m_emphasis)
        return;
    const auto isOther = [this](const std::optional<RunRef>& before, const std::optional<RunRef>& after) {
        return before != after && std::any_of(m_lines.begin(), m_lines.end(), [&](const ChartLine& line) {
                   return line.run.ref == before || line.run.ref == after;
               });
    };
    const bool drawsAnew =
        isOther(m_emphasis.baseline, emphasis.baseline) || isOther(m_emphasis.selected, emphasis.selected);
    m_emphasis = emphasis;
    if (drawsAnew) {
        showLines();
        describe();
    } else {
        updateOverlay();
    }
}

/// Where the axes end while nobody zooms.
void ChartView::measure()
{
    Range x, y;
    for (const ChartLine& line : m_lines) {
        for (const ChartLine::Segments* layer :
             {&line.segments, &line.originals, &line.lower, &line.upper, &line.strange}) {
            for (const auto& segment : *layer) {
                x.include(segment->xRange());
                y.include(segment->extent().range());
            }
        }
    }
    m_onlyX = !x.isEmpty() && x.size() == 0 ? std::optional(x.lo) : std::nullopt;
    m_xFull = fullX(x);
    m_yFull = fullY(m_axes.yUsual.value_or(y));
}

Range ChartView::fullX(const Range& found) const
{
    if (m_onlyX && !m_axes.x.log)
        return limited({found.lo - 1, found.lo + 1}, m_axes.xLimits, false);
    if (!m_axes.x.log)
        return limited(drawable(found), m_axes.xLimits, false);
    // The first point that has a place.
    Range positive;
    for (const ChartLine& line : m_lines) {
        for (const auto& segment : line.segments) {
            if (const std::size_t first = segment->firstAbove(0); first < segment->size()) {
                positive.include(segment->x(first));
                positive.include(segment->xRange().hi);
            }
        }
    }
    if (positive.isEmpty())
        positive = {1, 10};
    if (positive.size() == 0)
        positive = {positive.lo / 2, positive.lo * 2};
    return limited(positive, m_axes.xLimits, true);
}

Range ChartView::fullY(const Range& found) const
{
    if (!m_axes.y.log)
        return limited(niceRange(found, kYIntervals), m_axes.yLimits, false);
    if (found.isEmpty() || found.hi <= 0)
        return limited({1, 10}, m_axes.yLimits, true);
    const double lo = found.lo > 0 ? found.lo : found.hi / kLogSpan;
    // A little room, as a linear axis has by ending at a round number.
    const Range places = drawable({std::log10(lo), std::log10(found.hi)});
    return limited(m_axes.y.fromAxis(Range{places.lo - places.size() / 20, places.hi + places.size() / 20}),
                   m_axes.yLimits, true);
}

Range ChartView::xRange() const
{
    return zoomState().x.value_or(m_xFull);
}

Range ChartView::yRange() const
{
    return zoomState().y.value_or(m_yFull);
}

QRect ChartView::plotRect() const
{
    return m_canvas->plotRect();
}

CanvasAxes ChartView::canvasAxes() const
{
    const auto places = [](const AxisMeasure& measure, const Range& range) {
        return drawable(measure.log ? measure.toAxis(range) : range);
    };
    return {m_axes.x, m_axes.y, places(m_axes.x, xRange()), places(m_axes.y, yRange()),
            m_axes.x.log ? std::nullopt : m_onlyX};
}

void ChartView::applyColours()
{
    m_canvas->setColours({m_theme.color(Theme::Token::Surface), m_theme.color(Theme::Token::Grid),
                          m_theme.color(Theme::Token::Control), m_theme.color(Theme::Token::Muted)});
    showLines();
    updateOverlay();
}

void ChartView::requestLines(ChartReducer::Pace pace)
{
    m_isStale = true;
    if (!isVisible())
        return;
    m_reducer->request(m_lines, {canvasAxes().x, std::max(1, plotRect().width()), m_axes.x.log}, pace);
    const bool hasOld = std::any_of(m_lines.begin(), m_lines.end(),
                                    [this](const ChartLine& line) { return m_reducer->drawn(line, 0); });
    // What is there stays until the new is there, so that axes and lines change together.
    if (pace == ChartReducer::Pace::Cancel || !m_reducer->isWorking() || !hasOld)
        showLines();
}

void ChartView::addLine(std::vector<CanvasLine>& lines, std::vector<CanvasBand>& bands, const ChartLine& line) const
{
    using Style = CanvasLine::Style;
    const QColor colour = m_theme.runColour(line.run.colour);
    for (std::size_t i = 0; i < line.originals.size(); ++i)
        lines.push_back({m_reducer->drawn(line, i, ChartLayer::Original), colour, false, false, Style::Faint});
    for (std::size_t i = 0; i < line.lower.size() && i < line.upper.size(); ++i)
        bands.push_back(
            {m_reducer->drawn(line, i, ChartLayer::Lower), m_reducer->drawn(line, i, ChartLayer::Upper), colour});
    const Style style = m_emphasis.baseline == line.run.ref ? Style::Baseline : Style::Normal;
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
        lines.push_back({m_reducer->drawn(line, i), colour, line.pointCount() == 1,
                         line.run.running && i + 1 == line.segments.size(), style});
    }
    for (std::size_t i = 0; i < line.strange.size(); ++i)
        lines.push_back({m_reducer->drawn(line, i, ChartLayer::Strange), colour, false, false, Style::Normal});
}

void ChartView::showLines()
{
    m_isStale = true;
    if (!isVisible() || m_pressed)
        return;
    m_isStale = m_reducer->isWorking();
    std::vector<CanvasLine> lines;
    std::vector<CanvasBand> bands;
    // The last ones lie on top. The baseline's marks do so as its dashes do anyway.
    const auto rank = [this](const ChartLine& line) {
        return line.run.ref == m_emphasis.baseline ? 2 : line.run.ref == m_emphasis.selected ? 1 : 0;
    };
    for (const int wanted : {0, 1, 2}) {
        for (const ChartLine& line : m_lines) {
            if (rank(line) == wanted)
                addLine(lines, bands, line);
        }
    }
    // Lines that were reduced for another kind of axis have no place on this one.
    std::erase_if(lines, [this](const CanvasLine& line) { return line.drawn && line.drawn->by.logX != m_axes.x.log; });
    m_canvas->setAxes(canvasAxes());
    m_canvas->setLines(std::move(lines), std::move(bands));
    m_canvas->redraw();
    renewCrosshair();
    updateOverlay();
    if (!m_reducer->isWorking())
        emit drawn();
}

void ChartView::setZoom(const ChartZoom& zoom, bool joins)
{
    // Nearer than this the places of points cannot be told apart in a double.
    const std::optional<Range>& x = zoom.x;
    if (x && x->size() < std::max({std::abs(x->lo), std::abs(x->hi), 1e-3}) * 1e-9)
        return;
    if (zoom.y && drawable(*zoom.y) != *zoom.y)
        return;
    if (zoom == zoomState())
        return;
    m_zooms.go(zoom, joins);
    afterZoom(true);
}

void ChartView::followZoom(const std::optional<Range>& x)
{
    if (zoomState().x == x)
        return;
    m_zooms.follow({x, zoomState().y});
    afterZoom(false);
}

void ChartView::setZooms(const ZoomHistory& zooms)
{
    m_zooms = zooms;
    requestLines(ChartReducer::Pace::Cancel);
}

void ChartView::zoomBack()
{
    if (m_zooms.back())
        afterZoom(true);
}

void ChartView::zoomForward()
{
    if (m_zooms.forward())
        afterZoom(true);
}

void ChartView::afterZoom(bool tells)
{
    requestLines(ChartReducer::Pace::Cancel);
    if (tells)
        emit zoomChanged();
}

} // namespace runglass
