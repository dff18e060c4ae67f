// SPDX-License-Identifier: GPL-3.0-or-later
// What the panels of every run of an expected.json show, read from their table twins, is what was logged.
// RUNGLASS_SAMPLES may name another folder made the same way.
#include "models/items/SeriesTableModel.h"
#include "models/session/Session.h"
#include "tests/app/ExpectedRun.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/SeriesTableDialog.h"
#include "widgets/workspace/WorkspaceTab.h"

#include <QTableView>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace runglass::test
{
namespace
{

using nlohmann::json;
using Key = std::vector<std::string>;

constexpr int kPatience = 60'000; // ms until a wait has failed

std::filesystem::path samples()
{
    const char* other = std::getenv("RUNGLASS_SAMPLES");
    return other ? std::filesystem::path(other) : fixture("wandb");
}

/// A cell of a twin as the value it says.
json said(const QString& text)
{
    if (text == QStringLiteral("NaN"))
        return "NaN";
    if (text == QStringLiteral("inf"))
        return "Infinity";
    if (text == QStringLiteral("-inf"))
        return "-Infinity";
    return json::parse(text.toStdString(), nullptr, false);
}

/// What panels of lines are made of: numbers, and truth as 0 and 1, in the order of their steps.
std::map<Key, Points> numbers(const json& logCalls)
{
    std::map<Key, Points> series = expectedSeries(logCalls);
    for (auto& [key, points] : series) {
        for (auto& [step, value] : points)
            value = value.is_boolean() ? json(value.get<bool>() ? 1 : 0) : value;
        std::erase_if(points, [](const auto& point) {
            const json& value = point.second;
            const bool isSpecial = value.is_object() && value.contains("$f");
            return !value.is_number() && !isSpecial;
        });
    }
    std::erase_if(series, [](const auto& entry) { return entry.second.empty(); });
    return series;
}

/// A workspace over the folder of one run.
class ShownWorkspace
{
public:
    explicit ShownWorkspace(const std::filesystem::path& folder)
    {
        m_theme.setMode(Theme::Mode::Light);
        m_session.open(folder.string());
        EXPECT_TRUE(waitFor([&] { return !m_session.isBusy() && !m_session.list()->rows.empty(); }));
        m_tab.resize(1000, 700);
        m_tab.show();
    }

    /// Waits until there are panels of metrics of the run, as many as that or more.
    void awaitPanels(std::size_t count)
    {
        EXPECT_TRUE(waitFor([&] { return panels().size() >= count; })) << panels().size() << " panels";
    }
    /// With their panels, the metrics that are no hardware's.
    std::map<Key, PanelRef> panels()
    {
        std::map<Key, PanelRef> found;
        for (const PanelSection& section : m_tab.board().sections().sections()) {
            for (const auto& panel : section.panels) {
                if (!panel->id.isOwn() && !panel->id.metric.system)
                    found.emplace(panel->id.metric.key, panel->id);
            }
        }
        return found;
    }
    void setXAxis(XAxisKind kind)
    {
        m_tab.board().edit([kind](PanelLayout& layout) { layout.settings.x = XAxis{kind, {}}; });
    }
    /// The dialog with a panel's points, once they are there. The caller closes it.
    SeriesTableDialog* openTwin(const PanelRef& panel)
    {
        m_tab.board().showData(panel);
        SeriesTableDialog* found = nullptr;
        EXPECT_TRUE(waitFor([&] {
            for (auto* dialog : m_tab.findChildren<SeriesTableDialog*>()) {
                if (dialog->isVisible() && !dialog->model().isLoading())
                    found = dialog;
            }
            return found != nullptr;
        }));
        return found;
    }

private:
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kPatience); }

    Theme m_theme;
    Session m_session{Places{}};
    WorkspaceTab m_tab{Context{m_session, m_theme}};
};

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

/// A killed run's log may lack what was logged last; and the script wrote down what it logged less often than it did.
bool wasKilled(const json& expected)
{
    return expected.contains("signal") && expected["signal"] != 2;
}

/// Whether the log of a run holds anything.
bool isWritten(const std::filesystem::path& folder)
{
    constexpr std::uintmax_t kHeaderSize = 7;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".wandb")
            return file.file_size() > kHeaderSize;
    }
    return false;
}

void expectTwin(const QAbstractItemModel& twin, const Points& logged, bool mayDiffer)
{
    const auto rows = static_cast<std::size_t>(twin.rowCount());
    EXPECT_GT(rows, 0U);
    if (!mayDiffer) {
        EXPECT_EQ(rows, logged.size());
    }
    for (std::size_t i = 0; i < std::min(rows, logged.size()); ++i) {
        const int row = static_cast<int>(i);
        EXPECT_EQ(cell(twin, row, SeriesTableModel::StepColumn), QString::number(logged[i].first));
        const QString text = cell(twin, row, SeriesTableModel::ValueColumn);
        EXPECT_TRUE(agrees(logged[i].second, said(text)))
            << logged[i].second << " is shown as " << text.toStdString() << " at step " << logged[i].first;
    }
}

void expectPanels(const json& expected)
{
    const std::filesystem::path folder = samples() / std::string(expected["path"]);
    const std::map<Key, Points> logged = isWritten(folder) ? numbers(expected["history"]) : std::map<Key, Points>();
    ShownWorkspace workspace(folder);
    workspace.awaitPanels(logged.size());
    workspace.setXAxis(XAxisKind::Step);
    std::map<Key, PanelRef> panels = workspace.panels();
    for (const auto& [key, points] : logged) {
        SCOPED_TRACE(json(key).dump());
        const auto panel = panels.find(key);
        ASSERT_NE(panel, panels.end()) << "has no panel";
        SeriesTableDialog* dialog = workspace.openTwin(panel->second);
        ASSERT_NE(dialog, nullptr);
        expectTwin(*dialog->findChild<QTableView*>()->model(), points, wasKilled(expected));
        delete dialog;
        panels.erase(panel);
    }
    EXPECT_TRUE(panels.empty()) << json(panels.begin()->first).dump() << " was not logged as a number";
}

/// A long run's known values are summed up: how many, first, last, least, greatest.
void expectBigPanels(const json& expected)
{
    const json& big = expected["big"];
    ShownWorkspace workspace(samples() / std::string(expected["path"]));
    workspace.awaitPanels(big["first"].size());
    workspace.setXAxis(XAxisKind::Step);
    const std::map<Key, PanelRef> panels = workspace.panels();
    EXPECT_EQ(panels.size(), big["first"].size());
    for (const auto& [key, panel] : panels) {
        SeriesTableDialog* dialog = workspace.openTwin(panel);
        ASSERT_NE(dialog, nullptr);
        const QAbstractItemModel& twin = *dialog->findChild<QTableView*>()->model();
        ASSERT_EQ(static_cast<std::size_t>(twin.rowCount()), big["steps"].get<std::size_t>());
        std::vector<double> values;
        for (int row = 0; row < twin.rowCount(); ++row)
            values.push_back(said(cell(twin, row, SeriesTableModel::ValueColumn)));
        EXPECT_EQ(values.front(), big["first"][key[0]]);
        EXPECT_EQ(values.back(), big["last"][key[0]]);
        EXPECT_EQ(*std::min_element(values.begin(), values.end()), big["min"][key[0]]);
        EXPECT_EQ(*std::max_element(values.begin(), values.end()), big["max"][key[0]]);
        delete dialog;
    }
}

} // namespace

TEST(TwinAgreementTest, everyPanelShowsWhatWasLogged)
{
    const json runs = json::parse(std::ifstream(samples() / "expected.json"));
    ASSERT_FALSE(runs.empty());
    for (const json& expected : runs) {
        SCOPED_TRACE(expected["path"].get<std::string>());
        if (expected.contains("big"))
            expectBigPanels(expected);
        else
            expectPanels(expected);
    }
}

} // namespace runglass::test
