// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/common/Context.h"
#include "widgets/common/Theme.h"

#include <QTest>

#include <filesystem>
#include <functional>

namespace runglass::test
{

/// A session with theme, over fixture runs.
class WindowFixture : public ::testing::Test
{
protected:
    static constexpr int kPatience = 30'000; ///< ms until a wait has failed

    WindowFixture() { m_theme.setMode(Theme::Mode::Light); }

    static QString path(const std::string& name) { return QString::fromStdString(fixture("wandb/" + name).string()); }
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kPatience); }

    /// Opens a folder under tests/fixtures/wandb and waits until it is read.
    void open(const std::string& name)
    {
        m_session.open(path(name).toStdString());
        ASSERT_TRUE(waitFor([this] { return !m_session.isBusy() && m_session.list()->inScope > 0; }));
    }
    void search(const std::string& text)
    {
        RunListState state = m_session.state();
        state.search = text;
        m_session.setState(std::move(state));
        ASSERT_TRUE(waitFor([&] { return m_session.list()->state.search == text; }));
    }
    RunRef listed(std::size_t place) const { return m_session.list()->ref(place); }
    std::size_t listedCount() const { return m_session.list()->rows.size(); }

    Theme m_theme;
    Session m_session{Places{}};
    Context m_context{m_session, m_theme};
};

} // namespace runglass::test
