// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/Golden.h"
#include "tests/sources/ReadRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

std::string nameOf(const testing::TestParamInfo<ExpectedRun>& info)
{
    std::string name = info.param.path;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    return name;
}

} // namespace

/// Every run that the real SDK wrote, against what its script had logged.
class WandbGoldenTest : public testing::TestWithParam<ExpectedRun>
{
};

TEST_P(WandbGoldenTest, agreesWithWhatWasLogged)
{
    compareWithExpected(GetParam(), readRun(fixture("wandb/" + GetParam().path)));
}

TEST_P(WandbGoldenTest, isReadAlikeFromItsLogAlone)
{
    const std::filesystem::path folder = fixture("wandb/" + GetParam().path);
    const RunUpdate whole = readRun(folder);
    const RunUpdate alone = readRun(whole.detail.segments.at(0).log);
    EXPECT_EQ(alone.run.path, whole.run.path);
    EXPECT_EQ(alone.segments.at(0).series.size(), whole.segments.at(0).series.size());
    EXPECT_EQ(alone.detail.segments.at(0).folder, whole.detail.segments.at(0).folder);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, WandbGoldenTest, testing::ValuesIn(expectedRuns()), nameOf);

} // namespace runglass::test
