// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbRecords.h"

#include "tests/formats/RecordingSink.h"

#include <gtest/gtest.h>
#include <protozero/pbf_writer.hpp>

#include <cmath>
#include <functional>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Writer = protozero::pbf_writer;
using Fill = std::function<void(Writer&)>;

std::string message(const Fill& fill)
{
    std::string bytes;
    Writer writer(bytes);
    fill(writer);
    return bytes;
}

/// A Record whose oneof is field number, with what the SDK puts around it.
std::string record(std::uint32_t number, const Fill& fill)
{
    return message([&](Writer& writer) {
        writer.add_int64(1, 12);
        writer.add_message(number, message(fill));
        writer.add_string(19, "uuid");
        writer.add_message(200, message([](Writer& info) { info.add_string(1, "stream"); }));
    });
}

RecordingSink decoded(const std::string& payload)
{
    RecordingSink sink;
    WandbRecordDecoder decoder;
    const Status status = decoder.decode(payload, sink);
    EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().detail);
    return sink;
}

std::string historyWith(const Fill& item)
{
    return record(2, [&](Writer& writer) {
        writer.add_message(1, message(item));
        writer.add_message(2, message([](Writer& step) { step.add_int64(1, 7); }));
    });
}

Value historyValue(const Fill& item)
{
    const RecordingSink sink = decoded(historyWith(item));
    return sink.history.size() == 1 && sink.history[0].items.size() == 1 ? sink.history[0].items[0].second
                                                                         : Value("not one item");
}

TEST(WandbRecords, keysAreListsOfComponents)
{
    const RecordingSink sink = decoded(record(2, [](Writer& writer) {
        writer.add_message(1, message([](Writer& item) {
                               item.add_string(1, "ignored");
                               item.add_string(2, "val");
                               item.add_string(2, "a.b");
                               item.add_string(2, "");
                               item.add_string(16, "1");
                           }));
        writer.add_message(1, message([](Writer& item) {
                               item.add_string(2, "train/loss");
                               item.add_string(16, "0.5");
                           }));
        writer.add_message(1, message([](Writer& item) {
                               item.add_string(1, "dot.key");
                               item.add_string(16, "[1]");
                           }));
    }));
    ASSERT_THAT(sink.history, SizeIs(1));
    EXPECT_EQ(sink.history[0].step, 0) << "a step of 0 is not on the wire";
    const RecordingSink::Items expected = {
        {{"val", "a.b", ""}, Value(1)}, {{"train/loss"}, Value(0.5)}, {{"dot.key"}, Value(Value::Array{Value(1)})}};
    EXPECT_EQ(sink.history[0].items, expected);
}

TEST(WandbRecords, typedValuesBecomeJson)
{
    const auto value = [](const std::function<void(Writer&)>& add) {
        return historyValue([&](Writer& item) {
            item.add_string(2, "k");
            add(item);
        });
    };
    EXPECT_EQ(value([](Writer& w) { w.add_enum(3, 0); }), Value());
    EXPECT_EQ(value([](Writer& w) { w.add_bool(4, true); }), Value(true));
    EXPECT_EQ(value([](Writer& w) { w.add_bool(4, false); }), Value(false));
    EXPECT_EQ(value([](Writer& w) { w.add_sint64(5, -3); }), Value(-3));
    EXPECT_EQ(value([](Writer& w) { w.add_sint64(5, INT64_MIN); }), Value(std::int64_t{INT64_MIN}));
    EXPECT_EQ(value([](Writer& w) { w.add_double(6, 1.0); }), Value(1.0)) << "a double stays one";
    EXPECT_TRUE(std::isnan(value([](Writer& w) { w.add_double(6, std::nan("")); }).toDouble()));
    EXPECT_EQ(value([](Writer& w) { w.add_double(6, -INFINITY); }), Value(-INFINITY));
    EXPECT_EQ(value([](Writer& w) { w.add_string(7, "say \"日本\"\n"); }), Value("say \"日本\"\n"));
    EXPECT_EQ(value([](Writer& w) { w.add_string(7, ""); }), Value(""));
    EXPECT_EQ(value([](Writer& w) { w.add_string(8, "{\"a\":[1,2.5]}"); }),
              Value(Value::Object{{"a", Value::Array{Value(1), Value(2.5)}}}));
}

TEST(WandbRecords, manyTypedValuesKeepApart)
{
    const RecordingSink sink = decoded(record(2, [](Writer& writer) {
        for (int i = 0; i < 300; ++i)
            writer.add_message(1, message([i](Writer& item) {
                                   item.add_string(2, "a");
                                   item.add_string(2, std::to_string(i));
                                   item.add_sint64(5, i);
                               }));
    }));
    ASSERT_THAT(sink.history[0].items, SizeIs(300));
    for (int i = 0; i < 300; ++i) {
        const auto& [path, value] = sink.history[0].items[static_cast<std::size_t>(i)];
        EXPECT_EQ(path, (KeyPath{"a", std::to_string(i)}));
        EXPECT_EQ(value, Value(i));
    }
}

TEST(WandbRecords, itemsWithoutAValueSayNothing)
{
    const RecordingSink sink = decoded(historyWith([](Writer& item) { item.add_string(2, "k"); }));
    ASSERT_THAT(sink.history, SizeIs(1));
    EXPECT_EQ(sink.history[0].step, 7);
    EXPECT_THAT(sink.history[0].items, IsEmpty());
}

TEST(WandbRecords, removalsNeedNoValue)
{
    const RecordingSink sink = decoded(record(
        3, [](Writer& writer) { writer.add_message(2, message([](Writer& item) { item.add_string(1, "gone"); })); }));
    ASSERT_THAT(sink.summaries, SizeIs(1));
    EXPECT_THAT(sink.summaries[0].second, ElementsAre(KeyPath{"gone"}));
}

TEST(WandbRecords, anEmptyExitIsASuccess)
{
    const RecordingSink ended = decoded(record(18, [](Writer&) {}));
    ASSERT_THAT(ended.exits, SizeIs(1));
    EXPECT_EQ(ended.exits[0].code, 0);
    EXPECT_FALSE(ended.exits[0].runtime);
    const RecordingSink failed = decoded(record(18, [](Writer& writer) {
        writer.add_int32(1, -9);
        writer.add_int32(2, 61);
    }));
    EXPECT_EQ(failed.exits.at(0).code, -9);
    EXPECT_EQ(failed.exits.at(0).runtime, 61);
}

TEST(WandbRecords, consoleStreams)
{
    const auto line = [](Writer& writer) { writer.add_string(3, "x\r"); };
    EXPECT_EQ(decoded(record(13, line)).console.at(0), (ConsoleFragment{ConsoleStream::Stderr, {}, "x\r"}));
    EXPECT_EQ(decoded(record(4, line)).console.at(0).stream, ConsoleStream::Stderr);
    const RecordingSink sink = decoded(record(13, [&](Writer& writer) {
        writer.add_enum(1, 1);
        writer.add_message(2, message([](Writer& time) {
                               time.add_int64(1, 1'700'000'000);
                               time.add_int32(2, 5);
                           }));
        line(writer);
    }));
    EXPECT_EQ(sink.console.at(0), (ConsoleFragment{ConsoleStream::Stdout, 1'700'000'000'000'000'005, "x\r"}));
    const RecordingSink logger = decoded(record(27, [](Writer& writer) { writer.add_string(1, "logged\n"); }));
    EXPECT_EQ(logger.console.at(0), (ConsoleFragment{ConsoleStream::Logger, {}, "logged\n"}));
}

TEST(WandbRecords, timesOutOfRangeAreNone)
{
    for (const std::int64_t seconds : {INT64_MAX, INT64_MIN, std::int64_t{9'300'000'000}}) {
        const RecordingSink sink = decoded(record(13, [&](Writer& writer) {
            writer.add_message(2, message([&](Writer& time) { time.add_int64(1, seconds); }));
        }));
        EXPECT_FALSE(sink.console.at(0).time) << seconds;
    }
}

TEST(WandbRecords, hardwareOfAllKinds)
{
    const auto disk = [](const char* path, std::uint64_t total) {
        return message([&](Writer& entry) {
            entry.add_string(1, path);
            entry.add_message(2, message([&](Writer& info) { info.add_uint64(1, total); }));
        });
    };
    const RecordingSink sink = decoded(record(26, [&](Writer& writer) {
        writer.add_uint32(16, 8);
        writer.add_uint32(17, 0xFFFFFFFF);
        writer.add_string(18, "NVIDIA H100");
        writer.add_uint32(19, 2);
        writer.add_message(20, disk("/data", 5));
        writer.add_message(20, disk("/", 7));
        writer.add_message(20, disk("/scratch", 9));
        writer.add_message(21, message([](Writer& memory) { memory.add_uint64(1, 64); }));
        writer.add_message(22, message([](Writer& cpu) {
                               cpu.add_uint32(1, 4);
                               cpu.add_string(3, "Xeon");
                           }));
        writer.add_message(24, message([](Writer& gpu) {
                               gpu.add_string(1, "H100 0");
                               gpu.add_uint64(2, 80);
                           }));
        writer.add_message(26, message([](Writer& gpu) { gpu.add_string(8, "MI250"); }));
        writer.add_string(25, "12.4");
        writer.add_message(27, message([](Writer& slurm) { slurm.add_string(1, "SLURM_JOB_ID"); }));
        writer.add_string(199, "writer");
    }));
    const RecordingSink::EnvironmentFields& fields = sink.environments.at(0);
    EXPECT_EQ(fields.cpus, 8);
    EXPECT_EQ(fields.logicalCpus, INT32_MAX);
    EXPECT_EQ(fields.gpuType, "NVIDIA H100");
    EXPECT_EQ(fields.gpuCount, 2);
    EXPECT_EQ(fields.disk, 7U);
    EXPECT_EQ(fields.memory, 64U);
    EXPECT_EQ(fields.cpuModel, "Xeon");
    ASSERT_THAT(fields.gpus, SizeIs(2));
    EXPECT_EQ(fields.gpus[0].name, "H100 0");
    EXPECT_EQ(fields.gpus[0].memoryBytes, 80U);
    EXPECT_EQ(fields.gpus[1].name, "MI250");
    EXPECT_EQ(fields.cuda, "12.4");
}

TEST(WandbRecords, usedArtifactsAndPreempting)
{
    const RecordingSink sink = decoded(record(25, [](Writer& writer) {
        writer.add_string(1, "QXJ0");
        writer.add_string(2, "model");
        writer.add_string(3, "bert:v3");
        writer.add_string(4, "unknown");
    }));
    EXPECT_THAT(sink.used, ElementsAre(ElementsAre("QXJ0", "model", "bert:v3")));
    EXPECT_EQ(decoded(record(23, [](Writer&) {})).preempting, 1);
}

TEST(WandbRecords, artifactMetadataThatIsNoObjectIsNone)
{
    for (const char* metadata : {"[1]", "{\"a\":", "text", ""}) {
        const RecordingSink sink = decoded(record(8, [&](Writer& writer) {
            writer.add_string(5, "name");
            writer.add_string(8, metadata);
        }));
        EXPECT_EQ(sink.artifacts.at(0).metadata, Value()) << metadata;
    }
}

TEST(WandbRecords, mendsTextsThatAreNoUtf8)
{
    const RecordingSink sink = decoded(record(17, [](Writer& writer) {
        writer.add_string(8, "na\xFFme");
        writer.add_string(10, "\xC3");
    }));
    EXPECT_EQ(sink.runs.at(0).name, "na\xEF\xBF\xBDme");
    EXPECT_THAT(sink.runs.at(0).tags, ElementsAre("\xEF\xBF\xBD"));
    const RecordingSink history = decoded(historyWith([](Writer& item) {
        item.add_string(2, "k\xFF");
        item.add_string(16, "1");
    }));
    EXPECT_EQ(history.history.at(0).items.at(0).first, KeyPath{"k\xEF\xBF\xBD"});
}

TEST(WandbRecords, passesOverWhatItDoesNotKnow)
{
    EXPECT_TRUE(decoded(record(21, [](Writer& writer) { writer.add_string(1, "header"); })).runs.empty());
    EXPECT_TRUE(decoded(record(5000, [](Writer& writer) { writer.add_fixed32(3, 1); })).runs.empty());
    EXPECT_TRUE(decoded("").runs.empty());
    // Known numbers with other wire types than they should have.
    const RecordingSink odd = decoded(record(17, [](Writer& writer) {
        writer.add_int64(1, 5);
        writer.add_fixed32(8, 5);
        writer.add_string(14, "step");
        writer.add_string(3, "project");
    }));
    EXPECT_EQ(odd.runs.at(0).id, "");
    EXPECT_EQ(odd.runs.at(0).project, "project");
}

TEST(WandbRecords, damagedMessagesReachNoSink)
{
    const std::string whole = record(2, [](Writer& writer) {
        for (int i = 0; i < 3; ++i)
            writer.add_message(1, message([](Writer& item) {
                                   item.add_string(2, "key");
                                   item.add_string(16, "1.25");
                               }));
    });
    WandbRecordDecoder decoder;
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(byte);
            RecordingSink sink;
            if (decoder.decode(damaged, sink).ok())
                continue;
            ++refused;
            ASSERT_TRUE(sink.history.empty() && sink.summaries.empty() && sink.runs.empty()) << at << ' ' << byte;
        }
        RecordingSink sink;
        static_cast<void>(decoder.decode(whole.substr(0, at), sink).ok());
    }
    EXPECT_GT(refused, 100);
    RecordingSink sink;
    const Status status = decoder.decode("\x12\x7F", sink);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().kind, Error::Kind::Corruption);
}

} // namespace
} // namespace runglass::test
