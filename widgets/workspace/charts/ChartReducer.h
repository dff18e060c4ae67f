// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

/// A line as it is drawn at one zoom and width, in coordinates of the axes.
struct DrawnLine {
    std::shared_ptr<const Line> line;
    Range xRange;
    int pixels = 0;
    std::vector<std::vector<Vertex>> strokes;
    std::vector<ChartMark> marks;
};

/// Reduces the lines of a chart on a worker. What is asked for while work goes on cancels it; late answers are dropped.
/// @thread GUI
class ChartReducer : public QObject
{
    Q_OBJECT

public:
    explicit ChartReducer(QObject* parent = nullptr);
    ~ChartReducer() override;

    /// Lines that were reduced for this range and width before are not reduced again.
    void request(const std::vector<std::shared_ptr<const Line>>& lines, const Range& xRange, int pixels);
    /// The newest result there is for line, perhaps of an earlier zoom; null when there is none.
    std::shared_ptr<const DrawnLine> drawn(const Line* line) const;
    bool isWorking() const { return m_working; }

signals:
    void done();

private:
    std::map<const Line*, std::shared_ptr<const DrawnLine>> m_drawn;
    CancelToken m_cancel;
    unsigned m_generation = 0;
    bool m_working = false;
};

/// What the reducer does on its worker.
std::shared_ptr<const DrawnLine> drawLine(std::shared_ptr<const Line> line, const Range& xRange, int pixels);

} // namespace runglass
