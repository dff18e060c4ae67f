// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "tests/widgets/workspace/SectionsText.h"
#include "widgets/workspace/DevicesPopover.h"
#include "widgets/workspace/PanelActions.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

namespace runglass
{
namespace
{

using test::sectionsOf, test::text;

TEST(SystemDevices, PanelsOfChosenOnesAreShown)
{
    PanelSections sections =
        sectionsOf({"loss"}, {"cpu", "cpu.0.cpu_percent", "proc.memory.percent", "memory_percent", "disk./.usageGB",
                              "disk./data.usageGB", "disk.in", "network.sent", "gpu.10.gpu", "gpu.2.gpu", "gpu.2.temp",
                              "gpu.process.2.gpu", "tpu.0.memoryUsage", "odd"});
    const auto devices = [&] {
        QStringList all;
        for (const PanelDevice& device : sections.sections().back().devices)
            all += QStringLiteral("%1 %2%3").arg(device.title).arg(device.panels).arg(device.chosen ? u"+" : u"");
        return all.join(QStringLiteral(", ")).toStdString();
    };
    EXPECT_EQ(devices(),
              "CPU 2, Memory 2, Disk 1, Disk / 1, Disk /data 1, Network 1, GPU 2 3, GPU 10 1, TPU 0 1, Other 1");
    EXPECT_TRUE(sections.sections().front().devices.empty()) << "of the hardware's only";
    PanelLayout layout;
    layout.at(SectionRef{true, {}}).devices = {"gpu.2", "disk./data", "gpu.7"};
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "Charts: loss | System: disk./data.usageGB gpu.2.gpu gpu.2.temp gpu.process.2.gpu");
    EXPECT_EQ(sections.sections().back().total, 14U);
    EXPECT_TRUE(sections.sections().back().isNarrowed);
    EXPECT_EQ(devices(), "CPU 2, Memory 2, Disk 1, Disk / 1, Disk /data 1+, Network 1, GPU 2 3+, GPU 7 0+, GPU 10 1, "
                         "TPU 0 1, Other 1");
    sections.setSearch(QStringLiteral("temp"));
    EXPECT_EQ(text(sections), "System: gpu.2.temp") << "both narrow";
    sections.setSearch({});
    layout.at(SectionRef{true, {}}).devices = {"gpu.7"};
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "Charts: loss | System: ") << "its head stays, for the way back";
}

TEST(SystemDevices, OneQuantityOfAllIsAPanelByExpression)
{
    PanelLayout layout;
    PanelContent content;
    content.pattern = "^gpu\\.\\d+\\.gpu$";
    const PanelRef one = layout.addPanel({true, {}}, content);
    content.pattern = "^gpu\\.\\d+\\.(gpu|temp)$";
    content.splits = true;
    layout.addPanel({true, {}}, content);
    PanelSections sections = sectionsOf({}, {"cpu", "gpu.0.gpu", "gpu.0.temp", "gpu.1.gpu", "gpu.1.temp"});
    layout.at(SectionRef{true, {}}).devices = {"gpu.1"};
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "System: gpu GPU 0 utilisation (%), GPU 1 utilisation (%) gpu.1.gpu gpu.1.temp temp");
    const auto& panels = sections.sections().back().panels;
    const auto all = std::find_if(panels.begin(), panels.end(), [&](const auto& panel) { return panel->id == one; });
    ASSERT_NE(all, panels.end());
    EXPECT_EQ((*all)->metrics, (std::vector<MetricRef>{{true, {"gpu.0.gpu"}}, {true, {"gpu.1.gpu"}}}));
}

TEST(SystemMetricTitle, AComputersNameIsSaid)
{
    EXPECT_EQ(systemMetricTitle(QStringLiteral("gpu.0.correctedMemoryErrors/l:node1")),
              QStringLiteral("GPU 0 ECC errors, corrected · node1"));
    EXPECT_EQ(systemDevice(QStringLiteral("gpu.0.temp/l:node1")), QStringLiteral("gpu.0/l:node1"));
    EXPECT_EQ(systemDeviceTitle(QStringLiteral("gpu.0/l:node1")), QStringLiteral("GPU 0 · node1"));
    EXPECT_EQ(systemDeviceTitle(systemDevice(QStringLiteral("disk./mnt/a.b.usageGB"))),
              QStringLiteral("Disk /mnt/a.b"));
}

class DevicesPopoverTest : public testing::Test
{
protected:
    DevicesPopoverTest()
    {
        m_theme.setMode(Theme::Mode::Light);
        QCursor::setPos(5000, 5000);
        m_board.resize(1000, 700);
        m_board.show();
        m_board.activateWindow();
        m_board.setRuns(test::shown({"a"}));
        setSystem({"cpu", "gpu.0.gpu", "gpu.0.temp", "gpu.1.gpu"});
    }
    void setSystem(const std::vector<std::string>& keys)
    {
        std::vector<MetricEntry> metrics{{false, {"loss"}, 1}};
        for (const std::string& key : keys)
            metrics.push_back({true, {key}, 1});
        m_board.setMetrics(metrics);
    }
    template <typename T> T* find(const char* name)
    {
        T* visible = nullptr;
        for (T* one : m_board.findChildren<T*>(QLatin1String(name)))
            visible = one->isVisible() ? one : visible;
        return visible;
    }

    Theme m_theme;
    test::FakeChartSource m_source;
    PanelBoard m_board{m_theme, m_source};
    PanelActions* m_actions = new PanelActions(m_theme, m_board);
};

TEST_F(DevicesPopoverTest, NarrowsTheSectionAndLeadsBack)
{
    auto* button = find<QToolButton>("sectionDevices");
    ASSERT_NE(button, nullptr);
    EXPECT_EQ(button->text(), QStringLiteral("All devices"));
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Devices of section System: All devices"));
    QTest::keyClick(button, Qt::Key_Space);
    auto* list = find<QListWidget>("devices");
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->count(), 3);
    EXPECT_EQ(m_board.focusWidget(), list);
    EXPECT_EQ(list->item(1)->text(), QStringLiteral("GPU 0 (2)"));
    EXPECT_FALSE(find<QPushButton>("allDevices")->isEnabled());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_EQ(text(m_board.sections()), "Charts: loss | System: gpu.0.gpu gpu.0.temp");
    EXPECT_EQ(m_board.layout().find(SectionRef{true, {}})->devices, (std::vector<std::string>{"gpu.0"}));
    EXPECT_EQ(button->text(), QStringLiteral("GPU 0"));
    EXPECT_EQ(list->item(1)->checkState(), Qt::Checked);
    QStringList counts;
    for (const QLabel* label : button->parentWidget()->findChildren<QLabel*>())
        counts += label->text();
    EXPECT_TRUE(counts.contains(QStringLiteral("2 of 4 panels"))) << counts.join(u' ').toStdString();
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_EQ(text(m_board.sections()), "Charts: loss | System: cpu gpu.0.gpu gpu.0.temp");
    EXPECT_EQ(list->currentRow(), 0) << "who chooses stays where they are";
    // A device that comes later waits, and one that goes stays chosen.
    setSystem({"cpu", "gpu.1.gpu", "gpu.2.gpu"});
    EXPECT_EQ(text(m_board.sections()), "Charts: loss | System: cpu");
    EXPECT_EQ(list->count(), 4);
    find<QPushButton>("allDevices")->click();
    EXPECT_EQ(text(m_board.sections()), "Charts: loss | System: cpu gpu.1.gpu gpu.2.gpu");
    EXPECT_EQ(m_board.layout(), PanelLayout());
    QTest::keyClick(list, Qt::Key_Escape);
    EXPECT_EQ(find<QListWidget>("devices"), nullptr);
}

TEST_F(DevicesPopoverTest, IsInTheSectionsMenuToo)
{
    auto* const choose = m_actions->findChild<QAction*>(QStringLiteral("chooseDevices"));
    m_board.goTo({{false, {"loss"}}, 0});
    EXPECT_FALSE(choose->isEnabled()) << "it has no devices";
    m_board.goTo({{true, {"cpu"}}, 0});
    ASSERT_TRUE(choose->isEnabled());
    choose->trigger();
    EXPECT_NE(find<QListWidget>("devices"), nullptr);
    setSystem({"cpu"});
    EXPECT_FALSE(choose->isEnabled()) << "there is no choice";
    EXPECT_EQ(find<QToolButton>("sectionDevices"), nullptr);
}

} // namespace
} // namespace runglass
