// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SegmentReader.h"

#include "models/formats/WandbLogReader.h"
#include "models/sources/MetadataFallback.h"
#include "models/sources/OutputLog.h"
#include "models/sources/RunStateRule.h"
#include "models/sources/WandbRunBuilder.h"

namespace runglass
{

namespace
{

/// What reading a log to its end told of the log itself.
struct LogEnd {
    bool isReadable = false;
    std::uint64_t offset = 0;     ///< after the last complete record
    std::uint64_t incomplete = 0; ///< bytes after it
    bool hasRecords = false;
};

Error canceled(const std::string& path)
{
    return {Error::Kind::Canceled, "reading was canceled", path};
}

Result<LogEnd> readRecords(ByteSource& source, WandbRunBuilder& builder, LogProblems& problems,
                           const CancelToken& cancel)
{
    WandbLogReader reader(source);
    WandbRecordDecoder decoder;
    LogEnd end;
    for (std::uint64_t records = 0;; ++records) {
        constexpr std::uint64_t kBetweenAsking = 1024;
        if (records % kBetweenAsking == 0 && cancel.isCanceled())
            return canceled(source.path());
        const std::uint64_t start = reader.offset();
        const Result<std::string_view> record = reader.next();
        end.offset = reader.offset();
        problems.setOffset(start);
        if (record) {
            end.isReadable = end.hasRecords = true;
            if (const Status decoded = decoder.decode(*record, builder); !decoded)
                problems.add(decoded.error().detail);
            continue;
        }
        const Error& error = record.error();
        if (error.kind == Error::Kind::NotYet) {
            end.isReadable = true;
            end.incomplete = reader.incompleteBytes();
            return end;
        }
        problems.addAt(error.offset ? error.offset : start, error.detail);
        if (error.kind != Error::Kind::Corruption || reader.offset() <= start)
            return end;
        end.isReadable = true;
    }
}

Result<LogEnd> readLog(const FileSystem& files, const RunFolder& folder, WandbRunBuilder& builder,
                       LogProblems& problems, const CancelToken& cancel)
{
    Result<std::unique_ptr<ByteSource>> source = files.openFile(folder.log);
    if (!source) {
        problems.addAt(std::nullopt, source.error().detail);
        return LogEnd{};
    }
    return readRecords(**source, builder, problems, cancel);
}

} // namespace

SegmentReader::SegmentReader(const FileSystem& files, const Clock& clock)
    : m_files(files)
    , m_clock(clock)
{
}

Result<SegmentReading> SegmentReader::read(const RunFolder& folder, const CancelToken& cancel) const
{
    LogProblems problems(folder.log);
    WandbRunBuilder builder(problems);
    const Result<LogEnd> end = readLog(m_files, folder, builder, problems, cancel);
    if (!end)
        return end.error();
    SegmentReading reading;
    reading.data = builder.take();
    Run& run = reading.data.run;
    if (run.path.id.empty())
        run.path.id = folder.id;
    run.offline = run.offline || folder.offline;
    completeFromFiles(m_files, folder.folder, reading.data, problems);
    if (!run.startedAt)
        run.startedAtLocal = folder.startedAtLocal;

    const StateEvidence evidence{run.exitCode, end->hasRecords ? run.lastSign : std::nullopt, folder.status.modifiedNs,
                                 end->isReadable};
    const StateVerdict verdict = decideState(evidence, m_clock.now());
    run.state = verdict.state;
    run.stateReason = verdict.reason;
    if (end->incomplete > 0 && run.state != RunState::Running)
        problems.addAt(end->offset, "the last " + std::to_string(end->incomplete) + " bytes are incomplete");
    if (!run.exitCode)
        completeConsole(m_files, folder.folder, reading.data.console, problems);
    run.warnings = problems.warnings();

    // A running run must be looked at again even when its file stays the same: then it has crashed.
    const std::int64_t modified = run.state == RunState::Running ? 0 : folder.status.modifiedNs;
    reading.cursor = {folder.status.sizeBytes, modified, folder.status.inode, end->offset, 0};
    return reading;
}

} // namespace runglass
