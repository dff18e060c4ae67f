// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <stdexcept>

namespace runglass::test
{

namespace
{

Series columns(const std::string& key, SeriesValues values, std::int64_t from)
{
    Series series;
    series.id.key = {key};
    series.values = std::move(values);
    const std::size_t size = std::visit([](const auto& all) { return all.size(); }, series.values);
    for (std::size_t i = 0; i < size; ++i) {
        series.step.push_back(from + static_cast<std::int64_t>(i));
        series.time.push_back(1.7e9 + static_cast<double>(series.step.back()));
    }
    return series;
}

} // namespace

RunUpdate plainRun(const std::string& id)
{
    RunUpdate update;
    update.run.path = {"example", "demo", id};
    update.run.name = "name of " + id;
    update.run.state = RunState::Finished;
    update.run.config = Value::Object{{"lr", 0.1}};
    Segment segment;
    segment.log = "/runs/" + id + ".wandb";
    update.detail.segments.push_back(segment);
    SegmentUpdate& data = update.segments.emplace_back();
    data.segment = segment;
    data.cursor = {100, 1, 2, 100, 3};
    return update;
}

Series doubles(const std::string& key, std::vector<double> values, std::int64_t from)
{
    return columns(key, std::move(values), from);
}

Series integers(const std::string& key, std::vector<std::int64_t> values, std::int64_t from)
{
    return columns(key, std::move(values), from);
}

Series any(const std::string& key, std::vector<Value> values, std::int64_t from)
{
    return columns(key, std::move(values), from);
}

std::vector<double> noise(std::size_t n, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::vector<double> values(n);
    for (double& value : values)
        value = normal(random);
    return values;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

void expectSame(const Series& expected, const Series& found)
{
    EXPECT_EQ(expected.step, found.step);
    EXPECT_TRUE(sameBits(expected.time, found.time));
    ASSERT_EQ(expected.kind(), found.kind());
    if (const auto* numbers = std::get_if<std::vector<double>>(&expected.values))
        EXPECT_TRUE(sameBits(*numbers, std::get<std::vector<double>>(found.values)));
    else
        EXPECT_TRUE(expected.values == found.values);
}

std::unique_ptr<StoreWriter> openWriter(const StoreLocation& location)
{
    auto writer = StoreWriter::open(location);
    if (!writer)
        throw std::runtime_error(describe(writer.error()));
    return std::move(*writer);
}

std::unique_ptr<StoreReader> openReader(const StoreLocation& location)
{
    auto reader = StoreReader::open(location);
    if (!reader)
        throw std::runtime_error(describe(reader.error()));
    return std::move(*reader);
}

void mustCommit(StoreWriter& writer, const RunBatch& batch)
{
    const Status status = writer.commit(batch);
    if (!status)
        throw std::runtime_error(describe(status.error()));
}

void mustCommit(StoreWriter& writer, RunUpdate update)
{
    RunBatch batch;
    batch.runs.push_back(std::move(update));
    mustCommit(writer, batch);
}

Series mustRead(StoreReader& reader, const RunPath& path, const std::string& key, int segment)
{
    auto series = reader.series(path, {segment, false, {key}});
    if (!series)
        throw std::runtime_error(describe(series.error()));
    return std::move(*series);
}

} // namespace runglass::test
