// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterLexer.h"
#include "models/expression/FilterParser.h"
#include "models/table/FilterCompletion.h"
#include "models/table/RowFilter.h"
#include "models/table/RunTableBuilder.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

/// Runs that have every kind of value.
std::shared_ptr<const RunTable> makeTable()
{
    std::vector<Run> runs(3);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].path = {"team", "proj", std::to_string(i)};
        runs[i].tags.assign(i, "a");
        setPath(runs[i].config, {"x"}, static_cast<double>(i) / 2);
        setPath(runs[i].config, {"t"}, i == 0 ? "adam" : "2026-11-23");
        setPath(runs[i].summary, {"m"}, i == 0 ? Value(true) : i == 1 ? Value("a") : Value(Value::Array{1, "b"}));
    }
    RunTableBuilder builder;
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

} // namespace

/// A filter that is read is printed as itself, and says of every run either yes or no.
RUNGLASS_FUZZ_TARGET(expression)
{
    using fuzz::require;
    static const std::shared_ptr<const RunTable> table = makeTable();
    const std::size_t characters = characterCount(bytes);
    const FilterParse parse = parseFilter(bytes);
    if (parse.error) {
        require(parse.error->span.position <= characters, "an error is at a place of the text");
        require(!parse.error->detail.empty(), "an error says what is wrong");
    } else {
        const std::string text = toText(parse.filter);
        const FilterParse again = parseFilter(text);
        require(again.ok() && again.filter == parse.filter, "what is printed is read as the same");
        require(toText(again.filter) == text, "and printed as the same");
        const FilteredRows rows = filterRows(*table, parse.filter, 0);
        Filter denied;
        denied.kind = Filter::Kind::Not;
        denied.parts.push_back(parse.filter);
        const FilteredRows others = filterRows(*table, denied, 0);
        require(rows.error == others.error, "a filter and its opposite have the same errors");
        require(rows.error || (rows.rows[0] ^ others.rows[0]) == 0b111, "and share the runs among them");
    }
    for (const std::size_t cursor : {characters / 2, characters}) {
        const FilterCompletion completion = completeFilter(*table, bytes, cursor);
        require(completion.position + completion.length <= characters, "what is completed lies in the text");
    }
    (void)parseColumns(bytes, true);
}
