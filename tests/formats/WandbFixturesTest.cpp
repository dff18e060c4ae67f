// SPDX-License-Identifier: GPL-3.0-or-later
// What the real SDK wrote, against what the scripts logged.
#include "models/formats/TerminalLines.h"
#include "models/formats/WandbLogReader.h"
#include "tests/formats/ReadLog.h"
#include "tests/formats/RecordingSink.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <limits>
#include <map>

namespace runglass::test
{

namespace
{

using ::testing::SizeIs;

/// The values of one metric: step and value of each.
using Points = std::vector<std::pair<std::int64_t, Value>>;
using SeriesByKey = std::map<KeyPath, Points>;

const Value& member(const Value& object, const char* key)
{
    const Value* found = findPath(object, {key});
    static const Value kNone;
    return found ? *found : kNone;
}

/// {"$f": "nan"} stands for a float that JSON cannot write.
Value withFloats(const Value& value)
{
    const std::string& name = member(value, "$f").text();
    if (name == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (name == "inf" || name == "-inf")
        return name == "inf" ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
    return value;
}

/// The SDK drops the point of floats without a fraction: kinds differ, numbers do not.
bool sameNumberOrValue(const Value& a, const Value& b)
{
    if (a.kind() == Value::Kind::Integer && b.kind() == Value::Kind::Integer)
        return a.toInteger() == b.toInteger();
    if (a.isNumber() && b.isNumber())
        return Value(a.toDouble()) == Value(b.toDouble());
    if (a.isArray() && b.isArray())
        return std::equal(a.array().begin(), a.array().end(), b.array().begin(), b.array().end(), &sameNumberOrValue);
    return a == b;
}

void addLeaves(SeriesByKey& series, const KeyPath& path, std::int64_t step, const Value& logged)
{
    const Value value = withFloats(logged);
    if (!value.isObject()) {
        series[path].emplace_back(step, value);
        return;
    }
    for (const auto& [key, child] : value.object()) {
        KeyPath longer = path;
        longer.push_back(key);
        addLeaves(series, longer, step, child);
    }
}

/// What log() calls make of the history: "$step" opens a row that later calls add to until one commits.
SeriesByKey loggedSeries(const Value& calls)
{
    SeriesByKey series;
    std::int64_t step = 0;
    for (const Value& call : calls.array()) {
        const Value& asked = member(call, "$step");
        if (!asked.isNull())
            step = asked.toInteger();
        for (const auto& [key, value] : call.object())
            if (!key.starts_with('$'))
                addLeaves(series, {key}, step, value);
        const Value& commit = member(call, "$commit");
        const bool commits = commit.isNull() ? asked.isNull() : commit.toBool();
        step += commits ? 1 : 0;
    }
    return series;
}

SeriesByKey readSeries(const RecordingSink& sink)
{
    SeriesByKey series;
    for (const RecordingSink::Row& row : sink.history)
        for (const auto& [path, value] : row.items)
            if (!path[0].starts_with('_'))
                series[path].emplace_back(row.step, value);
    return series;
}

struct Fixture {
    std::string name;
    Value expected;
    RecordingSink sink;
};

RecordingSink decodeLog(const std::string& path)
{
    RecordingSink sink;
    WandbRecordDecoder decoder;
    Result<std::unique_ptr<ByteSource>> source = openFile(path);
    EXPECT_TRUE(source.ok()) << path;
    if (!source)
        return sink;
    WandbLogReader reader(**source);
    Result<std::string_view> record = reader.next();
    for (; record; record = reader.next())
        EXPECT_TRUE(decoder.decode(*record, sink).ok()) << path;
    EXPECT_EQ(record.error().kind, Error::Kind::NotYet) << path << ": " << describe(record.error());
    return sink;
}

const std::vector<Fixture>& fixtures()
{
    static const std::vector<Fixture> all = [] {
        std::vector<Fixture> read;
        const Result<Value> expected = parseJson(fileBytes(fixture("wandb/expected.json")));
        if (!expected)
            throw std::runtime_error(expected.error().detail);
        for (const Value& run : expected->array()) {
            const std::string folder = "wandb/" + member(run, "path").text();
            const std::string log = folder + "/run-" + member(run, "run_id").text() + ".wandb";
            read.push_back({member(run, "path").text(), run, decodeLog(fixture(log).string())});
        }
        return read;
    }();
    return all;
}

const Fixture& fixtureOf(const std::string& scenario)
{
    for (const Fixture& one : fixtures())
        if (one.name.starts_with(scenario + '/'))
            return one;
    throw std::runtime_error("no scenario " + scenario);
}

bool wasKilled(const Fixture& one)
{
    return !member(one.expected, "signal").isNull();
}

TEST(WandbFixtures, areAllThere)
{
    EXPECT_THAT(fixtures(), SizeIs(40));
}

TEST(WandbFixtures, historyIsWhatWasLogged)
{
    int points = 0;
    for (const Fixture& one : fixtures()) {
        const SeriesByKey logged = loggedSeries(member(one.expected, "history"));
        const SeriesByKey read = readSeries(one.sink);
        for (const auto& [path, expected] : logged) {
            const auto found = read.find(path);
            const Points& got = found == read.end() ? Points() : found->second;
            if (!wasKilled(one)) {
                ASSERT_EQ(got.size(), expected.size()) << one.name << ' ' << displayKey(path);
            }
            // A killed script wrote down every tenth call what it had logged, so either list may be longer.
            for (std::size_t i = 0; i < std::min(got.size(), expected.size()); ++i, ++points) {
                EXPECT_EQ(got[i].first, expected[i].first) << one.name << ' ' << displayKey(path);
                EXPECT_TRUE(sameNumberOrValue(got[i].second, expected[i].second))
                    << one.name << ' ' << displayKey(path) << ": " << toJson(got[i].second) << " is not "
                    << toJson(expected[i].second);
            }
        }
    }
    EXPECT_GT(points, 3000);
}

TEST(WandbFixtures, historyHoldsNothingElse)
{
    for (const Fixture& one : fixtures()) {
        if (one.name.starts_with("media/") || one.name.starts_with("artifacts/"))
            continue; // their media are not in expected.json
        const SeriesByKey logged = loggedSeries(member(one.expected, "history"));
        for (const auto& [path, points] : readSeries(one.sink))
            EXPECT_TRUE(logged.contains(path)) << one.name << ' ' << displayKey(path);
    }
}

TEST(WandbFixtures, consoleIsWhatWasPrinted)
{
    for (const Fixture& one : fixtures()) {
        std::map<std::string, std::string> printed, read;
        for (const Value& write : member(one.expected, "console").array())
            printed[write.array().at(0).text()] += write.array().at(1).text();
        for (const ConsoleFragment& fragment : one.sink.console)
            read[std::string(toName(fragment.stream))] += fragment.text;
        for (const auto& [stream, text] : printed) {
            if (wasKilled(one) || one.name.starts_with("exception/"))
                EXPECT_TRUE(text.starts_with(read[stream]) || read[stream].starts_with(text)) << one.name;
            else
                EXPECT_EQ(read[stream], text) << one.name << ' ' << stream;
        }
    }
}

TEST(WandbFixtures, exitCodes)
{
    for (const Fixture& one : fixtures()) {
        const Value& code = member(one.expected, "exit_code");
        ASSERT_EQ(one.sink.exits.size(), code.isNull() ? 0U : 1U) << one.name;
        if (!code.isNull()) {
            EXPECT_EQ(one.sink.exits[0].code, code.toInteger()) << one.name;
        }
    }
}

TEST(WandbFixtures, runRecords)
{
    for (const Fixture& one : fixtures()) {
        if (one.sink.runs.empty()) {
            EXPECT_TRUE(wasKilled(one)) << one.name;
            continue;
        }
        const RecordingSink::RunFields& run = one.sink.runs.back();
        const auto text = [&](const char* key) { return member(one.expected, key).text(); };
        EXPECT_EQ(run.id, text("run_id")) << one.name;
        EXPECT_EQ(run.entity, text("entity")) << one.name;
        EXPECT_EQ(run.project, text("project").empty() ? "uncategorized" : text("project")) << one.name;
        EXPECT_EQ(run.name, text("name")) << one.name;
        EXPECT_EQ(run.notes, text("notes")) << one.name;
        EXPECT_EQ(run.group, text("group")) << one.name;
        EXPECT_EQ(run.jobType, text("job_type")) << one.name;
        std::vector<std::string> tags = run.tags, expected;
        for (const Value& tag : member(one.expected, "tags").array())
            expected.push_back(tag.text());
        std::sort(tags.begin(), tags.end());
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(tags, expected) << one.name;
        EXPECT_TRUE(run.startTime) << one.name;
    }
}

TEST(WandbFixtures, environmentsComeInTwoParts)
{
    for (const Fixture& one : fixtures()) {
        if (one.sink.runs.empty() || member(one.expected, "executable").isNull())
            continue;
        ASSERT_GE(one.sink.environments.size(), 1U) << one.name;
        const RecordingSink::EnvironmentFields& first = one.sink.environments[0];
        EXPECT_EQ(first.executable, member(one.expected, "executable").text()) << one.name;
        EXPECT_EQ(first.program, member(one.expected, "program").text()) << one.name;
        EXPECT_EQ(first.python, "CPython " + member(one.expected, "python").text()) << one.name;
        EXPECT_EQ(first.args.size(), member(one.expected, "argv").array().size()) << one.name;
        EXPECT_TRUE(first.startedAt) << one.name;
        if (one.sink.environments.size() > 1) {
            EXPECT_GT(one.sink.environments[1].memory, 0U) << one.name;
            EXPECT_GT(one.sink.environments[1].disk, 0U) << one.name;
            EXPECT_GT(one.sink.environments[1].logicalCpus, 0) << one.name;
        }
        EXPECT_EQ(one.sink.telemetry.at(0).cli, "0.31.0") << one.name;
    }
    EXPECT_THAT(fixtureOf("config").sink.environments, SizeIs(2));
    EXPECT_TRUE(fixtureOf("config").sink.telemetry.at(0).offline);
    EXPECT_FALSE(fixtureOf("online").sink.telemetry.at(0).offline);
    EXPECT_EQ(fixtureOf("files").sink.runs.back().gitCommit,
              member(member(fixtureOf("files").expected, "git"), "commit").text());
}

TEST(WandbFixtures, alerts)
{
    const Fixture& one = fixtureOf("alerts");
    const Value::Array& expected = member(one.expected, "alerts").array();
    ASSERT_EQ(one.sink.alerts.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(one.sink.alerts[i].title, expected[i].array()[0].text());
        EXPECT_EQ(one.sink.alerts[i].text, expected[i].array()[1].text());
        EXPECT_EQ(one.sink.alerts[i].level, expected[i].array()[2].text());
    }
    EXPECT_EQ(one.sink.preempting, 1);
}

TEST(WandbFixtures, artifacts)
{
    const Fixture& one = fixtureOf("artifacts");
    for (const Value& expected : member(one.expected, "artifacts").array()) {
        const auto found = std::find_if(one.sink.artifacts.begin(), one.sink.artifacts.end(),
                                        [&](const Artifact& a) { return a.name == member(expected, "name").text(); });
        ASSERT_NE(found, one.sink.artifacts.end());
        EXPECT_EQ(found->type, member(expected, "type").text());
        EXPECT_EQ(found->metadata, member(expected, "metadata"));
        EXPECT_EQ(found->description, member(expected, "description").text());
        EXPECT_FALSE(found->digest.empty());
        EXPECT_FALSE(found->clientId.empty());
        std::vector<Value> paths;
        for (const ArtifactMember& file : found->members) {
            paths.emplace_back(file.path);
            EXPECT_EQ(file.sizeBytes.has_value(), file.reference.empty()) << file.path;
            EXPECT_EQ(file.localPath.empty(), !file.reference.empty()) << file.path;
        }
        EXPECT_THAT(paths, ::testing::UnorderedElementsAreArray(member(expected, "entries").array()));
    }
}

TEST(WandbFixtures, metricsAndFiles)
{
    const Fixture& metrics = fixtureOf("metrics");
    for (const Value& expected : member(metrics.expected, "defined").array()) {
        const std::string name = expected.array()[0].text();
        const bool found =
            std::any_of(metrics.sink.metrics.begin(), metrics.sink.metrics.end(), [&](const auto& metric) {
                return (metric.name == name || metric.glob == name) &&
                       metric.stepMetric == expected.array()[1].text() && metric.hidden == (name == "epoch");
            });
        EXPECT_TRUE(found) << name;
    }
    const Fixture& files = fixtureOf("files");
    for (const Value& expected : member(files.expected, "files").array()) {
        const bool found = std::any_of(files.sink.files.begin(), files.sink.files.end(), [&](const auto& file) {
            return file.path == expected.array()[0].text() && file.policy == expected.array()[1].text() &&
                   file.kind == "other";
        });
        EXPECT_TRUE(found) << expected.array()[0].text();
    }
}

TEST(WandbFixtures, systemStatistics)
{
    const RecordingSink& sink = fixtureOf("system").sink;
    ASSERT_GT(sink.stats.size(), 10U);
    bool sawDottedKey = false;
    for (const auto& [time, items] : sink.stats) {
        EXPECT_TRUE(time);
        for (const auto& [path, value] : items) {
            EXPECT_THAT(path, SizeIs(1));
            EXPECT_TRUE(value.isNumber());
            sawDottedKey = sawDottedKey || path[0] == "proc.memory.rssMB";
        }
    }
    EXPECT_TRUE(sawDottedKey);
}

TEST(WandbFixtures, consoleLooksAsInATerminal)
{
    const LogLines lines = toLines(fixtureOf("console").sink.console);
    std::vector<std::string> out, err;
    for (const LogLine& line : lines)
        (line.stream == ConsoleStream::Stdout ? out : err).push_back(line.text);
    ASSERT_GE(out.size(), 12U);
    EXPECT_EQ(out[0], "plain start");
    EXPECT_EQ(out[1], "red bold green 256 rgb");
    EXPECT_THAT(out[2], ::testing::MatchesRegex("Epoch [1-9]: 100%\\|██████████\\| 100/100"));
    EXPECT_EQ(out[3], "日本語 ünï ✓ 🚀     Tab");
    EXPECT_EQ(out[4], "two");
    EXPECT_EQ(out[5], "lines at once");
    EXPECT_EQ(out[6], "no newlinoveren rest");
    EXPECT_EQ(out[7], "cursor up");
    EXPECT_EQ(out[8], "cleared");
    EXPECT_EQ(out[9], std::string(9000, 'L'));
    EXPECT_EQ(out[10], "<b>html & \"quotes\"</b>");
    EXPECT_EQ(out[11], "");
    EXPECT_EQ(out.back(), "unterminated tail");
    ASSERT_THAT(err, SizeIs(2));
    EXPECT_EQ(err[0], "stderr bar 2");
    EXPECT_TRUE(err[1].starts_with("warning: something "));
    const std::vector<StyleSpan>& spans = lines[1].spans;
    ASSERT_THAT(spans, SizeIs(4));
    EXPECT_EQ(spans[0].style.foreground, 1);
    EXPECT_TRUE(spans[1].style.bold);
    EXPECT_EQ(spans[2].style.foreground, 208);
    EXPECT_EQ(spans[3].style.foreground, 0x1000000 | 1 << 16 | 2 << 8 | 3);
}

} // namespace
} // namespace runglass::test
