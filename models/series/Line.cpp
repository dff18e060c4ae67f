// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Line.h"

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

PackedNumbers::Type typeOf(SeriesKind kind)
{
    const bool isWhole = kind == SeriesKind::Integer || kind == SeriesKind::Bool;
    return isWhole ? PackedNumbers::Type::Integer : PackedNumbers::Type::Double;
}

double toNumber(const Value& value)
{
    return value.kind() == Value::Kind::Bool ? (value.toBool() ? 1.0 : 0.0) : value.toDouble();
}

void append(Pyramid& pyramid, const std::vector<std::int64_t>& values)
{
    pyramid.append(std::span(values));
}

void append(Pyramid& pyramid, const std::vector<double>& values)
{
    pyramid.append(std::span(values));
}

void append(Pyramid& pyramid, const std::vector<std::uint8_t>& values)
{
    append(pyramid, std::vector<std::int64_t>(values.begin(), values.end()));
}

void append(Pyramid& pyramid, const std::vector<Value>& values)
{
    std::vector<double> numbers(values.size());
    std::transform(values.begin(), values.end(), numbers.begin(), toNumber);
    append(pyramid, numbers);
}

/// Points of numbers to a column or pyramid of the same type.
template <typename Into>
void appendChosen(Into& into, const PackedNumbers& numbers, std::span<const std::size_t> points)
{
    const auto appendAll = [&](auto number) {
        std::vector<decltype(number(0))> chosen(points.size());
        std::transform(points.begin(), points.end(), chosen.begin(), number);
        into.append(std::span(std::as_const(chosen)));
    };
    if (numbers.type() == PackedNumbers::Type::Integer)
        appendAll([&](std::size_t i) { return numbers.integer(i); });
    else
        appendAll([&](std::size_t i) { return numbers[i]; });
}

} // namespace

void LineRows::append(std::span<const std::int64_t> steps, std::span<const double> times)
{
    step.append(steps);
    time.append(times);
}

Line::Line(SeriesId id, SeriesKind kind)
    : m_id(std::move(id))
    , m_kind(kind)
    , m_pyramid(typeOf(kind))
{
}

Line::Line(const Series& series)
    : Line(series.id, series.kind())
{
    LineRows rows;
    rows.append(series.step, series.time);
    append(rows, series.values);
}

Line::Line(const std::vector<double>& x, const std::vector<double>& values)
{
    m_rows.step = PackedNumbers(PackedNumbers::Type::Double);
    m_rows.step.append(std::span(x));
    m_pyramid.append(std::span(values));
}

void Line::append(const LineRows& rows, const SeriesValues& values)
{
    m_rows = rows;
    std::visit([this](const auto& all) { runglass::append(m_pyramid, all); }, values);
}

Line Line::over(std::span<const double> x) const
{
    Line result = *this;
    result.m_x.emplace();
    result.m_x->append(x);
    return result;
}

Line Line::over(const Line& before, std::span<const double> x) const
{
    Line result = *this;
    result.m_x = before.m_x;
    result.m_x->append(x);
    return result;
}

bool Line::continues(const Line& before) const
{
    return m_id == before.m_id && m_kind == before.m_kind && m_rows.step.continues(before.m_rows.step) &&
           m_rows.time.continues(before.m_rows.time) && m_pyramid.values().continues(before.m_pyramid.values());
}

Line Line::over(std::span<const std::size_t> points, std::span<const double> x) const
{
    Line result(m_id, m_kind);
    result.m_rows.step = PackedNumbers(m_rows.step.type());
    appendChosen(result.m_rows.step, m_rows.step, points);
    if (!m_rows.time.empty())
        appendChosen(result.m_rows.time, m_rows.time, points);
    appendChosen(result.m_pyramid, m_pyramid.values(), points);
    result.m_x.emplace();
    result.m_x->append(x);
    return result;
}

Line Line::with(std::span<const double> values) const
{
    return with([values](std::size_t begin, std::span<double> piece) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(begin), piece.size(), piece.begin());
    });
}

Line Line::with(const std::function<void(std::size_t begin, std::span<double> piece)>& values) const
{
    Line result = *this;
    result.m_kind = SeriesKind::Double;
    result.m_pyramid = Pyramid();
    result.m_pyramid.reserve(size());
    std::array<double, PackedNumbers::kBlock> room{};
    for (std::size_t begin = 0; begin < size(); begin += room.size()) {
        const auto piece = std::span(room).first(std::min(room.size(), size() - begin));
        values(begin, piece);
        result.m_pyramid.append(std::span<const double>(piece));
    }
    return result;
}

double Line::time(std::size_t i) const
{
    return i < m_rows.time.size() ? m_rows.time[i] : std::numeric_limits<double>::quiet_NaN();
}

Range Line::xRange() const
{
    return size() == 0 ? Range{} : Range{x(0), x(size() - 1)};
}

Range Line::valueRange(const Range& xRange) const
{
    const std::size_t begin = firstFrom(xRange.lo);
    return extent(begin, firstAbove(xRange.hi, begin)).range();
}

std::size_t Line::firstFrom(double x, std::size_t from) const
{
    return partition(from, size(), [x](double other) { return other < x; });
}

std::size_t Line::firstAbove(double x, std::size_t from) const
{
    return partition(from, size(), [x](double other) { return other <= x; });
}

std::optional<std::size_t> Line::nearest(double place) const
{
    if (size() == 0)
        return std::nullopt;
    const std::size_t after = firstAbove(place);
    if (after == 0)
        return firstAbove(x(0)) - 1;
    if (after == size() || place - x(after - 1) <= x(after) - place)
        return after - 1;
    return firstAbove(x(after), after) - 1;
}

} // namespace runglass
