// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"

namespace runglass::cli
{

namespace
{

std::string joined(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts)
        line += (line.empty() ? "" : ", ") + text;
    return line;
}

void writeTable(const std::vector<Artifact>& artifacts, Output& output)
{
    TextTable table({{"DIRECTION"},
                     {"TYPE"},
                     {"NAME"},
                     {"ALIASES"},
                     {"FILES", TextTable::Align::Right},
                     {"SIZE", TextTable::Align::Right}});
    for (const Artifact& artifact : artifacts) {
        table.addRow({artifact.direction == Artifact::Direction::Input ? "input" : "output", artifact.type,
                      artifact.name + (artifact.version.empty() ? "" : ':' + artifact.version),
                      joined(artifact.aliases), std::to_string(artifact.members.size()),
                      sizeText(artifact.sizeBytes())});
    }
    table.print(output);
}

} // namespace

ExitStatus artifacts(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    std::vector<Artifact> all = sources.detail(found).artifacts;
    if (!options.internal)
        std::erase_if(all, [](const Artifact& artifact) { return artifact.isInternal(); });
    if (options.json) {
        JsonWriter json(output);
        writeArtifacts(json, all, true);
        json.finish();
    } else if (all.empty()) {
        say("This run used and made no artifacts.");
    } else {
        writeTable(all, output);
    }
    return sources.status();
}

} // namespace runglass::cli
