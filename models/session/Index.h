// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreReader.h"
#include "models/store/StoreWriter.h"

#include <memory>
#include <mutex>
#include <string>

namespace runglass
{

/// The index of one source: a file, or memory where the file cannot be written (a full disk, another user's file). It
/// moves from the file to memory when writing fails half-way: it is only a copy of what the source has.
/// @thread writer and moveToMemory: one at a time; everything else: any, at once
class Index
{
public:
    /// @param file  empty file: in memory from the beginning
    /// @param name  of the index in memory, unique to the source
    /// @errors what StoreWriter::open says of a file that is not for us to replace (a newer program's store)
    static Result<std::unique_ptr<Index>> open(StoreLocation file, std::string name);

    /// A store that its source writes itself: it has no writer here and never moves.
    static std::unique_ptr<Index> ofStore(StoreLocation store);

    /// Not of a store.
    StoreWriter& writer() { return *m_writer; }
    /// After error came from the writer: true when the index is in memory now, empty, and what failed can be done again
    /// from the beginning. False when the error has nothing to do with the index's place.
    bool moveToMemory(const Error& error);

    /// Rises when the index moves: readers of before see no more news.
    int moves() const;
    StoreLocation location() const;
    /// What to tell the user about the index; empty: nothing.
    std::string notice() const;
    /// A reader of its own for the calling thread.
    /// @errors as StoreReader::open
    Result<std::unique_ptr<StoreReader>> reader() const;

private:
    Index(StoreLocation location, std::string name);

    const std::string m_name;
    std::unique_ptr<StoreWriter> m_writer;
    mutable std::mutex m_mutex; ///< guards what follows
    StoreLocation m_location;
    std::string m_notice;
    int m_moves = 0;
};

} // namespace runglass
