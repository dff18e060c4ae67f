// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitStatus.h"
#include "app/cli/Output.h"
#include "models/run/Result.h"
#include "models/run/RunPath.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runglass::cli
{

/// What became of each run of a command.
class CommandReport
{
public:
    struct Entry {
        RunPath run;
        std::optional<Error> error;
        std::optional<std::uint64_t> sizeBytes; ///< delete and trash: in the trash now, or freed
        std::string note;
    };

    /// Says on standard error what went wrong, and what there is to note.
    void add(Entry entry);

    /// [{"path", "ok", "reason", "size", "note"}], the last two where there is something to say.
    void writeJson(Output& output) const;
    /// A line for each run that something was done with, behind a word for it.
    void writeText(const std::string& done, Output& output) const;

    std::uint64_t bytes() const { return m_bytes; }
    std::size_t done() const { return m_done; }
    /// Done · Partly: not with all of them · Refused: with none, for good reason
    ExitStatus status() const;

private:
    std::vector<Entry> m_entries;
    std::uint64_t m_bytes = 0;
    std::size_t m_done = 0;
    std::size_t m_refused = 0;
};

} // namespace runglass::cli
