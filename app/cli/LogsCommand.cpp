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

/// One segment's console, of the streams that were asked for.
std::vector<ConsoleFragment> fragments(Sources& sources, const FoundRun& found, const Segment& segment,
                                       const std::string& stream)
{
    Result<std::vector<ConsoleFragment>> console =
        found.where->source->console(found.reader(), found.run.path, segment);
    if (!console) {
        sources.tellTrouble(console.error());
        return {};
    }
    if (!stream.empty())
        std::erase_if(*console, [&stream](const ConsoleFragment& part) { return toName(part.stream) != stream; });
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

} // namespace

ExitStatus logs(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    const std::vector<Segment> segments = sources.detail(found).segments;
    JsonWriter json(output);
    if (options.json) {
        json.beginObject();
        json.key("lines");
        json.beginArray();
    }
    for (const Segment& segment : segments) {
        const std::vector<ConsoleFragment> console = fragments(sources, found, segment, options.stream);
        if (!options.json) {
            writeText(console, options.raw, output);
            continue;
        }
        for (const LogLine& line : toLines(console))
            writeLine(json, line);
    }
    if (options.json) {
        json.endArray();
        json.endObject();
        json.finish();
    }
    return sources.status();
}

} // namespace runglass::cli
