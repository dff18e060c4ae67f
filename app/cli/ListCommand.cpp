// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/JsonWriter.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/Overview.h"

namespace runglass::cli
{

namespace
{

void writeJson(const std::vector<FoundRun>& runs, bool internal, Output& output)
{
    JsonWriter json(output);
    json.beginArray();
    for (const FoundRun& found : runs) {
        json.beginObject();
        writeRunMembers(json, found.run, found.source(), internal);
        json.endObject();
    }
    json.endArray();
    json.finish();
}

void writeTable(const std::vector<FoundRun>& runs, Output& output)
{
    TextTable table({{"PATH"}, {"NAME"}, {"STATE"}, {"STARTED"}, {"RUNTIME", TextTable::Align::Right}});
    for (const FoundRun& found : runs) {
        const Run& run = found.run;
        std::string started = localText(run.startedAt);
        if (!run.startedAt && !run.startedAtLocal.empty())
            started = run.startedAtLocal;
        table.addRow({toString(run.path), run.name.empty() ? "–" : run.name, std::string(toName(run.state)), started,
                      run.runtimeSeconds ? durationText(*run.runtimeSeconds) : "–"});
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

} // namespace

ExitStatus list(const Options& options, Output& output)
{
    if (options.sources.empty()) {
        say("Which runs? Give a folder of runs, a run folder or a .wandb file.");
        return ExitStatus::Usage;
    }
    Sources sources;
    if (!sources.open(options.sources))
        return ExitStatus::Usage;
    std::vector<FoundRun> runs = sources.runs();
    leaveOutVanished(runs);
    const bool nothing = runs.empty();
    if (options.limit && runs.size() > *options.limit)
        runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(*options.limit), runs.end());
    for (const FoundRun& found : runs)
        sources.tellWarnings(found.run);
    if (nothing)
        say("No runs found.");
    if (options.json)
        writeJson(runs, options.internal, output);
    else if (!nothing)
        writeTable(runs, output);
    return nothing ? ExitStatus::NothingMatched : sources.status();
}

} // namespace runglass::cli
