// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/common/Context.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/RunPage.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <filesystem>
#include <functional>

namespace runglass::test
{

/// A session over fixture runs, and what the pages of one run are given.
class RunPageFixture : public ::testing::Test
{
protected:
    static constexpr int kPatience = 30'000; ///< ms until a wait has failed

    /// Opens a folder under tests/fixtures/wandb and waits until it is read.
    void open(const std::string& name) { openPath(fixture("wandb/" + name)); }
    void openPath(const std::filesystem::path& path)
    {
        m_session.open(path.string());
        ASSERT_TRUE(waitFor([this] { return !m_session.isBusy() && m_session.list()->table->rowCount() > 0; }));
    }
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kPatience); }

    RunRef onlyRun() const { return m_session.list()->table->ref(0); }
    RunRef runOf(const std::string& id) const
    {
        for (std::uint32_t row = 0; row < m_session.list()->table->rowCount(); ++row)
            if (m_session.list()->table->ref(row).path.id == id)
                return m_session.list()->table->ref(row);
        ADD_FAILURE() << "no run " << id;
        return {};
    }
    /// Makes run the current one and waits until page shows it.
    void show(RunPage& page, const RunRef& run)
    {
        page.resize(1300, 900);
        QSignalSpy loaded(&page, &RunPage::loaded);
        page.show();
        m_session.setCurrentRun(run);
        ASSERT_TRUE(waitFor([&] { return page.shownRun() == run && !page.isLoading(); }));
    }
    /// Every widget that takes the focus says what it is.
    static void expectNames(QWidget& page)
    {
        for (QWidget* widget : page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&page))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(face, nullptr);
            EXPECT_FALSE(face->text(QAccessible::Name).isEmpty())
                << widget->metaObject()->className() << " " << widget->objectName().toStdString();
        }
    }
    /// The widget of that accessible name.
    template <typename T> static T* named(const QWidget& page, const QString& name)
    {
        for (T* widget : page.findChildren<T*>())
            if (widget->accessibleName() == name)
                return widget;
        ADD_FAILURE() << "no widget named " << name.toStdString();
        return nullptr;
    }

    Theme m_theme;
    Session m_session{Places{}};
    Context m_context{m_session, m_theme};
};

} // namespace runglass::test
