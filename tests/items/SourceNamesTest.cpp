// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SourceNames.h"

#include "tests/support/QtMessages.h"

#include <QDir>

namespace runglass
{

TEST(SourceNames, ShortensTheHomeDirectory)
{
    const SourceNames names;
    const std::string home = QDir::homePath().toStdString();
    EXPECT_EQ(names.label(home + "/experiments/wandb"), u"~/experiments/wandb");
    EXPECT_EQ(names.label(home), u"~");
    EXPECT_EQ(names.label(home + "er/wandb"), QString::fromStdString(home + "er/wandb"));
    EXPECT_EQ(names.shortName("/data/runs/wandb/"), u"wandb");
    EXPECT_EQ(names.shortName("/"), u"/");
}

TEST(SourceNames, CallsTheExampleByName)
{
    const SourceNames names("/usr/share/runglass/example");
    EXPECT_EQ(names.label("/usr/share/runglass/example"), u"Example runs");
    EXPECT_EQ(names.shortName("/usr/share/runglass/example"), u"Example runs");
    EXPECT_EQ(names.label("/usr/share/runglass/example/wandb"), u"/usr/share/runglass/example/wandb");
}

TEST(SourceNames, ShowsHostileNamesOnOneLine)
{
    const QString label = SourceNames().label("/a\n\x1b" + std::string(5000, 'x'));
    EXPECT_TRUE(label.startsWith(QStringLiteral("/a↵␛")));
    EXPECT_EQ(label.size(), 300);
}

} // namespace runglass
