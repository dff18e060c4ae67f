// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <string>
#include <string_view>

namespace runglass
{

/// A table as bytes, for a cache beside an index: opening 10,000 runs takes a few milliseconds from them, and a third
/// of a second from the runs' documents. For this computer and this version of the program only; nothing durable.
std::string toBytes(const RunTable& table);

/// The table again, its runs under the given source. Null when the bytes are another version's or not what toBytes()
/// makes: every length and reference is checked, but damage that only changes a value is not seen, so that the reader
/// should guard the bytes with a checksum.
std::shared_ptr<const RunTable> tableFromBytes(std::string_view bytes, SourceId source);

} // namespace runglass
