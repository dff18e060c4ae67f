// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/expression/FilterKeywords.h"

#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// A piece of a filter's text.
struct FilterToken {
    enum class Kind {
        Word,      ///< a name, number, time, keyword …
        Text,      ///< in quotes; text is what is between them
        Operator,  ///< = ≠ < ≤ > ≥: op says which
        Open,      ///< (
        Close,     ///< )
        ListOpen,  ///< [ as Python writes lists
        ListClose, ///< ]
        Comma,     ///< ,
        And,       ///< &&
        Or,        ///< | or ||
        Not,       ///< !
        Unclosed,  ///< a quote or backtick that is not closed; text is what follows it
        Stray,     ///< a character that has no place outside quotes
        End,
    };
    /// A part of a word between dots.
    struct Component {
        std::string text;
        bool quoted = false; ///< was in backticks
    };

    Kind kind = Kind::End;
    FilterSpan span;
    std::string text;                            ///< a word as written; a text without its quotes
    FilterOperator op = FilterOperator::Equal;   ///< of an Operator
    FilterKeyword keyword = FilterKeyword::None; ///< of a Word
    std::vector<Component> components;           ///< of a Word, one or more
    std::size_t byte = 0;                        ///< where it begins in the text
    std::size_t byteLength = 0;

    bool hasBackticks() const;
};

/// Cuts a filter's text into tokens; the last is End. Bytes that are no UTF-8 count as a character each.
std::vector<FilterToken> lexFilter(std::string_view text);

/// Characters (code points) of a text, counted as lexFilter() counts them.
std::size_t characterCount(std::string_view text);
/// The byte at which a character begins; the text's size when it has fewer.
std::size_t byteOfCharacter(std::string_view text, std::size_t character);

} // namespace runglass
