// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QAccessible>
#include <QTest>

#include <filesystem>
#include <functional>

namespace runglass::test
{

/// A session over fixture runs, and what bodies of panels are given.
class BodyFixture : public ::testing::Test
{
protected:
    static constexpr int kPatience = 30'000; ///< ms until a wait has failed

    BodyFixture() { m_theme.setMode(Theme::Mode::Light); }

    void open(const std::filesystem::path& path)
    {
        m_session.open(path.string());
        ASSERT_TRUE(waitFor([this] { return !m_session.isBusy() && !m_session.list()->rows.empty(); }));
    }
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kPatience); }
    void hide(const RunRef& run)
    {
        RunListState state = m_session.state();
        state.hidden.insert(run);
        m_session.setState(std::move(state));
    }
    static PanelContent content(PanelKind kind, const std::string& key = {})
    {
        PanelContent content;
        content.kind = kind;
        if (!key.empty())
            content.metrics = {{false, {key}}};
        return content;
    }
    /// Shows a body as a panel in view does.
    static void show(PanelBody& body, const PanelContent& content)
    {
        body.resize(700, 420);
        body.setContent(content, QStringLiteral("the panel"));
        body.show();
        body.setActive(true);
    }
    /// What takes the focus says what it is.
    static void expectNames(PanelBody& body)
    {
        for (QWidget* stop : body.tabStops()) {
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(stop);
            ASSERT_NE(face, nullptr);
            EXPECT_FALSE(face->text(QAccessible::Name).isEmpty())
                << stop->metaObject()->className() << ' ' << stop->objectName().toStdString();
        }
    }

    Theme m_theme;
    Session m_session{Places{}};
    PanelScope m_scope{m_session, m_theme};
};

} // namespace runglass::test
