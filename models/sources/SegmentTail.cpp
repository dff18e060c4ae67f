// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SegmentTail.h"

#include "models/formats/Crc32.h"
#include "models/formats/WandbLogReader.h"
#include "models/sources/MetadataFallback.h"
#include "models/sources/WandbRunBuilder.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::uint64_t kMarkBytes = 4096;

Error canceled(const std::string& path)
{
    return {Error::Kind::Canceled, "reading was canceled", path};
}

/// CRC of the bytes just before offset, by which a log is known again.
std::uint32_t markAt(ByteSource& source, std::uint64_t offset)
{
    std::string bytes(static_cast<std::size_t>(std::min(offset, kMarkBytes)), '\0');
    const Result<std::size_t> count = source.readAt(offset - bytes.size(), bytes);
    bytes.resize(count ? *count : 0);
    return crc32Of(bytes);
}

} // namespace

/// What was read of a log, and what is needed to read on.
struct SegmentTail::Log {
    explicit Log(const std::string& path)
        : problems(path)
        , provisional(path)
        , builder(problems)
    {
    }

    LogProblems problems;    ///< before cursor.offset
    LogProblems provisional; ///< after it: looked at again the next time
    WandbRunBuilder builder;
    WandbRecordDecoder decoder;
    FileCursor cursor;
    bool isReadable = false;
    bool hasRecords = false;
    bool isAtEnd = true; ///< the last reading was not cut short
    std::uint64_t incompleteBytes = 0;
};

SegmentTail::SegmentTail(const FileSystem& files, RunFolder folder)
    : m_files(files)
    , m_folder(std::move(folder))
{
}

SegmentTail::~SegmentTail() = default;

bool SegmentTail::goesOn(ByteSource& source, const FileStatus& status) const
{
    if (!m_log || !m_log->isReadable || status.inode != m_log->cursor.inode)
        return false;
    const FileCursor& cursor = m_log->cursor;
    return status.sizeBytes >= cursor.offset && markAt(source, cursor.offset) == cursor.crc;
}

Status SegmentTail::readRecords(ByteSource& source, Amount amount, const CancelToken& cancel)
{
    Log& log = *m_log;
    const std::uint64_t end = amount == Amount::All ? ~std::uint64_t{0} : log.cursor.offset + kSliceBytes;
    log.isAtEnd = true;
    log.provisional = LogProblems(source.path());
    log.incompleteBytes = 0;
    WandbLogReader reader(source, log.cursor.offset);
    for (std::uint64_t records = 0;; ++records) {
        constexpr std::uint64_t kBetweenAsking = 1024;
        if (records % kBetweenAsking == 0 && cancel.isCanceled())
            return canceled(source.path());
        const std::uint64_t start = reader.offset();
        const Result<std::string_view> record = reader.next();
        log.cursor.offset = reader.offset();
        log.problems.setOffset(start);
        if (record) {
            log.isReadable = log.hasRecords = true;
            if (const Status decoded = log.decoder.decode(*record, log.builder); !decoded)
                log.problems.add(decoded.error().detail);
            log.isAtEnd = log.cursor.offset < end && (amount == Amount::All || !log.builder.isHeavy());
            if (!log.isAtEnd)
                return Done{};
            continue;
        }
        const Error& error = record.error();
        if (error.kind == Error::Kind::NotYet) {
            log.isReadable = true;
            log.incompleteBytes = reader.incompleteBytes();
            return Done{};
        }
        const bool isPassed = error.kind == Error::Kind::Corruption && reader.offset() > start;
        LogProblems& problems = isPassed ? log.problems : log.provisional;
        problems.addAt(error.offset ? error.offset : start, error.detail);
        if (!isPassed)
            return Done{};
        log.isReadable = true;
    }
}

SegmentReading SegmentTail::reading()
{
    Log& log = *m_log;
    LogProblems problems = log.problems;
    problems.append(log.provisional);
    SegmentReading reading;
    reading.data = log.builder.take(problems);
    Run& run = reading.data.run;
    if (run.path.id.empty())
        run.path.id = m_folder.id;
    run.offline = run.offline || m_folder.offline;
    completeFromFiles(m_files, m_folder.folder, reading.data, problems);
    if (!run.startedAt)
        run.startedAtLocal = m_folder.startedAtLocal;
    run.warnings = problems.warnings();
    reading.cursor = log.cursor;
    reading.isReadable = log.isReadable;
    reading.hasRecords = log.hasRecords;
    reading.incompleteBytes = log.incompleteBytes;
    return reading;
}

Result<SegmentReading> SegmentTail::read(const FileStatus& status, Amount amount, const CancelToken& cancel)
{
    m_folder.status = status;
    Result<std::unique_ptr<ByteSource>> source = m_files.openFile(m_folder.log);
    bool restart = !source || !goesOn(**source, status);
    for (;;) {
        if (restart)
            m_log = std::make_unique<Log>(m_folder.log);
        if (!source) {
            m_log->provisional.addAt(std::nullopt, source.error().detail);
        } else if (Status done = readRecords(**source, amount, cancel); !done) {
            m_log.reset();
            return done.error();
        } else {
            m_log->cursor.crc = markAt(**source, m_log->cursor.offset);
        }
        if (restart || !m_log->builder.isBehind())
            break;
        // Rows that went back in one slice may do so in the next: all of them are put in order at once.
        restart = true;
        amount = Amount::All;
    }
    FileCursor& cursor = m_log->cursor;
    cursor.sizeBytes = m_log->isAtEnd ? status.sizeBytes : cursor.offset;
    cursor.modifiedNs = status.modifiedNs;
    cursor.inode = status.inode;
    cursor.changedNs = status.changedNs;
    SegmentReading result = reading();
    result.restart = restart;
    return result;
}

SegmentReading SegmentTail::documents()
{
    SegmentReading result = reading();
    result.isNews = result.restart = false;
    return result;
}

} // namespace runglass
