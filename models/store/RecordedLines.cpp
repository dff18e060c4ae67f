// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecordedLines.h"

#include "models/store/LineBlock.h"
#include "models/store/Query.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace runglass
{

namespace
{

std::vector<std::string> decoded(Database& database, const Query& query, int column)
{
    auto lines = decodeLines(query.natural(column), query.natural(column + 1), query.blob(column + 2));
    if (!lines)
        throw StoreFailure({Error::Kind::Corruption, "Recorded lines of a run are damaged.", database.file()},
                           StoreFailure::Scope::Run);
    return std::move(*lines);
}

/// The start of the block that holds line first, or first itself where a block would begin.
std::uint64_t blockOf(Database& database, std::int64_t run, RecordedFile file, std::uint64_t first)
{
    Query query(database, "SELECT start, count FROM recorded_lines WHERE run = ? AND file = ? AND start <= ?"
                          " ORDER BY start DESC LIMIT 1");
    const bool found = query.bind(run).bind(static_cast<int>(file)).bind(first).step();
    // The last block is filled up; one that is full comes out as it is.
    return found ? query.natural(0) : first;
}

void insertBlocks(WriteSession& session, std::int64_t run, RecordedFile file, std::uint64_t start,
                  std::span<const std::string> lines)
{
    while (!lines.empty()) {
        const std::size_t length = lineBlockLength(lines);
        const LineBlock block = encodeLines(lines.first(length));
        Query(session.database(),
              "INSERT INTO recorded_lines(run, file, start, count, size, data) VALUES(?, ?, ?, ?, ?, ?)")
            .bind(run)
            .bind(static_cast<int>(file))
            .bind(start)
            .bind(length)
            .bind(block.sizeBytes)
            .bindBlob(block.data)
            .run();
        session.countBytes(block.data.size());
        start += length;
        lines = lines.subspan(length);
    }
}

} // namespace

std::vector<std::string> readLines(Database& database, const RecordedRun& run, RecordedFile file, std::uint64_t first,
                                   std::uint64_t count)
{
    std::vector<std::string> lines;
    const std::uint64_t all = run.count(file);
    const std::uint64_t end = first < all ? first + std::min(count, all - first) : first;
    if (first == end)
        return lines;
    Query query(database, "SELECT start, count, size, data FROM recorded_lines WHERE run = ? AND file = ?"
                          " AND start >= ? AND start < ? ORDER BY start");
    const std::uint64_t from = blockOf(database, run.number, file, first);
    query.bind(run.number).bind(static_cast<int>(file)).bind(from).bind(end);
    std::uint64_t next = from;
    while (query.step()) {
        std::vector<std::string> block = decoded(database, query, 1);
        if (query.natural(0) != next)
            break;
        for (std::string& line : block) {
            if (next >= first && next < end)
                lines.push_back(std::move(line));
            ++next;
        }
    }
    if (lines.size() != end - first)
        throw StoreFailure({Error::Kind::Corruption, "Recorded lines of a run are missing.", database.file()},
                           StoreFailure::Scope::Run);
    return lines;
}

std::uint64_t writeLines(WriteSession& session, const RecordedRun& run, const LineEdit& edit)
{
    Database& database = session.database();
    const std::uint64_t count = run.count(edit.file);
    if (edit.first > count)
        throw StoreFailure({Error::Kind::InvalidArgument, "Lines of the run are missing before these.", {}},
                           StoreFailure::Scope::Run);
    const std::uint64_t start = blockOf(database, run.number, edit.file, edit.first);
    const std::uint64_t behind = edit.first + edit.lines.size();
    std::vector<std::string> lines = readLines(database, run, edit.file, start, edit.first - start);
    lines.insert(lines.end(), edit.lines.begin(), edit.lines.end());
    if (!edit.cuts && behind < count) {
        std::vector<std::string> kept = readLines(database, run, edit.file, behind, count - behind);
        std::move(kept.begin(), kept.end(), std::back_inserter(lines));
    }
    Query(database, "DELETE FROM recorded_lines WHERE run = ? AND file = ? AND start >= ?")
        .bind(run.number)
        .bind(static_cast<int>(edit.file))
        .bind(start)
        .run();
    insertBlocks(session, run.number, edit.file, start, lines);
    return start + lines.size();
}

} // namespace runglass
