// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/run/Cancel.h"
#include "models/series/PixelColumns.h"
#include "widgets/workspace/charts/AxisTicks.h"

#include <QObject>

#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace runglass
{

/// Where a line has values that no axis can show.
struct ChartMark {
    enum class Kind { NaN, PositiveInfinity, NegativeInfinity };
    Kind kind = Kind::NaN;
    double x = 0;

    bool operator==(const ChartMark&) const = default;
};

/// What a line is reduced for: places of an x axis and how many pixels these have.
struct ReducedFor {
    Range xRange;
    int pixels = 0;
    bool logX = false;

    bool operator==(const ReducedFor&) const = default;
};

/// A line as it is drawn at one zoom and width: x as places of the axis (AxisMeasure::toAxis), y as they are.
struct DrawnLine {
    std::shared_ptr<const Line> line;
    ReducedFor by;
    std::vector<std::vector<Vertex>> strokes;
    std::vector<ChartMark> marks;
};

/// What of a ChartLine a stroke is.
enum class ChartLayer { Line, Original, Lower, Upper, Strange };

/// Reduces the lines of a chart on a worker. Of a line that grew, what was drawn of it stays until it is reduced anew.
/// @thread GUI
class ChartReducer : public QObject
{
    Q_OBJECT

public:
    /// What becomes of work that is under way: news wait for it, so that no stream of them can starve the screen;
    /// people do not wait for what they have turned away from.
    enum class Pace { Wait, Cancel };

    explicit ChartReducer(QObject* parent = nullptr);
    ~ChartReducer() override;

    /// Lines that were reduced for this range and width before are not reduced again; nor are those that lie inside a
    /// range which has only grown somewhat, since what was drawn of them is finer than needed.
    void request(const std::vector<ChartLine>& lines, const ReducedFor& by, Pace pace);
    /// The newest result there is for a segment of a line, perhaps of an earlier zoom; null when there is none.
    std::shared_ptr<const DrawnLine> drawn(const ChartLine& line, std::size_t segment,
                                           ChartLayer layer = ChartLayer::Line) const;
    bool isWorking() const { return m_working; }

signals:
    /// There are new results; isWorking() says whether more will come.
    void done();

private:
    using Place = std::tuple<RunRef, int, ChartLayer, std::size_t>; ///< run, part, layer, segment
    struct Wanted {
        Place place;
        std::shared_ptr<const Line> line;
    };
    using Results = std::vector<std::pair<Place, std::shared_ptr<const DrawnLine>>>;

    static Results drawAll(const std::vector<Wanted>& wanted, const ReducedFor& by, const CancelToken& cancel);
    bool isDrawn(const Wanted& wanted) const;
    void start();
    void take(const Results& results);

    std::vector<Wanted> m_lines;
    ReducedFor m_by;
    std::map<Place, std::shared_ptr<const DrawnLine>> m_drawn; ///< of m_lines
    CancelToken m_cancel;
    unsigned m_generation = 0;
    bool m_working = false;
};

/// What the reducer does on its worker.
std::shared_ptr<const DrawnLine> drawLine(const std::shared_ptr<const Line>& line, const ReducedFor& by);

} // namespace runglass
