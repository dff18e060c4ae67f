// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartReducer.h"

#include "models/session/WhenAnswered.h"

#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <iterator>

namespace runglass
{

namespace
{

/// Marks of a kind nearer than this would cover each other.
constexpr int kMarkPixels = 7;

std::vector<ChartMark> marksOf(const PixelColumns& columns)
{
    std::vector<ChartMark> result;
    std::array<int, 3> lastPixel{-kMarkPixels, -kMarkPixels, -kMarkPixels};
    for (const PixelColumn& column : columns.columns) {
        const std::array<bool, 3> has{column.extent.hasNaN, column.extent.hasPositiveInfinity,
                                      column.extent.hasNegativeInfinity};
        for (std::size_t kind = 0; kind < has.size(); ++kind) {
            if (!has[kind] || column.pixel - lastPixel[kind] < kMarkPixels)
                continue;
            lastPixel[kind] = column.pixel;
            const double x = columns.xRange.lo + (column.pixel + 0.5) / columns.pixels * columns.xRange.size();
            result.push_back({static_cast<ChartMark::Kind>(kind), x});
        }
    }
    return result;
}

} // namespace

std::shared_ptr<const DrawnLine> drawLine(const std::shared_ptr<const Line>& line, const ReducedFor& by)
{
    auto drawn = std::make_shared<DrawnLine>(DrawnLine{line, by, {}, {}});
    if (line->size() == 0)
        return drawn;
    const AxisMeasure measure{AxisMeasure::Unit::Number, by.logX};
    PixelColumns columns =
        reduce(*line, measure.fromAxis(by.xRange), by.pixels, by.logX ? AxisScale::Log : AxisScale::Linear);
    drawn->strokes = strokes(columns);
    columns.xRange = by.xRange;
    drawn->marks = marksOf(columns);
    if (by.logX) {
        for (std::vector<Vertex>& stroke : drawn->strokes) {
            for (Vertex& vertex : stroke)
                vertex.x = measure.toAxis(vertex.x);
        }
    }
    return drawn;
}

ChartReducer::ChartReducer(QObject* parent)
    : QObject(parent)
{
}

ChartReducer::~ChartReducer()
{
    m_cancel.cancel();
}

ChartReducer::Results ChartReducer::drawAll(const std::vector<Wanted>& wanted, const ReducedFor& by,
                                            const CancelToken& cancel)
{
    Results results;
    for (const Wanted& one : wanted) {
        if (cancel.isCanceled())
            return {};
        results.emplace_back(one.place, drawLine(one.line, by));
    }
    return results;
}

void ChartReducer::request(const std::vector<ChartLine>& lines, const ReducedFor& by, Pace pace)
{
    m_lines.clear();
    for (const ChartLine& line : lines) {
        const std::pair<ChartLayer, const ChartLine::Segments&> layers[] = {{ChartLayer::Line, line.segments},
                                                                            {ChartLayer::Original, line.originals},
                                                                            {ChartLayer::Lower, line.lower},
                                                                            {ChartLayer::Upper, line.upper},
                                                                            {ChartLayer::Strange, line.strange}};
        for (const auto& [layer, segments] : layers) {
            for (std::size_t i = 0; i < segments.size(); ++i)
                m_lines.push_back({{line.run.ref, line.part, layer, i}, segments[i]});
        }
    }
    std::map<Place, std::shared_ptr<const DrawnLine>> kept;
    for (const Wanted& line : m_lines) {
        if (auto known = m_drawn.extract(line.place); !known.empty())
            kept.insert(std::move(known));
    }
    m_drawn = std::move(kept);
    m_by = by;
    if (!m_working || pace == Pace::Cancel)
        start();
}

bool ChartReducer::isDrawn(const Wanted& wanted) const
{
    const auto found = m_drawn.find(wanted.place);
    if (found == m_drawn.end() || found->second->line != wanted.line || found->second->by.pixels != m_by.pixels ||
        found->second->by.logX != m_by.logX)
        return false;
    const Range& drawn = found->second->by.xRange;
    const Range& now = m_by.xRange;
    const Range line = AxisMeasure{AxisMeasure::Unit::Number, m_by.logX}.toAxis(wanted.line->xRange());
    const auto holds = [&line](const Range& range) { return range.contains(line.lo) && range.contains(line.hi); };
    const bool isFineEnough = drawn.size() <= now.size() && drawn.size() >= now.size() / 2;
    return drawn == now || (isFineEnough && holds(drawn) && holds(now));
}

void ChartReducer::start()
{
    m_cancel.cancel();
    m_cancel = {};
    const unsigned generation = ++m_generation;
    std::vector<Wanted> wanted;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(wanted),
                 [this](const Wanted& line) { return !isDrawn(line); });
    m_working = !wanted.empty();
    if (!m_working)
        return;
    const auto work = [wanted, by = m_by, cancel = m_cancel] { return drawAll(wanted, by, cancel); };
    const auto answered = [this, generation](const Results& results) {
        if (generation == m_generation)
            take(results);
    };
    whenAnswered(this, QtConcurrent::run(work), answered);
}

void ChartReducer::take(const Results& results)
{
    for (const auto& [place, drawn] : results)
        m_drawn[place] = drawn;
    // Lines may have grown meanwhile.
    start();
    emit done();
}

std::shared_ptr<const DrawnLine> ChartReducer::drawn(const ChartLine& line, std::size_t segment, ChartLayer layer) const
{
    const auto found = m_drawn.find({line.run.ref, line.part, layer, segment});
    return found == m_drawn.end() ? nullptr : found->second;
}

} // namespace runglass
