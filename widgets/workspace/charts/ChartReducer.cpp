// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartReducer.h"

#include "models/items/WhenAnswered.h"

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

std::shared_ptr<const DrawnLine> drawLine(std::shared_ptr<const Line> line, const Range& xRange, int pixels)
{
    const PixelColumns columns = reduce(*line, xRange, pixels);
    return std::make_shared<const DrawnLine>(
        DrawnLine{std::move(line), xRange, pixels, strokes(columns), marksOf(columns)});
}

ChartReducer::ChartReducer(QObject* parent)
    : QObject(parent)
{
}

ChartReducer::~ChartReducer()
{
    m_cancel.cancel();
}

ChartReducer::Results ChartReducer::drawAll(const std::vector<Wanted>& wanted, const Range& xRange, int pixels,
                                            const CancelToken& cancel)
{
    Results results;
    for (const Wanted& one : wanted) {
        if (cancel.isCanceled())
            return {};
        results.emplace_back(one.place, drawLine(one.line, xRange, pixels));
    }
    return results;
}

void ChartReducer::request(const std::vector<ChartLine>& lines, const Range& xRange, int pixels, Pace pace)
{
    m_lines.clear();
    for (const ChartLine& line : lines) {
        for (std::size_t i = 0; i < line.segments.size(); ++i)
            m_lines.push_back({{line.run.ref, i}, line.segments[i]});
    }
    std::map<Place, std::shared_ptr<const DrawnLine>> kept;
    for (const Wanted& line : m_lines) {
        if (auto known = m_drawn.extract(line.place); !known.empty())
            kept.insert(std::move(known));
    }
    m_drawn = std::move(kept);
    m_xRange = xRange;
    m_pixels = pixels;
    if (!m_working || pace == Pace::Cancel)
        start();
}

bool ChartReducer::isDrawn(const Wanted& wanted) const
{
    const auto found = m_drawn.find(wanted.place);
    if (found == m_drawn.end() || found->second->line != wanted.line || found->second->pixels != m_pixels)
        return false;
    const Range& drawn = found->second->xRange;
    const Range line = wanted.line->xRange();
    const auto holds = [&line](const Range& range) { return range.contains(line.lo) && range.contains(line.hi); };
    const bool isFineEnough = drawn.size() <= m_xRange.size() && drawn.size() >= m_xRange.size() / 2;
    return drawn == m_xRange || (isFineEnough && holds(drawn) && holds(m_xRange));
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
    const auto work = [wanted, xRange = m_xRange, pixels = m_pixels, cancel = m_cancel] {
        return drawAll(wanted, xRange, pixels, cancel);
    };
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

std::shared_ptr<const DrawnLine> ChartReducer::drawn(const RunRef& run, std::size_t segment) const
{
    const auto found = m_drawn.find({run, segment});
    return found == m_drawn.end() ? nullptr : found->second;
}

} // namespace runglass
