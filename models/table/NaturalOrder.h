// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <memory>
#include <string>
#include <string_view>

namespace runglass
{

/// The order of texts as people expect it: without regard to case first, numbers in them by their size. The same in
/// every language, so that two people see the same order.
/// @thread any one at a time
class NaturalOrder
{
public:
    NaturalOrder();
    ~NaturalOrder();
    NaturalOrder(const NaturalOrder&) = delete;
    NaturalOrder& operator=(const NaturalOrder&) = delete;

    /// Bytes whose order is the order of the texts; of different texts they differ.
    std::string key(std::string_view text) const;
    /// The same for any values: booleans, numbers, texts, lists (element by element), objects. Numbers that are equal
    /// have the same key. The end of very long values is passed over.
    std::string key(const Value& value) const;

private:
    void append(std::string& key, std::string_view text) const;
    void append(std::string& key, const Value& value) const;

    struct Collator;
    std::unique_ptr<Collator> m_collator;
};

/// What the number that value holds lies above its double: not 0 only for integers beyond 2^53.
std::int64_t offsetFromDouble(std::int64_t exact);

} // namespace runglass
