// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"
#include "models/session/Overview.h"

#include <algorithm>

namespace runglass::cli
{

namespace
{

void writeJson(const FoundRun& found, const RunDetail& detail, const std::vector<RunFile>& files, bool internal,
               Output& output)
{
    JsonWriter json(output);
    json.beginObject();
    writeRunMembers(json, found.run, found.origin(), internal);
    json.memberOrNull("traceback", endedBadly(found.run.state) ? found.run.traceback : std::string_view());
    json.key("overview");
    writeOverview(json, found.run, detail);
    json.key("artifacts");
    writeArtifacts(json, detail.artifacts, internal);
    json.key("files");
    writeFiles(json, files);
    json.key("segments");
    writeSegments(json, detail);
    json.key("locations");
    writeLocations(json, detail);
    json.endObject();
    json.finish();
}

/// A long value would make the table unreadable; the JSON has it whole.
std::string shortened(std::string text)
{
    constexpr std::size_t kShownBytes = 200;
    if (text.size() <= kShownBytes)
        return text;
    std::size_t end = kShownBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

void addLeaves(TextTable& table, const std::string& key, const Value& value)
{
    if (!value.isObject() || value.object().empty()) {
        table.addRow({key, shortened(valueText(value))});
        return;
    }
    for (const auto& [name, child] : value.object())
        addLeaves(table, key + '.' + name, child);
}

void writeTree(const std::string& title, const Value& tree, bool internal, Output& output)
{
    TextTable table({{title}, {"VALUE"}});
    bool any = false;
    for (const auto& [name, child] : tree.object()) {
        if (internal || !name.starts_with('_')) {
            addLeaves(table, name, child);
            any = true;
        }
    }
    if (!any)
        return;
    output.write("\n");
    table.print(output);
}

void writeTraceback(const Run& run, Output& output)
{
    if (!endedBadly(run.state) || run.traceback.empty())
        return;
    output.write("\nTRACEBACK\n");
    std::string_view rest = run.traceback;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        output.write(printable(rest.substr(0, end)) + '\n');
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void writeText(const FoundRun& found, const RunDetail& detail, bool internal, Output& output)
{
    TextTable fields({{"FIELD"}, {"VALUE"}});
    for (const OverviewField& field : overviewFields(found.run, detail))
        fields.addRow({field.label, field.text});
    fields.print(output);
    writeTraceback(found.run, output);
    writeTree("CONFIG", found.run.config, internal, output);
    writeTree("SUMMARY", found.run.summary, internal, output);
}

} // namespace

ExitStatus show(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    const RunDetail detail = sources.detail(found);
    // Each run has one; where it could not be read that has been said.
    if (detail.segments.empty())
        return sources.status();
    if (options.json)
        writeJson(found, detail, sources.files(found).files, options.internal, output);
    else
        writeText(found, detail, options.internal, output);
    return sources.status();
}

} // namespace runglass::cli
