// SPDX-License-Identifier: GPL-3.0-or-later
// Panels of every kind on the page, over real runs.
#include "models/session/Session.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/workspace/BodyTableDialog.h"
#include "widgets/workspace/ExportChartDialog.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelEditor.h"
#include "widgets/workspace/PanelFrame.h"
#include "widgets/workspace/WorkspaceTab.h"
#include "widgets/workspace/bodies/HistogramBody.h"
#include "widgets/workspace/bodies/ParallelBody.h"
#include "widgets/workspace/bodies/ScatterBody.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

namespace runglass
{
namespace
{

class PlotBodiesTest : public testing::Test
{
protected:
    static constexpr int kPatience = 30'000;

    PlotBodiesTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        QCursor::setPos(5000, 5000);
    }

    void open(const std::string& name)
    {
        m_session.open(test::fixture("wandb/" + name).string());
        ASSERT_TRUE(waitFor([&] { return !m_session.isBusy() && !m_session.list()->rows.empty(); }));
        m_tab.resize(1100, 800);
        m_tab.show();
    }
    template <typename Condition> static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatience);
    }
    /// Adds a panel as the editor would, and waits until it shows something.
    PlotBody* add(PanelContent content)
    {
        PanelRef panel;
        m_tab.board().edit([&](PanelLayout& layout) {
            panel = layout.addPanel({false, "plots", 0}, std::move(content));
        });
        m_tab.board().goTo(panel);
        PlotBody* body = nullptr;
        EXPECT_TRUE(waitFor([&] {
            PanelFrame* frame = m_tab.board().frame(panel);
            body = frame ? qobject_cast<PlotBody*>(frame->body()) : nullptr;
            return body && !body->isWorking() && body->word() != QStringLiteral("Reading…");
        }));
        m_panel = panel;
        return body;
    }
    static PanelContent content(PanelKind kind, const std::vector<ColumnId>& columns)
    {
        PanelContent result;
        result.kind = kind;
        for (const ColumnId& column : columns)
            result.axes.push_back({column});
        return result;
    }
    static ColumnId created() { return {ColumnOrigin::Field, Field::Created, {}}; }
    static ColumnId duration() { return {ColumnOrigin::Field, Field::Duration, {}}; }
    static ColumnId state() { return {ColumnOrigin::Field, Field::State, {}}; }
    void settle(PlotBody* body)
    {
        QCoreApplication::processEvents();
        ASSERT_TRUE(waitFor([&] { return !body->isWorking(); }));
    }
    QAction* action(const QString& name) { return m_tab.actions().findChild<QAction*>(name); }
    template <typename Dialog> Dialog* dialog()
    {
        Dialog* found = nullptr;
        EXPECT_TRUE(waitFor([&] {
            for (QWidget* window : QApplication::topLevelWidgets()) {
                auto* one = qobject_cast<Dialog*>(window);
                found = one && one->isVisible() ? one : found;
            }
            return found != nullptr;
        }));
        return found;
    }

    Theme m_theme;
    Session m_session{Places{}};
    WorkspaceTab m_tab{Context{m_session, m_theme}};
    PanelRef m_panel;
};

TEST_F(PlotBodiesTest, AScatterPlotHasItsDescriptionItsTableAndItsExport)
{
    open("seed/wandb");
    const std::size_t runs = m_session.list()->rows.size();
    ASSERT_GT(runs, 1U);
    PlotBody* body = add(content(PanelKind::Scatter, {created(), duration()}));
    ASSERT_NE(body->drawing(), nullptr) << body->word().toStdString();
    EXPECT_EQ(body->drawing()->marks(), runs);
    EXPECT_EQ(body->accessibleName(), QStringLiteral("Duration over Created scatter plot"));
    EXPECT_EQ(body->accessibleDescription(), QStringLiteral("%1 runs, Duration over Created.").arg(runs));
    EXPECT_EQ(body->table()->rows, runs);
    action(QStringLiteral("showData"))->trigger();
    auto* table = dialog<BodyTableDialog>();
    ASSERT_NE(table, nullptr);
    ASSERT_TRUE(
        waitFor([&] { return table->findChild<QTableView*>()->model()->rowCount() == static_cast<int>(runs); }));
    EXPECT_EQ(table->selectedText().count(u'\n'), static_cast<qsizetype>(runs) + 1);
    table->close();
    action(QStringLiteral("exportPanel"))->trigger();
    auto* exporting = dialog<ExportChartDialog>();
    ASSERT_NE(exporting, nullptr);
    EXPECT_TRUE(waitFor([&] { return exporting->isReady(); }));
    exporting->close();
}

TEST_F(PlotBodiesTest, KeysAndPointerTellOfRuns)
{
    open("seed/wandb");
    PlotBody* body = add(content(PanelKind::Scatter, {created(), duration()}));
    ASSERT_NE(body->drawing(), nullptr);
    QSignalSpy hovered(body, &PanelBody::runHovered), opened(body, &PanelBody::runOpened);
    QTest::keyClick(body, Qt::Key_Right);
    ASSERT_EQ(body->mark(), std::optional<std::size_t>(0));
    ASSERT_EQ(hovered.count(), 1);
    QTest::keyClick(body, Qt::Key_Return);
    EXPECT_EQ(m_session.currentRun(), body->drawing()->runOf(0)) << "chosen everywhere";
    QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(opened.count(), 1);
    QTest::keyClick(body, Qt::Key_Escape);
    EXPECT_EQ(body->mark(), std::nullopt);
    const QPoint place = body->drawing()->placeOf(1, body->map()).toPoint();
    QTest::mouseMove(body, place);
    ASSERT_TRUE(waitFor([&] { return body->mark().has_value(); }));
    QTest::mouseClick(body, Qt::LeftButton, {}, place);
    EXPECT_EQ(m_session.currentRun(), body->drawing()->runOf(*body->mark()));
}

TEST_F(PlotBodiesTest, APullZoomsAndADoubleClickShowsEverything)
{
    open("seed/wandb");
    PlotBody* body = add(content(PanelKind::Scatter, {created(), duration()}));
    ASSERT_NE(body->drawing(), nullptr);
    settle(body);
    const PlotMap whole = body->map();
    const QPoint from = whole.rect.topLeft().toPoint() + QPoint(20, 20), to = from + QPoint(90, 60);
    const auto pull = [body](const QPoint& begin, const QPoint& end) {
        QTest::mousePress(body, Qt::LeftButton, {}, begin);
        QTest::mouseMove(body, (begin + end) / 2);
        QTest::mouseMove(body, end);
        QTest::mouseRelease(body, Qt::LeftButton, {}, end);
    };
    pull(from, to);
    ASSERT_TRUE(body->zoomState().x && body->zoomState().y);
    EXPECT_NEAR(body->map().x.lo, whole.xAt(from.x()), 1e-6 * whole.x.size());
    EXPECT_NEAR(body->map().y.hi, whole.yAt(from.y()), 1e-6 * whole.y.size());
    EXPECT_NEAR(body->map().x.size(), whole.x.size() * 91 / whole.rect.width(), 0.02 * whole.x.size());
    QTest::keyClick(body, Qt::Key_Backspace);
    EXPECT_FALSE(body->zoomState().isSet());
    QTest::keyClick(body, Qt::Key_Backspace, Qt::ShiftModifier);
    EXPECT_TRUE(body->zoomState().isSet());
    QTest::keyClick(body, Qt::Key_Home);
    ASSERT_TRUE(body->mark());
    EXPECT_TRUE(body->map().rect.adjusted(-1, -1, 1, 1).contains(body->drawing()->placeOf(*body->mark(), body->map())))
        << "what the keys lead to is brought into sight";
    QTest::keyClick(body, Qt::Key_Escape);
    EXPECT_TRUE(body->zoomState().isSet()) << "the first takes the mark away";
    QTest::keyClick(body, Qt::Key_Escape);
    EXPECT_FALSE(body->zoomState().isSet());
    pull(from, {to.x(), from.y() + 2});
    EXPECT_TRUE(body->zoomState().x && !body->zoomState().y) << "a thin one is of one axis";
    QPoint empty = whole.rect.topLeft().toPoint() + QPoint(1, 1);
    while (body->drawing()->markAt(empty, body->map()))
        empty += QPoint(5, 3);
    ASSERT_TRUE(whole.rect.toRect().contains(empty));
    QTest::mouseDClick(body, Qt::LeftButton, {}, empty);
    EXPECT_FALSE(body->zoomState().isSet());
    EXPECT_EQ(body->map().x, whole.x);
}

TEST_F(PlotBodiesTest, APullWithCtrlChoosesRuns)
{
    open("seed/wandb");
    PlotBody* body = add(content(PanelKind::Scatter, {created(), duration()}));
    ASSERT_NE(body->drawing(), nullptr);
    settle(body);
    QSignalSpy boxed(body, &PanelBody::runsBoxed), toggled(body, &PanelBody::tickToggled);
    const QRect plot = body->map().rect.toRect();
    const auto pull = [&](Qt::KeyboardModifiers held) {
        QTest::mousePress(body, Qt::LeftButton, held, plot.topLeft() + QPoint(1, 1));
        QTest::mouseMove(body, plot.center());
        QTest::mouseMove(body, plot.bottomRight());
        QTest::mouseRelease(body, Qt::LeftButton, held, plot.bottomRight());
    };
    pull(Qt::ControlModifier);
    ASSERT_EQ(boxed.count(), 1);
    EXPECT_EQ(boxed[0][0].value<std::vector<RunRef>>().size(), body->drawing()->marks());
    EXPECT_TRUE(boxed[0][1].toBool());
    EXPECT_FALSE(body->zoomState().isSet());
    pull(Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(boxed.count(), 2);
    EXPECT_FALSE(boxed[1][1].toBool());
    const std::optional<RunRef> before = m_session.currentRun();
    QTest::mouseClick(body, Qt::LeftButton, Qt::ControlModifier, body->drawing()->placeOf(0, body->map()).toPoint());
    ASSERT_EQ(toggled.count(), 1);
    EXPECT_EQ(m_session.currentRun(), before);
}

TEST_F(PlotBodiesTest, WhereABrushLeavesNoRunThePageClearsTheFilter)
{
    open("seed/wandb");
    RunListState state = m_session.state();
    state.filter = brushFilter({}, {{duration(), AxisScale::Linear, {1e9, std::nullopt}}});
    m_session.setState(std::move(state));
    const auto button = [this](const QString& text) {
        for (auto* one : m_tab.findChildren<QAbstractButton*>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return static_cast<QAbstractButton*>(nullptr);
    };
    ASSERT_TRUE(waitFor([&] { return button(QStringLiteral("Clear filter")) != nullptr; }));
    EXPECT_EQ(button(QStringLiteral("Clear search")), nullptr) << "nothing is searched for";
    button(QStringLiteral("Clear filter"))->click();
    EXPECT_TRUE(waitFor([&] { return !m_session.list()->rows.empty(); }));
    EXPECT_EQ(m_session.state().filter, Filter());
}

TEST_F(PlotBodiesTest, HistogramsAreShownInEveryWay)
{
    open("media/wandb");
    PanelContent histogram;
    histogram.kind = PanelKind::Histogram;
    histogram.metrics = {{false, {"hist"}}};
    auto* body = qobject_cast<HistogramBody*>(add(histogram));
    ASSERT_NE(body, nullptr);
    for (const XAxisKind axis : {XAxisKind::Step, XAxisKind::RelativeWall, XAxisKind::WallTime}) {
        for (const auto shape : {HistogramShape::Offset, HistogramShape::Overlay, HistogramShape::Percentiles}) {
            histogram.histogramX = axis;
            histogram.histogramShape = shape;
            QSignalSpy changed(body, &PanelBody::changed);
            body->setContent(histogram, QStringLiteral("hist"));
            ASSERT_TRUE(waitFor([&] { return changed.count() > 0 && !body->isWorking(); }));
            ASSERT_NE(body->drawing(), nullptr) << body->word().toStdString();
            EXPECT_GT(body->table()->rows, 0U);
            EXPECT_FALSE(body->grab().isNull());
        }
    }
}

TEST_F(PlotBodiesTest, APlotWithoutRunsSaysWhatToDo)
{
    open("seed/wandb");
    PlotBody* body = add(content(PanelKind::Bars, {ColumnId{ColumnOrigin::Config, Field::Name, {"no such key"}}}));
    EXPECT_EQ(body->drawing(), nullptr);
    EXPECT_TRUE(body->word().contains(QStringLiteral("no such key")));
    EXPECT_TRUE(body->accessibleDescription().contains(QStringLiteral("settings of the panel")));
}

TEST_F(PlotBodiesTest, BrushingAnAxisFiltersTheRunsEverywhere)
{
    open("seed/wandb");
    const std::size_t runs = m_session.list()->rows.size();
    auto* body =
        qobject_cast<ParallelBody*>(add(content(PanelKind::ParallelCoordinates, {created(), state(), duration()})));
    ASSERT_NE(body, nullptr);
    ASSERT_NE(body->drawing(), nullptr);
    const auto* plot = static_cast<const ParallelDrawing*>(body->drawing().get());
    ASSERT_EQ(plot->insideCount(), runs);
    // From above the axis to its middle: the newest runs.
    const PlotMap map = body->map();
    const QRectF rect = plot->axisRect(map);
    const auto x = static_cast<int>(plot->axisX(0, map));
    QTest::mousePress(body, Qt::LeftButton, {}, QPoint(x, static_cast<int>(rect.top())));
    QTest::mouseMove(body, QPoint(x, static_cast<int>(rect.center().y())));
    QTest::mouseRelease(body, Qt::LeftButton, {}, QPoint(x, static_cast<int>(rect.center().y())));
    ASSERT_TRUE(waitFor([&] { return m_session.list()->rows.size() < runs; })) << "the table follows";
    const std::size_t left = m_session.list()->rows.size();
    ASSERT_GT(left, 0U);
    settle(body);
    plot = static_cast<const ParallelDrawing*>(body->drawing().get());
    EXPECT_EQ(plot->insideCount(), left);
    EXPECT_EQ(plot->values().size(), runs) << "those outside stay, faint";
    EXPECT_FALSE(plot->brushes().isEmpty());
    QTest::keyClick(body, Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return m_session.list()->rows.size() == runs; }));
    EXPECT_EQ(m_session.state().filter, Filter());
}

TEST_F(PlotBodiesTest, HistogramsAreReadAndTold)
{
    open("media/wandb");
    PanelContent histogram;
    histogram.kind = PanelKind::Histogram;
    histogram.metrics = {{false, {"hist"}}};
    auto* body = qobject_cast<HistogramBody*>(add(histogram));
    ASSERT_NE(body, nullptr);
    ASSERT_TRUE(waitFor([&] { return body->drawing() != nullptr; })) << body->word().toStdString();
    const BodyTable table = *body->table();
    EXPECT_GT(table.rows, 0U);
    double total = 0;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (table.cell(row, 0) == table.cell(0, 0))
            total += table.cell(row, 3).toDouble();
    }
    EXPECT_EQ(total, 200) << "of as many values each was made";
    EXPECT_TRUE(body->accessibleDescription().contains(QStringLiteral("histograms of hist")));
}

TEST_F(PlotBodiesTest, APanelIsAddedEditedDuplicatedAndRemoved)
{
    open("seed/wandb");
    action(QStringLiteral("addPanel"))->trigger();
    auto* editor = dialog<PanelEditor>();
    ASSERT_NE(editor, nullptr);
    auto* kinds = editor->findChild<QListWidget*>(QStringLiteral("panelKinds"));
    ASSERT_EQ(kinds->count(), static_cast<int>(panelKinds().size()) + 1);
    editor->setKind(PanelKind::Bars);
    const auto button = [&](const QString& text) {
        for (QPushButton* one : editor->findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        return static_cast<QPushButton*>(nullptr);
    };
    ASSERT_NE(button(QStringLiteral("Add")), nullptr);
    EXPECT_FALSE(button(QStringLiteral("Add"))->isEnabled()) << "no column was chosen";
    editor->form().setContent(content(PanelKind::Bars, {duration()}));
    ASSERT_TRUE(button(QStringLiteral("Add"))->isEnabled());
    button(QStringLiteral("Add"))->click();
    const PanelLayout first = m_tab.board().layout();
    ASSERT_EQ(first.panels.size(), 1U);
    EXPECT_EQ(first.panels[0].content, content(PanelKind::Bars, {duration()}));
    const PanelRef panel = first.panels[0].panel;
    ASSERT_NE(m_tab.board().find(panel), nullptr);
    EXPECT_EQ(m_tab.board().find(panel)->title, QStringLiteral("Duration"));
    m_tab.board().goTo(panel);
    EXPECT_EQ(action(QStringLiteral("hidePanel"))->text(), QStringLiteral("Remove panel"));
    EXPECT_FALSE(action(QStringLiteral("zoomIn"))->isEnabled());
    action(QStringLiteral("duplicatePanel"))->trigger();
    ASSERT_EQ(m_tab.board().layout().panels.size(), 2U);
    EXPECT_EQ(m_tab.board().layout().panels[1].content, first.panels[0].content);
    action(QStringLiteral("hidePanel"))->trigger();
    EXPECT_EQ(m_tab.board().layout().panels, first.panels) << "the copy was the current one";
    EXPECT_EQ(*m_session.panels(), m_tab.board().layout()) << "kept with the session's layout";
}

} // namespace
} // namespace runglass
