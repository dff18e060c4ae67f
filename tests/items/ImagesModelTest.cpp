// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ImagesModel.h"

#include "models/items/Picture.h"
#include "tests/support/QtMessages.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

RunRef ref(const std::string& id)
{
    return {1, {"team", "proj", id}};
}

std::shared_ptr<const ShownRuns> shown(const std::vector<std::string>& ids)
{
    auto runs = std::make_shared<ShownRuns>();
    for (const std::string& id : ids)
        runs->runs.push_back({ref(id), QString::fromStdString("run " + id), RunColour::slot(3), false});
    return runs;
}

MediaItem item(const std::string& path, const std::string& caption = {})
{
    MediaItem item;
    item.kind = LoggedKind::Image;
    item.path = "media/images/" + path;
    item.caption = caption;
    return item;
}

/// Run a: one at 0, two at 4. Run b: one at 2.
std::vector<RunMedia> media()
{
    return {{ref("a"), {{0, {item("a0.png", "first")}}, {4, {item("a4.png"), item("a4b.png")}}}},
            {ref("b"), {{2, {item("b2.png")}}}}};
}

std::string text(const ImagesModel& model)
{
    std::string text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            text += model.index(row, column).data().toString().toStdString() + '|';
        text += '\n';
    }
    return text;
}

} // namespace

TEST(ImagesModelTest, eachRunShowsItsLastUpToTheStep)
{
    ImagesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns(shown({"b", "a", "without"}));
    model.setMedia(media());
    EXPECT_EQ(model.steps(), (std::vector<std::int64_t>{0, 2, 4}));
    EXPECT_EQ(text(model), "b2.png||\na4.png|a4b.png|\n") << "in the order of the runs";
    EXPECT_EQ(model.runsWithout(), 1);
    model.setStep(3);
    EXPECT_EQ(text(model), "b2.png||\nfirst||\n");
    EXPECT_EQ(model.stepAt(1), 0);
    model.setStep(1);
    EXPECT_EQ(text(model), "first||\n") << "the other had nothing yet";
    EXPECT_EQ(model.runAt(0), ref("a"));
    model.setStep(-1);
    EXPECT_EQ(model.rowCount(), 0);
    model.setStep(std::nullopt);
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(ImagesModelTest, aStepThatLeavesTheRunsLeavesTheRows)
{
    ImagesModel model;
    model.setRuns(shown({"a", "b"}));
    model.setMedia(media());
    const QPersistentModelIndex kept = model.index(0, 0);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setStep(2);
    EXPECT_EQ(resets.count(), 0);
    EXPECT_TRUE(kept.isValid());
    model.setStep(1);
    EXPECT_EQ(resets.count(), 1) << "a run has gone";
}

TEST(ImagesModelTest, hiddenRunsAreLeftOut)
{
    ImagesModel model;
    model.setRuns(shown({"b"}));
    model.setMedia(media());
    EXPECT_EQ(model.steps(), std::vector<std::int64_t>{2});
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.columnCount(), 1) << "the two at once are of the other";
}

TEST(ImagesModelTest, aCellSaysWhatItIsOf)
{
    ImagesModel model;
    model.setRuns(shown({"a"}));
    model.setMedia(media());
    const QString words = model.index(0, 1).data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"run a", "step 4", "2 of 2", "Image", "a4b.png"})
        EXPECT_TRUE(words.contains(QLatin1String(part))) << words.toStdString();
    EXPECT_EQ(model.index(0, 0).data(ImagesModel::RunColourRole).value<RunColour>(), RunColour::slot(3));
    model.setStep(0);
    EXPECT_FALSE(model.index(0, 1).data(ImagesModel::HasItemRole).toBool());
    EXPECT_FALSE(model.flags(model.index(0, 1)).testFlag(Qt::ItemIsSelectable));
}

TEST(PictureTest, isDecodedNoLargerThanAsked)
{
    QImage large(400, 100, QImage::Format_RGB32);
    large.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    ASSERT_TRUE(large.save(&buffer, "PNG"));
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const Picture made = decodePicture(view, {64, 64});
    EXPECT_EQ(made.image.size(), QSize(64, 16));
    EXPECT_EQ(made.size, QSize(400, 100));
    EXPECT_TRUE(made.problem.isEmpty());
    EXPECT_EQ(decodePicture(view, {1000, 1000}).image.size(), QSize(400, 100)) << "nothing is enlarged";
    EXPECT_FALSE(decodePicture(view.substr(0, 40), {64, 64}).problem.isEmpty()) << "cut off";
    EXPECT_FALSE(decodePicture("<svg/>", {64, 64}).problem.isEmpty());
    EXPECT_FALSE(decodePicture({}, {64, 64}).problem.isEmpty());
}

} // namespace runglass::test
