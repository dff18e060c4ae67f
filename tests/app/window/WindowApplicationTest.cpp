// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowApplication.h"

#include "app/window/WindowArguments.h"
#include "models/session/Session.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/window/MainWindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <optional>

namespace runglass::test
{

namespace
{

constexpr int kPatience = 30'000;

/// The program's window on the sources that its settings name.
class WindowApplicationTest : public ::testing::Test
{
protected:
    void start(const std::string& source)
    {
        const std::filesystem::path file = m_folder.path() / "window.ini";
        std::ofstream(file) << "[window]\ntab=1\n[session]\nsources=" << source << '\n';
        m_program.emplace(QString::fromStdString(file.string()), WindowArguments());
        m_program->start();
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* window = qobject_cast<MainWindow*>(widget))
                m_window = window;
        ASSERT_NE(m_window, nullptr);
    }
    int listed() const { return m_window->findChild<QAbstractItemView*>(QStringLiteral("runs"))->model()->rowCount(); }
    bool waitForFrames() const
    {
        return QTest::qWaitFor([this] { return m_window->updatesEnabled(); }, kPatience);
    }

    TemporaryDirectory m_folder;
    std::optional<WindowApplication> m_program;
    MainWindow* m_window = nullptr;
};

} // namespace

TEST_F(WindowApplicationTest, TheFirstFrameWaitsForTheRuns)
{
    start(fixture("wandb/small").string());
    EXPECT_TRUE(m_window->isVisible());
    EXPECT_FALSE(m_window->updatesEnabled());
    ASSERT_TRUE(waitForFrames());
    ASSERT_TRUE(QTest::qWaitFor([this] { return listed() == 8; }, kPatience));
    EXPECT_TRUE(m_window->updatesEnabled());
}

TEST_F(WindowApplicationTest, WhereNoRunsComeTheFirstFrameDoesNotWaitForThem)
{
    start((m_folder.path() / "missing").string());
    ASSERT_TRUE(waitForFrames());
    EXPECT_EQ(listed(), 0);
}

} // namespace runglass::test
