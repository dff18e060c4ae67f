// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/GroupPieces.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>

namespace runglass
{

namespace
{

/// Some points of a segment, [begin, end), of which the finite ones become pieces.
void cut(const std::vector<double>& x, const std::vector<double>& y, std::size_t begin, std::size_t end,
         GroupPieces& into)
{
    GroupPiece piece;
    const auto finish = [&] {
        if (!piece.x.empty())
            into.pieces.push_back(std::move(piece));
        piece = {};
    };
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(y[i]))
            into.strange.push_back({x[i], y[i]});
        // Of several values at one x the last counts.
        if (i + 1 < end && x[i + 1] == x[i])
            continue;
        if (!std::isfinite(y[i])) {
            finish();
            continue;
        }
        if (piece.x.empty()) {
            piece.x.reserve(end - i);
            piece.y.reserve(end - i);
        }
        piece.x.push_back(x[i]);
        piece.y.push_back(y[i]);
    }
    finish();
}

bool isSame(const std::vector<double>& a, const std::vector<double>& b)
{
    return a.size() == b.size() && a.front() == b.front() && a.back() == b.back() && a == b;
}

/// In pairs, so that each number is looked at once for every doubling.
std::vector<double> merged(const std::vector<const std::vector<double>*>& different)
{
    std::vector<std::vector<double>> axes;
    for (const std::vector<double>* axis : different)
        axes.push_back(*axis);
    while (axes.size() > 1) {
        std::vector<std::vector<double>> fewer;
        for (std::size_t i = 0; i < axes.size(); i += 2) {
            if (i + 1 == axes.size()) {
                fewer.push_back(std::move(axes[i]));
                continue;
            }
            std::vector<double>& both = fewer.emplace_back();
            both.reserve(axes[i].size() + axes[i + 1].size());
            std::set_union(axes[i].begin(), axes[i].end(), axes[i + 1].begin(), axes[i + 1].end(),
                           std::back_inserter(both));
        }
        axes = std::move(fewer);
    }
    return axes.empty() ? std::vector<double>() : std::move(axes.front());
}

/// By the number itself, so that all runs that have a place have it or none has.
std::vector<double> chosen(const std::vector<const std::vector<double>*>& different, std::uint64_t oneOf)
{
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
    std::vector<double> axis;
    for (const std::vector<double>* its : different) {
        axis.push_back(its->front());
        axis.push_back(its->back());
        // 0 is −0, too.
        std::copy_if(its->begin(), its->end(), std::back_inserter(axis), [oneOf](double x) {
            return ((std::bit_cast<std::uint64_t>(x + 0.0) * spread) >> 32U) % oneOf == 0;
        });
    }
    std::sort(axis.begin(), axis.end());
    axis.erase(std::unique(axis.begin(), axis.end()), axis.end());
    return axis;
}

} // namespace

/// From the last segment to the first, since the later ones hold where they overlap.
void GroupPieces::add(const LineSegments& run)
{
    std::vector<Range> taken;
    for (std::size_t i = run.size(); i-- > 0;) {
        const Line& line = *run[i];
        if (line.size() == 0)
            continue;
        std::vector<double> x(line.size()), y(line.size());
        line.copyX(0, x);
        line.copyValues(0, y);
        // What lies before, between and behind what later segments span.
        std::sort(taken.begin(), taken.end(), [](const Range& a, const Range& b) { return a.lo < b.lo; });
        std::size_t begin = 0;
        for (const Range& range : taken) {
            const std::size_t end = std::max(begin, line.firstFrom(range.lo));
            cut(x, y, begin, end, *this);
            begin = std::max(begin, line.firstAbove(range.hi));
        }
        cut(x, y, begin, line.size(), *this);
        taken.push_back(line.xRange());
    }
}

std::vector<double> commonAxis(const std::vector<GroupPiece>& pieces, std::uint64_t oneOf)
{
    // Runs of one script mostly have points at the same places.
    std::vector<const std::vector<double>*> different;
    for (const GroupPiece& piece : pieces) {
        const auto isKnown = [&](const std::vector<double>* known) { return isSame(*known, piece.x); };
        constexpr std::ptrdiff_t looks = 8;
        const auto from = different.end() - std::min(looks, std::ssize(different));
        if (std::none_of(from, different.end(), isKnown))
            different.push_back(&piece.x);
    }
    return oneOf == 1 ? merged(different) : chosen(different, oneOf);
}

double valueBetween(const Vertex& a, const Vertex& b, double x)
{
    const double part = (x - a.x) / (b.x - a.x);
    const double rise = b.y - a.y;
    // From one end of the doubles to the other it is too large for one.
    return std::isfinite(rise) ? a.y + rise * part : a.y * (1 - part) + b.y * part;
}

std::optional<double> valueOf(const LineSegments& run, double x)
{
    std::vector<Range> taken;
    for (std::size_t i = run.size(); i-- > 0;) {
        const Line& line = *run[i];
        const Range range = line.xRange();
        const auto isTaken = [&taken](double place) {
            return std::any_of(taken.begin(), taken.end(), [place](const Range& its) { return its.contains(place); });
        };
        if (range.contains(x)) {
            const std::size_t next = line.firstAbove(x), last = next - 1;
            Vertex before{line.x(last), line.value(last)};
            if (before.x == x)
                return std::isfinite(before.y) ? std::optional(before.y) : std::nullopt;
            const Vertex behind{line.x(next), line.value(line.firstAbove(line.x(next), next) - 1)};
            const bool isBroken = isTaken(before.x) || isTaken(behind.x) ||
                                  std::any_of(taken.begin(), taken.end(),
                                              [&](const Range& its) { return its.lo > before.x && its.hi < behind.x; });
            const bool isFinite = std::isfinite(before.y) && std::isfinite(behind.y);
            return isFinite && !isBroken ? std::optional(valueBetween(before, behind, x)) : std::nullopt;
        }
        taken.push_back(range);
    }
    return std::nullopt;
}

} // namespace runglass
