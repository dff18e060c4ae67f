// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/JsonWriter.h"
#include "app/cli/ListQuery.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/Overview.h"

namespace runglass::cli
{

namespace
{

/// A run to print, and its row in the query's table when there is a query.
struct ListedRun {
    const FoundRun* found = nullptr;
    std::uint32_t row = 0;
};

void writeJson(const std::vector<ListedRun>& runs, const ListQuery& query, bool internal, Output& output)
{
    JsonWriter json(output);
    json.beginArray();
    for (const ListedRun& listed : runs) {
        json.beginObject();
        writeRunMembers(json, listed.found->run, listed.found->source(), internal);
        if (!query.columns().empty()) {
            json.key("columns");
            json.beginObject();
            for (const ListColumn& column : query.columns()) {
                json.key(column.name);
                json.value(query.cell(column, listed.row));
            }
            json.endObject();
        }
        json.endObject();
    }
    json.endArray();
    json.finish();
}

void writeTable(const std::vector<ListedRun>& runs, Output& output)
{
    TextTable table({{"PATH"}, {"NAME"}, {"STATE"}, {"STARTED"}, {"RUNTIME", TextTable::Align::Right}});
    for (const ListedRun& listed : runs) {
        const Run& run = listed.found->run;
        std::string started = localText(run.startedAt);
        if (!run.startedAt && !run.startedAtLocal.empty())
            started = run.startedAtLocal;
        table.addRow({toString(run.path), run.name.empty() ? "–" : run.name, std::string(toName(run.state)), started,
                      run.runtimeSeconds ? durationText(*run.runtimeSeconds) : "–"});
    }
    table.print(output);
}

void writeColumns(const std::vector<ListedRun>& runs, const ListQuery& query, Output& output)
{
    std::vector<TextTable::Column> titles;
    for (const ListColumn& column : query.columns())
        titles.push_back({column.name, query.isNumber(column) ? TextTable::Align::Right : TextTable::Align::Left});
    TextTable table(titles);
    for (const ListedRun& listed : runs) {
        std::vector<std::string> cells;
        for (const ListColumn& column : query.columns())
            cells.push_back(query.cellText(column, listed.row));
        table.addRow(std::move(cells));
    }
    table.print(output);
}

/// A list is of what is there. Runs whose folder was taken out of a tree can still be shown one by one; where the whole
/// location is gone, they are all there is.
void leaveOutVanished(std::vector<FoundRun>& runs)
{
    const std::size_t left =
        std::erase_if(runs, [](const FoundRun& found) { return found.run.vanished && !found.where->isGone; });
    if (left > 0)
        say("Left out: " + std::to_string(left) + " run(s) whose folder is gone.");
}

std::vector<ListedRun> listed(const std::vector<FoundRun>& runs, const ListQuery& query)
{
    std::vector<ListedRun> result;
    if (query.isEmpty()) {
        for (const FoundRun& found : runs)
            result.push_back({&found});
        return result;
    }
    for (const std::uint32_t row : query.rows())
        result.push_back({&runs[query.place(row)], row});
    return result;
}

void write(const std::vector<ListedRun>& runs, const ListQuery& query, const Options& options, Output& output)
{
    if (!options.group.empty())
        writeGroups(query, options, output);
    else if (options.json)
        writeJson(runs, query, options.internal, output);
    else if (!runs.empty() && query.columns().empty())
        writeTable(runs, output);
    else if (!runs.empty())
        writeColumns(runs, query, output);
}

} // namespace

ExitStatus list(const Options& options, Output& output)
{
    if (options.sources.empty()) {
        say("Which runs? Give a folder of runs, a run folder or a .wandb file.");
        return ExitStatus::Usage;
    }
    ListQuery query;
    Sources sources;
    if (!query.read(options) || !sources.open(options.sources))
        return ExitStatus::Usage;
    std::vector<FoundRun> runs = sources.runs();
    leaveOutVanished(runs);
    // Without a run there is no name to be wrong.
    if (!query.isEmpty() && !runs.empty() && !query.apply(runs))
        return ExitStatus::Usage;
    std::vector<ListedRun> shown = listed(runs, query);
    const bool nothing = shown.empty();
    if (options.group.empty() && options.limit && shown.size() > *options.limit)
        shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(*options.limit), shown.end());
    for (const ListedRun& one : shown)
        sources.tellWarnings(one.found->run);
    if (nothing)
        say(runs.empty() ? "No runs found." : "No run matches.");
    write(shown, query, options, output);
    return nothing ? ExitStatus::NothingMatched : sources.status();
}

} // namespace runglass::cli
