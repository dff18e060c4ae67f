// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ForeignSpelling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

using Origin = FilterColumn::Origin;
using Remark = FilterRemark::Kind;
using Names = std::pair<std::string_view, std::string_view>;

/// Their name, ours.
constexpr std::array<Names, 5> kLeetFields = {
    {{"project", "project"}, {"name", "name"}, {"id", "id"}, {"tag", "tags"}, {"note", "notes"}}};
constexpr std::array<Names, 8> kMlflowAttributes = {{{"status", "state"},
                                                     {"run_id", "id"},
                                                     {"run_name", "name"},
                                                     {"start_time", "created"},
                                                     {"created", "created"},
                                                     {"Created", "created"},
                                                     {"user_id", "author"},
                                                     {"run id", "id"}}};

std::string_view find(const auto& names, std::string_view name)
{
    const auto found = std::find_if(names.begin(), names.end(), [name](const Names& one) { return one.first == name; });
    return found != names.end() ? found->second : std::string_view();
}

FilterColumn field(std::string_view name, FilterSpan span)
{
    return {Origin::Field, {std::string(name)}, span};
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

void appendEscaped(std::string& pattern, char character)
{
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(character) != std::string_view::npos)
        pattern += '\\';
    pattern += character;
}

} // namespace

FilterTest likeTest(FilterColumn column, const FilterToken& pattern, bool ignoreCase)
{
    std::string_view text = pattern.text;
    const bool openStart = text.starts_with('%');
    const bool openEnd = text.size() > 1 && text.ends_with('%');
    text = text.substr(openStart ? 1 : 0);
    text = text.substr(0, text.size() - (openEnd ? 1 : 0));
    const bool simple = text.find_first_of("%_") == std::string_view::npos;
    const auto test = [&](FilterOperator op, std::string value) {
        return FilterTest{std::move(column), op, {{FilterValue::Kind::Text, Value(std::move(value)), pattern.span}}};
    };
    if (simple && openStart && (openEnd || text.empty()) && ignoreCase)
        return test(FilterOperator::Contains, std::string(text));
    std::string expression = ignoreCase ? (simple ? "(?i)" : "(?is)") : (simple ? "" : "(?s)");
    expression += openStart ? "" : "^";
    for (const char character : text) {
        if (character == '%')
            expression += ".*";
        else if (character == '_')
            expression += '.';
        else
            appendEscaped(expression, character);
    }
    expression += openEnd || (openStart && text.empty()) ? "" : "$";
    return test(FilterOperator::Matches, std::move(expression));
}

std::optional<LeetQualifier> leetQualifier(const FilterToken& word)
{
    const std::size_t colon = word.text.find(':');
    if (colon == std::string::npos || word.hasBackticks())
        return std::nullopt;
    const std::string name = word.text.substr(0, colon);
    LeetQualifier found;
    found.text = word.text.substr(colon + 1);
    if (const std::string_view ours = find(kLeetFields, name); !ours.empty()) {
        found.column = field(ours, word.span);
    } else if (name.starts_with("cfg.") && name.size() > 4) {
        found.column = {Origin::Config, {}, word.span};
        for (std::size_t start = 4; start <= name.size();) {
            const std::size_t dot = std::min(name.find('.', start), name.size());
            found.column.path.push_back(name.substr(start, dot - start));
            start = dot + 1;
        }
    } else if (name == "has") {
        found.advice = FilterRemark{Remark::WriteExists, {found.text}};
    } else if (name == "config") {
        found.advice = FilterRemark{Remark::NameTheKey};
    } else if (!filterField(name).empty()) {
        found.advice = FilterRemark{Remark::WriteEqual, {std::string(filterField(name)), found.text}};
    } else {
        return std::nullopt;
    }
    return found;
}

std::optional<FilterColumn> foreignColumn(const FilterColumn& column)
{
    if (column.origin != Origin::Key || column.path.size() < 2)
        return std::nullopt;
    const std::string& prefix = column.path.front();
    const KeyPath rest(column.path.begin() + 1, column.path.end());
    if (isOneOf(prefix, {"metrics", "metric", "summary_metrics", "summaryMetrics"}))
        return FilterColumn{Origin::Summary, rest, column.span};
    if (isOneOf(prefix, {"params", "param", "parameters", "parameter", "cfg"}))
        return FilterColumn{Origin::Config, rest, column.span};
    if (isOneOf(prefix, {"attributes", "attribute", "attr", "run"}) && rest.size() == 1) {
        const std::string_view ours = find(kMlflowAttributes, rest.front());
        if (!ours.empty())
            return field(ours, column.span);
    }
    return std::nullopt;
}

std::optional<FilterRemark> adviceAt(const FilterToken& token)
{
    if (token.kind == FilterToken::Kind::Unclosed)
        return FilterRemark{Remark::QuoteOpen};
    if (token.kind == FilterToken::Kind::ListOpen)
        return FilterRemark{Remark::ListInParentheses};
    if (token.kind == FilterToken::Kind::And)
        return FilterRemark{Remark::WriteAnd};
    if (token.kind != FilterToken::Kind::Stray)
        return std::nullopt;
    if (token.text == "~")
        return FilterRemark{Remark::WriteMatches};
    if (token.text == "*" || token.text == "?" || token.text == "^" || token.text == "\\")
        return FilterRemark{Remark::QuoteMark, {token.text}};
    if (token.text == "&")
        return FilterRemark{Remark::WriteAnd};
    if (token.text == "{")
        return FilterRemark{Remark::ApiObject};
    return std::nullopt;
}

} // namespace runglass
