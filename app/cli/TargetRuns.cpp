// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TargetRuns.h"

#include "app/cli/ListQuery.h"
#include "app/cli/Output.h"
#include "models/sources/FolderNotes.h"

#include <algorithm>
#include <filesystem>

namespace runglass::cli
{

namespace
{

namespace fs = std::filesystem;

/// The folder that a RUN given as a path means.
std::string folderOf(const std::string& path)
{
    std::error_code failed;
    const fs::path absolute = fs::weakly_canonical(path, failed);
    std::string text = failed ? path : absolute.string();
    if (text.ends_with(".wandb"))
        text = absolute.parent_path().string();
    while (text.size() > 1 && text.back() == '/')
        text.pop_back();
    return text;
}

bool holds(const RunDetail& detail, const std::string& folder)
{
    return std::any_of(detail.segments.begin(), detail.segments.end(), [&folder](const Segment& segment) {
        return segment.folder == folder ||
               std::find(segment.copies.begin(), segment.copies.end(), folder) != segment.copies.end();
    });
}

} // namespace

Sources& TargetRuns::addSources()
{
    m_sources.push_back(std::make_unique<Sources>());
    return *m_sources.back();
}

std::vector<ReadSource*> TargetRuns::sources() const
{
    std::vector<ReadSource*> opened;
    for (const std::unique_ptr<Sources>& sources : m_sources)
        for (const std::unique_ptr<ReadSource>& source : sources->opened())
            opened.push_back(source.get());
    return opened;
}

ExitStatus TargetRuns::status() const
{
    ExitStatus status = ExitStatus::Done;
    for (const std::unique_ptr<Sources>& sources : m_sources)
        status = std::max(status, sources->status());
    return status;
}

void TargetRuns::add(FoundRun found, const std::string& folder)
{
    const bool isKnown = std::any_of(m_runs.begin(), m_runs.end(), [&](const TargetRun& known) {
        return known.found.where == found.where && known.found.run.path == found.run.path && known.folder == folder;
    });
    if (!isKnown)
        m_runs.push_back({std::move(found), folder});
}

ExitStatus TargetRuns::find(const Options& options, Where where)
{
    if (options.runs.empty() == options.filter.empty()) {
        say(options.runs.empty() ? "Name runs, or give --filter." : "Name runs or give --filter, not both.");
        return ExitStatus::Usage;
    }
    return options.filter.empty() ? findNamed(options, where) : findByFilter(options, where);
}

ExitStatus TargetRuns::findAllTrash(const Options& options)
{
    Sources& sources = addSources();
    if (!sources.openOrDefault(options.sources))
        return ExitStatus::Usage;
    for (FoundRun& found : sources.trashedRuns())
        m_runs.push_back({std::move(found), {}});
    return ExitStatus::Done;
}

ExitStatus TargetRuns::findByFilter(const Options& options, Where where)
{
    ListQuery query;
    Sources& sources = addSources();
    if (!query.read(options) || !sources.openOrDefault(options.sources))
        return ExitStatus::Usage;
    std::vector<FoundRun> runs = where == Where::Trash ? sources.trashedRuns() : sources.runs();
    if (where == Where::Runs)
        std::erase_if(runs, [](const FoundRun& found) { return found.run.vanished; });
    if (!runs.empty() && !query.apply(runs))
        return ExitStatus::Usage;
    if (!runs.empty())
        for (const ListQuery::Match& match : query.matches(runs))
            m_runs.push_back({runs[match.place], {}});
    if (!m_runs.empty())
        return ExitStatus::Done;
    say("No run matches.");
    return ExitStatus::NothingMatched;
}

ExitStatus TargetRuns::findNamed(const Options& options, Where where)
{
    std::vector<FoundRun> all;
    bool isOpen = false;
    for (const std::string& name : options.runs) {
        // As elsewhere: what lies on the disk is meant, unless sources were given and know the run.
        const std::optional<RunReference> reference =
            Sources::isOnlyPath(name) ? std::nullopt : parseRunReference(name);
        const bool isPath = Sources::mayBePath(name);
        std::vector<FoundRun> candidates;
        if (reference && (!options.sources.empty() || !isPath)) {
            if (!isOpen) {
                Sources& sources = addSources();
                if (!sources.openOrDefault(options.sources))
                    return ExitStatus::Usage;
                all = where == Where::Trash ? sources.trashedRuns() : sources.runs();
                isOpen = true;
            }
            std::copy_if(all.begin(), all.end(), std::back_inserter(candidates),
                         [&](const FoundRun& found) { return matches(*reference, found.run.path); });
            // The same run may have been deleted more than once: the last time is meant.
            const bool isOne = std::all_of(candidates.begin(), candidates.end(), [&](const FoundRun& found) {
                return found.trashed && found.run.path == candidates.front().run.path &&
                       found.where == candidates.front().where;
            });
            if (candidates.size() > 1 && isOne)
                candidates.erase(candidates.begin() + 1, candidates.end());
        }
        if (candidates.empty() && isPath) {
            if (const ExitStatus found = findPath(name, where); found != ExitStatus::Done)
                return found;
            continue;
        }
        if (!reference) {
            say("\"" + name + "\" is no run ID, no run path and nothing that is there.");
            return ExitStatus::Usage;
        }
        FoundRun found;
        if (const ExitStatus picked = Sources::pick(std::move(candidates), name, found); picked != ExitStatus::Done)
            return picked;
        add(std::move(found));
    }
    return ExitStatus::Done;
}

ExitStatus TargetRuns::findPath(const std::string& path, Where where)
{
    const std::string folder = folderOf(path);
    Sources& sources = addSources();
    if (where == Where::Trash) {
        const std::string place = placeOfTrashed(folder);
        if (place.empty()) {
            say("\"" + path + "\" does not lie in a trash.");
            return ExitStatus::Usage;
        }
        if (!sources.open({place}))
            return ExitStatus::Usage;
        for (FoundRun& found : sources.trashedRuns())
            if (found.trashed->folder == folder) {
                add(std::move(found));
                return ExitStatus::Done;
            }
        say("Nothing can be restored from \"" + path + "\".");
        return ExitStatus::NothingMatched;
    }
    if (!sources.open({path}))
        return ExitStatus::Usage;
    FoundRun found;
    if (const ExitStatus picked = Sources::pick(sources.runs(), path, found); picked != ExitStatus::Done)
        return picked;
    const Result<RunDetail> detail = found.reader().detail(found.run.path);
    add(std::move(found), detail && holds(*detail, folder) ? folder : std::string());
    return ExitStatus::Done;
}

} // namespace runglass::cli
