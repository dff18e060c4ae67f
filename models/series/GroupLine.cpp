// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/GroupLine.h"

#include "models/series/GroupPieces.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Places that are summed up together: what is in hand stays near.
constexpr std::size_t kBlock = 1024;

/// A piece with its place on the axis of the group, and how far it was followed.
struct Track {
    const GroupPiece* piece = nullptr;
    std::size_t begin = 0, end = 0; ///< places of the axis it spans
    std::size_t at = 0;             ///< point of the piece
};

/// What one run has in a block: values of the places [begin, end) of it.
struct Row {
    std::size_t begin = 0, end = 0;
    std::vector<double> values = std::vector<double>(kBlock);
};

void fill(Row& row, Track& track, std::span<const double> axis, std::size_t block)
{
    row.begin = std::max(track.begin, block) - block;
    row.end = std::min(track.end, block + kBlock) - block;
    const GroupPiece& piece = *track.piece;
    for (std::size_t k = row.begin; k < row.end; ++k) {
        const double x = axis[block + k];
        while (track.at + 1 < piece.x.size() && piece.x[track.at + 1] <= x)
            ++track.at;
        const Vertex point{piece.x[track.at], piece.y[track.at]};
        row.values[k] = point.x == x ? point.y : valueBetween(point, {piece.x[track.at + 1], piece.y[track.at + 1]}, x);
    }
}

/// Sums up the rows of a block, place by place.
class Block
{
public:
    Block(std::span<const Row> rows, std::size_t size)
        : m_rows(rows)
        , m_size(size)
        , m_counts(size)
    {
        for (const Row& row : m_rows)
            for (std::size_t k = row.begin; k < row.end; ++k)
                ++m_counts[k];
    }

    const std::vector<std::uint32_t>& counts() const { return m_counts; }

    std::vector<double> min() const
    {
        return reduced(std::numeric_limits<double>::infinity(), [](double a, double b) { return b < a ? b : a; });
    }
    std::vector<double> max() const
    {
        return reduced(-std::numeric_limits<double>::infinity(), [](double a, double b) { return b > a ? b : a; });
    }
    /// Summed up twice: the second time what the first left over by rounding.
    std::vector<double> mean() const
    {
        std::vector<double> means = reduced(0, [](double a, double b) { return a + b; });
        for (std::size_t k = 0; k < m_size; ++k)
            means[k] = std::isfinite(means[k]) ? means[k] / m_counts[k] : scaledMean(k);
        std::vector<double> rest(m_size);
        for (const Row& row : m_rows)
            for (std::size_t k = row.begin; k < row.end; ++k)
                rest[k] += row.values[k] - means[k];
        for (std::size_t k = 0; k < m_size; ++k)
            means[k] += std::isfinite(rest[k]) ? rest[k] / m_counts[k] : 0;
        return means;
    }
    std::vector<double> stdDev(const std::vector<double>& means) const
    {
        std::vector<double> result(m_size);
        for (const Row& row : m_rows)
            for (std::size_t k = row.begin; k < row.end; ++k)
                result[k] += (row.values[k] - means[k]) * (row.values[k] - means[k]);
        for (std::size_t k = 0; k < m_size; ++k)
            result[k] = m_counts[k] > 1 ? std::sqrt(result[k] / (m_counts[k] - 1)) : kNaN;
        return result;
    }
    std::vector<double> median() const
    {
        std::vector<double> result(m_size), values;
        for (std::size_t k = 0; k < m_size; ++k) {
            valuesAt(k, values);
            const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
            std::nth_element(values.begin(), middle, values.end());
            result[k] = *middle;
            // Halved, so that the sum of the largest is no infinity.
            if (values.size() % 2 == 0)
                result[k] = *middle / 2 + *std::max_element(values.begin(), middle) / 2;
        }
        return result;
    }

private:
    template <typename Step> std::vector<double> reduced(double first, const Step& step) const
    {
        std::vector<double> result(m_size, first);
        for (const Row& row : m_rows)
            for (std::size_t k = row.begin; k < row.end; ++k)
                result[k] = step(result[k], row.values[k]);
        return result;
    }
    void valuesAt(std::size_t k, std::vector<double>& values) const
    {
        values.clear();
        for (const Row& row : m_rows)
            if (k >= row.begin && k < row.end)
                values.push_back(row.values[k]);
    }
    /// Where the sum of the values is too large for a double.
    double scaledMean(std::size_t k) const
    {
        double mean = 0;
        for (const Row& row : m_rows)
            if (k >= row.begin && k < row.end)
                mean += row.values[k] / m_counts[k];
        return mean;
    }

    std::span<const Row> m_rows;
    std::size_t m_size;
    std::vector<std::uint32_t> m_counts;
};

/// What comes out, place by place.
struct Outcome {
    std::vector<double> line, lower, upper;
    std::vector<std::uint32_t> counts;

    void add(const Block& block, Aggregate aggregate, Band band);
};

void append(std::vector<double>& into, const std::vector<double>& values)
{
    into.insert(into.end(), values.begin(), values.end());
}

void Outcome::add(const Block& block, Aggregate aggregate, Band band)
{
    counts.insert(counts.end(), block.counts().begin(), block.counts().end());
    const bool isDeviation = band == Band::StdDev || band == Band::StdErr;
    const std::vector<double> means =
        isDeviation || aggregate == Aggregate::Mean ? block.mean() : std::vector<double>();
    const std::vector<double> least =
        band == Band::MinMax || aggregate == Aggregate::Min ? block.min() : std::vector<double>();
    const std::vector<double> most =
        band == Band::MinMax || aggregate == Aggregate::Max ? block.max() : std::vector<double>();
    switch (aggregate) {
    case Aggregate::Mean:
        append(line, means);
        break;
    case Aggregate::Min:
        append(line, least);
        break;
    case Aggregate::Max:
        append(line, most);
        break;
    case Aggregate::Median:
        append(line, block.median());
        break;
    }
    if (band == Band::MinMax) {
        append(lower, least);
        append(upper, most);
    }
    if (!isDeviation)
        return;
    const std::vector<double> deviations = block.stdDev(means);
    for (std::size_t k = 0; k < deviations.size(); ++k) {
        const double half = band == Band::StdDev ? deviations[k] : deviations[k] / std::sqrt(block.counts()[k]);
        lower.push_back(means[k] - half);
        upper.push_back(means[k] + half);
    }
}

std::vector<Track> tracksOf(const std::vector<GroupPiece>& pieces, const std::vector<double>& axis)
{
    std::vector<Track> tracks;
    const auto placeOf = [&axis](double x) {
        return static_cast<std::size_t>(std::lower_bound(axis.begin(), axis.end(), x) - axis.begin());
    };
    for (const GroupPiece& piece : pieces)
        tracks.push_back({&piece, placeOf(piece.x.front()), placeOf(piece.x.back()) + 1, 0});
    std::sort(tracks.begin(), tracks.end(), [](const Track& a, const Track& b) { return a.begin < b.begin; });
    return tracks;
}

/// Goes along the axis block by block; only pieces that reach into a block are looked at.
bool sumUp(const std::vector<GroupPiece>& pieces, const std::vector<double>& axis, Aggregate aggregate, Band band,
           Outcome& outcome, const CancelToken& cancel)
{
    std::vector<Track> tracks = tracksOf(pieces, axis);
    std::vector<Track*> open;
    std::vector<Row> rows;
    std::size_t next = 0;
    for (std::size_t block = 0; block < axis.size(); block += kBlock) {
        if (cancel.isCanceled())
            return false;
        std::erase_if(open, [block](const Track* track) { return track->end <= block; });
        for (; next < tracks.size() && tracks[next].begin < block + kBlock; ++next)
            open.push_back(&tracks[next]);
        rows.resize(std::max(rows.size(), open.size()));
        for (std::size_t i = 0; i < open.size(); ++i)
            fill(rows[i], *open[i], axis, block);
        const std::size_t size = std::min(kBlock, axis.size() - block);
        outcome.add(Block(std::span(rows).first(open.size()), size), aggregate, band);
    }
    return true;
}

/// One order for all that say the same: by x, then NaN, −Infinity, +Infinity.
void sortStrange(std::vector<StrangePoint>& points)
{
    const auto rank = [](double value) { return std::isnan(value) ? 0 : value < 0 ? 1 : 2; };
    std::sort(points.begin(), points.end(), [rank](const StrangePoint& a, const StrangePoint& b) {
        return a.x != b.x ? a.x < b.x : rank(a.value) < rank(b.value);
    });
    points.erase(std::unique(points.begin(), points.end()), points.end());
}

} // namespace

bool StrangePoint::operator==(const StrangePoint& other) const
{
    return x == other.x && (value == other.value || (std::isnan(value) && std::isnan(other.value)));
}

GroupLine groupLine(const std::vector<LineSegments>& runs, Aggregate aggregate, Band band, const CancelToken& cancel)
{
    GroupPieces pieces;
    for (const LineSegments& run : runs) {
        if (cancel.isCanceled())
            return {};
        pieces.add(run);
    }
    GroupLine result;
    result.strange = std::move(pieces.strange);
    sortStrange(result.strange);
    const std::vector<double> axis = commonAxis(pieces.pieces);
    Outcome outcome;
    if (axis.empty() || !sumUp(pieces.pieces, axis, aggregate, band, outcome, cancel))
        return axis.empty() ? result : GroupLine();
    const auto lineOf = [&axis](const std::vector<double>& values) {
        return std::make_shared<const Line>(axis, values);
    };
    result.line = lineOf(outcome.line);
    result.counts = std::move(outcome.counts);
    if (band != Band::None) {
        result.lower = lineOf(outcome.lower);
        result.upper = lineOf(outcome.upper);
    }
    return result;
}

GroupStats groupStats(const std::vector<LineSegments>& runs, double x)
{
    std::vector<Row> rows;
    for (const LineSegments& run : runs) {
        const std::optional<double> value = valueOf(run, x);
        if (!value)
            continue;
        rows.push_back({0, 1});
        rows.back().values[0] = *value;
    }
    GroupStats stats{static_cast<std::uint32_t>(rows.size()), kNaN, kNaN, kNaN, kNaN, kNaN, kNaN};
    if (rows.empty())
        return stats;
    const Block block(rows, 1);
    const std::vector<double> mean = block.mean();
    stats.mean = mean[0];
    stats.median = block.median()[0];
    stats.min = block.min()[0];
    stats.max = block.max()[0];
    stats.stdDev = block.stdDev(mean)[0];
    stats.stdErr = stats.stdDev / std::sqrt(stats.count);
    return stats;
}

} // namespace runglass
