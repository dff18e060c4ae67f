// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ListedRuns.h"
#include "app/cli/RunJson.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"
#include "models/session/Overview.h"
#include "models/session/RunExport.h"

namespace runglass::cli
{

namespace
{

void writeJson(const std::vector<ListedRuns::Entry>& runs, const ListQuery& query, bool internal, Output& output)
{
    JsonWriter json(output);
    json.beginArray();
    for (const ListedRuns::Entry& listed : runs) {
        json.beginObject();
        writeRunMembers(json, listed.found->run, listed.found->origin(), internal);
        if (listed.found->trashed)
            writeTrashed(json, *listed.found->trashed);
        if (!query.columns().empty())
            writeColumns(json, query.table(), query.columns(), listed.row);
        json.endObject();
    }
    json.endArray();
    json.finish();
}

void writeTrashTable(const std::vector<ListedRuns::Entry>& runs, Output& output)
{
    TextTable table({{"PATH"}, {"NAME"}, {"STATE"}, {"DELETED"}, {"BY"}, {"SIZE", TextTable::Align::Right}});
    for (const ListedRuns::Entry& listed : runs) {
        const Run& run = listed.found->run;
        const TrashedRun& trashed = *listed.found->trashed;
        table.addRow({toString(run.path), run.name.empty() ? "–" : run.name, std::string(toName(run.state)),
                      localText(trashed.when), trashed.user.empty() ? "–" : trashed.user, sizeText(trashed.sizeBytes)});
    }
    table.print(output);
}

void writeTable(const std::vector<ListedRuns::Entry>& runs, Output& output)
{
    TextTable table({{"PATH"}, {"NAME"}, {"STATE"}, {"STARTED"}, {"RUNTIME", TextTable::Align::Right}});
    for (const ListedRuns::Entry& listed : runs) {
        const Run& run = listed.found->run;
        std::string started = localText(run.startedAt);
        if (!run.startedAt && !run.startedAtLocal.empty())
            started = run.startedAtLocal;
        table.addRow({toString(run.path), run.name.empty() ? "–" : run.name, std::string(toName(run.state)), started,
                      run.runtimeSeconds ? durationText(*run.runtimeSeconds) : "–"});
    }
    table.print(output);
}

void writeColumnTable(const std::vector<ListedRuns::Entry>& runs, const ListQuery& query, Output& output)
{
    std::vector<TextTable::Column> titles;
    for (const NamedColumn& column : query.columns())
        titles.push_back({column.name, query.isNumber(column) ? TextTable::Align::Right : TextTable::Align::Left});
    TextTable table(titles);
    for (const ListedRuns::Entry& listed : runs) {
        std::vector<std::string> cells;
        for (const NamedColumn& column : query.columns())
            cells.push_back(query.cellText(column, listed.row));
        table.addRow(std::move(cells));
    }
    table.print(output);
}

void write(const std::vector<ListedRuns::Entry>& runs, const ListQuery& query, const Options& options, Output& output)
{
    if (!options.group.empty())
        writeGroups(query, options, output);
    else if (options.json)
        writeJson(runs, query, options.internal, output);
    else if (!runs.empty() && query.columns().empty() && options.trash)
        writeTrashTable(runs, output);
    else if (!runs.empty() && query.columns().empty())
        writeTable(runs, output);
    else if (!runs.empty())
        writeColumnTable(runs, query, output);
}

} // namespace

ExitStatus list(const Options& options, Output& output)
{
    ListedRuns runs;
    if (!runs.read(options, false))
        return ExitStatus::Usage;
    write(runs.entries(), runs.query(), options, output);
    return runs.isNothing() ? ExitStatus::NothingMatched : runs.sources().status();
}

} // namespace runglass::cli
