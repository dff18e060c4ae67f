// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunKeeper.h"

#include "models/recorder/RunDocuments.h"
#include "models/recorder/RunNews.h"
#include "models/run/RunFields.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace runglass
{

namespace
{

/// What one transaction takes in well within its time.
constexpr std::size_t kSliceLines = 2000;
constexpr std::size_t kSliceBytes = std::size_t{1} << 20;
/// Lines that may be missing before those that come: the SDK never leaves any out.
constexpr std::uint64_t kMaxGap = 100'000;
/// Lines of output that may be written over without beginning the console anew.
constexpr std::uint64_t kMaxOverwritten = 1000;

constexpr RecordedFile kFiles[] = {RecordedFile::History, RecordedFile::Events, RecordedFile::Output};

std::uint64_t firstOf(const RecordedSegment& segment, RecordedFile file)
{
    switch (file) {
    case RecordedFile::History:
        return segment.history;
    case RecordedFile::Events:
        return segment.events;
    case RecordedFile::Output:
        break;
    }
    return segment.output;
}

/// Brings the record into the run that is written.
void pack(KeptRun& kept)
{
    kept.run.doc = encodeRecord(kept.record);
    kept.run.isOpen = !kept.record.isComplete && !kept.record.isSilent;
}

std::size_t sliceLength(const std::vector<std::string>& lines, std::size_t from)
{
    std::size_t count = 0, bytes = 0;
    while (from + count < lines.size() && count < kSliceLines && bytes < kSliceBytes)
        bytes += lines[from + count++].size();
    return count;
}

} // namespace

RunRecord shownRecord(const KeptRun& kept)
{
    RunRecord shown = kept.record;
    if (kept.run.edits.empty())
        return shown;
    Run run;
    const std::pair<std::string Run::*, std::string RunRecord::*> texts[] = {{&Run::name, &RunRecord::name},
                                                                             {&Run::notes, &RunRecord::notes},
                                                                             {&Run::group, &RunRecord::group},
                                                                             {&Run::jobType, &RunRecord::jobType}};
    for (const auto& [ofRun, ofRecord] : texts)
        run.*ofRun = shown.*ofRecord;
    run.tags = shown.tags;
    applyEdits(run, kept.run.edits);
    for (const auto& [ofRun, ofRecord] : texts)
        shown.*ofRecord = run.*ofRun;
    shown.tags = run.tags;
    return shown;
}

std::string RunKeeper::folderOf(std::int64_t number) const
{
    return m_filesDirectory.empty() ? std::string() : m_filesDirectory + '/' + std::to_string(number);
}

void RunKeeper::hear(KeptRun& kept)
{
    kept.record.heartbeatAt = now();
    kept.record.isSilent = false;
    m_silence.hear(kept.run.number);
}

Result<std::optional<KeptRun>> RunKeeper::find(const RunPath& path)
{
    const Result<std::optional<RecordedRun>> run = m_store.find(path);
    return run && *run ? find((*run)->number) : run ? Result<std::optional<KeptRun>>(std::nullopt) : run.error();
}

Result<std::optional<KeptRun>> RunKeeper::find(std::int64_t number)
{
    Result<std::optional<RecordedRun>> run = m_store.find(number);
    if (!run)
        return run.error();
    if (!*run)
        return std::optional<KeptRun>();
    Result<RunRecord> record = decodeRecord((*run)->doc);
    if (!record)
        return record.error();
    KeptRun kept{std::move(**run), std::move(record).value()};
    if (const std::optional<RecordedStop>& stop = kept.run.stop)
        (stop->way == RecordedStop::Way::Asked ? kept.record.shallStop : kept.record.isInterruptSent) = true;
    return std::optional(std::move(kept));
}

Status RunKeeper::save(KeptRun& kept)
{
    if (!kept.run.isDerived)
        return derive(kept);
    pack(kept);
    RunUpdate update = documentsOf(kept.run, kept.record);
    complete(update, kept.run.number);
    return m_store.commit(kept.run, {}, &update);
}

Status RunKeeper::saveTrashed(KeptRun& kept)
{
    pack(kept);
    return m_store.commit(kept.run, {}, nullptr);
}

/// Adds what does not follow from what was sent of the run itself: where its files are, which lie together in the
/// folder of the first segment, and its artifacts.
void RunKeeper::complete(RunUpdate& update, std::int64_t number) const
{
    // A run gets its number with its first commit, and files come later.
    if (number == 0)
        return;
    update.detail.artifacts = m_artifacts(number);
    update.detail.segments.front().folder = folderOf(number);
    for (SegmentUpdate& segment : update.segments)
        if (segment.segment.ordinal == 0)
            segment.segment.folder = folderOf(number);
}

void RunKeeper::beginSegment(KeptRun& kept, TimeNs now)
{
    RunRecord& record = kept.record;
    RecordedSegment next;
    next.history = kept.run.count(RecordedFile::History);
    next.events = kept.run.count(RecordedFile::Events);
    next.output = kept.run.count(RecordedFile::Output);
    const RecordedSegment& last = record.segments.back();
    const bool isEmpty = last.history == next.history && last.events == next.events && last.output == next.output;
    record.segments.back().exitCode = record.exitCode;
    if (!isEmpty) {
        next.startedAt = now;
        record.segments.push_back(next);
    }
    record.isComplete = record.isPreempting = record.isSilent = record.isInterrupted = record.shallStop =
        record.isInterruptSent = false;
    kept.run.stop.reset();
    kept.run.isStopOver = true;
    record.exitCode.reset();
    record.said.reset();
    record.traceback.clear();
    record.exception.clear();
    record.isOutputBegun = false;
}

Result<std::size_t> RunKeeper::countKnown(const KeptRun& kept, const SentLines& sent)
{
    if (sent.first >= kept.run.count(sent.file))
        return std::size_t{0};
    const Result<std::vector<std::string>> there = m_store.lines(kept.run, sent.file, sent.first, sent.lines.size());
    if (!there)
        return there.error();
    const auto differs = std::mismatch(there->begin(), there->end(), sent.lines.begin(), sent.lines.end());
    return static_cast<std::size_t>(differs.first - there->begin());
}

Status RunKeeper::write(KeptRun& kept, SentLines sent)
{
    const std::uint64_t count = kept.run.count(sent.file);
    if (sent.first > count) {
        if (sent.first - count > kMaxGap)
            return Error{Error::Kind::InvalidArgument, "Lines of the run are missing before these.", {}};
        sent.lines.insert(sent.lines.begin(), sent.first - count, std::string());
        sent.first = count;
    }
    const Result<std::size_t> known = countKnown(kept, sent);
    if (!known)
        return known.error();
    for (std::size_t at = *known; at < sent.lines.size();) {
        const std::size_t length = sliceLength(sent.lines, at);
        const auto begin = sent.lines.begin() + static_cast<std::ptrdiff_t>(at);
        std::vector<std::string> slice(std::make_move_iterator(begin),
                                       std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(length)));
        if (Status written = writeSlice(kept, sent.file, sent.first + at, std::move(slice)); !written)
            return written;
        // Somebody has deleted it just now: nothing more is taken.
        if (kept.run.isDeleted)
            return Done{};
        at += length;
    }
    return *known == sent.lines.size() ? save(kept) : Status(Done{});
}

/// False: what follows from the lines cannot be added to what is there.
bool RunKeeper::take(RunNews& news, const KeptRun& kept, RecordedFile file, std::uint64_t first,
                     const std::vector<std::string>& lines)
{
    const std::uint64_t count = kept.run.count(file);
    const bool isAppended = first == count;
    if (file != RecordedFile::Output) {
        if (isAppended && file == RecordedFile::History)
            news.addHistory(first, lines);
        else if (isAppended)
            news.addEvents(first, lines);
        return isAppended;
    }
    if (first < kept.record.segments.back().output || count - first > kMaxOverwritten)
        return false;
    const Result<std::vector<std::string>> before = m_store.lines(kept.run, file, first, count - first);
    if (!before)
        return false;
    std::vector<std::string> after = lines;
    for (std::size_t i = after.size(); i < before->size(); ++i)
        after.push_back((*before)[i]);
    return news.addOutput(*before, after);
}

Status RunKeeper::writeSlice(KeptRun& kept, RecordedFile file, std::uint64_t first, std::vector<std::string> lines)
{
    KeptRun next = kept;
    RunNews news(kept.run, next.record, next.record.segments.size() - 1, false, RunNews::FallingSteps::NewSegment);
    const bool isAdded = kept.run.isDerived && take(news, kept, file, first, lines);
    const std::vector<LineEdit> edits = {{file, first, file != RecordedFile::Output, std::move(lines)}};
    if (isAdded) {
        pack(next);
        RunUpdate update = news.take();
        complete(update, kept.run.number);
        if (Status written = m_store.commit(next.run, edits, &update); !written)
            return written;
        kept = std::move(next);
        return Done{};
    }
    for (RecordedSegment& segment : kept.record.segments)
        if (file == RecordedFile::History)
            segment.history = std::min(segment.history, first);
        else if (file == RecordedFile::Events)
            segment.events = std::min(segment.events, first);
    pack(kept);
    if (Status written = m_store.commit(kept.run, edits, nullptr); !written)
        return written;
    return derive(kept);
}

Status RunKeeper::cutHistory(KeptRun& kept, std::uint64_t count)
{
    if (count >= kept.run.count(RecordedFile::History))
        return save(kept);
    return writeSlice(kept, RecordedFile::History, count, {});
}

Status RunKeeper::derive(KeptRun& kept)
{
    kept.record.runtimeSeconds.reset();
    for (std::size_t ordinal = 0; ordinal < kept.record.segments.size(); ++ordinal) {
        kept.record.segments[ordinal].lastStep.reset();
        const Status derived = deriveSegment(kept, ordinal);
        if (!derived && derived.error().kind == Error::Kind::Corruption) {
            // What was sent is damaged; the run stays as far as it could be read, and is tried again at the next start.
            return m_store.commit(kept.run, {}, nullptr);
        }
        if (!derived)
            return derived;
    }
    return Done{};
}

Status RunKeeper::deriveSegment(KeptRun& kept, std::size_t ordinal)
{
    const bool isLastSegment = ordinal + 1 == kept.record.segments.size();
    bool restarts = true;
    for (const RecordedFile file : kFiles) {
        const std::uint64_t first = firstOf(kept.record.segments[ordinal], file);
        const std::uint64_t end =
            isLastSegment ? kept.run.count(file) : firstOf(kept.record.segments[ordinal + 1], file);
        std::uint64_t at = first;
        const bool isLastFile = file == RecordedFile::Output;
        do {
            const std::uint64_t count = at < end ? std::min<std::uint64_t>(end - at, kSliceLines) : 0;
            const Result<std::vector<std::string>> lines = m_store.lines(kept.run, file, at, count);
            if (!lines)
                return lines.error();
            RunNews news(kept.run, kept.record, ordinal, restarts, RunNews::FallingSteps::Raise);
            if (file == RecordedFile::History)
                news.addHistory(at, *lines);
            else if (file == RecordedFile::Events)
                news.addEvents(at, *lines);
            else
                news.addOutput({}, *lines);
            at += count;
            const bool isWhole = isLastSegment && isLastFile && at >= end;
            if (count == 0 && !restarts && !isWhole)
                break;
            pack(kept);
            RunUpdate update = news.take();
            complete(update, kept.run.number);
            const auto derived = isWhole ? RecorderStore::Derived::Whole : RecorderStore::Derived::Partly;
            if (Status written = m_store.commit(kept.run, {}, &update, derived); !written || kept.run.isDeleted)
                return written;
            restarts = false;
        } while (at < end);
    }
    return Done{};
}

Status RunKeeper::saveOpen()
{
    const Result<std::vector<std::int64_t>> numbers = m_store.numbers(RecorderStore::Which::Open);
    if (!numbers)
        return numbers.error();
    for (const std::int64_t number : *numbers) {
        Result<std::optional<KeptRun>> kept = find(number);
        if (kept && *kept)
            if (const Status saved = save(**kept); !saved)
                return saved;
    }
    return Done{};
}

Status RunKeeper::deriveAll()
{
    const Result<std::vector<std::int64_t>> numbers = m_store.numbers(RecorderStore::Which::Underived);
    if (!numbers)
        return numbers.error();
    for (const std::int64_t number : *numbers) {
        if (m_damaged.contains(number))
            continue;
        Result<std::optional<KeptRun>> kept = find(number);
        if (kept && *kept)
            if (const Status derived = derive(**kept); !derived)
                return derived;
        if (!kept || !*kept || !(*kept)->run.isDerived)
            m_damaged.insert(number);
    }
    return Done{};
}

} // namespace runglass
