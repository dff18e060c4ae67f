// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/RunProblems.h"

#include "tests/support/QtMessages.h"

#include <limits>

namespace runglass
{

namespace
{

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const Line> series(std::vector<std::int64_t> steps, std::vector<double> values)
{
    Series made;
    made.step = std::move(steps);
    made.time.resize(made.step.size());
    made.values = std::move(values);
    return std::make_shared<const Line>(made);
}

} // namespace

TEST(RunProblems, SaysHowItEndedAndWhatIsDamaged)
{
    runglass::Run run;
    run.state = RunState::Failed;
    run.exitCode = 3;
    run.warnings = {{"/x/run.wandb", 32768, "the checksum is wrong"}, {"/x/y", {}, "no permission"}};
    EXPECT_EQ(runProblems(run),
              (QStringList{QStringLiteral("This run failed with exit code 3."),
                           QStringLiteral("Part of /x/run.wandb could not be read: the checksum is wrong at byte "
                                          "32768. What comes before it is shown."),
                           QStringLiteral("/x/y: no permission")}));
    run = runglass::Run();
    run.state = RunState::Finished;
    EXPECT_TRUE(runProblems(run).isEmpty());
}

TEST(RunProblems, NamesTheLastError)
{
    runglass::Run run;
    run.exception = "ValueError: boom";
    run.exitCode = 143;
    for (const auto& [state, ending] :
         {std::pair(RunState::Failed, "This run failed with exit code 143 (128 + SIGTERM)."),
          {RunState::Killed, "This run was killed. Exit code 143 (128 + SIGTERM)."},
          {RunState::Crashed, "This run crashed."}}) {
        run.state = state;
        EXPECT_EQ(runProblems(run),
                  (QStringList{QString::fromLatin1(ending), QStringLiteral("Last error: ValueError: boom")}));
    }
    run.state = RunState::Running;
    EXPECT_TRUE(runProblems(run).isEmpty()) << "it goes on";
}

TEST(RunProblems, FindsWhatIsNoNumberInTheSummary)
{
    Value summary;
    setPath(summary, {"loss"}, Value(kNan));
    setPath(summary, {"val", "a.b"}, Value(-std::numeric_limits<double>::infinity()));
    setPath(summary, {"_wandb", "x"}, Value(kNan));
    setPath(summary, {"acc"}, Value(1.0));
    EXPECT_EQ(notFiniteKeys(summary, 5), (std::vector<KeyPath>{{"loss"}, {"val", "a.b"}}));
    EXPECT_EQ(notFiniteKeys(summary, 1).size(), 1U);
}

TEST(RunProblems, TellsTheLastGoodValue)
{
    EXPECT_EQ(notFiniteProblem({"loss"}, Value(kNan), {series({0, 10, 12180, 12190}, {1, 3.5, kNan, kNan})}),
              QStringLiteral("loss is NaN since step 12180. The last good value was 3.5."));
    EXPECT_EQ(notFiniteProblem({"loss"}, Value(kNan), {series({0, 10}, {1, 2}), series({0}, {kNan})}),
              QStringLiteral("loss is NaN since step 0. The last good value was 2."));
    EXPECT_EQ(notFiniteProblem({"loss"}, Value(kNan), {series({0}, {kNan})}),
              QStringLiteral("loss is NaN from its first step on."));
    EXPECT_EQ(notFiniteProblem({"loss"}, Value(kNan), {}), QStringLiteral("loss is NaN in the summary."));
    EXPECT_EQ(notFiniteProblem({"loss"}, Value(kNan), {series({0}, {2})}),
              QStringLiteral("loss is NaN in the summary."));
}

} // namespace runglass
