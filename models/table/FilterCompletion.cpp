// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterCompletion.h"

#include "models/expression/FilterKeywords.h"
#include "models/expression/FilterLexer.h"
#include "models/expression/FilterParser.h"
#include "models/expression/TextFold.h"
#include "models/table/ColumnBinder.h"
#include "models/table/FilterOperators.h"

#include <algorithm>

namespace runglass
{

namespace
{

using Kind = CompletionItem::Kind;

constexpr std::size_t kMostItems = 200, kMostValues = 50, kMostValueBytes = 100;

/// The token that the cursor is in or behind, without white space between; none: the cursor stands free.
const FilterToken* tokenAt(const std::vector<FilterToken>& tokens, std::size_t cursor)
{
    for (const FilterToken& token : tokens) {
        const bool editable = token.kind == FilterToken::Kind::Word || token.kind == FilterToken::Kind::Text ||
                              token.kind == FilterToken::Kind::Unclosed;
        if (editable && token.span.position < cursor && cursor <= token.span.position + token.span.length)
            return &token;
    }
    return nullptr;
}

class Completer
{
public:
    Completer(const RunTable& table, const FilterParse& before)
        : m_table(table)
        , m_before(before)
    {
        if (before.column)
            m_column = bindColumn(table, *before.column).column;
    }

    std::vector<CompletionItem> items()
    {
        for (const FilterExpected expected : m_before.next)
            add(expected);
        return std::move(m_items);
    }

private:
    void keyword(std::string_view text) { m_items.push_back({Kind::Keyword, std::string(text)}); }

    void add(FilterExpected expected)
    {
        switch (expected) {
        case FilterExpected::Condition:
            columns();
            keyword("not");
            return keyword("(");
        case FilterExpected::Operator:
            return operators();
        case FilterExpected::Value:
        case FilterExpected::Text:
            return values();
        case FilterExpected::Duration:
            for (const std::string_view duration : {"1h", "1d", "7d", "4w"})
                m_items.push_back({Kind::Value, std::string(duration)});
            return;
        case FilterExpected::And:
            return keyword("and");
        case FilterExpected::Or:
            return keyword("or");
        case FilterExpected::In:
            return keyword("in");
        case FilterExpected::Open:
            return keyword("(");
        case FilterExpected::Comma:
            return keyword(",");
        case FilterExpected::Close:
            return keyword(")");
        case FilterExpected::Null:
            return keyword("null");
        case FilterExpected::Not:
            return keyword("not");
        case FilterExpected::Last:
            return keyword("last");
        case FilterExpected::End:
            return;
        }
    }

    void columns()
    {
        if (m_table.isOfLoggedRows())
            return loggedColumns();
        for (const std::string_view field : filterFields()) {
            if (!bindColumn(m_table, {FilterColumn::Origin::Field, {std::string(field)}}).error)
                m_items.push_back({Kind::Column, std::string(field)});
        }
        const auto& columns = m_table.columns();
        for (auto i = static_cast<std::size_t>(Field::Count); i < columns.size(); ++i)
            m_items.push_back({Kind::Column, toText(columns[i]->id())});
    }

    void loggedColumns()
    {
        m_items.push_back({Kind::Column, toText(FilterColumn{FilterColumn::Origin::Key, {"run"}})});
        const auto& columns = m_table.columns();
        for (auto i = static_cast<std::size_t>(Field::Count); i < columns.size(); ++i)
            if (columns[i]->id().key != KeyPath{"run"})
                m_items.push_back(
                    {Kind::Column, toText(FilterColumn{FilterColumn::Origin::Key, columns[i]->id().key})});
    }

    void operators()
    {
        for (const FilterOperator op : fittingOperators(m_column))
            m_items.push_back({Kind::Operator, std::string(toText(op))});
    }

    void values()
    {
        for (const ColumnValue& value : frequentValues(m_column, kMostValues)) {
            std::string text = toText(value.value);
            if (text.size() <= kMostValueBytes)
                m_items.push_back({Kind::Value, std::move(text), value.runs});
        }
    }

    const RunTable& m_table;
    const FilterParse& m_before;
    BoundColumn m_column;
    std::vector<CompletionItem> m_items;
};

/// What is typed of an item, in the order of how well it fits: 0 at its beginning, 1 inside, 2 not at all.
int fit(const CompletionItem& item, const std::string& typed)
{
    const std::string text = searchFold(item.text);
    const std::size_t found = text.find(typed);
    if (found == std::string::npos)
        return 2;
    // A quote, "config." or "summary." in front is no beginning that people type.
    const bool start = found == 0 || text[found - 1] == '\'' || text[found - 1] == '.' || text[found - 1] == '`';
    return start ? 0 : 1;
}

} // namespace

FilterCompletion completeFilter(const RunTable& table, std::string_view text, std::size_t cursor)
{
    FilterCompletion completion;
    const std::vector<FilterToken> tokens = lexFilter(text);
    completion.position = std::min(cursor, characterCount(text));
    std::size_t start = byteOfCharacter(text, cursor);
    std::string typed;
    if (const FilterToken* token = tokenAt(tokens, cursor)) {
        completion.position = token->span.position;
        completion.length = token->span.length;
        typed = searchFold(text.substr(token->byte, start - token->byte));
        std::erase_if(typed, [](char c) { return c == '\'' || c == '"' || c == '`'; });
        start = token->byte;
    }
    const FilterParse before = parseFilter(text.substr(0, start));
    completion.items = Completer(table, before).items();
    std::erase_if(completion.items, [&typed](const CompletionItem& item) { return fit(item, typed) == 2; });
    std::stable_sort(completion.items.begin(), completion.items.end(),
                     [&typed](const auto& a, const auto& b) { return fit(a, typed) < fit(b, typed); });
    if (completion.items.size() > kMostItems)
        completion.items.resize(kMostItems);
    return completion;
}

} // namespace runglass
