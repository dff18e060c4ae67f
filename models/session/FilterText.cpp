// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/FilterText.h"

#include "models/expression/ApiFilter.h"
#include "models/expression/FilterLexer.h"
#include "models/formats/Json.h"

#include <algorithm>

namespace runglass
{

FilterParse readFilter(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || text[start] != '{')
        return parseFilter(text);
    FilterParse parse;
    const auto fail = [&](std::size_t byte, const std::string& detail) {
        const std::size_t character = characterCount(text.substr(0, std::min(byte, text.size())));
        parse.error = filterError({character, 1}, {}, {{FilterRemark::Kind::ApiProblem, {detail}}});
        return parse;
    };
    // Groups may not be nested deeper than a filter's.
    const Result<Value> value = parseJson(text, kMostFilterDepth);
    if (!value)
        return fail(static_cast<std::size_t>(value.error().offset.value_or(0)), value.error().detail);
    Result<Filter> filter = fromApiFilter(*value);
    if (!filter)
        return fail(start, filter.error().detail);
    parse.filter = std::move(filter).value();
    return parse;
}

} // namespace runglass
