// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QCoreApplication>
#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    runglass::test::usePrivateHome();
    ::testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    const runglass::test::FailOnQtWarnings failOnWarnings;
    return RUN_ALL_TESTS();
}
