// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterParser.h"

#include "models/expression/ConditionReader.h"
#include "models/expression/TokenReader.h"

namespace runglass
{

namespace
{

using Kind = FilterToken::Kind;
using Remark = FilterRemark::Kind;

/// A text longer than this is no filter that somebody wrote.
constexpr std::size_t kMostBytes = 1 << 20;

/// One function a level of precedence: or, and, not, condition.
class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_in(text)
        , m_condition(m_in)
    {
    }

    FilterParse parse()
    {
        FilterParse parse;
        if (!m_in.sees(Kind::End, FilterExpected::End))
            parse.filter = orOf();
        else
            m_in.expect(FilterExpected::Condition);
        if (!m_in.failed() && !m_in.sees(Kind::End, FilterExpected::End))
            m_in.failHere();
        parse.error = m_in.error();
        parse.next = m_in.expectedAtEnd();
        if (parse.error)
            parse.filter = {};
        parse.column = m_condition.column();
        parse.op = m_condition.op();
        return parse;
    }

private:
    Filter orOf()
    {
        std::vector<Filter> parts;
        parts.push_back(andOf());
        while (!m_in.failed() &&
               (m_in.accept(FilterKeyword::Or, FilterExpected::Or) || m_in.accept(Kind::Or, FilterExpected::Or)))
            parts.push_back(andOf());
        return combined(Filter::Kind::Or, std::move(parts));
    }

    Filter andOf()
    {
        std::vector<Filter> parts;
        parts.push_back(unary());
        while (!m_in.failed()) {
            const bool said =
                m_in.accept(FilterKeyword::And, FilterExpected::And) || m_in.accept(Kind::And, FilterExpected::And);
            if (!said && !seesCondition())
                break;
            parts.push_back(unary());
        }
        return combined(Filter::Kind::And, std::move(parts));
    }

    static Filter combined(Filter::Kind kind, std::vector<Filter> parts)
    {
        if (parts.size() == 1)
            return std::move(parts.front());
        Filter filter;
        filter.kind = kind;
        filter.span = parts.front().span;
        const FilterSpan last = parts.back().span;
        filter.span.length = last.position + last.length - filter.span.position;
        filter.parts = std::move(parts);
        return filter;
    }

    bool seesCondition()
    {
        m_in.expect(FilterExpected::Condition);
        const FilterToken& token = m_in.peek();
        if (token.kind == Kind::Word)
            return token.keyword == FilterKeyword::None || token.keyword == FilterKeyword::Not;
        return token.kind == Kind::Text || token.kind == Kind::Open || token.kind == Kind::Not;
    }

    Filter unary()
    {
        const FilterSpan start = m_in.peek().span;
        if (!seesCondition()) {
            const FilterToken& token = m_in.peek();
            const bool word = token.kind == Kind::Word;
            m_in.failHere(word ? std::optional(FilterRemark{Remark::QuoteKeyword, {token.text}}) : std::nullopt);
            return {};
        }
        if (m_depth == kMostFilterDepth) {
            m_in.fail(m_in.peek(), {{Remark::TooDeep, {std::to_string(kMostFilterDepth)}}});
            return {};
        }
        ++m_depth;
        Filter filter;
        if (takesNot()) {
            filter.kind = Filter::Kind::Not;
            filter.parts.push_back(unary());
            filter.span = start;
        } else if (m_in.accept(Kind::Open, FilterExpected::Condition)) {
            filter = orOf();
            if (!m_in.failed() && !m_in.accept(Kind::Close, FilterExpected::Close))
                m_in.failHere();
        } else {
            filter = m_condition.read();
        }
        --m_depth;
        return filter;
    }

    bool takesNot()
    {
        const FilterToken& token = m_in.peek();
        if (token.kind == Kind::Not || (token.kind == Kind::Word && token.keyword == FilterKeyword::Not) ||
            (token.kind == Kind::Word && token.text == "-")) {
            m_in.advance();
            return true;
        }
        const bool minus = token.kind == Kind::Word && token.text.starts_with('-') && !token.components.front().quoted;
        if (minus)
            m_in.cutMinus();
        return minus;
    }

    TokenReader m_in;
    ConditionReader m_condition;
    int m_depth = 0;
};

} // namespace

FilterParse parseFilter(std::string_view text)
{
    if (text.size() <= kMostBytes)
        return Parser(text).parse();
    FilterParse parse;
    parse.error = filterError({kMostBytes, 1}, {}, {{Remark::TooLong}});
    return parse;
}

ColumnListParse parseColumns(std::string_view text, bool sort)
{
    ColumnListParse parse;
    TokenReader in(text);
    do {
        in.expect(FilterExpected::Condition);
        ColumnParse one;
        if (sort && in.peek().kind == Kind::Word && in.peek().text.starts_with('-') && in.peek().text.size() > 1) {
            one.descending = true;
            in.cutMinus();
        }
        const FilterToken token = in.peek();
        std::optional<FilterColumn> column = token.kind == Kind::Word ? columnOf(token) : std::nullopt;
        if (!column) {
            in.fail(token, {token.kind == Kind::End ? FilterRemark{Remark::ColumnMissing}
                                                    : FilterRemark{Remark::NoColumn, {token.text}}});
            break;
        }
        in.advance();
        one.column = std::move(*column);
        parse.columns.push_back(std::move(one));
    } while (in.accept(Kind::Comma, FilterExpected::Comma));
    if (!in.failed() && !in.sees(Kind::End, FilterExpected::End))
        in.failHere();
    parse.error = in.error();
    return parse;
}

} // namespace runglass
