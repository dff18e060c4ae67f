// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_charts TURNS [CASE …] [alone]: charts beside plain QCustomPlot with the same points, in the same process,
/// the cases taking turns; a frame is what a pan takes from the new range to the painted window, with all of the
/// reduction. One line a measurement: "CASE SECONDS". Their graphs are as a user would have them: adaptive sampling and
/// antialiasing are on.
#include "models/series/AxisBasis.h"
#include "models/series/Smoothing.h"
#include "widgets/workspace/charts/ChartCanvas.h"

#include <QApplication>
#include <QGridLayout>
#include <qcustomplot.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <numeric>
#include <random>

namespace
{

using namespace runglass;

template <typename Work> void time(const std::string& name, const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::cout << name << ' ' << taken.count() << '\n';
}

/// A loss that falls, with noise, as every step logs it.
std::vector<double> loss(std::size_t points, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> noise(0, 0.05);
    std::vector<double> values(points);
    for (std::size_t i = 0; i < points; ++i)
        values[i] = 0.2 + std::exp(-4.0 * static_cast<double>(i) / static_cast<double>(points)) + noise(random);
    return values;
}

std::shared_ptr<const Line> lineOf(const std::vector<double>& values)
{
    Series series;
    for (std::size_t i = 0; i < values.size(); ++i)
        series.step.push_back(static_cast<std::int64_t>(i));
    series.time.resize(values.size());
    series.values = values;
    return std::make_shared<const Line>(series);
}

const std::array<QColor, 5> kColours{"#4c78a8", "#e45756", "#72b7b2", "#54a24b", "#b279a2"};

/// A window of charts with the same number of lines each, once of ours and once of QCustomPlot's.
class Charts
{
public:
    Charts(QSize size, int panels, int lines, std::size_t points)
        : m_points(points)
    {
        const int across = std::max(1, static_cast<int>(std::sqrt(panels * 1.2)));
        auto* ours = new QGridLayout(&m_ours);
        auto* theirs = new QGridLayout(&m_theirs);
        for (int panel = 0; panel < panels; ++panel) {
            addPanel(panel, lines);
            ours->addWidget(m_canvases.back(), panel / across, panel % across);
            theirs->addWidget(m_plots.back(), panel / across, panel % across);
        }
        for (QWidget* window : {&m_ours, &m_theirs}) {
            window->resize(size);
            window->show();
            while (!window->windowHandle()->isExposed())
                QCoreApplication::processEvents();
        }
        panOurs(0);
        panTheirs(0);
    }

    void setPenWidth(double width)
    {
        for (ChartCanvas* canvas : m_canvases)
            canvas->setLineWidth(width);
        for (QCustomPlot* plot : m_plots) {
            for (int i = 0; i < plot->graphCount(); ++i) {
                QPen pen = plot->graph(i)->pen();
                pen.setWidthF(width);
                plot->graph(i)->setPen(pen);
            }
        }
    }

    void panOurs(int turn)
    {
        const Range x = range(turn);
        for (std::size_t panel = 0; panel < m_canvases.size(); ++panel) {
            ChartCanvas& canvas = *m_canvases[panel];
            canvas.setAxes({{AxisMeasure::Unit::Step, false}, {}, x, {0, 1.4}});
            std::vector<CanvasLine> lines;
            for (std::size_t i = 0; i < m_lines[panel].size(); ++i)
                lines.push_back({drawLine(m_lines[panel][i], {x, canvas.plotRect().width()}), kColours[i % 5]});
            canvas.setLines(std::move(lines));
            canvas.redraw();
        }
        QCoreApplication::processEvents();
    }

    void panTheirs(int turn)
    {
        const Range x = range(turn);
        for (QCustomPlot* plot : m_plots) {
            plot->xAxis->setRange(x.lo, x.hi);
            plot->replot(QCustomPlot::rpQueuedRefresh);
        }
        QCoreApplication::processEvents();
    }

    /// Nothing but their axes and labels, with no more of these than ours have.
    void panTheirAxes(int turn)
    {
        for (QCustomPlot* plot : m_plots) {
            for (int i = 0; i < plot->graphCount(); ++i)
                plot->graph(i)->setVisible(false);
            for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
                axis->setSubTicks(false);
            plot->xAxis->grid()->setVisible(false);
        }
        panTheirs(turn);
        for (QCustomPlot* plot : m_plots) {
            for (int i = 0; i < plot->graphCount(); ++i)
                plot->graph(i)->setVisible(true);
            for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
                axis->setSubTicks(true);
            plot->xAxis->grid()->setVisible(true);
        }
    }
    /// Nothing but ours.
    void panOurAxes(int turn)
    {
        for (ChartCanvas* canvas : m_canvases) {
            canvas->setAxes({{AxisMeasure::Unit::Step, false}, {}, range(turn), {0, 1.4}});
            canvas->setLines({});
            canvas->redraw();
        }
        QCoreApplication::processEvents();
    }

private:
    /// Nine tenths of the points, beginning elsewhere each time.
    Range range(int turn) const
    {
        const auto points = static_cast<double>(m_points);
        return {points * 0.01 * (turn % 10), points * (0.9 + 0.01 * (turn % 10))};
    }

    void addPanel(int panel, int lines)
    {
        m_canvases.push_back(new ChartCanvas);
        m_canvases.back()->setColours({Qt::white, "#e0e0e0", "#808080", "#606060"});
        auto* plot = m_plots.emplace_back(new QCustomPlot);
        plot->yAxis->setRange(0, 1.4);
        m_lines.emplace_back();
        QVector<double> keys(static_cast<qsizetype>(m_points));
        std::iota(keys.begin(), keys.end(), 0.0);
        for (int i = 0; i < lines; ++i) {
            const std::vector<double> values = loss(m_points, static_cast<unsigned>(panel * lines + i));
            m_lines.back().push_back(lineOf(values));
            QCPGraph* graph = plot->addGraph();
            graph->setPen(QPen(kColours[static_cast<std::size_t>(i) % 5], 1));
            graph->setData(keys, QVector<double>(values.begin(), values.end()), true);
        }
    }

    std::size_t m_points;
    QWidget m_ours, m_theirs;
    std::vector<ChartCanvas*> m_canvases;
    std::vector<QCustomPlot*> m_plots;
    std::vector<std::vector<std::shared_ptr<const Line>>> m_lines;
};

void runCharts(const std::string& name, Charts& charts, int turns, bool alone)
{
    for (int turn = 0; turn < turns; ++turn) {
        if (!alone)
            time(name + "_theirs", [&] { charts.panTheirs(turn); });
        time(name + "_ours", [&] { charts.panOurs(turn); });
    }
}

void smoothing(int turns)
{
    constexpr std::size_t count = 1'000'000;
    const LineSegments line{lineOf(loss(count, 1))};
    std::vector<double> from(count), to(count);
    for (int turn = 0; turn < turns; ++turn) {
        line[0]->copyValues(0, from);
        time("copy_million", [&] { std::copy(from.begin(), from.end(), to.begin()); });
        LineSegments smooth;
        time("smooth_million", [&] {
            smooth = smoothed(line, {SmoothingKind::TimeWeightedEma, 0.5 + 0.01 * (turn % 10)});
        });
    }
}

/// A run that goes on: its line over the time, as it is kept between two looks.
class LiveLine
{
public:
    explicit LiveLine(std::size_t points) { add(points); }
    const std::shared_ptr<const Line>& placed() const { return m_placed; }

    void add(std::size_t count)
    {
        Series news;
        news.values = std::vector<double>();
        for (std::size_t i = 0; i < count; ++i) {
            news.step.push_back(static_cast<std::int64_t>(m_line.size() + i));
            news.time.push_back(1e9 + static_cast<double>(m_line.size() + i) * 0.37);
            std::get<std::vector<double>>(news.values).push_back(std::sin(static_cast<double>(m_line.size() + i)));
        }
        m_rows.append(news.step, news.time);
        m_line.append(m_rows, news.values);
        m_placed = overAxis(m_line, XAxisKind::WallTime, {}, m_placed.get());
    }

private:
    LineRows m_rows;
    Line m_line{SeriesId(), SeriesKind::Double};
    std::shared_ptr<const Line> m_placed;
};

/// The same news for a short and a long line.
void append(int turns)
{
    LiveLine few(100'000), many(10'000'000);
    for (int turn = 0; turn < turns; ++turn) {
        time("append_few", [&] { few.add(100); });
        time("append_many", [&] { many.add(100); });
    }
}

/// A chart of such a line, all of which it shows.
class LiveChart
{
public:
    explicit LiveChart(std::size_t points)
        : m_line(points)
    {
        m_canvas.setColours({Qt::white, "#e0e0e0", "#808080", "#606060"});
        m_canvas.resize(1200, 600);
        m_canvas.show();
        while (!m_canvas.windowHandle()->isExposed())
            QCoreApplication::processEvents();
        addAndDraw();
    }

    /// From the news to the painted window.
    void addAndDraw()
    {
        m_line.add(100);
        const Range x = m_line.placed()->xRange();
        m_canvas.setAxes({{AxisMeasure::Unit::Time, false}, {}, x, m_line.placed()->extent().range()});
        m_canvas.setLines({{drawLine(m_line.placed(), {x, m_canvas.plotRect().width()}), kColours[0]}});
        m_canvas.redraw();
        QCoreApplication::processEvents();
    }

private:
    LiveLine m_line;
    ChartCanvas m_canvas;
};

void appendAndDraw(int turns)
{
    LiveChart few(100'000), many(10'000'000);
    for (int turn = 0; turn < turns; ++turn) {
        time("drawn_few", [&] { few.addAndDraw(); });
        time("drawn_many", [&] { many.addAndDraw(); });
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    if (argc < 2) {
        std::cerr << "usage: benchmark_charts TURNS [CASE …] [alone]\n";
        return 2;
    }
    const int turns = std::atoi(argv[1]);
    const std::vector<std::string> chosen(argv + 2, argv + argc);
    const auto wants = [&](const char* name) {
        return chosen.empty() || std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    };
    // For a profiler.
    const bool alone = !chosen.empty() && wants("alone");
    if (wants("panels") || wants("panels_wide")) {
        Charts charts({1900, 1100}, 30, 10, 10'000);
        if (wants("panels"))
            runCharts("panels", charts, turns, alone);
        for (int turn = 0; wants("panels") && !alone && turn < turns; ++turn) {
            time("axes_theirs", [&] { charts.panTheirAxes(turn); });
            time("axes_ours", [&] { charts.panOurAxes(turn); });
        }
        charts.setPenWidth(2);
        if (wants("panels_wide"))
            runCharts("panels_wide", charts, turns, alone);
    }
    if (wants("hundred")) {
        Charts charts({1200, 600}, 1, 100, 100'000);
        runCharts("hundred", charts, turns, alone);
    }
    if (wants("ten_million")) {
        Charts charts({1200, 600}, 1, 1, 10'000'000);
        runCharts("ten_million", charts, turns, alone);
    }
    if (wants("smoothing"))
        smoothing(turns);
    if (wants("append"))
        append(turns);
    if (wants("append_drawn"))
        appendAndDraw(turns);
    std::cout.flush();
    std::_Exit(0);
}
