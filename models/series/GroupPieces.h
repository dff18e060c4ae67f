// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/GroupLine.h"
#include "models/series/PixelColumns.h"

#include <optional>

namespace runglass
{

/// A stretch of a run's line without gaps: x rises from point to point, y is finite.
struct GroupPiece {
    std::vector<double> x, y;
};

/// The lines of runs cut where they have gaps. Pieces of one run have no x in common.
struct GroupPieces {
    std::vector<GroupPiece> pieces;
    std::vector<StrangePoint> strange;

    void add(const LineSegments& run);
};

/// The x of the pieces, each once, rising.
/// @param oneOf  a power of two; above 1: only about one in so many, the same ones always, and the ends of pieces
std::vector<double> commonAxis(const std::vector<GroupPiece>& pieces, std::uint64_t oneOf = 1);

/// What lies straight between two points, at an x from a.x on and before b.x.
double valueBetween(const Vertex& a, const Vertex& b, double x);

/// What a run's line has at a place; nothing where its pieces have nothing. Quick: nothing is cut.
std::optional<double> valueOf(const LineSegments& run, double x);

} // namespace runglass
