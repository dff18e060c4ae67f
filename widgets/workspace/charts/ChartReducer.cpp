// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartReducer.h"

#include "models/items/WhenAnswered.h"

#include <QtConcurrent>

#include <array>

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

using Drawn = std::vector<std::shared_ptr<const DrawnLine>>;

Drawn drawAll(const std::vector<std::shared_ptr<const Line>>& lines, const Range& xRange, int pixels,
              const CancelToken& cancel)
{
    Drawn result;
    for (const auto& line : lines) {
        if (cancel.isCanceled())
            return {};
        result.push_back(drawLine(line, xRange, pixels));
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

void ChartReducer::request(const std::vector<std::shared_ptr<const Line>>& lines, const Range& xRange, int pixels)
{
    m_cancel.cancel();
    m_cancel = {};
    const unsigned generation = ++m_generation;
    std::map<const Line*, std::shared_ptr<const DrawnLine>> kept;
    std::vector<std::shared_ptr<const Line>> wanted;
    for (const auto& line : lines) {
        const auto known = drawn(line.get());
        if (known)
            kept[line.get()] = known;
        if (!known || known->xRange != xRange || known->pixels != pixels)
            wanted.push_back(line);
    }
    m_drawn = std::move(kept);
    m_working = !wanted.empty();
    if (!m_working)
        return;
    const QFuture<Drawn> drawing = QtConcurrent::run(
        [wanted, xRange, pixels, cancel = m_cancel] { return drawAll(wanted, xRange, pixels, cancel); });
    const auto take = [this, generation](const Drawn& result) {
        if (generation != m_generation)
            return;
        for (const auto& line : result)
            m_drawn[line->line.get()] = line;
        m_working = false;
        emit done();
    };
    whenAnswered(this, drawing, take, [] {});
}

std::shared_ptr<const DrawnLine> ChartReducer::drawn(const Line* line) const
{
    const auto found = m_drawn.find(line);
    return found == m_drawn.end() ? nullptr : found->second;
}

} // namespace runglass
