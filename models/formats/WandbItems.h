// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// The items of one record, and what their views need to live. Kept from record to record, so that reading a history
/// allocates nothing.
class WandbItemList
{
public:
    void clear();

    /// Reads a HistoryItem, ConfigItem, SummaryItem or StatsItem; its views are into message. One without a value says
    /// nothing and is left out, if it needs one. Throws what protozero throws.
    void append(std::string_view message, bool needsValue);

    /// Reads the items at the beginning of fields, a message whose field 1 is an item, as far as they are written the
    /// way the SDK writes nearly all of them: a key of one component, then JSON, both short.
    /// @return what is left of fields; nothing of it has been read
    std::string_view appendPlain(std::string_view fields);

    /// Valid until clear().
    std::span<const WandbItem> items();

private:
    /// A part of a store that may still move; becomes a view when all is read.
    struct Pending {
        std::size_t item = 0;
        std::size_t start = 0;
        std::size_t length = 0;
    };

    std::vector<WandbItem> m_items;
    std::vector<std::string_view> m_components; ///< of keys with more than one
    std::vector<Pending> m_nested;
    std::string m_rendered; ///< JSON made of typed values
    std::vector<Pending> m_typed;
};

/// The items of a SummaryRecord or ConfigRecord: update=1, remove=2. Both lists are cleared first.
/// @errors Corruption: the message is no valid protobuf; the lists mean nothing then
Status readUpdate(std::string_view message, WandbItemList& updates, WandbItemList& removals);

} // namespace runglass
