// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TokenReader.h"

#include "models/expression/ForeignSpelling.h"

#include <algorithm>

namespace runglass
{

namespace
{

std::string_view nameOf(FilterExpected expected)
{
    switch (expected) {
    case FilterExpected::Condition:
        return "a condition";
    case FilterExpected::Operator:
        return "an operator";
    case FilterExpected::Value:
        return "a value";
    case FilterExpected::Text:
        return "a text";
    case FilterExpected::Duration:
        return "a duration as 7d";
    case FilterExpected::And:
        return "and";
    case FilterExpected::Or:
        return "or";
    case FilterExpected::In:
        return "in";
    case FilterExpected::Open:
        return "(";
    case FilterExpected::Comma:
        return ",";
    case FilterExpected::Close:
        return ")";
    case FilterExpected::Null:
        return "null";
    case FilterExpected::Not:
        return "not";
    case FilterExpected::Last:
        return "last";
    case FilterExpected::End:
        return "the end";
    }
    return {};
}

std::string foundText(const FilterToken& token, std::string_view wanted = {})
{
    if (token.kind == FilterToken::Kind::End)
        return "the end";
    constexpr std::size_t kShown = 60;
    const std::string text = token.text.empty() ? std::string(wanted) : token.text;
    const std::size_t end = byteOfCharacter(text, kShown);
    return '"' + text.substr(0, end) + (end < text.size() ? "…" : "") + '"';
}

} // namespace

TokenReader::TokenReader(std::string_view text)
    : m_tokens(lexFilter(text))
{
}

const FilterToken& TokenReader::peek(std::size_t ahead) const
{
    return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
}

FilterToken TokenReader::advance()
{
    m_expected.clear();
    FilterToken token = peek();
    m_at = std::min(m_at + 1, m_tokens.size() - 1);
    return token;
}

void TokenReader::cutMinus()
{
    m_expected.clear();
    FilterToken& token = m_tokens[m_at];
    token.text.erase(0, 1);
    token.components.front().text.erase(0, 1);
    token.keyword = token.hasBackticks() ? FilterKeyword::None : filterKeyword(token.text);
    ++token.span.position;
    --token.span.length;
    ++token.byte;
    --token.byteLength;
}

void TokenReader::expect(FilterExpected what)
{
    if (std::find(m_expected.begin(), m_expected.end(), what) == m_expected.end())
        m_expected.push_back(what);
}

bool TokenReader::sees(FilterToken::Kind kind, FilterExpected what)
{
    expect(what);
    return peek().kind == kind;
}

bool TokenReader::sees(FilterKeyword keyword, FilterExpected what)
{
    expect(what);
    return peek().kind == FilterToken::Kind::Word && peek().keyword == keyword;
}

bool TokenReader::accept(FilterToken::Kind kind, FilterExpected what)
{
    const bool found = sees(kind, what);
    if (found)
        advance();
    return found;
}

bool TokenReader::accept(FilterKeyword keyword, FilterExpected what)
{
    const bool found = sees(keyword, what);
    if (found)
        advance();
    return found;
}

void TokenReader::failHere(std::optional<FilterRemark> advice)
{
    if (m_error)
        return;
    std::vector<std::string> expected;
    for (const FilterExpected each : m_expected)
        expected.emplace_back(nameOf(each));
    std::vector<FilterRemark> remarks = {{FilterRemark::Kind::Unexpected}};
    if (!advice)
        advice = adviceAt(peek());
    if (advice)
        remarks.push_back(std::move(*advice));
    m_error = filterError(peek().span, foundText(peek()), std::move(remarks), std::move(expected));
}

void TokenReader::fail(const FilterToken& token, std::vector<FilterRemark> remarks)
{
    if (!m_error)
        m_error = filterError(token.span, foundText(token), std::move(remarks));
}

std::vector<FilterExpected> TokenReader::expectedAtEnd() const
{
    const bool endsThere = isAtEnd() && (!m_error || m_error->span.position == peek().span.position);
    return endsThere ? m_expected : std::vector<FilterExpected>();
}

std::optional<FilterColumn> columnOf(const FilterToken& word)
{
    FilterColumn column;
    column.span = word.span;
    for (const FilterToken::Component& component : word.components) {
        if (component.text.empty())
            return std::nullopt;
        column.path.push_back(component.text);
    }
    const FilterToken::Component& first = word.components.front();
    if (first.quoted)
        return column;
    if (column.path.size() == 1) {
        if (const std::string_view field = filterField(first.text); !field.empty()) {
            column.origin = FilterColumn::Origin::Field;
            column.path.front() = field;
        }
        return column;
    }
    if (first.text == "config" || first.text == "summary") {
        column.origin = first.text == "config" ? FilterColumn::Origin::Config : FilterColumn::Origin::Summary;
        column.path.erase(column.path.begin());
    }
    return column;
}

} // namespace runglass
