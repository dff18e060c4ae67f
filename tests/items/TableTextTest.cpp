// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/TableText.h"

#include <gtest/gtest.h>

namespace runglass::test
{

TEST(TableTextTest, tsvIsOneLineARowWhateverCellsHold)
{
    TableText text(TableText::Format::Tsv, {{QStringLiteral("a\tb"), false}, {QStringLiteral("c"), true}});
    text.addRow({QStringLiteral("one\r\ntwo\tthree"), QStringLiteral(" 1 ")});
    text.addRow({QString(), QStringLiteral("x") + QChar(0x2028) + QStringLiteral("y") + QChar(0x1b)});
    EXPECT_EQ(text.text(), QStringLiteral("a b\tc\none two three\t1\n\tx y\n"));
}

TEST(TableTextTest, markdownSetsNumbersRight)
{
    TableText text(TableText::Format::Markdown, {{QStringLiteral("Name"), false}, {QStringLiteral("loss"), true}});
    text.addRow({QStringLiteral("my run"), QStringLiteral("0.5")});
    EXPECT_EQ(text.text(), QStringLiteral("| Name | loss |\n| --- | ---: |\n| my run | 0.5 |\n"));
}

TEST(TableTextTest, markdownEscapesMarkupAndLeavesNamesAlone)
{
    TableText text(TableText::Format::Markdown, {{QStringLiteral("k"), false}});
    text.addRow({QStringLiteral("a|b")});
    text.addRow({QStringLiteral("my_run_1 _em_ R & D &amp; *x* `y`")});
    text.addRow({QStringLiteral("<b>[l](u) ~~no~~ c:\\d")});
    EXPECT_EQ(text.text(), QStringLiteral("| k |\n| --- |\n| a\\|b |\n"
                                          "| my_run_1 \\_em\\_ R & D \\&amp; \\*x\\* \\`y\\` |\n"
                                          "| \\<b\\>\\[l\\](u) \\~\\~no\\~\\~ c:\\\\d |\n"));
}

} // namespace runglass::test
