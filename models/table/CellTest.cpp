// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/CellTest.h"

#include "models/expression/TextFold.h"
#include "models/expression/TimeText.h"
#include "models/table/ColumnContent.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;

std::partial_ordering compare(std::int64_t integer, double number)
{
    constexpr double kTwo63 = 9223372036854775808.0;
    if (std::isnan(number))
        return std::partial_ordering::unordered;
    if (number >= kTwo63 || number < -kTwo63)
        return number > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    const auto whole = static_cast<std::int64_t>(number);
    if (integer != whole)
        return integer <=> whole;
    return 0.0 <=> number - static_cast<double>(whole);
}

std::partial_ordering compareReversed(std::int64_t integer, double number)
{
    const std::partial_ordering order = compare(integer, number);
    return std::is_lt(order) ? std::partial_ordering::greater : std::is_gt(order) ? std::partial_ordering::less : order;
}

/// Ago is capped so that a duration of a million years is before everything.
TimeNs before(TimeNs now, double seconds)
{
    constexpr double kMost = 9e9;
    return seconds >= kMost ? std::numeric_limits<TimeNs>::min()
                            : now - static_cast<TimeNs>(seconds * static_cast<double>(kSecond));
}

} // namespace

std::partial_ordering compareNumbers(const Value& a, const Value& b)
{
    const bool leftInteger = a.kind() == Value::Kind::Integer;
    const bool rightInteger = b.kind() == Value::Kind::Integer;
    if (leftInteger && rightInteger)
        return a.toInteger() <=> b.toInteger();
    if (leftInteger)
        return compare(a.toInteger(), b.toDouble());
    if (rightInteger)
        return compareReversed(b.toInteger(), a.toDouble());
    return a.toDouble() <=> b.toDouble();
}

CellTest CellTest::make(const FilterTest& test, const BoundColumn& column, TimeNs now,
                        std::optional<FilterError>& error)
{
    CellTest made;
    const ColumnContent content = contentOf(column);
    if (std::vector<FilterRemark> problem = typeProblem(test, column, content); !problem.empty()) {
        const FilterSpan span = test.values.empty() ? test.column.span : test.values.front().span;
        error = filterError(span, '"' + toText(test.column) + '"', std::move(problem));
        return made;
    }
    made.m_negated = test.op == FilterOperator::NotEqual || test.op == FilterOperator::NotIn;
    made.m_ignoresCase = column.ignoresCase || test.op == FilterOperator::Contains;
    const bool equality = made.m_negated || test.op == FilterOperator::Equal || test.op == FilterOperator::In;
    made.m_op = equality ? FilterOperator::In : test.op;
    if (test.op == FilterOperator::WithinLast) {
        made.m_op = FilterOperator::GreaterOrEqual;
        const TimeNs start = before(now, parseDuration(test.values.front().value.text()).value_or(0));
        if (column.measure == BoundColumn::Measure::Time)
            made.m_numbers.emplace_back(start);
        else
            made.m_times.push_back({start, {}});
        return made;
    }
    for (const FilterValue& value : test.values)
        made.take(value, column);
    std::sort(made.m_texts.begin(), made.m_texts.end());
    if (made.m_op == FilterOperator::Matches) {
        Result<TextPattern> pattern = TextPattern::make(test.values.front().value.text());
        if (pattern)
            made.m_pattern = std::move(*pattern);
        else
            error =
                filterError(test.values.front().span, {}, {{FilterRemark::Kind::BadPattern, {pattern.error().detail}}});
    } else if (!equality && made.m_op != FilterOperator::Contains && !made.m_texts.empty()) {
        made.m_natural = std::make_shared<NaturalOrder>();
        made.m_orderKey = made.m_natural->key(std::string_view(made.m_texts.front()));
    }
    return made;
}

void CellTest::take(const FilterValue& value, const BoundColumn& column)
{
    const std::string& text = value.value.text();
    const bool inTimes = column.measure == BoundColumn::Measure::Time;
    switch (value.kind) {
    case FilterValue::Kind::Null:
        m_takesMissing = true;
        break;
    case FilterValue::Kind::Bool:
        m_booleans.push_back(value.value.toBool());
        break;
    case FilterValue::Kind::Number:
        m_numbers.push_back(value.value);
        break;
    case FilterValue::Kind::Duration:
        m_numbers.emplace_back(parseDuration(text).value_or(0));
        break;
    case FilterValue::Kind::Text:
    case FilterValue::Kind::Time:
        if (inTimes)
            m_numbers.emplace_back(parseTimestamp(text).value_or(0));
        else if (value.kind == FilterValue::Kind::Time)
            m_times.push_back({parseTimestamp(text).value_or(0), text});
        else
            m_texts.push_back(m_ignoresCase ? searchFold(text) : text);
        break;
    }
}

bool CellTest::isOrdered(std::partial_ordering order) const
{
    switch (m_op) {
    case FilterOperator::Less:
        return std::is_lt(order);
    case FilterOperator::LessOrEqual:
        return std::is_lteq(order);
    case FilterOperator::Greater:
        return std::is_gt(order);
    case FilterOperator::GreaterOrEqual:
        return std::is_gteq(order);
    default:
        return std::is_eq(order);
    }
}

bool CellTest::matchesNumber(const Value& number) const
{
    const bool isNaN = number.kind() == Value::Kind::Double && std::isnan(number.toDouble());
    return std::any_of(m_numbers.begin(), m_numbers.end(), [&](const Value& wanted) {
        const bool wantsNaN = wanted.kind() == Value::Kind::Double && std::isnan(wanted.toDouble());
        return wantsNaN ? isNaN && m_op == FilterOperator::In : isOrdered(compareNumbers(number, wanted));
    });
}

bool CellTest::matchesText(std::string_view text) const
{
    if (m_op == FilterOperator::Matches)
        return m_pattern && m_pattern->isIn(text);
    if (m_ignoresCase) {
        searchFold(text, m_folded);
        text = m_folded;
    }
    if (m_op == FilterOperator::Contains)
        return text.find(m_texts.front()) != std::string_view::npos;
    if (!m_times.empty()) {
        const std::optional<TimeNs> time = parseTimestamp(text);
        const bool found = std::any_of(m_times.begin(), m_times.end(), [&](const Time& wanted) {
            return (time && isOrdered(*time <=> wanted.instant)) ||
                   (m_op == FilterOperator::In && text == wanted.written);
        });
        if (found)
            return true;
    }
    if (m_op == FilterOperator::In)
        return std::binary_search(m_texts.begin(), m_texts.end(), text);
    return m_natural && isOrdered(m_natural->key(text).compare(m_orderKey) <=> 0);
}

bool CellTest::matchesOne(const Value& value) const
{
    switch (value.kind()) {
    case Value::Kind::Bool:
        return m_op == FilterOperator::In &&
               std::find(m_booleans.begin(), m_booleans.end(), value.toBool()) != m_booleans.end();
    case Value::Kind::Integer:
    case Value::Kind::Double:
        return matchesNumber(value);
    case Value::Kind::Text:
        return matchesText(value.text());
    default:
        return false;
    }
}

bool CellTest::matches(const Value& cell) const
{
    if (!cell.isArray())
        return matchesOne(cell);
    const bool takesLists =
        m_op == FilterOperator::In || m_op == FilterOperator::Contains || m_op == FilterOperator::Matches;
    return takesLists && std::any_of(cell.array().begin(), cell.array().end(),
                                     [this](const Value& element) { return matchesOne(element); });
}

} // namespace runglass
