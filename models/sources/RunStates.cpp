// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunStates.h"

#include "models/sources/ConsoleTail.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::string_view kIncomplete = " bytes are incomplete";

bool isOfIncompleteTail(const Warning& warning)
{
    return warning.cause.starts_with("the last ") && warning.cause.ends_with(kIncomplete);
}

Warning incompleteTail(const Segment& segment)
{
    return {segment.log, segment.incompleteFrom,
            "the last " + std::to_string(segment.incompleteBytes) + std::string(kIncomplete)};
}

} // namespace

RunStates::RunStates(const FileSystem& files, const Clock& clock, Look look)
    : m_files(files)
    , m_clock(clock)
    , m_look(std::move(look))
    , m_thisHost(hostName())
{
}

void RunStates::look()
{
    if (m_look)
        m_holders = m_look();
}

bool RunStates::isShared(const std::string& folder, std::uint64_t device)
{
    const auto known = m_shared.find(device);
    return known != m_shared.end() ? known->second : m_shared.emplace(device, m_files.isShared(folder)).first->second;
}

LogHold RunStates::holdOf(const Segment& segment, const FileStatus& log)
{
    if (!m_holders)
        return {};
    if (std::optional<LogHolder> holder = m_holders->holderOf(log.device, log.inode))
        return {LogHold::Kind::Held, std::move(holder), 0};
    // Where every process was looked into, that is the answer, and the log need not be opened for it. Nor does a log
    // that was found abandoned, and has not changed since, come into other hands.
    const bool isComplete = m_holders->seesWholeComputer() && !m_holders->hasUnreadableProcessOf(log.owner);
    if (isComplete || segment.state == RunState::Crashed)
        return {LogHold::Kind::Free, {}, 0};
    return m_holders->holdOf(segment.log);
}

StateEvidence RunStates::evidenceOf(const Run& run, const Segment& segment, const FileStatus& log)
{
    StateEvidence evidence;
    evidence.exitCode = segment.exitCode;
    if (segment.hasRecords)
        evidence.lastSign = segment.lastSign;
    evidence.modified = log.modifiedNs;
    evidence.isReadable = segment.isReadable;
    if (segment.exitCode)
        return evidence;
    evidence.hold = holdOf(segment, log);
    evidence.host = run.host;
    evidence.thisHost = m_thisHost;
    evidence.isOnNetwork = isShared(segment.folder, log.device);
    return evidence;
}

void RunStates::decide(Run& run, RunDetail& detail, const std::map<std::string, FileStatus>& statuses)
{
    std::erase_if(run.warnings, isOfIncompleteTail);
    const bool wasCrashed = !detail.segments.empty() && detail.segments.back().state == RunState::Crashed;
    for (Segment& segment : detail.segments) {
        const auto status = statuses.find(segment.log);
        if (status == statuses.end())
            continue;
        const StateVerdict verdict = decideState(evidenceOf(run, segment, status->second), m_clock.now());
        segment.state = verdict.state;
        // The run's state is that of its last part.
        run.state = verdict.state;
        run.stateReason = verdict.reason;
        // What a living writer has not finished is on its way.
        if (segment.incompleteBytes > 0 && verdict.state != RunState::Running)
            run.warnings.push_back(incompleteTail(segment));
    }
    if (run.state == RunState::Crashed && !wasCrashed && !detail.segments.empty())
        takeTracebackFromOutputLog(m_files, detail.segments.back().folder, run);
}

} // namespace runglass
