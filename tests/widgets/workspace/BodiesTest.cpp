// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/CompareModel.h"
#include "models/items/ImagesModel.h"
#include "models/items/LoggedTableFeed.h"
#include "models/items/LoggedTableModel.h"
#include "models/items/Thumbnails.h"
#include "tests/widgets/workspace/BodyFixture.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/workspace/BodyTableDialog.h"
#include "widgets/workspace/bodies/ComparerBody.h"
#include "widgets/workspace/bodies/ImagesBody.h"
#include "widgets/workspace/bodies/MarkdownBody.h"
#include "widgets/workspace/bodies/OverlayBar.h"
#include "widgets/workspace/bodies/PanelForm.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/PictureCompare.h"
#include "widgets/workspace/bodies/StepBar.h"
#include "widgets/workspace/bodies/TableBody.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>

namespace runglass::test
{

namespace
{

/// Over three runs with pictures and tables: see tests/fixtures/panels.
class BodiesTest : public BodyFixture
{
protected:
    void SetUp() override { open(fixture("panels/wandb")); }
    RunRef run(const std::string& id) const
    {
        for (const std::uint32_t row : m_session.list()->rows)
            if (m_session.list()->table->ref(row).path.id == id)
                return m_session.list()->table->ref(row);
        ADD_FAILURE() << id;
        return {};
    }
    template <typename T> static T& part(QWidget& body, const char* name)
    {
        T* found = body.findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    static QString problems(QWidget& body)
    {
        QString text;
        for (const NoteStrip* strip : body.findChildren<NoteStrip*>())
            if (!strip->isHidden())
                text += strip->text();
        return text;
    }
};

/// Keys of actions want it.
void focus(QWidget& widget)
{
    widget.window()->activateWindow();
    widget.setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&widget] { return widget.hasFocus(); }, 30'000));
}

void pressed(QWidget& on, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(&on, key, modifiers);
}

} // namespace

TEST_F(BodiesTest, TablesOfAllShownRunsAreOne)
{
    TableBody body(m_scope);
    show(body, content(PanelKind::Table, "predictions"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; })) << "north has 6, south 4";
    EXPECT_TRUE(part<QLabel>(body, "rowCount").text().startsWith(QStringLiteral("10 row")));
    EXPECT_TRUE(body.subtitle().startsWith(QStringLiteral("2 run")));
    EXPECT_TRUE(problems(body).contains(QStringLiteral("west"))) << "the run whose table is cut off is named";
    expectNames(body);
    hide(run("north"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 4; })) << "the eyes are followed";
    EXPECT_EQ(body.model().loggedBy(0), run("south"));
    // A key that nobody logged.
    body.setContent(content(PanelKind::Table, "nothing"), QStringLiteral("the panel"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 0; }));
}

TEST_F(BodiesTest, AnEarlierStepHasTheTablesOfThen)
{
    TableBody body(m_scope);
    show(body, content(PanelKind::Table, "predictions"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    auto& steps = part<StepBar>(body, "stepBar");
    EXPECT_EQ(steps.steps(), (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    steps.slider().setValue(1);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 15; })) << "the one of west at step 1 is whole";
    EXPECT_EQ(problems(body), QString());
    steps.slider().setValue(0);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; })) << "west had none yet";
}

TEST_F(BodiesTest, RowsAreFilteredGroupedAndCopied)
{
    TableBody body(m_scope);
    show(body, content(PanelKind::Table, "predictions"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    auto& filter = part<QPlainTextEdit>(body, "filterExpression");
    filter.setPlainText(QStringLiteral("label = cat and score > 0"));
    pressed(filter, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 2; }));
    EXPECT_TRUE(part<QLabel>(body, "rowCount").text().startsWith(QStringLiteral("2 of 10 row")));
    for (QAction* action : body.ownActions())
        if (action->text() == QStringLiteral("Copy as TSV"))
            action->trigger();
    ASSERT_TRUE(waitFor([] { return QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Run\tid\t")); }));
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    filter.setPlainText(QStringLiteral("nosuch = 3"));
    pressed(filter, Qt::Key_Return);
    EXPECT_TRUE(part<QLabel>(body, "filterHint").text().contains(QStringLiteral("nosuch"))) << "what is wrong is said";
    EXPECT_EQ(body.model().rowCount(), 2) << "and the last filter stays";
    filter.setPlainText({});
    pressed(filter, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    auto& groups = part<QComboBox>(body, "groupRows");
    groups.setCurrentText(QStringLiteral("By label"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 13 && body.model().isGroup(0); }));
    groups.setCurrentIndex(0);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
}

TEST_F(BodiesTest, WhatRowsAreSeenThroughIsKeptWithThePanel)
{
    TableBody body(m_scope);
    PanelContent shown = content(PanelKind::Table, "predictions");
    // As a board does.
    QObject::connect(&body, &PanelBody::contentEdited, &body, [&](const PanelContent& edited) {
        shown = edited;
        body.setContent(shown, QStringLiteral("the panel"));
    });
    show(body, shown);
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    auto& filter = part<QPlainTextEdit>(body, "filterExpression");
    filter.setPlainText(QStringLiteral("score >= 0.1"));
    body.model().sortAlone(body.model().columnOf({ColumnOrigin::Summary, Field::Name, {"score"}}));
    part<QComboBox>(body, "groupRows").setCurrentText(QStringLiteral("By run"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10 && body.model().isGroup(0); })) << "8 rows, 2 heads";
    EXPECT_EQ(shown.rows.filter.kind, Filter::Kind::Test);
    EXPECT_EQ(shown.rows.sort.size(), 1U);
    EXPECT_EQ(shown.rows.grouping.columns, (std::vector<ColumnId>{{ColumnOrigin::Field, Field::Name, {}}}));

    TableBody again(m_scope);
    show(again, shown);
    ASSERT_TRUE(waitFor([&] { return again.model().rowCount() == 10 && again.model().isGroup(0); }));
    EXPECT_EQ(part<QPlainTextEdit>(again, "filterExpression").toPlainText(), QStringLiteral("score ≥ 0.1"));
    EXPECT_EQ(part<QComboBox>(again, "groupRows").currentText(), QStringLiteral("By run"));
    EXPECT_EQ(again.model().sortColumn(), again.model().columnOf({ColumnOrigin::Summary, Field::Name, {"score"}}));

    again.setContent(content(PanelKind::Table, "predictions"), QStringLiteral("the panel"));
    ASSERT_TRUE(waitFor([&] { return again.model().rowCount() == 10 && !again.model().isGroup(0); })) << "undone";
    EXPECT_EQ(part<QPlainTextEdit>(again, "filterExpression").toPlainText(), QString());
}

TEST_F(BodiesTest, TheFilterOfRowsCanBePutTogetherFromLines)
{
    TableBody body(m_scope);
    show(body, content(PanelKind::Table, "predictions"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    part<QToolButton>(body, "filterAsLines").click();
    auto& column = part<QComboBox>(body, "filterColumn");
    QStringList columns;
    for (int i = 0; i < column.count(); ++i)
        columns.append(column.itemText(i));
    EXPECT_EQ(columns, (QStringList{QStringLiteral("Any text"), QStringLiteral("Run"), QStringLiteral("correct"),
                                    QStringLiteral("id"), QStringLiteral("input"), QStringLiteral("label"),
                                    QStringLiteral("score")}));
    column.setCurrentIndex(static_cast<int>(columns.indexOf(QStringLiteral("label"))));
    part<QLineEdit>(body, "filterValue").setText(QStringLiteral("cat"));
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 3; }));
    EXPECT_EQ(part<QPlainTextEdit>(body, "filterExpression").toPlainText(), QStringLiteral("label = 'cat'"));
    expectNames(body);
}

TEST_F(BodiesTest, ReadingTablesStopsAndGoesOn)
{
    TableBody body(m_scope);
    show(body, content(PanelKind::Table, "predictions"));
    auto* feed = body.findChild<LoggedTableFeed*>();
    ASSERT_NE(feed, nullptr);
    ASSERT_TRUE(waitFor([&] { return feed->isReading(); }));
    feed->cancel();
    EXPECT_TRUE(problems(body).contains(QStringLiteral("Not all tables are read."))) << problems(body).toStdString();
    ASSERT_FALSE(feed->isReading());
    feed->start();
    ASSERT_TRUE(waitFor([&] { return body.model().rowCount() == 10; }));
    EXPECT_FALSE(problems(body).contains(QStringLiteral("Not all")));
}

TEST_F(BodiesTest, PicturesOfRunsStandSideBySideAtAStep)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "samples"));
    auto* model = body.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    EXPECT_EQ(model->columnCount(), 1);
    expectNames(body);
    auto& steps = part<StepBar>(body, "stepBar");
    EXPECT_EQ(steps.steps(), (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    steps.slider().setFocus();
    pressed(steps.slider(), Qt::Key_Home);
    EXPECT_EQ(model->step(), std::optional<std::int64_t>(0));
    EXPECT_EQ(model->rowCount(), 2) << "west had none yet";
    pressed(steps.slider(), Qt::Key_Right);
    EXPECT_EQ(model->rowCount(), 3);
    for (int row = 0; row < 3; ++row)
        EXPECT_EQ(model->stepAt(row), model->runAt(row) == run("south") ? 0 : 1);
    pressed(steps.slider(), Qt::Key_End);
    EXPECT_FALSE(model->step()) << "the last, also of those that come";
    hide(run("south"));
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 2; }));
}

TEST_F(BodiesTest, PicturesAreDecodedAndMissingOnesSaySo)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "samples"));
    auto* model = body.findChild<ImagesModel*>();
    auto* thumbnails = body.findChild<Thumbnails*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    for (int row = 0; row < 3; ++row) {
        const MediaItem& item = *model->item(model->index(row, 0));
        const Thumbnails::Which which{model->runAt(row), item.segment, item.path};
        ASSERT_TRUE(waitFor([&] { return thumbnails->find(which) != nullptr; }));
        const Picture& picture = *thumbnails->find(which);
        if (model->runAt(row) == run("west")) {
            EXPECT_TRUE(picture.image.isNull());
            EXPECT_EQ(picture.problem, QStringLiteral("The file is missing."));
        } else {
            EXPECT_EQ(picture.image.size(), QSize(24, 16));
        }
    }
    EXPECT_LE(thumbnails->heldBytes(), Thumbnails::kMostBytes);
    // The white column tells the step: it is on the screen.
    const QImage shot = body.grab().toImage();
    int white = 0;
    for (int y = 0; y < shot.height() / 2; ++y)
        for (int x = 0; x < shot.width(); ++x)
            white += shot.pixelColor(x, y).saturation() > 200;
    EXPECT_GT(white, 1000) << "no coloured gradient is drawn";
}

TEST_F(BodiesTest, SeveralPicturesAStepAreARowARun)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "batch"));
    auto* model = body.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    EXPECT_EQ(model->columnCount(), 3);
    auto* grid = body.findChild<QTableView*>();
    EXPECT_TRUE(grid->isVisible());
    const auto table = body.table();
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, 9U);
    EXPECT_EQ(table->cell(0, 3).text().substr(0, 5), "step ");
    QSignalSpy asked(&m_scope, &PanelScope::fileRequested);
    grid->setCurrentIndex(model->index(1, 2));
    grid->setFocus();
    pressed(*grid, Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].value<RunRef>(), model->runAt(1));
}

TEST_F(BodiesTest, OtherMediaAreCards)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "page"));
    auto* model = body.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    EXPECT_EQ(model->item(model->index(0, 0))->kind, LoggedKind::Html);
    EXPECT_TRUE(model->index(0, 0).data().toString().endsWith(QStringLiteral(".html")));
}

TEST_F(BodiesTest, LinkedStepsGoTogether)
{
    ImagesBody one(m_scope), other(m_scope);
    show(one, content(PanelKind::Images, "samples"));
    show(other, content(PanelKind::Images, "batch"));
    auto* first = one.findChild<ImagesModel*>();
    auto* second = other.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return first->rowCount() == 3 && second->rowCount() == 3; }));
    part<StepBar>(one, "stepBar").slider().setValue(1);
    EXPECT_EQ(second->step(), std::optional<std::int64_t>(1));
    part<QToolButton>(other, "linkSteps").click();
    part<StepBar>(one, "stepBar").slider().setValue(2);
    EXPECT_EQ(second->step(), std::optional<std::int64_t>(1)) << "not any more";
    part<QToolButton>(other, "linkSteps").click();
    EXPECT_EQ(first->step(), std::optional<std::int64_t>(1)) << "who links gives the step";
}

TEST_F(BodiesTest, AStepAndWhetherItIsLinkedComeWithThePanel)
{
    ImagesBody body(m_scope);
    PanelContent kept = content(PanelKind::Images, "samples");
    kept.step = {3, false};
    show(body, kept);
    auto* model = body.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    EXPECT_EQ(model->step(), std::optional<std::int64_t>(3));
    EXPECT_FALSE(part<QToolButton>(body, "linkSteps").isChecked());
    QSignalSpy edited(&body, &PanelBody::contentEdited);
    QSlider& slider = part<QSlider>(body, "stepSlider");
    pressed(slider, Qt::Key_Home);
    pressed(slider, Qt::Key_PageDown);
    ASSERT_TRUE(waitFor([&] { return edited.size() == 1; })) << "once the slider stands";
    kept.step.step = 0;
    EXPECT_EQ(edited.back().front().value<PanelContent>(), kept);
    kept.step = {1, true};
    body.setContent(kept, QStringLiteral("the panel"));
    EXPECT_EQ(m_scope.steps().step(), std::optional<std::int64_t>(1)) << "linked ones go along";
    m_scope.steps().setStep(100);
    const QString said = part<QLabel>(body, "stepText").text();
    EXPECT_TRUE(said.contains(QStringLiteral("100")) && said.startsWith(QStringLiteral("4 of 4")))
        << said.toStdString();
}

TEST_F(BodiesTest, PickedPicturesOfAnyRunAndStepStandSideBySide)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "samples"));
    auto* model = body.findChild<ImagesModel*>();
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    auto& view = *body.findChild<QListView*>();
    auto& picks = part<NoteStrip>(body, "pickedPictures");
    EXPECT_TRUE(picks.isHidden());
    const auto pick = [&](int row) {
        focus(view);
        view.setCurrentIndex(model->index(row, 0));
        pressed(view, Qt::Key_C);
    };
    QAction* action = body.ownActions().last();
    view.setCurrentIndex(model->index(0, 0));
    action->trigger();
    part<StepBar>(body, "stepBar").slider().setValue(1);
    ASSERT_TRUE(waitFor([&] { return model->rowCount() == 3; }));
    view.setCurrentIndex(model->index(2, 0));
    action->trigger();
    EXPECT_TRUE(picks.text().startsWith(QStringLiteral("2 picture"))) << picks.text().toStdString();
    pick(2);
    EXPECT_TRUE(picks.text().startsWith(QStringLiteral("1 picture"))) << "the key takes it back";
    pick(2);
    for (QPushButton* button : body.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Compare"))
            button->click();
    auto* dialog = body.window()->findChild<PictureCompare*>();
    ASSERT_NE(dialog, nullptr);
    const QList<PicturePane*> panes = dialog->findChildren<PicturePane*>();
    ASSERT_EQ(panes.size(), 2);
    EXPECT_TRUE(panes[0]->accessibleName().contains(QStringLiteral("step 3")))
        << panes[0]->accessibleName().toStdString();
    EXPECT_TRUE(panes[1]->accessibleName().contains(QStringLiteral("step 1")))
        << panes[1]->accessibleName().toStdString();
    pressed(*panes[0], Qt::Key_Plus);
    EXPECT_EQ(dialog->zoom(), 1.5);
    pressed(*panes[1], Qt::Key_Right);
    EXPECT_GT(dialog->centre().x(), 0.5);
    for (int i = 0; i < 50; ++i)
        pressed(*panes[1], Qt::Key_Right);
    EXPECT_DOUBLE_EQ(dialog->centre().x(), 1 - 0.5 / 1.5) << "never beyond the edge";
    pressed(*panes[0], Qt::Key_0);
    EXPECT_EQ(dialog->zoom(), 1);
    EXPECT_EQ(dialog->centre(), QPointF(0.5, 0.5));
}

TEST_F(BodiesTest, TheComparerShowsConfigAndSummaryThatDiffer)
{
    ComparerBody body(m_scope);
    show(body, content(PanelKind::Comparer));
    auto* model = body.findChild<CompareModel*>();
    ASSERT_TRUE(waitFor([&] { return model->columnCount() == 3; }));
    expectNames(body);
    QStringList keys;
    for (int row = 0; row < model->rowCount(); ++row)
        keys.append(model->headerData(row, Qt::Vertical).toString());
    EXPECT_TRUE(keys.contains(QStringLiteral("lr")) && keys.contains(QStringLiteral("loss")));
    EXPECT_FALSE(keys.contains(QStringLiteral("layers"))) << "the same in all";
    EXPECT_FALSE(keys.contains(QStringLiteral("Created"))) << "neither config nor summary";
    const int page = static_cast<int>(keys.indexOf(QStringLiteral("page")));
    ASSERT_GE(page, 0);
    EXPECT_TRUE(model->index(page, 0).data().toString().startsWith(QStringLiteral("HTML: page_"))) << "no JSON";
    QSignalSpy edited(&body, &PanelBody::contentEdited);
    part<QCheckBox>(body, "differencesOnly").click();
    ASSERT_EQ(edited.count(), 1) << "the panel keeps it";
    EXPECT_FALSE(edited[0][0].value<PanelContent>().onlyDiffering);
    keys.clear();
    for (int row = 0; row < model->rowCount(); ++row)
        keys.append(model->headerData(row, Qt::Vertical).toString());
    EXPECT_TRUE(keys.contains(QStringLiteral("layers")));
    const auto table = body.table();
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns.size(), 4);
    part<QLineEdit>(body, "searchKeys").setText(QStringLiteral("PTIMI"));
    ASSERT_EQ(model->rowCount(), 2) << "optimizer, below Config";
    auto& cells = *body.findChild<QTableView*>();
    focus(cells);
    cells.setCurrentIndex(model->index(1, 1));
    QGuiApplication::clipboard()->clear();
    pressed(cells, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("adam")) << "the whole value of the current cell";
    part<QLineEdit>(body, "searchKeys").clear();
    hide(run("north"));
    ASSERT_TRUE(waitFor([&] { return model->columnCount() == 2; }));
    EXPECT_TRUE(body.subtitle().startsWith(QStringLiteral("2 run")));
}

TEST_F(BodiesTest, TheTableOfAPanelIsAsWideAsItsColumns)
{
    BodyTableDialog dialog(std::make_unique<ComparerBody>(m_scope), nullptr);
    dialog.setContent(content(PanelKind::Comparer), QStringLiteral("the panel"));
    dialog.show();
    auto& table = part<QTableView>(dialog, "bodyTable");
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() > 0; }));
    const int most = dialog.screen()->availableGeometry().width() * 9 / 10;
    EXPECT_TRUE(waitFor([&] { return table.horizontalScrollBar()->maximum() == 0 || dialog.width() == most; }))
        << "nothing to scroll to the side, if the screen is wide enough";
}

TEST_F(BodiesTest, ANoteIsWrittenInItsPlace)
{
    MarkdownBody body(m_scope);
    PanelContent note = content(PanelKind::Markdown);
    note.text = "# Findings\n\n[a link](https://example.org) ![a picture](file:///etc/passwd)";
    show(body, note);
    auto& text = part<SafeTextBrowser>(body, "noteText");
    EXPECT_TRUE(text.toPlainText().startsWith(QStringLiteral("Findings")));
    expectNames(body);
    QSignalSpy edited(&body, &PanelBody::contentEdited);
    text.setFocus();
    pressed(text, Qt::Key_F2);
    ASSERT_TRUE(body.isEditing());
    expectNames(body);
    auto& field = part<QPlainTextEdit>(body, "descriptionText");
    field.setPlainText(QStringLiteral("something else"));
    pressed(field, Qt::Key_Escape);
    EXPECT_FALSE(body.isEditing());
    EXPECT_EQ(edited.count(), 0);
    body.edit();
    EXPECT_TRUE(field.toPlainText().startsWith(QStringLiteral("# Findings"))) << "Esc left it as it was";
    field.setPlainText(QStringLiteral("## Done"));
    pressed(field, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(edited.count(), 1);
    EXPECT_EQ(edited[0][0].value<PanelContent>().text, "## Done");
    body.edit();
    field.setPlainText(QString(MarkdownBody::kMostCharacters + 1, u'x'));
    pressed(field, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(body.isEditing()) << "too long: it is said, and nothing is lost";
    EXPECT_EQ(edited.count(), 1);
}

TEST_F(BodiesTest, WhatIsWrittenIsNotTakenAwayByNews)
{
    MarkdownBody body(m_scope);
    show(body, content(PanelKind::Markdown));
    body.edit();
    auto& field = part<QPlainTextEdit>(body, "descriptionText");
    field.setPlainText(QStringLiteral("half a sen"));
    PanelContent other = content(PanelKind::Markdown);
    other.text = "undone elsewhere";
    body.setContent(other, QStringLiteral("the panel"));
    EXPECT_TRUE(body.isEditing());
    EXPECT_EQ(field.toPlainText(), QStringLiteral("half a sen"));
}

TEST_F(BodiesTest, FormsOfferTheKeysOfTheirKind)
{
    const auto keysOf = [](QWidget& form) {
        QStringList keys;
        const auto& list = part<QListWidget>(form, "panelKeys");
        for (int row = 0; row < list.count(); ++row)
            keys.append(list.item(row)->text().section(u' ', 0, 0));
        return keys;
    };
    const std::unique_ptr<PanelForm> tables(panelKind(PanelKind::Table)->makeForm(m_scope, nullptr));
    EXPECT_EQ(keysOf(*tables), QStringList{QStringLiteral("predictions")});
    EXPECT_TRUE(tables->problem().isEmpty()) << "the only one is chosen";
    EXPECT_EQ(tables->content().kind, PanelKind::Table);
    const std::unique_ptr<PanelForm> images(panelKind(PanelKind::Images)->makeForm(m_scope, nullptr));
    EXPECT_EQ(keysOf(*images),
              (QStringList{QStringLiteral("batch"), QStringLiteral("samples"), QStringLiteral("page")}))
        << "pictures first";
    part<QLineEdit>(*images, "searchKeys").setText(QStringLiteral("SAM"));
    EXPECT_EQ(keysOf(*images), QStringList{QStringLiteral("samples")});
    part<QListWidget>(*images, "panelKeys").setCurrentRow(0);
    EXPECT_EQ(images->content().metrics.front().key, KeyPath{"samples"});
    PanelContent elsewhere = content(PanelKind::Images, "gone");
    images->setContent(elsewhere);
    EXPECT_EQ(images->content(), elsewhere) << "a key that is not there now stays";
}

TEST_F(BodiesTest, EmptyPanelsSayWhatToDo)
{
    TableBody table(m_scope);
    show(table, content(PanelKind::Table));
    ImagesBody images(m_scope);
    show(images, content(PanelKind::Images, "loss"));
    const auto says = [](QWidget& body, const QString& text) {
        for (const QLabel* label : body.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    };
    EXPECT_TRUE(waitFor([&] { return says(table, QStringLiteral("No table is chosen.")); }));
    EXPECT_TRUE(waitFor([&] { return says(images, QStringLiteral("The shown runs logged nothing here.")); }));
    for (const char* id : {"north", "south", "west"})
        hide(run(id));
    ComparerBody comparer(m_scope);
    show(comparer, content(PanelKind::Comparer));
    EXPECT_TRUE(waitFor([&] { return says(comparer, QStringLiteral("No run is shown.")); }));
}

namespace
{

/// Over the run of the SDK that logged a mask and boxes.
class OverlaysBodyTest : public BodyFixture
{
protected:
    void SetUp() override { open(fixture("wandb/media")); }
};

/// Whether enough of what a widget shows is of about that colour.
int pixelsOf(QWidget& widget, const std::function<bool(const QColor&)>& isOf)
{
    const QImage image = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += isOf(image.pixelColor(x, y)) ? 1 : 0;
    return count;
}

} // namespace

TEST_F(OverlaysBodyTest, MasksAndBoxesLieOverThePictureAndAreSwitched)
{
    ImagesBody body(m_scope);
    show(body, content(PanelKind::Images, "img/masked"));
    auto& bar = *body.findChild<OverlayBar*>();
    auto& classes = *body.findChild<QListWidget*>(QStringLiteral("overlayClasses"));
    const auto named = [&](int row, const char* name) {
        return classes.count() == 3 && classes.item(row)->text() == QLatin1String(name);
    };
    ASSERT_TRUE(waitFor([&] { return named(0, "bg") && named(1, "cat") && named(2, "dog"); }))
        << "as the config of the run calls them";
    EXPECT_FALSE(bar.isHidden());
    auto& view = *body.findChild<QListView*>();
    const QColor box = m_theme.runColour(RunColour::slot(1));
    const auto boxPixels = [&] { return pixelsOf(view, [&](const QColor& each) { return each == box; }); };
    ASSERT_TRUE(waitFor([&] { return boxPixels() > 300; })) << "the box and its label";
    const QImage with = view.grab().toImage();
    QSignalSpy edited(&body, &PanelBody::contentEdited);
    body.findChild<QToolButton*>(QStringLiteral("showBoxes"))->click();
    EXPECT_LT(boxPixels(), 100) << "but for the dot of the run";
    EXPECT_FALSE(edited.back().front().value<PanelContent>().overlays.boxes);
    body.findChild<QToolButton*>(QStringLiteral("showBoxes"))->click();
    EXPECT_EQ(view.grab().toImage(), with);
    classes.item(1)->setCheckState(Qt::Unchecked);
    EXPECT_LT(boxPixels(), 100) << "the box is a cat";
    EXPECT_NE(view.grab().toImage(), with);
    EXPECT_EQ(edited.back().front().value<PanelContent>().overlays.hidden, (std::set<std::string>{"cat"}));
    body.findChild<QToolButton*>(QStringLiteral("showMasks"))->click();
    EXPECT_FALSE(edited.back().front().value<PanelContent>().overlays.masks);
    expectNames(body);
}

} // namespace runglass::test
