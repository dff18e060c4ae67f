// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogDocument.h"
#include "models/run/Cancel.h"

#include <optional>

namespace runglass
{

/// Lines of a document, first to last.
struct LogBlock {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool operator==(const LogBlock&) const = default;
};

/// Where a run printed a traceback: the lowest lines that end as its lines do, in their order. Others may stand between
/// them (the other stream's, what was cut out of a long one), and something before each (a logger's or launcher's
/// prefix). When only its last line is there, that one.
/// @param traceback  Run::traceback
/// @thread worker; looks at cancel between tries
std::optional<LogBlock> findTraceback(const LogDocument& document, std::string_view traceback,
                                      const CancelToken& cancel);

} // namespace runglass
