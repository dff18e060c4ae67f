// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "tests/widgets/workspace/FakeChartSource.h"
#include "widgets/workspace/ChartDataText.h"
#include "widgets/workspace/ExportChartDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <fstream>

namespace runglass
{
namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

class TextSink : public ByteSink
{
public:
    void write(std::string_view bytes) override { text.append(bytes); }
    bool isClosed() const override { return false; }
    std::string text;
};

ChartShot shot()
{
    ChartShot result;
    result.title = QStringLiteral("train/loss");
    result.subtitle = QStringLiteral("smoothed 0.5");
    result.lines = {
        {{test::runRef("abc"), QStringLiteral("first, \"run\""), RunColour::slot(0), false},
         {std::make_shared<const Line>(std::vector<double>{0, 1, 2, 3}, std::vector<double>{1, kNaN, 0.1, 4})}}};
    result.axes.x = {1, 3};
    result.axes.y = {0, 5};
    return result;
}

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(ChartDataText, CsvHasThePointsThatAreDrawn)
{
    TextSink sink;
    writeChartCsv(shot(), sink);
    EXPECT_EQ(sink.text, "run,id,Step,step,time,value\r\n"
                         "\"first, \"\"run\"\"\",abc,1.0,,,NaN\r\n"
                         "\"first, \"\"run\"\"\",abc,2.0,,,0.1\r\n"
                         "\"first, \"\"run\"\"\",abc,3.0,,,4.0\r\n");
}

TEST(ChartDataText, JsonHasThemToo)
{
    ChartShot both = shot();
    ChartLine group = both.lines[0];
    group.groupSize = 3;
    group.lower = {std::make_shared<const Line>(std::vector<double>{0, 1, 2, 3}, std::vector<double>{0, 0, 0, 0})};
    group.upper = group.lower;
    both.lines.push_back(group);
    TextSink sink;
    writeChartJson(both, sink);
    EXPECT_NE(sink.text.find("\"title\": \"train/loss\""), std::string::npos) << sink.text;
    EXPECT_NE(sink.text.find("[2.0, null, 0.1]"), std::string::npos) << sink.text;
    EXPECT_NE(sink.text.find("[1.0, null, \"NaN\"]"), std::string::npos) << sink.text;
    EXPECT_NE(sink.text.find("[2.0, null, 0.1, 0.0, 0.0]"), std::string::npos) << sink.text;
    EXPECT_EQ(sink.text.find("[0.0, null, 1.0"), std::string::npos) << "outside the axis";
}

TEST(ChartDataText, WhatAGroupsRunsHaveInsteadOfNumbersIsWritten)
{
    ChartShot groups = shot();
    ChartLine& group = groups.lines[0];
    group.groupSize = 2;
    group.segments = {std::make_shared<const Line>(std::vector<double>{1, 2}, std::vector<double>{0.5, 0.25})};
    group.strange = {std::make_shared<const Line>(std::vector<double>{0, 2}, std::vector<double>{kNaN, kNaN})};
    TextSink csv, json;
    writeChartCsv(groups, csv);
    EXPECT_EQ(csv.text, "run,id,Step,step,time,value,of\r\n"
                        "\"first, \"\"run\"\"\",abc,1.0,,,0.5,group\r\n"
                        "\"first, \"\"run\"\"\",abc,2.0,,,0.25,group\r\n"
                        "\"first, \"\"run\"\"\",abc,2.0,,,NaN,run\r\n");
    writeChartJson(groups, json);
    EXPECT_NE(json.text.find("\"notFinite\""), std::string::npos) << json.text;
    EXPECT_NE(json.text.find("[2.0, \"NaN\"]"), std::string::npos) << json.text;
    EXPECT_EQ(json.text.find("[0.0, \"NaN\"]"), std::string::npos) << "outside the axis";
}

class ExportChartDialogTest : public testing::Test
{
protected:
    using Format = ExportChartDialog::Format;

    bool ready()
    {
        return QTest::qWaitFor([&] { return m_dialog->isReady(); });
    }
    /// What is written in a format.
    std::string saved(Format format)
    {
        m_dialog->setFormat(format);
        EXPECT_TRUE(ready());
        const std::filesystem::path path = m_folder.path() / "picture";
        QSignalSpy spy(m_dialog, &ExportChartDialog::saved);
        m_dialog->saveTo(QString::fromStdString(path.string()));
        EXPECT_TRUE(spy.wait()) << static_cast<int>(format);
        return contents(path);
    }
    template <typename T> T* find(const char* name) { return m_dialog->findChild<T*>(QLatin1String(name)); }

    test::TemporaryDirectory m_folder;
    QPointer<ExportChartDialog> m_dialog = new ExportChartDialog(shot(), false);

    ~ExportChartDialogTest() override { delete m_dialog; }
};

TEST_F(ExportChartDialogTest, APngIsTwiceAsFineAsTheScreen)
{
    find<QDoubleSpinBox>("exportWidth")->setValue(101.6);
    find<QDoubleSpinBox>("exportHeight")->setValue(50.8);
    const std::string bytes = saved(Format::Png);
    QImage image;
    ASSERT_TRUE(image.loadFromData(QByteArray::fromStdString(bytes), "PNG"));
    EXPECT_EQ(image.size(), QSize(768, 384)) << "4 × 2 inches at 192 dpi";
    EXPECT_EQ(std::lround(image.dotsPerMeterX() * 0.0254), 192);
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            coloured += image.pixelColor(x, y).saturation() > 150;
    }
    EXPECT_GT(coloured, 100) << "its line";
}

TEST_F(ExportChartDialogTest, SvgAndPdfAreDrawingsOfTheSizeInMillimetres)
{
    find<QDoubleSpinBox>("exportWidth")->setValue(127);
    const std::string svg = saved(Format::Svg);
    EXPECT_NE(svg.find("width=\"127"), std::string::npos) << svg.substr(0, 400);
    EXPECT_NE(svg.find("<polyline"), std::string::npos);
    EXPECT_NE(svg.find("train/loss"), std::string::npos) << "text stays text";
    EXPECT_EQ(svg.find("<image"), std::string::npos) << "no pixels";
    const std::string pdf = saved(Format::Pdf);
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
    EXPECT_NE(pdf.find("/MediaBox [0 0 360"), std::string::npos) << "127 mm are 360 points";
}

TEST_F(ExportChartDialogTest, SavesAndCopiesData)
{
    const std::string csv = saved(Format::Csv);
    EXPECT_EQ(csv.substr(0, 11), "run,id,Step");
    EXPECT_FALSE(find<QDoubleSpinBox>("exportWidth")->isEnabled());
    m_dialog->setFormat(Format::Json);
    ASSERT_TRUE(ready());
    for (QPushButton* button : m_dialog->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    }
    EXPECT_TRUE(QTest::qWaitFor([] { return QApplication::clipboard()->text().startsWith(QStringLiteral("{\n")); }));
    m_dialog->setFormat(Format::Png);
    ASSERT_TRUE(ready());
    for (QPushButton* button : m_dialog->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    }
    EXPECT_FALSE(QApplication::clipboard()->image().isNull());
}

TEST_F(ExportChartDialogTest, SaysWhyNothingWasWritten)
{
    m_dialog->setFormat(Format::Csv);
    ASSERT_TRUE(ready());
    m_dialog->saveTo(QStringLiteral("/nonexistent/folder/x.csv"));
    EXPECT_TRUE(QTest::qWaitFor([&] {
        const auto* note = m_dialog->findChild<QLabel*>(QStringLiteral("exportChartNote"));
        return note->text().contains(QStringLiteral("nonexistent"));
    }));
}

} // namespace
} // namespace runglass
