// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunMedia.h"

#include "tests/session/SessionFixture.h"

namespace runglass::test
{

namespace
{

using RunMediaOfFixture = SessionFixture;

Value picture(const std::string& path, const std::string& caption = {})
{
    Value::Object object{{"_type", "image-file"}, {"path", path}, {"width", 24}, {"height", 16}, {"size", 310}};
    if (!caption.empty())
        object["caption"] = caption;
    return object;
}

LoggedValues logged(std::vector<std::pair<std::int64_t, Value>> points, int segment = 0)
{
    Series series;
    series.id.segment = segment;
    std::vector<Value> values;
    for (auto& [step, value] : points) {
        series.step.push_back(step);
        series.time.push_back(0);
        values.push_back(std::move(value));
    }
    series.values = std::move(values);
    return {{1, {"team", "proj", "a"}}, {std::make_shared<const Series>(std::move(series))}};
}

std::vector<std::string> pathsOf(const MediaEntry* entry)
{
    std::vector<std::string> paths;
    if (entry)
        for (const MediaItem& item : entry->items)
            paths.push_back(item.path);
    return paths;
}

} // namespace

TEST(RunMediaTest, picturesAndListsOfThemAreRead)
{
    const Value list = Value::Object{{"_type", "images/separated"},
                                     {"filenames", Value::Array{"p/0.png", 7, "p/1.png"}},
                                     {"captions", Value::Array{"first", "no file", Value()}},
                                     {"width", 8},
                                     {"height", 4}};
    const Value sounds = Value::Object{
        {"_type", "audio"},
        {"count", 1},
        {"audio", Value::Array{Value::Object{{"_type", "audio-file"}, {"path", "p/a.wav"}, {"size", 99}}}},
        {"captions", Value::Array{"noise"}}};
    const RunMedia media =
        mediaOf(logged({{0, picture("p/x.png", "cap")}, {1, list}, {2, sounds}, {3, 0.5}, {4, Value::Object{}}}));
    ASSERT_EQ(media.entries.size(), 3U);
    const MediaItem& first = media.entries[0].items.front();
    EXPECT_EQ(first.caption, "cap");
    EXPECT_EQ(first.width, 24);
    EXPECT_EQ(first.height, 16);
    EXPECT_EQ(first.sizeBytes, 310U);
    EXPECT_EQ(pathsOf(&media.entries[1]), (std::vector<std::string>{"p/0.png", "p/1.png"}));
    EXPECT_EQ(media.entries[1].items[0].caption, "first");
    EXPECT_EQ(media.entries[1].items[1].caption, "") << "its own, not that of the one that is no file";
    EXPECT_EQ(media.entries[2].items.front().kind, LoggedKind::Audio);
    EXPECT_EQ(media.entries[2].items.front().caption, "noise");
    EXPECT_EQ(media.entries[2].items.front().sizeBytes, 99U);
}

TEST(RunMediaTest, eachPictureOfAListHasItsOwnMasksAndBoxes)
{
    const Value mask = Value::Object{{"pred", Value::Object{{"_type", "mask"}, {"path", "p/m.png"}}}};
    const Value box = Value::Object{{"gt", Value::Object{{"_type", "boxes2D"}, {"path", "p/b.json"}}},
                                    {"none", Value::Object{{"_type", "boxes2D"}}}};
    const Value list = Value::Object{{"_type", "images/separated"},
                                     {"filenames", Value::Array{"p/0.png", "p/1.png"}},
                                     {"all_masks", Value::Array{Value(), mask}},
                                     {"all_boxes", Value::Array{box}}};
    const RunMedia media = mediaOf(logged({{0, list}}));
    ASSERT_EQ(media.entries.front().items.size(), 2U);
    const MediaItem &first = media.entries.front().items[0], &second = media.entries.front().items[1];
    EXPECT_TRUE(first.masks.empty());
    EXPECT_EQ(first.boxes, (std::vector<MediaOverlay>{{"gt", "p/b.json"}}));
    EXPECT_EQ(second.masks, (std::vector<MediaOverlay>{{"pred", "p/m.png"}}));
    EXPECT_TRUE(second.boxes.empty());
}

TEST(RunMediaTest, theLastAtAStepOrBeforeIsShown)
{
    const RunMedia media =
        mediaOf(logged({{2, picture("a")}, {5, picture("b")}, {5, picture("c")}, {9, picture("d")}}));
    EXPECT_EQ(media.at(1), nullptr);
    EXPECT_EQ(pathsOf(media.at(2)), std::vector<std::string>{"a"});
    EXPECT_EQ(pathsOf(media.at(4)), std::vector<std::string>{"a"});
    EXPECT_EQ(pathsOf(media.at(5)), std::vector<std::string>{"c"});
    EXPECT_EQ(pathsOf(media.at(100)), std::vector<std::string>{"d"});
    EXPECT_EQ(pathsOf(media.at(std::nullopt)), std::vector<std::string>{"d"});
    EXPECT_EQ(stepsOf({media, mediaOf(logged({{3, picture("x")}, {5, picture("y")}}))}),
              (std::vector<std::int64_t>{2, 3, 5, 9}));
    EXPECT_TRUE(stepsOf({}).empty());
}

TEST(RunMediaTest, oneEntryIsBounded)
{
    Value::Array names;
    for (int i = 0; i < 1000; ++i)
        names.emplace_back("p/" + std::to_string(i));
    const RunMedia media =
        mediaOf(logged({{0, Value::Object{{"_type", "images/separated"}, {"filenames", names}}}}), 10);
    ASSERT_EQ(media.entries.size(), 1U);
    EXPECT_EQ(media.entries.front().items.size(), 10U);
}

TEST_F(RunMediaOfFixture, whatTheSdkLoggedIsThereAtItsSteps)
{
    openAndRead(fixture("wandb/media"));
    const auto mediaUnder = [this](const std::string& key) {
        const auto answer = result(m_session->loggedValues({false, {key}, 1}, {run("hamsz6s9")}));
        EXPECT_TRUE(answer);
        EXPECT_EQ((*answer)->size(), 1U);
        return mediaOf((*answer)->front());
    };
    const RunMedia single = mediaUnder("img/single");
    ASSERT_EQ(single.entries.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(single.entries[i].step, static_cast<std::int64_t>(i));
        const std::string start = "cap " + std::to_string(i) + ' ';
        EXPECT_TRUE(single.entries[i].items.front().caption.starts_with(start));
    }
    const RunMedia list = mediaUnder("img/list");
    ASSERT_EQ(list.entries.size(), 1U);
    ASSERT_EQ(list.entries[0].items.size(), 3U);
    EXPECT_EQ(list.entries[0].items[2].caption, "l2");
    RunFile file;
    file.path = list.entries[0].items[1].path;
    file.segment = list.entries[0].items[1].segment;
    const auto bytes = result(m_session->readFile(run("hamsz6s9"), file, 0, 100'000));
    ASSERT_TRUE(bytes);
    EXPECT_TRUE((*bytes)->starts_with("\x89PNG"));
    const RunMedia masked = mediaUnder("img/masked");
    ASSERT_EQ(masked.entries.size(), 1U);
    const MediaItem& item = masked.entries[0].items.front();
    ASSERT_EQ(item.masks.size(), 1U);
    ASSERT_EQ(item.boxes.size(), 1U);
    EXPECT_EQ(item.masks.front().name, "pred");
    EXPECT_TRUE(item.masks.front().path.ends_with(".mask.png"));
    EXPECT_EQ(item.boxes.front().name, "gt");
    EXPECT_TRUE(item.boxes.front().path.ends_with(".boxes2D.json"));
    const auto opened = result(m_session->openRun(run("hamsz6s9")));
    ASSERT_TRUE(opened);
    EXPECT_EQ(maskLabels((*opened)->run.config, {"img/masked"}, "pred"),
              (std::map<int, std::string>{{0, "bg"}, {1, "cat"}, {2, "dog"}}));
    EXPECT_TRUE(maskLabels((*opened)->run.config, {"img/masked"}, "other").empty());
    EXPECT_EQ(mediaUnder("audio").entries.front().items.front().kind, LoggedKind::Audio);
    EXPECT_EQ(mediaUnder("obj3d").entries.front().items.front().kind, LoggedKind::Object3D);
}

} // namespace runglass::test
