// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RecordedHistory.h"

#include "models/formats/Json.h"
#include "models/recorder/SeriesRows.h"

namespace runglass
{

namespace
{

constexpr std::uint64_t kAtOnce = 2000;

} // namespace

Result<std::uint64_t> countUpTo(RunKeeper& keeper, const KeptRun& kept, std::int64_t step)
{
    const std::uint64_t count = kept.run.count(RecordedFile::History);
    for (std::uint64_t at = 0; at < count; at += kAtOnce) {
        const Result<std::vector<std::string>> lines =
            keeper.store().lines(kept.run, RecordedFile::History, at, kAtOnce);
        if (!lines)
            return lines.error();
        for (std::size_t i = 0; i < lines->size(); ++i) {
            const Result<SeriesRow> row = readRow((*lines)[i]);
            if (row && row->step.value_or(0) > step)
                return at + i;
        }
    }
    return count;
}

Status copyHistory(RunKeeper& keeper, const KeptRun& parent, std::int64_t step, KeptRun& into)
{
    const Result<std::uint64_t> count = countUpTo(keeper, parent, step);
    if (!count)
        return count.error();
    for (std::uint64_t at = 0; at < *count; at += kAtOnce) {
        Result<std::vector<std::string>> lines =
            keeper.store().lines(parent.run, RecordedFile::History, at, std::min(kAtOnce, *count - at));
        if (!lines)
            return lines.error();
        const Status written = keeper.write(into, {RecordedFile::History, at, std::move(lines).value()});
        if (!written)
            return written;
    }
    return Done{};
}

Result<std::string> tailOf(RunKeeper& keeper, const KeptRun& kept, RecordedFile file)
{
    const std::uint64_t count = kept.run.count(file);
    if (count == 0)
        return std::string("[]");
    const Result<std::vector<std::string>> lines = keeper.store().lines(kept.run, file, count - 1, 1);
    if (!lines)
        return lines.error();
    Value::Array tail;
    for (const std::string& line : *lines)
        tail.emplace_back(line);
    return toJson(Value(std::move(tail)));
}

} // namespace runglass
