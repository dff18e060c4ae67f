// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterEditor.h"

#include "models/items/FilterText.h"
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
#include <QScrollArea>
#include <QToolButton>

#include <cstdlib>

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

    /// Whether the colour is somewhere in what the widget shows; edges are smoothed.
    static bool shows(QWidget& widget, const QColor& colour)
    {
        constexpr int kNear = 40;
        const QImage image = widget.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (std::abs(pixel.red() - colour.red()) < kNear && std::abs(pixel.green() - colour.green()) < kNear &&
                    std::abs(pixel.blue() - colour.blue()) < kNear)
                    return true;
            }
        }
        return false;
    }
    QRect placeOf(const QWidget& widget) const { return {widget.mapTo(&editor(), QPoint()), widget.size()}; }

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
    text().insertPlainText(QStringLiteral(" and )"));
    EXPECT_EQ(m_session.state().filter, valid);
    EXPECT_TRUE(hint().contains(QStringLiteral("The last valid filter is still applied."))) << hint().toStdString();
    EXPECT_TRUE(shows(text(), m_theme.color(Theme::Token::Worse)));
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

TEST_F(FilterEditorTest, ACompletionIsTakenThoughTheLastLettersAreNotAnsweredYet)
{
    type(QStringLiteral("config.i"));
    auto* popup = text().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(waitFor([popup] { return popup->isVisible(); }));
    QTest::keyClicks(&text(), QStringLiteral("d"));
    QTest::keyClick(&text(), Qt::Key_Tab);
    EXPECT_EQ(text().toPlainText(), QStringLiteral("config.idx"));
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

TEST_F(FilterEditorTest, PartsOfAllLinesStandOneBelowTheOtherAndFit)
{
    for (const int width : {1440, 1100}) {
        m_window.resize(width, 900);
        type(QStringLiteral(
            "config.idx < 9 and tags exists or name = '1' and (state = 'a' and (path = 'b' or id = 'c'))"));
        const auto isBeside = [this] {
            return placeOf(text()).top() < placeOf(*inLines<QComboBox>("filterColumn").back()).top();
        };
        ASSERT_TRUE(waitFor([&] { return isBeside() == (width >= FilterEditor::kSideBySideFrom); })) << width;
        const auto columns = inLines<QComboBox>("filterColumn");
        ASSERT_EQ(columns.size(), 6);
        const int edge = editor().findChild<QScrollArea*>()->viewport()->width();
        const QRect first = placeOf(*columns[0]);
        const int ends = placeOf(*inLines<QToolButton>("filterRemove")[0]).right();
        EXPECT_LE(ends, placeOf(*editor().findChild<QScrollArea*>()).left() + edge) << width;
        for (const auto* parts : {"filterColumn", "filterOperator"}) {
            const auto boxes = inLines<QComboBox>(parts);
            const QRect above = placeOf(*boxes[0]);
            for (int i = 0; i < boxes.size(); ++i) {
                const int indent = i < 3 ? 0 : i < 4 ? 24 : 48;
                EXPECT_EQ(placeOf(*boxes[i]).left(), above.left() + indent) << parts << i << " at " << width;
                EXPECT_EQ(boxes[i]->width(), above.width()) << parts << i << " at " << width;
            }
        }
        for (const QToolButton* remove : inLines<QToolButton>("filterRemove"))
            EXPECT_EQ(placeOf(*remove).right(), ends) << width;
        EXPECT_GE(first.width(), 120);
    }
}

TEST_F(FilterEditorTest, ALineThatIsNotWholeStaysWhenTheTextIsChanged)
{
    type(QStringLiteral("config.idx < 9"));
    button(QStringLiteral("Add filter"))->click();
    choose(inLines<QComboBox>("filterColumn")[1], QStringLiteral("Created"));
    choose(inLines<QComboBox>("filterOperator")[1], QStringLiteral("within last"));
    QTest::keyClicks(inLines<QLineEdit>("filterValue")[1], QStringLiteral("7"));
    const QLineEdit* half = inLines<QLineEdit>("filterValue")[1];
    text().insertPlainText(QStringLiteral(" and config.idx > 2 or (tags = 't1' and config.idx = 0)"));
    ASSERT_EQ(inLines<QLineEdit>("filterValue").size(), 5);
    EXPECT_TRUE(inLines<QLineEdit>("filterValue").contains(half));
    EXPECT_EQ(half->text(), QStringLiteral("7"));
    // A line that says the same is the same line; one that does not is changed in its place.
    const QLineEdit* first = inLines<QLineEdit>("filterValue")[0];
    type(QStringLiteral("config.idx < 8"));
    ASSERT_EQ(inLines<QLineEdit>("filterValue").size(), 2);
    EXPECT_TRUE(inLines<QLineEdit>("filterValue").contains(half));
    EXPECT_EQ(first->text(), QStringLiteral("8"));
    m_window.actions().clearFilter->trigger();
    EXPECT_TRUE(inLines<QLineEdit>("filterValue").isEmpty());
}

TEST_F(FilterEditorTest, AWordIsNoFilterWhileItIsTyped)
{
    type(QStringLiteral("config.idx < 3"));
    ASSERT_TRUE(lists(2));
    const Filter before = m_session.state().filter;
    text().moveCursor(QTextCursor::End);
    const QString more = QStringLiteral(" and tags");
    for (const QChar letter : more) {
        QTest::keyClick(&text(), letter.toLatin1());
        EXPECT_EQ(m_session.state().filter, before) << text().toPlainText().toStdString();
    }
    EXPECT_FALSE(hint().contains(QStringLiteral("expected"))) << hint().toStdString();
    // Nor is the name of a column, which an operator follows.
    EXPECT_TRUE(hint().contains(QStringLiteral("press Enter"))) << hint().toStdString();
    QTest::keyClick(&text(), Qt::Key_Space);
    EXPECT_EQ(m_session.state().filter, before);
    // Enter says that it is one.
    QTest::keyClick(&text(), Qt::Key_Escape);
    QTest::keyClick(&text(), Qt::Key_Return);
    EXPECT_NE(m_session.state().filter, before);
    // So does a pause.
    type(QStringLiteral("small-00"));
    const Filter word = m_session.state().filter;
    EXPECT_TRUE(waitFor([&] { return m_session.state().filter != word; }));
    EXPECT_TRUE(lists(7));
}

TEST_F(FilterEditorTest, WhatIsWrongIsSeenInBothThemes)
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        type(QStringLiteral("config.idx < 3"));
        auto* line = editor().findChild<QLabel*>(QStringLiteral("filterHint"));
        const QColor worse = m_theme.color(Theme::Token::Worse);
        EXPECT_FALSE(shows(*line, worse)) << static_cast<int>(mode);
        EXPECT_TRUE(shows(*line, m_theme.color(Theme::Token::Muted))) << static_cast<int>(mode);
        text().insertPlainText(QStringLiteral(" and )"));
        EXPECT_TRUE(shows(*line, worse)) << static_cast<int>(mode);
        EXPECT_TRUE(shows(text(), worse)) << static_cast<int>(mode);
        // It follows the theme while it stands there.
        m_theme.setMode(mode == Theme::Mode::Light ? Theme::Mode::Dark : Theme::Mode::Light);
        EXPECT_TRUE(shows(*line, m_theme.color(Theme::Token::Worse))) << static_cast<int>(mode);
    }
}

TEST_F(FilterEditorTest, ColumnsSayWhereTheyAreFrom)
{
    type(QStringLiteral("config.idx < 3"));
    const QComboBox* box = inLines<QComboBox>("filterColumn")[0];
    EXPECT_EQ(box->currentText(), QStringLiteral("idx"));
    EXPECT_EQ(box->accessibleDescription(), QStringLiteral("config"));
    EXPECT_TRUE(box->toolTip().contains(QStringLiteral("config.idx")));
    EXPECT_GE(box->view()->sizeHintForRow(0), 26);
}

TEST_F(FilterEditorTest, CompletionsSayOfWhatKindTheyAre)
{
    type(QStringLiteral("tags = "));
    QTest::keyClick(&text(), Qt::Key_Space, Qt::ControlModifier);
    auto* popup = text().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(waitFor([popup] { return popup->isVisible() && popup->model()->rowCount() > 0; }));
    EXPECT_EQ(popup->sizeHintForRow(0), 26);
    const QModelIndex first = popup->model()->index(0, 0);
    EXPECT_EQ(first.data(CompletionModel::NoteRole).toString(), QStringLiteral("value · 2 run(s)"));
}

TEST_F(FilterEditorTest, EightCompletionsAreSeenAtOnce)
{
    type(QStringLiteral("s"));
    auto* popup = text().findChild<QCompleter*>()->popup();
    ASSERT_TRUE(waitFor([popup] { return popup->isVisible() && popup->model()->rowCount() > 8; }));
    EXPECT_EQ(popup->viewport()->height() / 26, 8);
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
