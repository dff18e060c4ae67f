// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/PlotCanvas.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr int kLabelRoom = 80; ///< between two labels of the x axis
constexpr int kYTicks = 4;
constexpr double kMostNames = 0.35; ///< of the width, for names beside the y axis

/// Short labels at round places.
class Ticker : public QCPAxisTicker
{
public:
    void setScale(const AxisMeasure& scale, std::optional<double> only, const QStringList& names)
    {
        m_measure = scale;
        m_only = only;
        m_names = names;
    }
    bool hasNames() const { return !m_names.isEmpty(); }
    void setNameRoom(const QFont& font, int width)
    {
        m_font = font;
        m_nameWidth = width;
    }

    void generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* labels) override
    {
        AxisTicks found = hasNames() ? nameTicks(range) : axisTicks(m_measure, {range.lower, range.upper}, mTickCount);
        for (std::size_t i = 0; m_only && i < found.places.size(); ++i) {
            if (std::abs(found.places[i] - *m_only) > 0.01)
                found.texts[i].clear();
        }
        ticks = QVector<double>(found.places.begin(), found.places.end());
        if (subTicks)
            subTicks->clear();
        if (labels)
            *labels = QVector<QString>(found.texts.begin(), found.texts.end());
    }

private:
    AxisTicks nameTicks(const QCPRange& range) const
    {
        AxisTicks ticks;
        const int first = std::max(0, static_cast<int>(std::ceil(range.lower)));
        const int last = std::min(static_cast<int>(m_names.size()) - 1, static_cast<int>(std::floor(range.upper)));
        const int step = std::max(1, (last - first + mTickCount) / std::max(1, mTickCount));
        const QFontMetrics metrics(m_font);
        for (int i = first; i <= last; i += step) {
            ticks.places.push_back(i);
            ticks.texts.push_back(metrics.elidedText(m_names[i], Qt::ElideMiddle, m_nameWidth));
        }
        return ticks;
    }

    AxisMeasure m_measure;
    std::optional<double> m_only;
    QStringList m_names;
    QFont m_font;
    int m_nameWidth = 0;
};

/// What the caller draws inside the axes.
class MarksPlottable : public QCPAbstractPlottable
{
public:
    using QCPAbstractPlottable::QCPAbstractPlottable;
    void setMarks(std::function<void(QPainter&)> marks) { m_marks = std::move(marks); }

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
    /// More than the axes span, for discs on their edge.
    QRect clipRect() const override
    {
        constexpr int room = 5;
        return mKeyAxis->axisRect()->rect().adjusted(-room, -room, room, room);
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
    void draw(QCPPainter* painter) override
    {
        if (m_marks)
            m_marks(*painter);
    }

private:
    std::function<void(QPainter&)> m_marks;
};

QCPRange toPlot(const Range& range)
{
    return {range.lo, range.hi};
}

} // namespace

struct PlotCanvas::Impl {
    QCustomPlot* plot = nullptr;
    MarksPlottable* marks = nullptr;
    QSharedPointer<Ticker> xTicker{new Ticker}, yTicker{new Ticker};
    QRect lastRect;

    /// As many labels as fit beside each other.
    void fitLabels(const QSize& size)
    {
        const QFont font = plot->xAxis->tickLabelFont();
        const int yNames = std::max(1, size.height() / QFontMetrics(font).height());
        xTicker->setTickCount(std::clamp(size.width() / kLabelRoom, 2, 12));
        xTicker->setNameRoom(font, kLabelRoom - 8);
        yTicker->setTickCount(yTicker->hasNames() ? yNames : size.height() > 500 ? 2 * kYTicks : kYTicks);
        yTicker->setNameRoom(font, static_cast<int>(size.width() * kMostNames));
    }
};

PlotCanvas::PlotCanvas(QWidget* parent)
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
        // Labels come as they are to be written; "gb" would take them apart.
        axis->setNumberFormat(QStringLiteral("g"));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_impl->plot->xAxis->setTicker(m_impl->xTicker);
    m_impl->plot->yAxis->setTicker(m_impl->yTicker);
    m_impl->plot->xAxis->setTickLengthOut(3);
    m_impl->plot->xAxis->grid()->setVisible(false);
    m_impl->plot->yAxis->setBasePen(Qt::NoPen);
    m_impl->plot->yAxis->setTickPen(Qt::NoPen);
    m_impl->yTicker->setTickCount(kYTicks);
    m_impl->marks = new MarksPlottable(m_impl->plot->xAxis, m_impl->plot->yAxis);
    connect(m_impl->plot, &QCustomPlot::beforeReplot, this, [this] { m_impl->fitLabels(size()); });
    connect(m_impl->plot, &QCustomPlot::afterReplot, this, &PlotCanvas::checkPlotRect);
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() - 2));
    setLabelFont(small);
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::setColours(const CanvasColours& colours)
{
    m_impl->plot->setBackground(colours.surface);
    for (QCPAxis* axis : {m_impl->plot->xAxis, m_impl->plot->yAxis}) {
        axis->setTickLabelColor(colours.text);
        axis->setLabelColor(colours.text);
    }
    m_impl->plot->xAxis->setBasePen(QPen(colours.axis, 0));
    m_impl->plot->xAxis->setTickPen(QPen(colours.axis, 0));
    m_impl->plot->xAxis->grid()->setPen(QPen(colours.grid, 0));
    m_impl->plot->yAxis->grid()->setPen(QPen(colours.grid, 0));
}

void PlotCanvas::setLabelFont(const QFont& font)
{
    for (QCPAxis* axis : {m_impl->plot->xAxis, m_impl->plot->yAxis}) {
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
    }
}

void PlotCanvas::setAxes(const PlotAxes& axes)
{
    m_impl->plot->xAxis->setRange(toPlot(axes.x));
    m_impl->plot->yAxis->setRange(toPlot(axes.y));
    m_impl->xTicker->setScale(axes.xMeasure, axes.onlyX, axes.xNames);
    m_impl->yTicker->setScale(axes.yMeasure, std::nullopt, axes.yNames);
    // Lines help to read numbers, not names.
    const bool isYNamed = !axes.yNames.isEmpty() && axes.xNames.isEmpty();
    m_impl->plot->xAxis->grid()->setVisible(isYNamed);
    m_impl->plot->yAxis->grid()->setVisible(!isYNamed);
    m_impl->plot->xAxis->setLabel(axes.xLabel);
    m_impl->plot->yAxis->setLabel(axes.yLabel);
}

void PlotCanvas::setMarks(std::function<void(QPainter&)> marks)
{
    m_impl->marks->setMarks(std::move(marks));
}

void PlotCanvas::redraw()
{
    m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
}

void PlotCanvas::paint(QPaintDevice& device, const std::function<QRect(QPainter&)>& around)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNonCosmetic);
    const QRect part = around(painter);
    painter.translate(part.topLeft());
    m_impl->fitLabels(part.size());
    m_impl->plot->toPainter(&painter, part.width(), part.height());
    painter.end();
}

void PlotCanvas::checkPlotRect()
{
    if (plotRect() == m_impl->lastRect)
        return;
    m_impl->lastRect = plotRect();
    emit plotRectChanged();
}

QRect PlotCanvas::plotRect() const
{
    return m_impl->plot->axisRect()->rect();
}

} // namespace runglass
