// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/Filter.h"

namespace runglass
{

std::string_view toText(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Equal:
        return "=";
    case FilterOperator::NotEqual:
        return "≠";
    case FilterOperator::Less:
        return "<";
    case FilterOperator::LessOrEqual:
        return "≤";
    case FilterOperator::Greater:
        return ">";
    case FilterOperator::GreaterOrEqual:
        return "≥";
    case FilterOperator::In:
        return "in";
    case FilterOperator::NotIn:
        return "not in";
    case FilterOperator::IsNull:
        return "is null";
    case FilterOperator::Exists:
        return "exists";
    case FilterOperator::WithinLast:
        return "within last";
    case FilterOperator::Contains:
        return "contains";
    case FilterOperator::Matches:
        return "matches";
    }
    return {};
}

} // namespace runglass
