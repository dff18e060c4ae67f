// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ConditionReader.h"

#include "models/expression/FilterLiteral.h"
#include "models/expression/ForeignSpelling.h"

#include <algorithm>

namespace runglass
{

using Kind = FilterToken::Kind;
using Remark = FilterRemark::Kind;

Filter ConditionReader::read()
{
    m_column.reset();
    m_op.reset();
    const FilterToken token = m_in.advance();
    if (token.kind == Kind::Text)
        return textAlone(token);
    if (m_in.peek().kind != Kind::Operator && m_in.peek().keyword == FilterKeyword::None) {
        if (const std::optional<LeetQualifier> leet = leetQualifier(token))
            return qualified(token, *leet);
    }
    m_in.expect(FilterExpected::Operator);
    m_column = columnOf(token);
    Filter filter;
    filter.span = token.span;
    if (!seesOperator()) {
        if (token.hasBackticks())
            m_in.failHere();
        filter.kind = Filter::Kind::Word;
        filter.word = token.text;
        return filter;
    }
    if (!m_column) {
        m_in.fail(token, {{Remark::NameGap, {token.text}}});
        return {};
    }
    const bool literal = !token.hasBackticks() && literalValue(token.text).kind != FilterValue::Kind::Text;
    if (literal && m_in.peek().kind == Kind::Operator) {
        m_in.fail(token, {{Remark::ColumnFirst, {token.text}}});
        return {};
    }
    filter.kind = Filter::Kind::Test;
    filter.test = test(*m_column);
    return filter;
}

Filter ConditionReader::textAlone(const FilterToken& token)
{
    if (m_in.peek().keyword == FilterKeyword::In)
        m_in.failHere(FilterRemark{Remark::TextInColumn, {token.text}});
    Filter filter;
    filter.kind = Filter::Kind::Word;
    filter.word = token.text;
    filter.span = token.span;
    return filter;
}

Filter ConditionReader::qualified(const FilterToken& token, const LeetQualifier& leet)
{
    if (leet.advice) {
        m_in.fail(token, {{Remark::ReadAsLeet, {token.text}}, *leet.advice});
        return {};
    }
    Filter filter;
    filter.kind = Filter::Kind::Test;
    filter.span = token.span;
    filter.test = {leet.column, FilterOperator::Contains, {{FilterValue::Kind::Text, leet.text, token.span}}};
    m_column = leet.column;
    m_op = FilterOperator::Contains;
    const FilterToken& next = m_in.peek();
    if (leet.text.empty() && next.kind == Kind::Text && next.byte == token.byte + token.byteLength)
        filter.test.values.front().value = m_in.advance().text;
    else if (leet.text.empty() && !m_in.accept(Kind::Text, FilterExpected::Text))
        m_in.failHere();
    return filter;
}

bool ConditionReader::isLike() const
{
    std::string word = m_in.peek().text;
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return m_in.peek().kind == Kind::Word && (word == "like" || word == "ilike") && m_in.peek(1).kind == Kind::Text;
}

bool ConditionReader::seesOperator()
{
    const FilterToken& token = m_in.peek();
    if (token.kind == Kind::Operator || isLike())
        return true;
    switch (token.keyword) {
    case FilterKeyword::In:
    case FilterKeyword::Is:
    case FilterKeyword::Exists:
    case FilterKeyword::Within:
    case FilterKeyword::Contains:
    case FilterKeyword::Matches:
        return true;
    case FilterKeyword::Not: {
        // A word, and then a condition that is denied; unless it can only be one operator.
        const FilterToken& behind = m_in.peek(1);
        return behind.kind == Kind::End || behind.keyword == FilterKeyword::In ||
               behind.keyword == FilterKeyword::Contains || behind.keyword == FilterKeyword::Matches;
    }
    default:
        return false;
    }
}

FilterTest ConditionReader::test(const FilterColumn& column)
{
    FilterTest test{column, FilterOperator::Exists, {}};
    const FilterToken token = m_in.advance();
    if (token.kind == Kind::Operator)
        return compared(std::move(test), token);
    switch (token.keyword) {
    case FilterKeyword::Not:
        return notIn(std::move(test), token);
    case FilterKeyword::In:
        test.op = FilterOperator::In;
        test.values = list(test.op);
        break;
    case FilterKeyword::Is:
        isNull(test);
        break;
    case FilterKeyword::Exists:
        break;
    case FilterKeyword::Within:
        m_op = test.op = FilterOperator::WithinLast;
        duration(test);
        break;
    case FilterKeyword::Contains:
    case FilterKeyword::Matches:
        m_op = test.op = token.keyword == FilterKeyword::Contains ? FilterOperator::Contains : FilterOperator::Matches;
        text(test);
        break;
    default:
        return like(column, token);
    }
    return test;
}

FilterTest ConditionReader::like(const FilterColumn& column, const FilterToken& token)
{
    const bool ignoreCase = token.text.starts_with('i') || token.text.starts_with('I');
    const FilterToken pattern = m_in.advance();
    FilterTest test = likeTest(column, pattern, ignoreCase);
    if (test.op == FilterOperator::Matches)
        checkPattern(pattern, test.values.front().value.text());
    return test;
}

FilterTest ConditionReader::compared(FilterTest test, const FilterToken& token)
{
    m_op = test.op = token.op;
    FilterValue given = value();
    if (given.kind != FilterValue::Kind::Null || m_in.failed()) {
        test.values.push_back(std::move(given));
        return test;
    }
    if (test.op == FilterOperator::Equal || test.op == FilterOperator::NotEqual)
        test.op = test.op == FilterOperator::Equal ? FilterOperator::IsNull : FilterOperator::Exists;
    else
        m_in.fail(token, {{Remark::NullOrder, {toText(test.column)}}});
    return test;
}

FilterTest ConditionReader::notIn(FilterTest test, const FilterToken& token)
{
    if (m_in.accept(FilterKeyword::In, FilterExpected::In)) {
        test.op = FilterOperator::NotIn;
        test.values = list(test.op);
    } else if (m_in.isAtEnd()) {
        m_in.expect(FilterExpected::Condition);
        m_in.failHere();
    } else {
        m_in.fail(token, {{Remark::NotFirst, {toText(test.column), std::string(toText(m_in.peek().keyword))}}});
    }
    return test;
}

void ConditionReader::isNull(FilterTest& test)
{
    test.op = m_in.accept(FilterKeyword::Not, FilterExpected::Not) ? FilterOperator::Exists : FilterOperator::IsNull;
    const bool python = m_in.peek().kind == Kind::Word && m_in.peek().text == "None";
    if (!m_in.accept(FilterKeyword::Null, FilterExpected::Null)) {
        if (python)
            m_in.advance();
        else
            m_in.failHere();
    }
}

} // namespace runglass
