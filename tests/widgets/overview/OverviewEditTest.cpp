// SPDX-License-Identifier: GPL-3.0-or-later
// What can be changed on the Overview, and what becomes of texts that are not saved.
#include "models/items/StoppingRuns.h"
#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/overview/DescriptionEditor.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/overview/SafeTextBrowser.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace runglass::test
{

namespace
{

/// The Overview over a copy of eight runs.
class OverviewEditTest : public RunPageFixture
{
protected:
    OverviewEditTest()
    {
        m_context.stopping = &m_stopping;
        copyTree(fixture("wandb/small/wandb"), m_folder.path() / "wandb");
    }
    void SetUp() override
    {
        openPath(m_folder.path());
        ASSERT_TRUE(waitFor([this] { return m_session.list()->table->rowCount() == 8; }));
        m_tab = std::make_unique<OverviewTab>(m_context, OverviewTab::Actions{&m_stop, {}}, nullptr);
        show(*m_tab, run(0));
    }
    RunRef run(std::uint32_t row) const { return m_session.list()->table->ref(row); }
    QLineEdit* field(const char* name) const { return named<QLineEdit>(*m_tab, QString::fromLatin1(name)); }
    QToolButton* button(const QString& name) const { return named<QToolButton>(*m_tab, name); }
    DescriptionEditor* editor() const { return m_tab->findChild<DescriptionEditor*>(); }
    QPlainTextEdit* text() const { return editor()->findChild<QPlainTextEdit*>(); }
    std::string notes(std::uint32_t row) const
    {
        const Value value = m_session.list()->table->field(Field::Notes).value(row);
        return value.isText() ? value.text() : std::string();
    }
    void perform(RunCommand::Kind kind, const RunRef& run)
    {
        RunCommand command;
        command.kind = kind;
        m_session.perform(command, {run});
        ASSERT_TRUE(waitFor([this] { return !m_session.isPerforming(); }));
    }

    TemporaryDirectory m_folder;
    StoppingRuns m_stopping{m_session};
    QAction m_stop{QStringLiteral("Stop run")};
    std::unique_ptr<OverviewTab> m_tab;
};

} // namespace

TEST_F(OverviewEditTest, ANameIsEditedWhereItStandsAndItsOriginalIsAClickAway)
{
    const QString original = field("Name")->text();
    button(QStringLiteral("Edit Name"))->click();
    EXPECT_FALSE(field("Name")->isReadOnly());
    QTest::keyClicks(field("Name"), QStringLiteral("other"));
    QTest::keyClick(field("Name"), Qt::Key_Escape);
    EXPECT_TRUE(field("Name")->isReadOnly());
    EXPECT_EQ(field("Name")->text(), original) << "Esc leaves it as it was";
    button(QStringLiteral("Edit Name"))->click();
    field("Name")->selectAll();
    QTest::keyClicks(field("Name"), QStringLiteral("other"));
    QTest::keyClick(field("Name"), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_session.list()->table->name(0) == "other"; }));
    ASSERT_TRUE(waitFor([&] { return field("Name")->text() == QStringLiteral("other"); }));
    QToolButton* show = button(QStringLiteral("Show original of Name"));
    ASSERT_TRUE(waitFor([&] { return show->isVisible(); }));
    EXPECT_TRUE(show->toolTip().contains(original.toHtmlEscaped()));
    show->click();
    EXPECT_EQ(field("Name")->text(), original);
    button(QStringLiteral("Restore original of Name"))->click();
    ASSERT_TRUE(waitFor([&] { return !show->isVisible() && field("Name")->text() == original; }));
    EXPECT_FALSE(m_session.list()->table->isEdited(0, Field::Name));
}

TEST_F(OverviewEditTest, ADescriptionIsSavedByKeyAndShownAsMarkdown)
{
    m_tab->editDescription();
    ASSERT_TRUE(editor() && editor()->isVisible());
    EXPECT_FALSE(m_tab->hasUnsavedText());
    text()->setPlainText(QStringLiteral("a **wide** head"));
    EXPECT_TRUE(m_tab->hasUnsavedText());
    editor()->findChild<QPushButton*>(QStringLiteral("previewDescription"))->click();
    auto* preview = editor()->findChild<SafeTextBrowser*>();
    EXPECT_TRUE(preview->isVisible());
    EXPECT_EQ(preview->toPlainText(), QStringLiteral("a wide head"));
    QTest::keyClick(preview, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return !editor()->isVisible(); }));
    EXPECT_FALSE(m_tab->hasUnsavedText());
    ASSERT_TRUE(waitFor([this] { return notes(0) == "a **wide** head"; }));
    auto* shown = m_tab->findChild<SafeTextBrowser*>(QStringLiteral("descriptionBrowser"));
    ASSERT_TRUE(waitFor([&] { return shown->toPlainText() == QStringLiteral("a wide head"); }));
}

TEST_F(OverviewEditTest, ATextThatIsLeftIsOfferedAgain)
{
    m_tab->editDescription();
    text()->setPlainText(QStringLiteral("half a thought"));
    QTest::keyClick(text(), Qt::Key_Escape);
    EXPECT_FALSE(editor()->isVisible());
    EXPECT_TRUE(m_tab->hasUnsavedText());
    show(*m_tab, run(1));
    m_tab->editDescription();
    EXPECT_EQ(editor()->text(), QString()) << "of another run";
    text()->setPlainText(QStringLiteral("of the second"));
    show(*m_tab, run(0));
    EXPECT_FALSE(editor()->isVisible());
    m_tab->editDescription();
    EXPECT_EQ(editor()->text(), QStringLiteral("half a thought"));
    for (auto* one : editor()->findChildren<QPushButton*>())
        if (one->text() == QStringLiteral("Use the saved text"))
            one->click();
    EXPECT_EQ(editor()->text(), QString());
    QTest::keyClick(text(), Qt::Key_Escape);
    EXPECT_TRUE(m_tab->hasUnsavedText()) << "that of the second run";
    show(*m_tab, run(1));
    m_tab->editDescription();
    EXPECT_EQ(editor()->text(), QStringLiteral("of the second"));
    EXPECT_EQ(notes(1), "") << "nothing was saved";
}

TEST_F(OverviewEditTest, ATextThatCannotBeSavedIsKept)
{
    m_tab->editDescription();
    text()->setPlainText(QStringLiteral("too late"));
    perform(RunCommand::Kind::Lock, run(0));
    editor()->findChild<QPushButton*>(QStringLiteral("saveDescription"))->click();
    auto* strip = editor()->findChild<NoteStrip*>();
    ASSERT_TRUE(waitFor([&] { return strip->isVisible(); }));
    EXPECT_TRUE(strip->text().contains(QStringLiteral("It is locked: unlock it first.")))
        << strip->text().toStdString();
    EXPECT_TRUE(editor()->isVisible());
    EXPECT_EQ(editor()->text(), QStringLiteral("too late"));
    ASSERT_TRUE(waitFor([this] { return !button(QStringLiteral("Edit Name"))->isEnabled(); }));
    EXPECT_TRUE(button(QStringLiteral("Edit Name"))->toolTip().contains(QStringLiteral("It is locked")));
    perform(RunCommand::Kind::Unlock, run(0));
    editor()->findChild<QPushButton*>(QStringLiteral("saveDescription"))->click();
    ASSERT_TRUE(waitFor([this] { return notes(0) == "too late"; }));
}

TEST_F(OverviewEditTest, OfARunThatDoesNotRunNothingIsStopped)
{
    for (auto* one : m_tab->findChildren<QPushButton*>())
        EXPECT_FALSE(one->isVisible() && one->text() == m_stop.text());
    EXPECT_FALSE(m_tab->findChild<NoteStrip*>(QStringLiteral("stoppingStrip"))->isVisible());
    expectNames(*m_tab);
}

} // namespace runglass::test
