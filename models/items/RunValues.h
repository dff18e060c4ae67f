// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/table/RunTable.h"

#include <string>
#include <vector>

namespace runglass
{

/// A value that runs have in a field, or a tag, and on how many of them it is.
struct RunValue {
    std::string value;
    int chosen = 0; ///< of the runs that are asked about
    int all = 0;    ///< of the table

    bool operator==(const RunValue&) const = default;
};

/// The values of a field of texts, or of the tags, over a table: those of the chosen runs first, each part in natural
/// order. Empty ones are left out. Any thread.
/// @param chosen  rows of the table
std::vector<RunValue> runValues(const RunTable& table, Field field, const std::vector<std::uint32_t>& chosen,
                                const CancelToken& cancel);

} // namespace runglass
