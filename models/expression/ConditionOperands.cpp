// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ConditionReader.h"
#include "models/expression/FilterLiteral.h"
#include "models/expression/TextPattern.h"

namespace runglass
{

using Kind = FilterToken::Kind;
using Remark = FilterRemark::Kind;

void ConditionReader::duration(FilterTest& test)
{
    if (!m_in.accept(FilterKeyword::Last, FilterExpected::Last))
        return m_in.failHere();
    m_in.expect(FilterExpected::Duration);
    FilterValue given = literalValue(m_in.peek().kind == Kind::Word ? m_in.peek().text : "");
    if (given.kind != FilterValue::Kind::Duration)
        return m_in.failHere();
    given.span = m_in.advance().span;
    test.values.push_back(std::move(given));
}

/// What contains and matches look for.
void ConditionReader::text(FilterTest& test)
{
    m_in.expect(FilterExpected::Text);
    const FilterToken token = m_in.peek();
    const bool word = token.kind == Kind::Word && !token.hasBackticks() && token.keyword == FilterKeyword::None;
    if (!word && token.kind != Kind::Text)
        return m_in.failHere();
    m_in.advance();
    if (test.op == FilterOperator::Matches)
        checkPattern(token, token.text);
    test.values.push_back({FilterValue::Kind::Text, Value(token.text), token.span});
}

void ConditionReader::checkPattern(const FilterToken& token, const std::string& pattern)
{
    if (const Result<TextPattern> made = TextPattern::make(pattern); !made)
        m_in.fail(token, {{Remark::BadPattern, {made.error().detail}}});
}

std::vector<FilterValue> ConditionReader::list(FilterOperator op)
{
    m_op = op;
    std::vector<FilterValue> values;
    const bool brackets = m_in.peek().kind == Kind::ListOpen;
    if (!m_in.accept(brackets ? Kind::ListOpen : Kind::Open, FilterExpected::Open)) {
        m_in.failHere();
        return values;
    }
    do {
        values.push_back(value());
    } while (!m_in.failed() && m_in.accept(Kind::Comma, FilterExpected::Comma));
    if (!m_in.failed() && !m_in.accept(brackets ? Kind::ListClose : Kind::Close, FilterExpected::Close))
        m_in.failHere();
    return values;
}

FilterValue ConditionReader::value()
{
    m_in.expect(FilterExpected::Value);
    const FilterToken token = m_in.peek();
    if (token.kind == Kind::Text) {
        m_in.advance();
        return {FilterValue::Kind::Text, Value(token.text), token.span};
    }
    FilterValue given;
    if (token.kind == Kind::Word && !token.hasBackticks())
        given = literalValue(token.text);
    const bool keyword = token.keyword != FilterKeyword::None && given.kind == FilterValue::Kind::Text;
    if (token.kind != Kind::Word || token.hasBackticks() || keyword) {
        m_in.failHere(token.hasBackticks() ? std::optional(FilterRemark{Remark::ColumnAsValue})
                      : keyword            ? std::optional(FilterRemark{Remark::QuoteText, {token.text}})
                                           : std::nullopt);
        return given;
    }
    m_in.advance();
    given.span = token.span;
    const FilterToken& next = m_in.peek();
    if (given.kind == FilterValue::Kind::Time && next.kind == Kind::Word &&
        literalValue(token.text + 'T' + next.text).kind == FilterValue::Kind::Time)
        m_in.failHere(FilterRemark{Remark::WriteIt, {token.text + 'T' + next.text}});
    return given;
}

} // namespace runglass
