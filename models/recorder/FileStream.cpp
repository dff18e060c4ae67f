// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/FileStream.h"

#include "models/formats/Json.h"
#include "models/formats/Traceback.h"
#include "models/recorder/ConsoleLines.h"
#include "models/run/ValueMember.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr const char* kHistory = "wandb-history.jsonl";
constexpr const char* kEvents = "wandb-events.jsonl";
constexpr const char* kOutput = "output.log";
constexpr const char* kSummary = "wandb-summary.json";

HttpResponse accepted(bool shallStop)
{
    return {200, "application/json", shallStop ? R"({"stopped":true})" : "{}"};
}

HttpResponse failed(const Error& error)
{
    const bool isLasting = error.kind == Error::Kind::InvalidArgument;
    return errorResponse(isLasting ? 400 : 503, error.detail);
}

/// The lines of a file in the request; their place is where they begin for the writer.
SentLines linesOf(const Value& files, const char* name, RecordedFile file)
{
    SentLines sent;
    sent.file = file;
    const Value& chunk = member(files, name);
    sent.first = static_cast<std::uint64_t>(std::max<std::int64_t>(member(chunk, "offset").toInteger(), 0));
    for (const Value& line : member(chunk, "content").array())
        sent.lines.push_back(line.text());
    return sent;
}

/// A request that only repeats the end of a run that has ended is an answer that got lost.
bool isRepeatedEnd(const KeptRun& kept, const Value& body)
{
    const SentLines history = linesOf(member(body, "files"), kHistory, RecordedFile::History);
    return member(body, "complete").toBool() &&
           history.first + history.lines.size() <= kept.run.count(RecordedFile::History);
}

void takeSummary(KeptRun& kept, const Value& files)
{
    const Value::Array& content = member(member(files, kSummary), "content").array();
    if (!content.empty() && content.back().isText())
        kept.run.summary = content.back().text();
}

Status writeOutput(RunKeeper& keeper, KeptRun& kept, const Value& files)
{
    SentLines sent = linesOf(files, kOutput, RecordedFile::Output);
    if (sent.lines.empty())
        return Done{};
    if (!kept.record.isOutputBegun) {
        // A writer that resumes a run counts on from its lines; one that does not begins at 0 again.
        kept.record.outputBase = sent.first == 0 ? kept.run.count(RecordedFile::Output) : 0;
        kept.record.isOutputBegun = true;
    }
    sent.first += kept.record.outputBase;
    return keeper.write(kept, std::move(sent));
}

/// What the run printed last says why it ended.
Status takeTraceback(RunKeeper& keeper, KeptRun& kept)
{
    constexpr std::uint64_t kLines = 2000;
    constexpr std::size_t kBytes = std::size_t{64} << 10;
    const std::uint64_t count = kept.run.count(RecordedFile::Output);
    const std::uint64_t first = std::max(kept.record.segments.back().output, count - std::min(count, kLines));
    const Result<std::vector<std::string>> lines =
        keeper.store().lines(kept.run, RecordedFile::Output, first, count - first);
    if (!lines)
        return lines.error();
    std::string console;
    for (const std::string& line : *lines) {
        const ConsoleFragment fragment = readConsoleLine(line);
        if (fragment.stream == ConsoleStream::Stderr)
            console += fragment.text + '\n';
    }
    if (console.size() > kBytes)
        console.erase(0, console.size() - kBytes);
    const std::optional<Traceback> traceback = lastTraceback(console);
    kept.record.traceback = traceback ? traceback->text : std::string();
    kept.record.exception = traceback ? traceback->exception : std::string();
    kept.record.isInterrupted = kept.record.exception.starts_with("KeyboardInterrupt");
    return Done{};
}

Status end(RunKeeper& keeper, KeptRun& kept, const Value& body)
{
    kept.record.isComplete = true;
    kept.record.exitCode = static_cast<int>(member(body, "exitcode").toInteger());
    if (*kept.record.exitCode != 0) {
        const Status taken = takeTraceback(keeper, kept);
        if (!taken && taken.error().kind != Error::Kind::Corruption)
            return taken;
    }
    return keeper.save(kept);
}

Status write(RunKeeper& keeper, KeptRun& kept, const Value& body)
{
    const Value& files = member(body, "files");
    if (kept.record.isComplete && !isRepeatedEnd(kept, body))
        RunKeeper::beginSegment(kept, keeper.now());
    keeper.hear(kept);
    kept.record.said.reset();
    kept.record.isPreempting = kept.record.isPreempting || member(body, "preempting").toBool();
    takeSummary(kept, files);
    bool isWritten = false;
    for (const auto& [name, file] :
         {std::pair(kHistory, RecordedFile::History), std::pair(kEvents, RecordedFile::Events)}) {
        SentLines sent = linesOf(files, name, file);
        if (sent.lines.empty())
            continue;
        if (Status written = keeper.write(kept, std::move(sent)); !written)
            return written;
        isWritten = true;
    }
    if (!member(member(files, kOutput), "content").array().empty()) {
        if (Status written = writeOutput(keeper, kept, files); !written)
            return written;
        isWritten = true;
    }
    if (member(body, "complete").toBool())
        return end(keeper, kept, body);
    return isWritten ? Status(Done{}) : keeper.save(kept);
}

/// Of a run that was deleted while it went on only how it ended is taken: it may be restored.
Status takeEndOfTrashed(RunKeeper& keeper, KeptRun& kept, const Value& body)
{
    if (kept.run.isPurged || kept.record.isComplete || !member(body, "complete").toBool())
        return Done{};
    kept.record.isComplete = true;
    kept.record.shallStop = true;
    kept.record.exitCode = static_cast<int>(member(body, "exitcode").toInteger());
    return keeper.saveTrashed(kept);
}

} // namespace

HttpResponse answerFileStream(RunKeeper& keeper, const RunPath& path, const std::string& body)
{
    const Result<Value> request = parseJson(body);
    if (!request || !request->isObject())
        return errorResponse(400, "The request holds no JSON object.");
    Result<std::optional<KeptRun>> kept = keeper.find(path);
    if (!kept)
        return failed(kept.error());
    if (!*kept)
        return errorResponse(404, "There is no run " + toString(path) + '.');
    const bool wasDeleted = (*kept)->run.isDeleted;
    const Status written = wasDeleted ? takeEndOfTrashed(keeper, **kept, *request) : write(keeper, **kept, *request);
    if (!written)
        return failed(written.error());
    // It may have been deleted just now.
    const bool isGone = (*kept)->run.isDeleted;
    return accepted(isGone || ((*kept)->record.shallStop && !(*kept)->record.isComplete));
}

} // namespace runglass
