// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunStateRule.h"

#include <array>
#include <ctime>

namespace runglass
{

std::string utcText(TimeNs time)
{
    constexpr TimeNs kNsPerSecond = 1'000'000'000;
    const std::time_t seconds = time / kNsPerSecond - (time % kNsPerSecond < 0 ? 1 : 0);
    std::tm parts = {};
    std::array<char, 64> text = {};
    if (!::gmtime_r(&seconds, &parts))
        return {};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

StateVerdict decideState(const StateEvidence& evidence, TimeNs now)
{
    constexpr int kInterrupted = 255;
    if (evidence.exitCode) {
        if (*evidence.exitCode == 0)
            return {RunState::Finished, {}};
        return {*evidence.exitCode == kInterrupted ? RunState::Killed : RunState::Failed, {}};
    }
    if (!evidence.isReadable)
        return {RunState::Unknown, "its log could not be read"};
    // A time in the future is another computer's clock or damage, and says nothing of now: the file's own does.
    TimeNs last = evidence.lastSign.value_or(evidence.modified);
    if (last > now)
        last = evidence.modified;
    const std::string what = evidence.lastSign ? "no exit record" : "no data yet";
    if (last > now || now - last < kSilenceNs)
        return {RunState::Running, what + ", last write at " + utcText(last)};
    return {RunState::Crashed, what + ", last write at " + utcText(last)};
}

} // namespace runglass
