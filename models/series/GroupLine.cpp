// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/GroupLine.h"

#include "models/series/GroupPieces.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Places that are summed up together: what is in hand stays near.
constexpr std::size_t kBlock = 512;

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

/// Stretch by stretch between two points of the piece, in each of which values rise evenly.
void fill(Row& row, Track& track, std::span<const double> axis, std::size_t block)
{
    row.begin = std::max(track.begin, block) - block;
    row.end = std::min(track.end, block + kBlock) - block;
    const std::vector<double>&x = track.piece->x, &y = track.piece->y;
    const double* places = axis.data() + block;
    double* values = row.values.data();
    for (std::size_t k = row.begin; k < row.end;) {
        while (track.at + 1 < x.size() && x[track.at + 1] <= places[k])
            ++track.at;
        const double from = x[track.at], value = y[track.at];
        if (from == places[k] || track.at + 1 == x.size()) {
            values[k++] = value;
            continue;
        }
        const double to = x[track.at + 1];
        std::size_t next = k + 1;
        while (next < row.end && places[next] < to)
            ++next;
        const double slope = (y[track.at + 1] - value) / (to - from);
        if (std::isfinite(slope)) {
            for (; k < next; ++k)
                values[k] = value + (places[k] - from) * slope;
        } else {
            for (; k < next; ++k)
                values[k] = valueBetween({from, value}, {to, y[track.at + 1]}, places[k]);
        }
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
    std::vector<double> mean() const
    {
        std::vector<double> means = reduced(0, [](double a, double b) { return a + b; });
        for (std::size_t k = 0; k < m_size; ++k)
            means[k] = std::isfinite(means[k]) ? means[k] / m_counts[k] : scaledMean(k);
        return means;
    }
    std::vector<double> stdDev(const std::vector<double>& means) const
    {
        std::vector<double> result(m_size);
        double* sums = result.data();
        for (const Row& row : m_rows) {
            const double* values = row.values.data();
            for (std::size_t k = row.begin; k < row.end; ++k)
                sums[k] += (values[k] - means[k]) * (values[k] - means[k]);
        }
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
        double* into = result.data();
        for (const Row& row : m_rows) {
            const double* values = row.values.data();
            for (std::size_t k = row.begin; k < row.end; ++k)
                into[k] = step(into[k], values[k]);
        }
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
    /// Where the axis lacks places: no point is left out of what is least and greatest.
    void include(const std::vector<GroupPiece>& pieces, const std::vector<double>& axis, Aggregate aggregate,
                 Band band);
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
    for (const GroupPiece& piece : pieces) {
        const auto begin = std::lower_bound(axis.begin(), axis.end(), piece.x.front());
        const auto end = std::upper_bound(begin, axis.end(), piece.x.back());
        if (begin != end)
            tracks.push_back({&piece, static_cast<std::size_t>(begin - axis.begin()),
                              static_cast<std::size_t>(end - axis.begin()), 0});
    }
    std::sort(tracks.begin(), tracks.end(), [](const Track& a, const Track& b) { return a.begin < b.begin; });
    return tracks;
}

std::size_t valueCount(const std::vector<Track>& tracks)
{
    std::size_t count = 0;
    for (const Track& track : tracks)
        count += track.end - track.begin;
    return count;
}

struct Axis {
    std::vector<double> places;
    bool isWhole = true; ///< it has all x of the pieces
};

/// All x, or as many as can be worked out in good time.
Axis axisOf(const std::vector<GroupPiece>& pieces, std::size_t mostValues)
{
    std::size_t points = 0;
    for (const GroupPiece& piece : pieces)
        points += piece.x.size();
    if (points <= mostValues / std::max<std::size_t>(pieces.size(), 1))
        return {commonAxis(pieces), true};
    constexpr std::uint64_t sample = 64;
    const std::vector<double> some = commonAxis(pieces, sample);
    const std::size_t values = valueCount(tracksOf(pieces, some)) * sample;
    if (values <= mostValues)
        return {commonAxis(pieces), true};
    return {commonAxis(pieces, std::bit_ceil(values / mostValues + 1)), false};
}

/// Lets ends hold the points between a place of the axis and the next, too.
void includePoints(const std::vector<GroupPiece>& pieces, const std::vector<double>& axis, std::vector<double>& values,
                   bool isLower)
{
    for (const GroupPiece& piece : pieces) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < piece.x.size(); ++i) {
            if (i == 0)
                at =
                    static_cast<std::size_t>(std::upper_bound(axis.begin(), axis.end(), piece.x[0]) - axis.begin()) - 1;
            while (at + 1 < axis.size() && axis[at + 1] <= piece.x[i])
                ++at;
            values[at] = isLower ? std::min(values[at], piece.y[i]) : std::max(values[at], piece.y[i]);
        }
    }
}

/// Goes along the axis block by block; only pieces that reach into a block are looked at.
bool sumUp(std::vector<Track> tracks, const std::vector<double>& axis, Aggregate aggregate, Band band, Outcome& outcome,
           const CancelToken& cancel)
{
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

void Outcome::include(const std::vector<GroupPiece>& pieces, const std::vector<double>& axis, Aggregate aggregate,
                      Band band)
{
    if (aggregate == Aggregate::Min || aggregate == Aggregate::Max)
        includePoints(pieces, axis, line, aggregate == Aggregate::Min);
    if (band != Band::MinMax)
        return;
    includePoints(pieces, axis, lower, true);
    includePoints(pieces, axis, upper, false);
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

GroupLine groupLine(const std::vector<LineSegments>& runs, Aggregate aggregate, Band band, const CancelToken& cancel,
                    std::size_t mostValues)
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
    const auto [axis, isWhole] = axisOf(pieces.pieces, mostValues);
    if (axis.empty())
        return result;
    Outcome outcome;
    if (!sumUp(tracksOf(pieces.pieces, axis), axis, aggregate, band, outcome, cancel))
        return {};
    if (!isWhole)
        outcome.include(pieces.pieces, axis, aggregate, band);
    const auto lineOf = [&places = axis](const std::vector<double>& values) {
        return std::make_shared<const Line>(places, values);
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
