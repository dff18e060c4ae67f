// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreWriter.h"
#include "models/table/RunTable.h"

#include <optional>
#include <string>

namespace runglass
{

/// The table of one source as it was once shown, in a file beside the source's index, so that opening it again need not
/// read every run's document. A cache of a cache: what has changed in the index since comes from there, and without the
/// file everything does.
struct CachedTable {
    std::shared_ptr<const RunTable> table;
    std::uint64_t sequence = 0; ///< of the index's changes that are in the table
};

/// Where the table of an index lies. Empty for an index in memory.
std::string tableFileOf(const StoreLocation& index);
/// Nothing when there is none, or none that this version wrote and that is whole.
std::optional<CachedTable> readTable(const std::string& file, SourceId source);
/// Puts it in place of what was there, or fails silently: it can be done without.
void writeTable(const std::string& file, const CachedTable& cached);

} // namespace runglass
