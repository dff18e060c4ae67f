// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/TokenReader.h"

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

struct LeetQualifier;

/// Reads one condition of a filter: a comparison, a word to search for.
class ConditionReader
{
public:
    explicit ConditionReader(TokenReader& in)
        : m_in(in)
    {
    }

    /// The condition that begins at the present token, a word or a text.
    Filter read();
    /// The column and operator of the condition that was read last; the operator only when its operand follows.
    const std::optional<FilterColumn>& column() const { return m_column; }
    const std::optional<FilterOperator>& op() const { return m_op; }

private:
    Filter textAlone(const FilterToken& token);
    Filter qualified(const FilterToken& token, const LeetQualifier& leet);
    bool isLike() const;
    bool seesOperator();
    FilterTest test(const FilterColumn& column);
    FilterTest like(const FilterColumn& column, const FilterToken& token);
    void checkPattern(const FilterToken& token, const std::string& pattern);
    FilterTest compared(FilterTest test, const FilterToken& token);
    FilterTest notIn(FilterTest test, const FilterToken& token);
    void isNull(FilterTest& test);
    void duration(FilterTest& test);
    void text(FilterTest& test);
    std::vector<FilterValue> list(FilterOperator op);
    FilterValue value();

    TokenReader& m_in;
    std::optional<FilterColumn> m_column;
    std::optional<FilterOperator> m_op;
};

} // namespace runglass
