// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartCanvas.h"

#include "widgets/workspace/charts/AxisText.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kDiscRadius = 4, kEndRadius = 2, kDotRadius = 1.5, kMarkSize = 4;

/// Short labels; whole steps only where the axis counts.
class Ticker : public QCPAxisTicker
{
public:
    explicit Ticker(bool whole)
        : m_whole(whole)
    {
    }
    void setOnly(std::optional<double> only) { m_only = only; }

protected:
    double getTickStep(const QCPRange& range) override
    {
        const double step = niceStep(range.size() / std::max(1, mTickCount));
        if (!m_whole || step == std::floor(step))
            return step;
        return step < 1 ? 1 : niceStep(step * 1.01);
    }
    int getSubTickCount(double) override { return 0; }
    QVector<QString> createLabelVector(const QVector<double>& ticks, const QLocale&, QChar, int) override
    {
        const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 0;
        const std::vector<QString> texts = axisTexts({ticks.begin(), ticks.end()}, step);
        QVector<QString> result(texts.begin(), texts.end());
        for (qsizetype i = 0; m_only && i < ticks.size(); ++i) {
            if (std::abs(ticks[i] - *m_only) > 0.01)
                result[i].clear();
        }
        return result;
    }

private:
    bool m_whole;
    std::optional<double> m_only;
};

/// All lines of the chart in one plottable: thousands of graph objects would cost more than their lines.
class LinesPlottable : public QCPAbstractPlottable
{
public:
    using QCPAbstractPlottable::QCPAbstractPlottable;
    void setLines(std::vector<CanvasLine> lines) { m_lines = std::move(lines); }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override
    {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override
    {
        found = false;
        return {};
    }

protected:
    /// More than the axes span, for discs on their edge; strokes are clipped more tightly.
    QRect clipRect() const override
    {
        constexpr int room = static_cast<int>(kDiscRadius) + 1;
        return mKeyAxis->axisRect()->rect().adjusted(-room, -room, room, room);
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

    void draw(QCPPainter* painter) override
    {
        painter->setRenderHint(QPainter::Antialiasing);
        for (const CanvasLine& line : m_lines) {
            if (line.drawn)
                drawMarks(*painter, line);
        }
        // One pixel more, so that a line along the edge keeps its width.
        painter->setClipRect(mKeyAxis->axisRect()->rect().adjusted(0, -1, 1, 1));
        for (const CanvasLine& line : m_lines) {
            if (line.drawn)
                drawStrokes(*painter, line);
        }
        painter->setClipRect(clipRect());
        for (const CanvasLine& line : m_lines) {
            if (line.drawn)
                drawDiscs(*painter, line);
        }
    }

private:
    QPointF place(const Vertex& vertex) const
    {
        // Far beyond any screen; keeps the painter's arithmetic in range at deep zooms.
        constexpr double limit = 1e7;
        return {std::clamp(mKeyAxis->coordToPixel(vertex.x), -limit, limit),
                std::clamp(mValueAxis->coordToPixel(vertex.y), -limit, limit)};
    }

    void drawStrokes(QPainter& painter, const CanvasLine& line)
    {
        // Width 0 is one device pixel; anything wider than one pixel takes a path that is 40 times slower.
        painter.setPen(QPen(line.colour, 0));
        painter.setBrush(Qt::NoBrush);
        for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
            if (stroke.size() < 2)
                continue;
            m_points.clear();
            for (const Vertex& vertex : stroke)
                m_points.push_back(place(vertex));
            painter.drawPolyline(m_points.data(), static_cast<int>(m_points.size()));
        }
    }

    /// Points without neighbours, and where a run is now.
    void drawDiscs(QPainter& painter, const CanvasLine& line) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(line.colour);
        const QRectF plot = QRectF(mKeyAxis->axisRect()->rect()).adjusted(-1, -1, 1, 1);
        const auto disc = [&](const Vertex& vertex, double radius) {
            const QPointF centre = place(vertex);
            if (plot.contains(centre))
                painter.drawEllipse(centre, radius, radius);
        };
        for (const std::vector<Vertex>& stroke : line.drawn->strokes) {
            if (stroke.size() == 1)
                disc(stroke.front(), line.onePoint ? kDiscRadius : kDotRadius);
        }
        if (line.live && !line.drawn->strokes.empty())
            disc(line.drawn->strokes.back().back(), kEndRadius);
    }

    void drawMarks(QPainter& painter, const CanvasLine& line) const
    {
        const QRectF rect = mKeyAxis->axisRect()->rect();
        for (const ChartMark& mark : line.drawn->marks) {
            const double x = mKeyAxis->coordToPixel(mark.x);
            const bool low = mark.kind == ChartMark::Kind::NegativeInfinity;
            const double tip = mark.kind == ChartMark::Kind::PositiveInfinity ? -kMarkSize : kMarkSize;
            const double edge = low ? rect.bottom() - kMarkSize : rect.top() + kMarkSize;
            painter.setPen(QPen(line.colour, 0, Qt::DotLine));
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
            painter.setPen(Qt::NoPen);
            painter.setBrush(line.colour);
            painter.drawPolygon(QPolygonF{QPointF(x - kMarkSize, edge - tip), QPointF(x + kMarkSize, edge - tip),
                                          QPointF(x, edge + tip)});
        }
    }

    std::vector<CanvasLine> m_lines;
    std::vector<QPointF> m_points; ///< kept between strokes for its memory
};

QCPRange toPlot(const Range& range)
{
    return {range.lo, range.hi};
}

} // namespace

struct ChartCanvas::Impl {
    QCustomPlot* plot = nullptr;
    LinesPlottable* lines = nullptr;
    QSharedPointer<Ticker> xTicker{new Ticker(true)}, yTicker{new Ticker(false)};
    QRect lastRect;
};

ChartCanvas::ChartCanvas(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_impl->plot = new QCustomPlot(this);
    m_impl->plot->setFocusPolicy(Qt::NoFocus);
    m_impl->plot->setMinimumSize(0, 0);
    layout->addWidget(m_impl->plot);

    QCPAxisRect* rect = m_impl->plot->axisRect();
    rect->setMinimumMargins(QMargins(34, 8, 14, 20));
    m_impl->plot->plotLayout()->setRowSpacing(0);
    for (QCPAxis* axis : {m_impl->plot->xAxis, m_impl->plot->yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->setTickLabelPadding(4);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_impl->plot->xAxis->setTicker(m_impl->xTicker);
    m_impl->plot->yAxis->setTicker(m_impl->yTicker);
    m_impl->plot->xAxis->setTickLengthOut(3);
    m_impl->plot->xAxis->grid()->setVisible(false);
    m_impl->plot->yAxis->setBasePen(Qt::NoPen);
    m_impl->plot->yAxis->setTickPen(Qt::NoPen);
    m_impl->yTicker->setTickCount(4);
    m_impl->lines = new LinesPlottable(m_impl->plot->xAxis, m_impl->plot->yAxis);
    connect(m_impl->plot, &QCustomPlot::beforeReplot, this, [this] {
        // As many labels as fit beside each other.
        m_impl->xTicker->setTickCount(std::clamp(width() / 80, 2, 8));
    });
    connect(m_impl->plot, &QCustomPlot::afterReplot, this, &ChartCanvas::checkPlotRect);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setColours(const CanvasColours& colours)
{
    m_impl->plot->setBackground(colours.surface);
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() - 2));
    for (QCPAxis* axis : {m_impl->plot->xAxis, m_impl->plot->yAxis}) {
        axis->setTickLabelColor(colours.text);
        axis->setTickLabelFont(small);
    }
    m_impl->plot->xAxis->setBasePen(QPen(colours.axis, 0));
    m_impl->plot->xAxis->setTickPen(QPen(colours.axis, 0));
    m_impl->plot->yAxis->grid()->setPen(QPen(colours.grid, 0));
}

void ChartCanvas::setRanges(const Range& x, const Range& y, std::optional<double> onlyX)
{
    m_impl->plot->xAxis->setRange(toPlot(x));
    m_impl->plot->yAxis->setRange(toPlot(y));
    m_impl->xTicker->setOnly(onlyX);
}

void ChartCanvas::setLines(std::vector<CanvasLine> lines)
{
    m_impl->lines->setLines(std::move(lines));
}

void ChartCanvas::redraw()
{
    m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
}

void ChartCanvas::checkPlotRect()
{
    if (plotRect() == m_impl->lastRect)
        return;
    m_impl->lastRect = plotRect();
    emit plotRectChanged();
}

QRect ChartCanvas::plotRect() const
{
    return m_impl->plot->axisRect()->rect();
}

Range ChartCanvas::xRange() const
{
    const QCPRange range = m_impl->plot->xAxis->range();
    return {range.lower, range.upper};
}

Range ChartCanvas::yRange() const
{
    const QCPRange range = m_impl->plot->yAxis->range();
    return {range.lower, range.upper};
}

QPointF ChartCanvas::toPixel(const Vertex& vertex) const
{
    return {m_impl->plot->xAxis->coordToPixel(vertex.x), m_impl->plot->yAxis->coordToPixel(vertex.y)};
}

Vertex ChartCanvas::toVertex(const QPointF& pixel) const
{
    return {m_impl->plot->xAxis->pixelToCoord(pixel.x()), m_impl->plot->yAxis->pixelToCoord(pixel.y())};
}

} // namespace runglass
