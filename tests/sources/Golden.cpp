// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/Golden.h"

#include "models/formats/ByteSource.h"
#include "models/formats/Json.h"
#include "tests/sources/ReadRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>
#include <utility>

namespace runglass::test
{

namespace
{

/// {"$f": "nan"} and its like become doubles.
Value withFloats(const Value& value)
{
    if (value.isArray()) {
        Value::Array items;
        for (const Value& item : value.array())
            items.push_back(withFloats(item));
        return items;
    }
    if (!value.isObject())
        return value;
    if (const Value* special = findPath(value, {"$f"})) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        if (special->text() == "nan")
            return std::numeric_limits<double>::quiet_NaN();
        return special->text() == "inf" ? kInfinity : -kInfinity;
    }
    Value::Object members;
    for (const auto& [key, member] : value.object())
        members.emplace(key, withFloats(member));
    return members;
}

void addLeaves(const Value& value, KeyPath& path, std::int64_t step, std::map<KeyPath, Points>& series)
{
    if (!value.isObject()) {
        series[path].emplace_back(step, value);
        return;
    }
    for (const auto& [key, member] : value.object()) {
        path.push_back(key);
        addLeaves(member, path, step, series);
        path.pop_back();
    }
}

Value withoutInternalKeys(const Value& object)
{
    Value::Object kept;
    for (const auto& [key, value] : object.object())
        if (!key.starts_with('_'))
            kept.emplace(key, value);
    return kept;
}

/// The SDK writes NaN in a config as null.
bool isSameConfig(const Value& logged, const Value& read)
{
    if (logged.kind() == Value::Kind::Double && std::isnan(logged.toDouble()))
        return read.isNull();
    if (logged.isObject() && read.isObject())
        return std::equal(
            logged.object().begin(), logged.object().end(), read.object().begin(), read.object().end(),
            [](const auto& a, const auto& b) { return a.first == b.first && isSameConfig(a.second, b.second); });
    return isSameValue(logged, read);
}

std::vector<std::string> texts(const Value& array)
{
    std::vector<std::string> all;
    for (const Value& text : array.array())
        all.push_back(text.text());
    return all;
}

template <typename T> std::vector<T> sorted(std::vector<T> all)
{
    std::sort(all.begin(), all.end());
    return all;
}

/// Keys whose values are media objects: of any row.
std::set<std::string> mediaKeys(const Value& media)
{
    std::set<std::string> keys;
    for (const auto& [row, names] : media.object())
        for (const Value& name : names.array())
            keys.insert(name.text() == "chart" ? "chart_table" : name.text());
    return keys;
}

void comparePoints(const KeyPath& key, const Points& logged, const Series& series, bool wasKilled)
{
    // A script that was killed had noted what it logged every ten rows.
    constexpr std::size_t kBetweenNotes = 10;
    const std::string name = displayKey(key);
    if (wasKilled)
        ASSERT_LT(series.size(), logged.size() + kBetweenNotes) << name;
    else
        ASSERT_EQ(series.size(), logged.size()) << name;
    ASSERT_EQ(series.time.size(), series.size()) << name;
    for (std::size_t i = 0; i < std::min(series.size(), logged.size()); ++i) {
        EXPECT_EQ(series.step[i], logged[i].first) << name;
        EXPECT_TRUE(isSameValue(logged[i].second, series.at(i)))
            << name << " at step " << series.step[i] << ": logged " << toJson(logged[i].second) << ", read "
            << toJson(series.at(i));
        EXPECT_TRUE(std::isfinite(series.time[i])) << name;
        EXPECT_TRUE(i == 0 || series.time[i] >= series.time[i - 1]) << name;
    }
}

void compareHistory(const ExpectedRun& expected, const SegmentUpdate& segment)
{
    const std::map<KeyPath, Points> logged = expectedSeries(expected.at("history"));
    std::set<std::string> media = mediaKeys(expected.at("media"));
    if (expected.path.starts_with("artifacts/"))
        media.insert("preds"); // a table that the script logs beside what it notes
    std::set<KeyPath> found;
    for (const Series& series : segment.series) {
        if (series.id.system)
            continue;
        const KeyPath& key = series.id.key;
        EXPECT_TRUE(found.insert(key).second) << displayKey(key) << " twice";
        if (key.size() == 1 && media.contains(key.front()))
            continue;
        const auto points = logged.find(key);
        ASSERT_NE(points, logged.end()) << displayKey(key) << " was never logged";
        comparePoints(key, points->second, series, expected.wasKilled());
    }
    for (const std::string& key : media)
        EXPECT_TRUE(found.contains({key})) << key << " is missing";
    if (expected.wasKilled())
        return;
    for (const auto& [key, points] : logged)
        EXPECT_TRUE(found.contains(key)) << displayKey(key) << " is missing";
}

void compareMedia(const ExpectedRun& expected, const RunUpdate& run)
{
    for (const auto& [row, names] : expected.at("media").object()) {
        for (const Value& name : names.array()) {
            const std::string key = name.text() == "chart" ? "chart_table" : name.text();
            const Series* series = findSeries(run, {key});
            ASSERT_TRUE(series) << key;
            const auto at = std::find(series->step.begin(), series->step.end(), std::stoll(row));
            ASSERT_NE(at, series->step.end()) << key << " at " << row;
            const Value value = series->at(static_cast<std::size_t>(at - series->step.begin()));
            const Value* type = findPath(value, {"_type"});
            ASSERT_TRUE(type && type->isText()) << key << ": " << toJson(value);
        }
    }
}

void compareConsole(const ExpectedRun& expected, const RunUpdate& run)
{
    std::map<std::string, std::string> printed;
    for (const Value& write : expected.at("console").array())
        printed[write.array().at(0).text()] += write.array().at(1).text();
    for (const ConsoleStream stream : {ConsoleStream::Stdout, ConsoleStream::Stderr}) {
        const std::string& wanted = printed[std::string(toName(stream))];
        const std::string read = consoleText(run, stream);
        // An uncaught exception's traceback follows what the script notes.
        if (expected.wasKilled())
            EXPECT_TRUE(wanted.starts_with(read) || read.starts_with(wanted)) << toName(stream);
        else if (expected.path.starts_with("exception/") && stream == ConsoleStream::Stderr)
            EXPECT_NE(read.find("RuntimeError: boom"), std::string::npos);
        else
            EXPECT_EQ(read, wanted) << toName(stream);
    }
}

void compareSummary(const ExpectedRun& expected, const Value& summary)
{
    if (expected.wasKilled())
        return;
    Value wanted{Value::Object()};
    if (expected.has("minmax")) {
        for (const auto& [key, value] : expected.at("minmax").object()) {
            const Value* read = findPath(summary, {key});
            ASSERT_TRUE(read) << key;
            for (const auto& [member, number] : value.object())
                EXPECT_DOUBLE_EQ(findPath(*read, {member})->toDouble(), number.toDouble()) << key << ' ' << member;
        }
        EXPECT_FALSE(findPath(summary, {"quiet"}));
        EXPECT_FALSE(findPath(summary, {"to_delete"}));
        EXPECT_TRUE(findPath(summary, {"nested", "p50"}));
        for (const auto& [key, value] : expected.at("summary_extra").object())
            EXPECT_TRUE(isSameValue(value, *findPath(summary, {key}))) << key;
        return;
    }
    for (const auto& [step, row] : expectedRows(expected.at("history")))
        mergeInto(wanted, row);
    // The SDK leaves None out of the summary.
    std::erase_if(wanted.makeObject(), [](const auto& member) { return member.second.isNull(); });
    mergeInto(wanted, expected.at("summary").isObject() ? expected.at("summary") : Value(Value::Object()));
    for (const std::string& key : mediaKeys(expected.at("media")))
        EXPECT_TRUE(findPath(summary, {key})) << key;
    Value::Object compared = withoutInternalKeys(summary).object();
    for (const std::string& key : mediaKeys(expected.at("media")))
        compared.erase(key);
    if (expected.path.starts_with("artifacts/"))
        compared.erase("preds");
    EXPECT_TRUE(isSameValue(wanted, compared)) << toJson(wanted) << '\n' << toJson(compared);
}

void compareArtifacts(const ExpectedRun& expected, const RunDetail& detail)
{
    std::vector<const Artifact*> own;
    for (const Artifact& artifact : detail.artifacts)
        if (!artifact.isInternal())
            own.push_back(&artifact);
    const Value::Array& logged = expected.at("artifacts").array();
    ASSERT_EQ(own.size(), logged.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto wanted = [&logged, i](const char* key) {
            const Value* value = findPath(logged[i], {key});
            return value ? *value : Value();
        };
        EXPECT_EQ(own[i]->name, wanted("name").text());
        EXPECT_EQ(own[i]->type, wanted("type").text());
        EXPECT_EQ(own[i]->description, wanted("description").text());
        if (!wanted("aliases").isNull()) {
            EXPECT_EQ(sorted(own[i]->aliases), sorted(texts(wanted("aliases"))));
        }
        EXPECT_EQ(own[i]->tags, texts(wanted("tags")));
        EXPECT_TRUE(isSameValue(wanted("metadata"), own[i]->metadata)) << toJson(own[i]->metadata);
        std::vector<std::string> members;
        for (const ArtifactMember& member : own[i]->members)
            members.push_back(member.path);
        EXPECT_EQ(sorted(members), sorted(texts(wanted("entries"))));
        EXPECT_FALSE(own[i]->digest.empty());
    }
}

void compareRest(const ExpectedRun& expected, const RunDetail& detail)
{
    const Value::Array& alerts = expected.at("alerts").array();
    ASSERT_EQ(detail.alerts.size(), alerts.size());
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        EXPECT_EQ(detail.alerts[i].title, alerts[i].array().at(0).text());
        EXPECT_EQ(detail.alerts[i].text, alerts[i].array().at(1).text());
        EXPECT_EQ(detail.alerts[i].level, alerts[i].array().at(2).text());
    }
    for (const Value& file : expected.at("files").array()) {
        const std::string& path = file.array().at(0).text();
        const auto found = std::find_if(detail.announcedFiles.begin(), detail.announcedFiles.end(),
                                        [&path](const AnnouncedFile& announced) { return announced.path == path; });
        ASSERT_NE(found, detail.announcedFiles.end()) << path;
        EXPECT_EQ(found->policy, file.array().at(1).text()) << path;
    }
    for (const Value& metric : expected.at("defined").array()) {
        const std::string& name = metric.array().at(0).text();
        const auto found =
            std::find_if(detail.metrics.begin(), detail.metrics.end(), [&name](const MetricDefinition& defined) {
                return name == (defined.glob.empty() ? defined.name : defined.glob);
            });
        ASSERT_NE(found, detail.metrics.end()) << name;
        EXPECT_EQ(found->stepMetric, metric.array().at(1).text()) << name;
    }
}

void compareRecord(const ExpectedRun& expected, const Run& run)
{
    EXPECT_EQ(run.path.id, expected.at("run_id").text());
    EXPECT_EQ(toName(run.state), expected.at("state").text()) << run.stateReason;
    if (expected.at("exit_code").isNull())
        EXPECT_FALSE(run.exitCode);
    else
        EXPECT_EQ(run.exitCode, static_cast<int>(expected.at("exit_code").toInteger()));
    if (run.path.project.empty()) { // nothing could be read
        EXPECT_TRUE(expected.wasKilled());
        EXPECT_TRUE(run.name.empty());
        EXPECT_FALSE(run.startedAt);
        EXPECT_FALSE(run.startedAtLocal.empty());
        return;
    }
    EXPECT_EQ(run.path.entity, expected.at("entity").text());
    const std::string& project = expected.at("project").text();
    EXPECT_EQ(run.path.project, project.empty() ? std::string(kUncategorized) : project);
    EXPECT_EQ(run.name, expected.at("name").text());
    EXPECT_EQ(run.notes, expected.at("notes").text());
    EXPECT_EQ(sorted(run.tags), sorted(texts(expected.at("tags"))));
    EXPECT_EQ(run.group, expected.at("group").text());
    EXPECT_EQ(run.jobType, expected.at("job_type").text());
    const Value config = withoutInternalKeys(run.config);
    const Value wanted = expected.has("config") ? expected.at("config") : Value(Value::Object());
    EXPECT_TRUE(isSameConfig(wanted, config)) << toJson(wanted) << '\n' << toJson(config);
    if (expected.has("program")) {
        EXPECT_EQ(run.program, expected.at("program").text());
        EXPECT_EQ(run.args, texts(expected.at("argv")));
        EXPECT_EQ(run.executable, expected.at("executable").text());
        EXPECT_NE(run.python.find(expected.at("python").text()), std::string::npos) << run.python;
        EXPECT_EQ(run.cliVersion, expected.at("wandb").text());
    }
    if (const Value* remote = findPath(expected.entry, {"git", "remote"})) {
        EXPECT_EQ(run.git.remote, remote->text());
        EXPECT_EQ(run.git.commit, findPath(expected.entry, {"git", "commit"})->text());
    }
    EXPECT_TRUE(run.git.branch.empty());
    EXPECT_TRUE(run.startedAt);
    // Runs of a few milliseconds end before their hardware was looked at.
    if (!expected.path.starts_with("small/")) {
        EXPECT_GT(run.hardware.cpuCountLogical, 0);
        EXPECT_GT(run.hardware.memoryBytes, 0U);
    }
}

} // namespace

const Value& ExpectedRun::at(const char* key) const
{
    static const Value kNull;
    const Value* value = findPath(entry, {key});
    return value ? *value : kNull;
}

const std::vector<ExpectedRun>& expectedRuns()
{
    static const std::vector<ExpectedRun> kRuns = [] {
        constexpr std::uint64_t kLimit = 64U << 20U;
        const Result<std::string> text = readWhole(fixture("wandb/expected.json").string(), kLimit);
        if (!text)
            throw std::runtime_error(describe(text.error()));
        const Result<Value> entries = parseJson(*text);
        if (!entries)
            throw std::runtime_error(describe(entries.error()));
        std::vector<ExpectedRun> runs;
        for (const Value& entry : entries->array())
            runs.push_back({findPath(entry, {"path"})->text(), withFloats(entry)});
        return runs;
    }();
    return kRuns;
}

std::vector<std::pair<std::int64_t, Value>> expectedRows(const Value& calls)
{
    std::vector<std::pair<std::int64_t, Value>> rows;
    std::int64_t step = 0;
    Value::Object open;
    const auto close = [&] {
        if (!open.empty())
            rows.emplace_back(step, std::exchange(open, {}));
    };
    for (const Value& call : calls.array()) {
        const Value* asked = findPath(call, {"$step"});
        const Value* commit = findPath(call, {"$commit"});
        if (asked && asked->toInteger() > step) {
            close();
            step = asked->toInteger();
        }
        for (const auto& [key, value] : call.object())
            if (!key.starts_with('$'))
                open.insert_or_assign(key, value);
        if (commit ? commit->toBool() : !asked) {
            close();
            ++step;
        }
    }
    close();
    return rows;
}

std::map<KeyPath, Points> expectedSeries(const Value& calls)
{
    std::map<KeyPath, Points> series;
    KeyPath path;
    for (const auto& [step, row] : expectedRows(calls))
        addLeaves(row, path, step, series);
    return series;
}

bool isSameValue(const Value& logged, const Value& read)
{
    if (logged.isNumber() && read.isNumber()) {
        if (logged.kind() == read.kind())
            return logged == read;
        return Value(logged.toDouble()) == Value(read.toDouble());
    }
    if (logged.isArray() && read.isArray())
        return std::equal(logged.array().begin(), logged.array().end(), read.array().begin(), read.array().end(),
                          isSameValue);
    if (logged.isObject() && read.isObject())
        return std::equal(
            logged.object().begin(), logged.object().end(), read.object().begin(), read.object().end(),
            [](const auto& a, const auto& b) { return a.first == b.first && isSameValue(a.second, b.second); });
    return logged == read;
}

void compareWithExpected(const ExpectedRun& expected, const RunUpdate& run)
{
    ASSERT_EQ(run.segments.size(), 1U);
    EXPECT_TRUE(run.run.warnings.empty() || expected.wasKilled()) << run.run.warnings.front().cause;
    compareRecord(expected, run.run);
    compareHistory(expected, run.segments.front());
    compareMedia(expected, run);
    compareConsole(expected, run);
    compareSummary(expected, run.run.summary);
    compareArtifacts(expected, run.detail);
    compareRest(expected, run.detail);
}

} // namespace runglass::test
