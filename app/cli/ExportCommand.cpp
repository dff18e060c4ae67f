// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ListedRuns.h"
#include "models/session/FileSink.h"
#include "models/session/RunExport.h"

#include <algorithm>
#include <cctype>

namespace runglass::cli
{

namespace
{

bool endsIn(std::string path, std::string_view ending)
{
    std::transform(path.begin(), path.end(), path.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return path.ends_with(ending);
}

/// What --format says, else the name of the file; unset when neither does, which is said.
std::optional<RunExport::Format> formatOf(const Options& options)
{
    if (options.format == "csv" || (options.format.empty() && endsIn(options.to, ".csv")))
        return RunExport::Format::Csv;
    if (options.format == "jsonl" || (options.format.empty() && endsIn(options.to, ".jsonl")))
        return RunExport::Format::JsonLines;
    say("--to: Give a file that ends in .csv or .jsonl, or say which of them is meant with --format.");
    return std::nullopt;
}

RunExport exportOf(const ListedRuns& listed, RunExport::Format format, bool internal)
{
    RunExport runs{format, listed.query().sharedTable(), {}, listed.query().columns(), internal};
    for (const ListedRuns::Entry& entry : listed.entries())
        runs.rows.push_back(entry.row);
    if (format == RunExport::Format::Csv && runs.columns.empty())
        runs.columns = everyColumn(*runs.table, runs.rows);
    return runs;
}

void writeRuns(const RunExport& runs, const ListedRuns& listed, ByteSink& sink)
{
    std::size_t next = 0;
    // Rows are asked for in the order of the entries.
    const GiveRun give = [&listed, &next](std::uint32_t) -> Result<ExportedRun> {
        const FoundRun& found = *listed.entries()[next++].found;
        return ExportedRun{found.run, found.origin()};
    };
    // Nobody cancels, and what is in memory can be read.
    (void)runglass::writeRuns(runs, give, sink, [](std::uint32_t) { return true; });
}

} // namespace

ExitStatus exportRuns(const Options& options, Output& output)
{
    const std::optional<RunExport::Format> format = formatOf(options);
    if (!format)
        return ExitStatus::Usage;
    if (options.internal && *format == RunExport::Format::Csv) {
        say("--internal: CSV has no columns for keys that begin with \"_\". Export .jsonl.");
        return ExitStatus::Usage;
    }
    ListedRuns listed;
    if (!listed.read(options, true))
        return ExitStatus::Usage;
    // A script that lost its source must not lose what it exported before.
    if (listed.isNothing())
        return ExitStatus::NothingMatched;
    const RunExport runs = exportOf(listed, *format, options.internal);
    if (options.to == "-") {
        writeRuns(runs, listed, output);
        return listed.sources().status();
    }
    FileSink file(options.to);
    writeRuns(runs, listed, file);
    if (const Status saved = file.commit(); !saved)
        listed.sources().tellTrouble(saved.error());
    return listed.sources().status();
}

} // namespace runglass::cli
