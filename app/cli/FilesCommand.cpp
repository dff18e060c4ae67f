// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/FileWriter.h"
#include "models/session/JsonWriter.h"

#include <functional>

namespace runglass::cli
{

namespace
{

void writeTable(const std::vector<RunFile>& files, Output& output)
{
    TextTable table({{"PATH"}, {"SIZE", TextTable::Align::Right}, {"MODIFIED"}, {"KIND"}});
    for (const RunFile& file : files)
        table.addRow({file.path, file.kind == RunFile::Kind::Link ? "–" : sizeText(file.sizeBytes),
                      localText(file.modified), std::string(toName(file.kind))});
    table.print(output);
}

/// Hands the file's bytes to sink, piece by piece.
Status copyFile(const RunSource& source, const RunDetail& detail, const RunFile& file,
                const std::function<Status(std::string_view)>& sink)
{
    constexpr std::uint64_t kPieceBytes = 1024 * 1024;
    for (std::uint64_t offset = 0;;) {
        const Result<std::string> piece = source.readFile(detail, file, offset, kPieceBytes);
        if (!piece)
            return piece.error();
        if (Status taken = sink(*piece); !taken)
            return taken;
        if (piece->size() < kPieceBytes)
            return Done{};
        offset += piece->size();
    }
}

/// The file of that path; of several segments', the last one's.
const RunFile* fileAt(const std::vector<RunFile>& files, const std::string& path)
{
    const RunFile* found = nullptr;
    for (const RunFile& file : files) {
        if (file.path == path && (!found || file.segment >= found->segment))
            found = &file;
    }
    return found;
}

ExitStatus save(Sources& sources, const RunSource& source, const RunDetail& detail, const RunFile& file,
                const std::string& destination, Output& output)
{
    if (destination.empty() || destination == "-") {
        const Status copied = copyFile(source, detail, file, [&output](std::string_view bytes) -> Status {
            output.write(bytes);
            return Done{};
        });
        if (!copied)
            sources.tellTrouble(copied.error());
        return sources.status();
    }
    FileWriter writer(destination);
    Status saved = copyFile(source, detail, file, [&writer](std::string_view bytes) { return writer.write(bytes); });
    if (saved)
        saved = writer.commit();
    if (!saved)
        sources.tellTrouble(saved.error());
    return sources.status();
}

} // namespace

ExitStatus files(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    const auto [detail, all] = sources.files(found);
    if (!options.get.empty()) {
        if (const RunFile* file = fileAt(all, options.get))
            return save(sources, found.source(), detail, *file, options.output, output);
        say("The run has no file \"" + options.get + "\".");
        return ExitStatus::NothingMatched;
    }
    if (options.json) {
        JsonWriter json(output);
        writeFiles(json, all);
        json.finish();
    } else if (all.empty()) {
        say("This run has no files.");
    } else {
        writeTable(all, output);
    }
    return sources.status();
}

} // namespace runglass::cli
