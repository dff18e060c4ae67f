// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/SharedRows.h"

#include <gtest/gtest.h>

#include <string>

namespace runglass::test
{

namespace
{

using Rows = SharedRows<std::string>;

Rows numbered(std::size_t count)
{
    Rows rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.push(std::to_string(i));
    return rows;
}

} // namespace

TEST(SharedRows, HoldsWhatWasPutInAcrossBlocks)
{
    const Rows rows = numbered(2 * Rows::kBlock + 3);
    ASSERT_EQ(rows.size(), 2 * Rows::kBlock + 3);
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(rows[i], std::to_string(i));
}

TEST(SharedRows, ACopyStaysAsItIsWhenTheOtherChangesOrGrows)
{
    Rows rows = numbered(Rows::kBlock + 1);
    const Rows copy = rows;
    rows.writable(0) = "changed";
    rows.writable(Rows::kBlock) = "changed too";
    rows.push("new");
    EXPECT_EQ(rows[0], "changed");
    EXPECT_EQ(rows[Rows::kBlock], "changed too");
    EXPECT_EQ(rows[Rows::kBlock + 1], "new");
    EXPECT_EQ(copy[0], "0");
    EXPECT_EQ(copy[Rows::kBlock], std::to_string(Rows::kBlock));
    EXPECT_EQ(copy.size(), Rows::kBlock + 1);
}

TEST(SharedRows, OnlyTheBlockThatChangesIsCopied)
{
    Rows rows = numbered(2 * Rows::kBlock);
    const Rows copy = rows;
    rows.writable(1) = "changed";
    EXPECT_NE(&rows[0], &copy[0]);
    EXPECT_EQ(&rows[Rows::kBlock], &copy[Rows::kBlock]);
}

} // namespace runglass::test
