// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Overlays.h"

#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QBuffer>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace runglass::test
{

namespace
{

std::string bytesOf(const std::string& ending)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture("wandb/media")))
        if (entry.path().string().ends_with(ending)) {
            std::ifstream stream(entry.path(), std::ios::binary);
            return {std::istreambuf_iterator<char>(stream), {}};
        }
    ADD_FAILURE() << ending;
    return {};
}

std::string png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

} // namespace

TEST(OverlaysTest, theSdksMaskHasItsClasses)
{
    const PictureOverlay mask = decodeMask(bytesOf(".mask.png"));
    EXPECT_TRUE(mask.problem.isEmpty());
    EXPECT_EQ(mask.classes.size(), QSize(24, 24));
    EXPECT_EQ(mask.present, (std::set<int>{0, 1, 2})) << "the script drew three classes";
}

TEST(OverlaysTest, aLargeMaskIsMadeSmallWithoutNewClasses)
{
    QImage image(3000, 2000, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.scanLine(y)[x] = x < 1500 ? 3 : 200;
    const PictureOverlay mask = decodeMask(png(image));
    EXPECT_EQ(mask.present, (std::set<int>{3, 200}));
    ASSERT_EQ(mask.classes.size(), QSize(1024, 682));
    for (int x = 0; x < mask.classes.width(); ++x) {
        const int id = mask.classes.constScanLine(300)[x];
        EXPECT_TRUE(id == 3 || id == 200) << x;
    }
    EXPECT_FALSE(decodeMask("no picture").problem.isEmpty());
    EXPECT_FALSE(decodeMask(png(image).substr(0, 60)).problem.isEmpty()) << "cut off";
}

TEST(OverlaysTest, theSdksBoxesHavePlaceClassAndScore)
{
    const PictureOverlay boxes = decodeBoxes(bytesOf(".boxes2D.json"));
    ASSERT_EQ(boxes.boxes.size(), 1U);
    const OverlayBox& box = boxes.boxes.front();
    EXPECT_EQ(box.place, QRectF(QPointF(0.1, 0.2), QPointF(0.5, 0.7)));
    EXPECT_FALSE(box.isInPixels);
    EXPECT_EQ(box.classId, 1);
    EXPECT_EQ(box.scores, QStringLiteral("conf 0.9"));
    EXPECT_EQ(boxes.labels, (std::map<int, QString>{{1, QStringLiteral("cat")}}));
}

TEST(OverlaysTest, boxesAroundAMiddleAndInPixelsAreReadAndOthersLeftOut)
{
    const PictureOverlay boxes = decodeBoxes(R"({"box_data": [
        {"position": {"middle": [10, 20], "width": 4, "height": 8}, "domain": "pixel", "box_caption": "a\nb"},
        {"position": {"minX": 3}}, 7, {"position": {"minX": 4, "maxX": 1, "minY": 1, "maxY": 2}, "class_id": "2"}],
        "class_labels": {"x": "none", "2": 5}})");
    ASSERT_EQ(boxes.boxes.size(), 2U);
    EXPECT_EQ(boxes.boxes[0].place, QRectF(8, 16, 4, 8));
    EXPECT_TRUE(boxes.boxes[0].isInPixels);
    EXPECT_FALSE(boxes.boxes[0].hasClass);
    EXPECT_FALSE(boxes.boxes[0].caption.contains(u'\n'));
    EXPECT_EQ(boxes.boxes[1].place, QRectF(1, 1, 3, 1)) << "the right way round";
    EXPECT_TRUE(boxes.labels.empty());
    EXPECT_FALSE(decodeBoxes("{").problem.isEmpty());
    EXPECT_FALSE(decodeBoxes("[]").problem.isEmpty());
}

} // namespace runglass::test
