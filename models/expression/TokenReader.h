// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/FilterLexer.h"
#include "models/expression/FilterParser.h"

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// Goes over the tokens of a filter, keeps what was looked for at the present one, and the first error.
class TokenReader
{
public:
    explicit TokenReader(std::string_view text);

    /// The token so many behind the present one; the last one when there are not so many.
    const FilterToken& peek(std::size_t ahead = 0) const;
    bool isAtEnd() const { return peek().kind == FilterToken::Kind::End; }
    FilterToken advance();
    /// Cuts "-" off the front of the present word, which becomes a shorter one.
    void cutMinus();

    /// Notes that something could stand at the present token.
    void expect(FilterExpected what);
    /// Whether the present token is of a kind, noting that it could be.
    bool sees(FilterToken::Kind kind, FilterExpected what);
    bool sees(FilterKeyword keyword, FilterExpected what);
    /// The same, and moves behind it.
    bool accept(FilterToken::Kind kind, FilterExpected what);
    bool accept(FilterKeyword keyword, FilterExpected what);

    /// Says that the present token is none of what was expected. Only the first error is kept.
    void failHere(std::optional<FilterRemark> advice = {});
    /// Says what is wrong with something that was read.
    void fail(const FilterToken& token, std::vector<FilterRemark> remarks);
    bool failed() const { return m_error.has_value(); }
    const std::optional<FilterError>& error() const { return m_error; }
    /// What could stand at the end; empty unless the present token is the end.
    std::vector<FilterExpected> expectedAtEnd() const;

private:
    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
    std::vector<FilterExpected> m_expected;
    std::optional<FilterError> m_error;
};

/// The column that a word names. Nothing when a component is empty ("a..b", "config.").
std::optional<FilterColumn> columnOf(const FilterToken& word);

} // namespace runglass
