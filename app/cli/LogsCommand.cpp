// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "models/formats/TerminalLines.h"
#include "models/session/JsonWriter.h"

namespace runglass::cli
{

namespace
{

void writeLine(JsonWriter& json, const LogLine& line)
{
    json.beginObject();
    json.member("stream", toName(line.stream));
    json.key("time");
    writeTime(json, line.time);
    json.member("text", line.text);
    json.endObject();
}

/// One segment's console.
std::vector<ConsoleFragment> fragments(Sources& sources, const ReadSource& where, const RunPath& run,
                                       const Segment& segment)
{
    Result<std::vector<ConsoleFragment>> console = where.source->console(*where.reader, run, segment);
    if (!console) {
        sources.tellTrouble(console.error());
        return {};
    }
    return std::move(console).value();
}

void writeText(const std::vector<ConsoleFragment>& console, bool raw, Output& output)
{
    if (raw) {
        for (const ConsoleFragment& part : console)
            output.write(part.text);
    } else {
        for (const LogLine& line : toLines(console))
            output.write(line.text + '\n');
    }
}

/// @return whether the run printed anything there
bool writeRun(Sources& sources, const ReadSource& where, const RunPath& run, const std::vector<Segment>& segments,
              const Options& options, JsonWriter& json, Output& output)
{
    bool isAny = false;
    for (const Segment& segment : segments) {
        std::vector<ConsoleFragment> console = fragments(sources, where, run, segment);
        isAny = isAny || !console.empty();
        if (!options.stream.empty())
            std::erase_if(console, [&options](const auto& part) { return toName(part.stream) != options.stream; });
        if (!options.json) {
            writeText(console, options.raw, output);
            continue;
        }
        for (const LogLine& line : toLines(console))
            writeLine(json, line);
    }
    return isAny;
}

} // namespace

ExitStatus logs(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    JsonWriter json(output);
    if (options.json) {
        json.beginObject();
        json.key("lines");
        json.beginArray();
    }
    const RunDetail detail = sources.detail(found);
    bool isAny = writeRun(sources, *found.where, found.run.path, detail.segments, options, json, output);
    // Of a recorder's run whose console was not sent, the folder may have it.
    for (const auto& [where, path] : found.folders) {
        const Result<RunDetail> its = isAny ? Result<RunDetail>(RunDetail()) : where->reader->detail(path);
        isAny = isAny || (its && writeRun(sources, *where, path, its->segments, options, json, output));
    }
    if (options.json) {
        json.endArray();
        json.endObject();
        json.finish();
    }
    return sources.status();
}

} // namespace runglass::cli
