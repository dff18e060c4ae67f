// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/cli/Sources.h"

#include <memory>
#include <string>
#include <vector>

namespace runglass::cli
{

/// A run that a command is about.
struct TargetRun {
    FoundRun found;
    std::string folder; ///< it was named by this folder, which alone is meant; empty: all of the run
};

/// The runs that a command names one by one or by a filter.
class TargetRuns
{
public:
    enum class Where { Runs, Trash };

    /// @return Done and at least one run; Usage or NothingMatched, said
    ExitStatus find(const Options& options, Where where);
    /// All that lies in the trash. @return Done, also where there is nothing; Usage, said
    ExitStatus findAllTrash(const Options& options);

    const std::vector<TargetRun>& runs() const { return m_runs; }
    /// Sources that were opened.
    std::vector<ReadSource*> sources() const;
    /// Done, or Partly where a source could not be read.
    ExitStatus status() const;

private:
    Sources& addSources();
    ExitStatus findByFilter(const Options& options, Where where);
    ExitStatus findNamed(const Options& options, Where where);
    ExitStatus findPath(const std::string& path, Where where);
    void add(FoundRun found, const std::string& folder = {});

    std::vector<std::unique_ptr<Sources>> m_sources;
    std::vector<TargetRun> m_runs;
};

} // namespace runglass::cli
