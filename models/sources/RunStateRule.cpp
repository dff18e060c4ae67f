// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunStateRule.h"

#include "models/run/UtcTime.h"

namespace runglass
{

namespace
{

/// "localhost" is the name of every computer.
bool namesItsHost(const StateEvidence& evidence)
{
    return !evidence.host.empty() && !evidence.host.starts_with("localhost");
}

bool mayBeOfThisComputer(const StateEvidence& evidence)
{
    return !namesItsHost(evidence) || evidence.host == evidence.thisHost;
}

/// Without a host's name it is, unless the disk is shared.
bool isOfThisComputer(const StateEvidence& evidence)
{
    return mayBeOfThisComputer(evidence) && (namesItsHost(evidence) || !evidence.isOnNetwork);
}

std::string whoHolds(const LogHold& hold)
{
    if (!hold.holder)
        return "a process that cannot be seen from here holds its log";
    return hold.holder->command + " (process " + std::to_string(hold.holder->pid) + ") holds its log";
}

} // namespace

StateVerdict decideState(const StateEvidence& evidence, TimeNs now)
{
    using Hold = LogHold::Kind;
    constexpr int kInterrupted = 255;
    if (evidence.exitCode) {
        if (*evidence.exitCode == 0)
            return {RunState::Finished, {}};
        return {*evidence.exitCode == kInterrupted ? RunState::Killed : RunState::Failed, {}};
    }
    if (evidence.hold.kind == Hold::Held)
        return {RunState::Running, whoHolds(evidence.hold)};
    if (!evidence.isReadable)
        return {RunState::Unknown, "its log could not be read"};
    // A time in the future is another computer's clock or damage, and says nothing of now: the file's own does.
    TimeNs last = evidence.lastSign.value_or(evidence.modified);
    if (last > now)
        last = evidence.modified;
    const std::string what = evidence.lastSign ? "no exit record" : "no data yet";
    const std::string lastWrite = "last write at " + utcText(last);
    if (evidence.hold.kind == Hold::Hidden && mayBeOfThisComputer(evidence))
        return {RunState::Unknown, what + ", and a process of " + evidence.hold.userName +
                                       " that cannot be looked into may hold its log; " + lastWrite};
    if (evidence.hold.kind == Hold::Free && isOfThisComputer(evidence))
        return {RunState::Crashed, what + ", and no process holds its log; " + lastWrite};
    const bool isYoung = last > now || now - last < kSilenceNs;
    return {isYoung ? RunState::Running : RunState::Crashed, what + ", " + lastWrite};
}

} // namespace runglass
