// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <string>
#include <vector>

namespace runglass
{

/// Collects what was wrong in one file: the first ones in words, then a count, so that a file full of damage stays
/// readable and small.
class LogProblems
{
public:
    explicit LogProblems(std::string file);

    /// Where the reader is; offsets of later problems.
    void setOffset(std::uint64_t offset) { m_offset = offset; }
    std::uint64_t offset() const { return m_offset; }
    /// At the offset that was set. Of a long cause the first 500 bytes are kept.
    void add(std::string cause);
    void addAt(std::optional<std::uint64_t> offset, std::string cause);
    void append(const LogProblems& more);
    bool isEmpty() const { return m_warnings.empty(); }

    /// All of it, the count of those left out last.
    std::vector<Warning> warnings() const;

private:
    std::string m_file;
    std::uint64_t m_offset = 0;
    std::vector<Warning> m_warnings;
    std::uint64_t m_leftOut = 0;
};

} // namespace runglass
