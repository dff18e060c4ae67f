// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunColours.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace runglass::test
{

namespace
{

std::vector<RunRef> refs(std::size_t count, const std::string& project = "proj", SourceId source = 1)
{
    std::vector<RunRef> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back({source, {"team", project, "run" + std::to_string(i)}});
    return made;
}

std::vector<std::uint8_t> slotsOf(const std::vector<RunRef>& runs)
{
    std::vector<ColouredRun> coloured;
    TimeNs start = 1000;
    for (const RunRef& run : runs)
        coloured.push_back({&run, start++});
    return colourSlots(coloured);
}

} // namespace

TEST(RunColoursTest, hashesAsFnv1a)
{
    EXPECT_EQ(fnv1a64(""), 0xCBF29CE484222325ULL);
    EXPECT_EQ(fnv1a64("a"), 0xAF63DC4C8601EC8CULL);
    EXPECT_EQ(fnv1a64("foobar"), 0x85944171F73967E8ULL);
}

TEST(RunColoursTest, givesEachOfTwentyItsOwn)
{
    const std::vector<std::uint8_t> slots = slotsOf(refs(60));
    for (std::size_t round = 0; round < 3; ++round) {
        const auto first = slots.begin() + static_cast<std::ptrdiff_t>(round * kColourSlots);
        EXPECT_EQ(std::set<std::uint8_t>(first, first + kFirstRing).size(), std::size_t{kFirstRing});
        EXPECT_LT(*std::max_element(first, first + kFirstRing), kFirstRing) << "the first ring first";
        EXPECT_EQ(std::set<std::uint8_t>(first, first + kColourSlots).size(), std::size_t{kColourSlots});
    }
}

TEST(RunColoursTest, beginsWhereTheHashSaysAndStepsOn)
{
    const std::vector<RunRef> runs = refs(3);
    const std::vector<std::uint8_t> slots = slotsOf(runs);
    EXPECT_EQ(slots[0], fnv1a64("team/proj/run0") % 8);
    std::set<std::uint8_t> taken = {slots[0]};
    for (std::size_t i = 1; i < 3; ++i) {
        std::uint64_t expected = fnv1a64(toString(runs[i].path)) % 8;
        while (taken.contains(static_cast<std::uint8_t>(expected)))
            expected = (expected + 3) % 8;
        EXPECT_EQ(slots[i], expected);
        taken.insert(slots[i]);
    }
}

TEST(RunColoursTest, doesNotChangeWithLaterRunsOtherProjectsOrOrder)
{
    std::vector<RunRef> runs = refs(30);
    const std::vector<std::uint8_t> before = slotsOf({runs.begin(), runs.begin() + 13});
    const std::vector<std::uint8_t> after = slotsOf(runs);
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));

    const std::vector<RunRef> other = refs(9, "other");
    const std::vector<RunRef> twin = refs(9, "proj", 2);
    std::vector<ColouredRun> mixed;
    for (const std::vector<RunRef>* some : {&other, &twin}) {
        TimeNs early = 1;
        for (const RunRef& run : *some)
            mixed.push_back({&run, early++});
    }
    for (std::size_t i = runs.size(); i-- > 0;)
        mixed.push_back({&runs[i], TimeNs(1000 + i)});
    std::vector<std::uint8_t> slots = colourSlots(mixed);
    slots.erase(slots.begin(), slots.begin() + 18);
    std::reverse(slots.begin(), slots.end());
    EXPECT_EQ(slots, after);
}

TEST(RunColoursTest, putsRunsWithoutAStartLastById)
{
    const std::vector<RunRef> runs = refs(3);
    const std::vector<std::uint8_t> slots = colourSlots({{&runs[2], {}}, {&runs[1], {}}, {&runs[0], TimeNs{5}}});
    EXPECT_EQ(slots, (std::vector<std::uint8_t>{slotsOf(runs)[2], slotsOf(runs)[1], slotsOf(runs)[0]}));
}

TEST(RunColoursTest, dealingAnewKeepsTheRings)
{
    int moved = 0;
    for (std::uint32_t shuffle = 0; shuffle < 200; ++shuffle) {
        std::set<std::uint8_t> first;
        std::set<std::uint8_t> all;
        for (std::uint8_t slot = 0; slot < kColourSlots; ++slot) {
            const std::uint8_t dealt = shuffledSlot(slot, shuffle);
            all.insert(dealt);
            if (slot < kFirstRing)
                first.insert(dealt);
            moved += dealt == slot ? 0 : 1;
            EXPECT_TRUE(shuffle != 0 || dealt == slot);
        }
        EXPECT_EQ(all.size(), kColourSlots);
        EXPECT_EQ(*all.rbegin(), kColourSlots - 1);
        EXPECT_EQ(*first.rbegin(), kFirstRing - 1) << "the first eight stay the first eight";
    }
    EXPECT_GT(moved, 200 * kColourSlots * 3 / 4);
}

} // namespace runglass::test
