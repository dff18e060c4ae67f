// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/run/Cancel.h"
#include "models/series/PixelColumns.h"

#include <QObject>

#include <map>
#include <memory>
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

/// A line as it is drawn at one zoom and width, in coordinates of the axes.
struct DrawnLine {
    std::shared_ptr<const Line> line;
    Range xRange;
    int pixels = 0;
    std::vector<std::vector<Vertex>> strokes;
    std::vector<ChartMark> marks;
};

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
    void request(const std::vector<ChartLine>& lines, const Range& xRange, int pixels, Pace pace);
    /// The newest result there is for a segment of a run, perhaps of an earlier zoom; null when there is none.
    std::shared_ptr<const DrawnLine> drawn(const RunRef& run, std::size_t segment) const;
    bool isWorking() const { return m_working; }

signals:
    /// There are new results; isWorking() says whether more will come.
    void done();

private:
    using Place = std::pair<RunRef, std::size_t>;
    struct Wanted {
        Place place;
        std::shared_ptr<const Line> line;
    };
    using Results = std::vector<std::pair<Place, std::shared_ptr<const DrawnLine>>>;

    static Results drawAll(const std::vector<Wanted>& wanted, const Range& xRange, int pixels,
                           const CancelToken& cancel);
    bool isDrawn(const Wanted& wanted) const;
    void start();
    void take(const Results& results);

    std::vector<Wanted> m_lines;
    Range m_xRange;
    int m_pixels = 0;
    std::map<Place, std::shared_ptr<const DrawnLine>> m_drawn; ///< of m_lines
    CancelToken m_cancel;
    unsigned m_generation = 0;
    bool m_working = false;
};

/// What the reducer does on its worker.
std::shared_ptr<const DrawnLine> drawLine(std::shared_ptr<const Line> line, const Range& xRange, int pixels);

} // namespace runglass
