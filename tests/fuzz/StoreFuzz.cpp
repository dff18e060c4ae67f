// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Chunks.h"
#include "models/store/Documents.h"
#include "models/store/StoreReader.h"
#include "tests/fuzz/FolderUpdate.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

struct Store {
    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<StoreReader> reader;

    Store()
    {
        const StoreLocation memory{{}, "fuzz"};
        writer = std::move(StoreWriter::open(memory)).value();
        reader = std::move(StoreReader::open(memory)).value();
    }
};

void checkSeries(StoreReader& reader, const RunPath& path, const Series& series)
{
    const Result<Series> stored = reader.series(path, series.id);
    fuzz::require(stored && stored->step == series.step, "a series comes back");
    const SeriesValues expected = promoted(series.values, static_cast<SeriesKind>(stored->values.index()));
    const std::size_t size = series.step.size();
    fuzz::require(encodeChunk(stored->values, 0, size).data == encodeChunk(expected, 0, size).data,
                  "and holds the same values");
}

} // namespace

/// What a source made of a run folder goes into a store and comes out again. Input: see FolderInput.
RUNGLASS_FUZZ_TARGET(store)
{
    using fuzz::require;
    static Store store;
    RunBatch batch;
    batch.runs.push_back(fuzz::folderUpdate(bytes));
    require(store.writer->commit(batch).ok(), "any run can be written");
    const RunUpdate& update = batch.runs.front();
    const RunPath& path = update.run.path;
    const Result<Run> run = store.reader->run(path);
    require(run && encodeRun(*run) == encodeRun(update.run), "a run comes back");
    const Result<RunDetail> detail = store.reader->detail(path);
    require(detail && encodeDetail(*detail) == encodeDetail(update.detail), "its detail comes back");
    for (const SegmentUpdate& segment : update.segments) {
        for (const Series& series : segment.series)
            checkSeries(*store.reader, path, series);
        const auto console = store.reader->console(path, segment.segment.ordinal);
        require(console && console->size() == segment.console.size(), "the console comes back");
    }
    RunBatch gone;
    gone.gone.push_back(path);
    require(store.writer->commit(gone).ok(), "any run can be removed");
}
