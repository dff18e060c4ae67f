// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/series/Pyramid.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace runglass
{

/// The rows (step, time) of series that were logged together. Appended to as they go on; copies as GrowingArray.
struct LineRows {
    PackedNumbers step{PackedNumbers::Type::Integer};
    PackedNumbers time; ///< seconds since 1970 UTC, NaN where none was recorded; may be empty

    void append(std::span<const std::int64_t> steps, std::span<const double> times);
    std::size_t size() const { return step.size(); }
    std::size_t bytes() const { return step.bytes() + time.bytes(); }
};

/// One stroke of a chart: a segment's series over its steps or another axis, ready to be reduced to pixels. About 8
/// bytes a value and, shared by all series of the same rows, 4 a row; less where numbers are regular (see
/// PackedNumbers). More points may be appended to a copy, which costs what is new.
/// @thread as GrowingArray
class Line
{
public:
    Line() = default;
    /// Without points, to be appended to.
    Line(SeriesId id, SeriesKind kind);
    /// Over the steps of the series.
    explicit Line(const Series& series);
    /// Over any axis; x must be non-decreasing and as long as values.
    Line(const std::vector<double>& x, const std::vector<double>& values);

    /// The same points over another axis, each with its step and time. Nothing can be appended to what comes of it.
    /// @param x  of each point, non-decreasing
    Line over(std::span<const double> x) const;
    /// As over() of all points, where before is what it gave when the line had fewer: costs what is new.
    /// @param x  of the points behind those of before; must not lie below its last
    Line over(const Line& before, std::span<const double> x) const;
    /// Whether it has the points of before, over whatever axis, and more behind them or none. False where that cannot
    /// be told by what they share.
    bool continues(const Line& before) const;
    /// Some of the points, over another axis.
    /// @param points  which, in the order of the axis
    /// @param x       of each of those, non-decreasing
    Line over(std::span<const std::size_t> points, std::span<const double> x) const;
    /// Other values at the same points.
    Line with(std::span<const double> values) const;
    /// The same, of values that are asked for piece by piece, in order.
    /// @param values  fills a piece from the point on that it is told
    Line with(const std::function<void(std::size_t begin, std::span<double> piece)>& values) const;

    /// @param rows    hold the rows of all points, those from before first; may be longer
    /// @param values  of the line's kind; what is no number counts as NaN
    void append(const LineRows& rows, const SeriesValues& values);

    const SeriesId& id() const { return m_id; }
    SeriesKind kind() const { return m_kind; }
    std::size_t size() const { return m_pyramid.size(); }
    double x(std::size_t i) const { return m_x ? (*m_x)[i] : m_rows.step[i]; }
    double value(std::size_t i) const { return m_pyramid.values()[i]; }
    double lastValue() const { return value(size() - 1); }
    /// NaN where none is known.
    double time(std::size_t i) const;
    /// x and values are whole numbers, which step and integer give exactly.
    bool hasSteps() const { return !m_x && isLogged(); }
    bool hasIntegers() const { return m_pyramid.values().type() == PackedNumbers::Type::Integer; }
    /// It was made of a series: step gives the step of each point, whatever the axis.
    bool isLogged() const { return m_rows.step.type() == PackedNumbers::Type::Integer; }
    std::int64_t step(std::size_t i) const { return m_rows.step.integer(i); }
    std::int64_t integer(std::size_t i) const { return m_pyramid.values().integer(i); }

    /// Of points [begin, begin + out.size()).
    void copyX(std::size_t begin, std::span<double> out) const { (m_x ? *m_x : m_rows.step).copy(begin, out); }
    void copyValues(std::size_t begin, std::span<double> out) const { m_pyramid.values().copy(begin, out); }

    /// How far points [begin, begin + count) are from each other on the x axis, where that is the same and can be told
    /// without looking at them.
    std::optional<double> evenStep(std::size_t begin, std::size_t count) const
    {
        return (m_x ? *m_x : m_rows.step).evenStep(begin, count);
    }

    /// From the first to the last point's x, whatever their values.
    Range xRange() const;
    /// Of the points [begin, end); of all.
    Extent extent(std::size_t begin, std::size_t end) const { return m_pyramid.extent(begin, end); }
    Extent extent() const { return m_pyramid.extent(); }
    /// Extremes of the finite values of the points inside xRange.
    Range valueRange(const Range& xRange) const;
    /// The point nearest to a place on the x axis; nothing when the line is empty. Of several there the last.
    std::optional<std::size_t> nearest(double place) const;
    /// The first point from `from` on whose x is not below, or is above, x; size() when there is none.
    std::size_t firstFrom(double x, std::size_t from = 0) const;
    std::size_t firstAbove(double x, std::size_t from = 0) const;
    /// The first point of [from, to) for whose x isBefore is false, to when there is none; it must be true up to there
    /// and false from there on. Quick when that is not far.
    template <typename Test> std::size_t partition(std::size_t from, std::size_t to, const Test& isBefore) const;

    /// Of the memory that this line keeps alive without its rows.
    std::size_t bytes() const { return sizeof(Line) + m_pyramid.bytes() + (m_x ? m_x->bytes() : 0); }

private:
    SeriesId m_id;
    SeriesKind m_kind = SeriesKind::Double;
    LineRows m_rows;                  ///< at least as many as there are values
    std::optional<PackedNumbers> m_x; ///< unset: the step
    Pyramid m_pyramid;
};

template <typename Test> std::size_t Line::partition(std::size_t from, std::size_t to, const Test& isBefore) const
{
    std::size_t stride = 1;
    while (to - from > stride && isBefore(x(from + stride))) {
        from += stride;
        stride *= 2;
    }
    to = std::min(to, from + stride);
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        if (isBefore(x(middle)))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

} // namespace runglass
