// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/logs/LogView.h"

#include <algorithm>

namespace runglass
{

/// Where the parts of a row lie, in pixels from the viewport's left.
struct LogView::Geometry {
    int numberRight = 0;
    int barLeft = 0;
    int timeLeft = 0;
    int textLeft = 0;
    int columns = 1; ///< cells of text in view
};

struct LogView::Line {
    QString text;
    std::vector<std::uint32_t> columns; ///< as columnsOf; empty where unit i is in column i
    std::vector<LogSpan> spans;

    std::uint32_t columnOf(qsizetype unit) const
    {
        const qsizetype bounded = std::clamp<qsizetype>(unit, 0, text.size());
        return columns.empty() ? static_cast<std::uint32_t>(bounded) : columns[static_cast<std::size_t>(bounded)];
    }
    /// The unit that begins at or before a column; the line's end behind it.
    qsizetype unitAt(std::uint32_t column) const
    {
        if (columns.empty())
            return std::min<qsizetype>(column, text.size());
        const auto found = std::upper_bound(columns.begin(), columns.end(), column);
        qsizetype unit = std::distance(columns.begin(), found) - 1;
        // Neither between the halves of a surrogate pair nor before a mark that stands on the character before.
        while (unit > 0 && unit < text.size() &&
               (text[unit].isLowSurrogate() ||
                columns[static_cast<std::size_t>(unit)] == columns[static_cast<std::size_t>(unit) - 1]))
            --unit;
        return std::clamp<qsizetype>(unit, 0, text.size());
    }
};

} // namespace runglass
