// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterEditor.h"

#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/common/EmptyState.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/runs/RunSearchField.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/MainWindow.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace runglass::test
{

namespace
{

/// The window with eight runs whose config.idx is 0, 2, 3, 4, 6, 7, 8 and 11, on the Runs tab, its filter open.
class FilterEditorTest : public WindowFixture
{
protected:
    FilterEditorTest()
    {
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        open("small");
        m_window.actions().filter->trigger();
    }

    FilterEditor& editor() const { return *m_window.runs().findChild<FilterEditor*>(); }
    FilterExpression& text() const { return *editor().findChild<FilterExpression*>(); }
    QString hint() const { return editor().findChild<QLabel*>(QStringLiteral("filterHint"))->text(); }
    template <typename T> QList<T*> inLines(const char* name) const
    {
        QList<T*> shown;
        for (T* widget : editor().findChildren<T*>(QLatin1String(name)))
            if (widget->isVisible())
                shown.append(widget);
        return shown;
    }
    bool lists(std::size_t count)
    {
        return waitFor(
            [this, count] { return m_session.list()->state == m_session.state() && listedCount() == count; });
    }
    void type(const QString& filter)
    {
        text().setFocus();
        text().selectAll();
        QTest::keyClicks(&text(), filter);
    }
    static void choose(QComboBox* box, const QString& item)
    {
        const int place = box->findText(item);
        ASSERT_GE(place, 0) << item.toStdString();
        box->setCurrentIndex(place);
    }
    QPushButton* button(const QString& name) const
    {
        for (QPushButton* each : m_window.runs().findChildren<QPushButton*>())
            if (each->text() == name && each->isVisible())
                return each;
        return nullptr;
    }

    MainWindow m_window{m_context, QString()};
};

TEST_F(FilterEditorTest, LinesAreAppliedAtOnceAndWriteTheText)
{
    EXPECT_TRUE(inLines<QLineEdit>("filterValue").isEmpty());
    button(QStringLiteral("Add filter"))->click();
    ASSERT_EQ(inLines<QLineEdit>("filterValue").size(), 1);
    choose(inLines<QComboBox>("filterColumn")[0], QStringLiteral("idx"));
    choose(inLines<QComboBox>("filterOperator")[0], QStringLiteral("<"));
    QTest::keyClicks(inLines<QLineEdit>("filterValue")[0], QStringLiteral("3"));
    EXPECT_TRUE(lists(2));
    EXPECT_EQ(text().toPlainText(), QStringLiteral("config.idx < 3"));
    EXPECT_EQ(m_window.findChild<QLabel*>(QStringLiteral("runCount"))->text(), QStringLiteral("2 of 8 run(s)"));
}

TEST_F(FilterEditorTest, TheTextWritesTheLinesAndGroups)
{
    type(QStringLiteral("config.idx in (0, 2) or (config.idx > 7 and name contains small)"));
    EXPECT_TRUE(lists(4));
    EXPECT_EQ(inLines<QLineEdit>("filterValue").size(), 3);
    EXPECT_EQ(inLines<QLineEdit>("filterValue")[0]->text(), QStringLiteral("0, 2"));
    // A line that is changed writes the text anew.
    inLines<QLineEdit>("filterValue")[0]->setText(QStringLiteral("0, 2, 3"));
    EXPECT_TRUE(lists(5));
    EXPECT_TRUE(text().toPlainText().startsWith(QStringLiteral("config.idx in (0, 2, 3)")));
}

TEST_F(FilterEditorTest, AnErrorIsUnderlinedAndKeepsTheLastValidFilter)
{
    type(QStringLiteral("config.idx < 3"));
    ASSERT_TRUE(lists(2));
    const Filter valid = m_session.state().filter;
    // At once: letter by letter "a" and "an" are words to search for.
    text().insertPlainText(QStringLiteral(" and )"));
    EXPECT_EQ(m_session.state().filter, valid);
    EXPECT_TRUE(hint().contains(QStringLiteral("The last valid filter is still applied."))) << hint().toStdString();
    bool waved = false;
    for (const auto& part : text().extraSelections())
        waved |= part.format.underlineStyle() == QTextCharFormat::WaveUnderline;
    EXPECT_TRUE(waved);
    EXPECT_EQ(listedCount(), 2U);
}

TEST_F(FilterEditorTest, WhatIsClearedOrSetElsewhereIsShown)
{
    type(QStringLiteral("config.idx < 3"));
    ASSERT_TRUE(lists(2));
    m_window.actions().clearFilter->trigger();
    EXPECT_TRUE(lists(8));
    EXPECT_TRUE(text().toPlainText().isEmpty());
    EXPECT_TRUE(inLines<QLineEdit>("filterValue").isEmpty());
    EXPECT_FALSE(m_window.actions().clearFilter->isEnabled());
    // The lines that were gone are there again.
    type(QStringLiteral("config.idx < 3"));
    EXPECT_EQ(inLines<QLineEdit>("filterValue").size(), 1);
}

TEST_F(FilterEditorTest, AnEmptyResultOffersToClearTheFilter)
{
    type(QStringLiteral("config.idx > 100"));
    ASSERT_TRUE(lists(0));
    const auto* empty = m_window.runs().findChild<EmptyState*>();
    ASSERT_TRUE(waitFor([empty] { return empty->isVisible(); }));
    bool said = false;
    for (const QLabel* label : empty->findChildren<QLabel*>())
        said |= label->text().contains(QStringLiteral("hidden by the filter"));
    EXPECT_TRUE(said);
    for (QPushButton* each : empty->findChildren<QPushButton*>())
        if (each->text() == QStringLiteral("Clear filter"))
            each->click();
    EXPECT_TRUE(lists(8));
}

TEST_F(FilterEditorTest, CompletesByKeyboard)
{
    type(QStringLiteral("config.id"));
    auto* popup = text().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(waitFor([popup] { return popup->isVisible(); }));
    ASSERT_TRUE(waitFor([popup] { return popup->currentIndex().data().toString() == QStringLiteral("config.idx"); }));
    QTest::keyClick(&text(), Qt::Key_Tab);
    EXPECT_EQ(text().toPlainText(), QStringLiteral("config.idx"));
    EXPECT_FALSE(popup->isVisible());
    QTest::keyClick(&text(), Qt::Key_Space);
    QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([popup] { return popup->isVisible(); }));
    QTest::keyClick(&text(), Qt::Key_Escape);
    EXPECT_FALSE(popup->isVisible());
}

TEST_F(FilterEditorTest, AColumnsMenuBeginsACondition)
{
    m_window.actions().filter->trigger();
    ASSERT_FALSE(editor().isVisible());
    m_window.runs().filterBy(ColumnId{ColumnOrigin::Config, {}, {"idx"}});
    EXPECT_TRUE(editor().isVisible());
    EXPECT_TRUE(m_window.actions().filter->isChecked());
    EXPECT_EQ(inLines<QComboBox>("filterColumn").back()->currentText(), QStringLiteral("idx"));
}

TEST_F(FilterEditorTest, SearchesByRegularExpression)
{
    auto* field = m_window.findChild<RunSearchField*>();
    field->patternSwitch()->click();
    field->setText(QStringLiteral("small-00[02] "));
    EXPECT_TRUE(lists(2));
    field->setText(QStringLiteral("small-0[0"));
    EXPECT_EQ(m_session.state().search, "small-00[02] ");
    EXPECT_TRUE(field->accessibleDescription().contains(QStringLiteral("The last search is still applied.")));
    field->patternSwitch()->click();
    EXPECT_TRUE(lists(0));
}

} // namespace

} // namespace runglass::test
