// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/StateReason.h"

#include "models/run/LocalTime.h"
#include "models/sources/RunStateRule.h"

#include <QCoreApplication>
#include <QTranslator>
#include <gtest/gtest.h>

#include <vector>

namespace runglass
{

namespace
{

constexpr TimeNs kLast = 1'700'000'000'000'000'000;
constexpr TimeNs kNow = kLast + 3'600'000'000'000;

/// All that decideState may say.
std::vector<std::string> allReasons()
{
    std::vector<std::string> reasons;
    StateEvidence evidence;
    evidence.thisHost = evidence.host = "here";
    evidence.hold = {LogHold::Kind::Held, LogHolder{1234, "python (x) holds its log"}, 0, {}};
    reasons.push_back(decideState(evidence, kNow).reason);
    evidence.hold.holder.reset();
    reasons.push_back(decideState(evidence, kNow).reason);
    for (const auto& last : {std::optional<TimeNs>(kLast), std::optional<TimeNs>()}) {
        evidence.lastSign = last;
        evidence.modified = kLast;
        evidence.hold = {LogHold::Kind::Hidden, std::nullopt, 0, "somebody, and a process of "};
        reasons.push_back(decideState(evidence, kNow).reason);
        evidence.hold = {LogHold::Kind::Free, std::nullopt, 0, {}};
        reasons.push_back(decideState(evidence, kNow).reason);
        evidence.hold = {LogHold::Kind::NotSeen, std::nullopt, 0, {}};
        reasons.push_back(decideState(evidence, kNow).reason);
    }
    evidence.isReadable = false;
    reasons.push_back(decideState(evidence, kNow).reason);
    reasons.emplace_back("its folder is gone");
    return reasons;
}

/// Says of every text of StateReason that it was translated.
class Marking : public QTranslator
{
public:
    Marking() { QCoreApplication::installTranslator(this); }
    ~Marking() override { QCoreApplication::removeTranslator(this); }
    Marking(const Marking&) = delete;
    Marking& operator=(const Marking&) = delete;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return qstrcmp(context, "StateReason") == 0 ? QString(u'<' + QString::fromUtf8(source) + u'>') : QString();
    }
};

} // namespace

TEST(StateReason, IsWhatWasDecidedWithItsTimeLocal)
{
    EXPECT_EQ(stateReasonText("python3 (process 1234) holds its log"), "python3 (process 1234) holds its log");
    EXPECT_EQ(stateReasonText("no exit record, and no process holds its log; last write at 2023-11-14T22:13:20Z"),
              "no exit record, and no process holds its log; last write at " + localTimeText(kLast));
    EXPECT_EQ(stateReasonText("no data yet, last write at 2023-11-14T22:13:20Z"),
              "no data yet; last write at " + localTimeText(kLast));
    EXPECT_EQ(stateReasonText(""), "");
    EXPECT_EQ(stateReasonText("said by a later version, last write at noon"),
              "said by a later version, last write at noon");
}

TEST(StateReason, HasWordsForAllThatIsDecided)
{
    const Marking marking;
    for (const std::string& reason : allReasons()) {
        const std::string text = stateReasonText(reason);
        EXPECT_TRUE(text.starts_with("<") && text.ends_with(">")) << reason << " → " << text;
        // A part that was left in English would stand between two that were not.
        EXPECT_EQ(text.find("> "), std::string::npos) << text;
    }
}

} // namespace runglass
