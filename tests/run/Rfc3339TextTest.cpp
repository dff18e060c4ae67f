// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Rfc3339Text.h"

#include <gtest/gtest.h>

namespace runglass::test
{

TEST(Rfc3339TextTest, losesNoNanosecond)
{
    EXPECT_EQ(rfc3339Text(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(rfc3339Text(1), "1970-01-01T00:00:00.000000001Z");
    EXPECT_EQ(rfc3339Text(1'500'000'000), "1970-01-01T00:00:01.5Z");
    EXPECT_EQ(rfc3339Text(-1), "1969-12-31T23:59:59.999999999Z");
    EXPECT_EQ(rfc3339Text(1'795'416'953'250'000'000), "2026-11-23T06:55:53.25Z");
}

} // namespace runglass::test
