// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterWords.h"

#include "models/expression/FilterLexer.h"

#include <optional>

namespace runglass
{

namespace
{

using Kind = FilterToken::Kind;

std::optional<FilterWord::Kind> kindOf(const FilterToken& token)
{
    switch (token.kind) {
    case Kind::Word:
        return token.keyword != FilterKeyword::None ? std::optional(FilterWord::Kind::Keyword) : std::nullopt;
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
        return FilterWord::Kind::Keyword;
    case Kind::Operator:
        return FilterWord::Kind::Operator;
    case Kind::Text:
        return FilterWord::Kind::Text;
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<FilterWord> filterWords(std::string_view text)
{
    std::vector<FilterWord> words;
    for (const FilterToken& token : lexFilter(text)) {
        if (const std::optional<FilterWord::Kind> kind = kindOf(token))
            words.push_back({*kind, token.span});
    }
    return words;
}

} // namespace runglass
