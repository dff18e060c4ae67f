// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogDocument.h"
#include "models/run/Cancel.h"

namespace runglass
{

struct LogQuery {
    QString text;
    bool matchCase = false;
    bool isRegex = false;

    bool operator==(const LogQuery&) const = default;
};

struct LogMatch {
    std::uint32_t line = 0; ///< of the document
    qsizetype start = 0;    ///< in UTF-16 units
    qsizetype length = 0;

    bool operator==(const LogMatch&) const = default;
};

struct LogMatches {
    std::vector<LogMatch> matches; ///< in order of lines, of each its matches from left to right
    bool isCut = false;            ///< there are more than kMaxLogMatches
    QString error;                 ///< why the expression is none; empty when it is one
};

inline constexpr std::size_t kMaxLogMatches = 100'000;

/// Finds text in these lines of a document. An empty query matches nothing; empty matches are left out.
/// @thread worker; looks at cancel between lines
LogMatches findInLog(const LogDocument& document, const std::vector<std::uint32_t>& lines, const LogQuery& query,
                     const CancelToken& cancel);

} // namespace runglass
