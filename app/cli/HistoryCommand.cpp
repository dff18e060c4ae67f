// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/formats/Json.h"
#include "models/session/JsonWriter.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace runglass::cli
{

namespace
{

/// Keys are asked for as they are displayed: components joined with dots. One with a comma in it is given alone.
std::set<std::string> askedKeys(const std::vector<std::string>& arguments, const std::set<std::string>& known)
{
    std::set<std::string> asked;
    for (const std::string& argument : arguments) {
        if (known.contains(argument)) {
            asked.insert(argument);
            continue;
        }
        for (std::size_t start = 0; start <= argument.size();) {
            const std::size_t comma = std::min(argument.find(',', start), argument.size());
            if (comma > start)
                asked.insert(argument.substr(start, comma - start));
            start = comma + 1;
        }
    }
    return asked;
}

/// The series that options name, in the order of the store.
std::vector<SeriesInfo> chosen(const std::vector<SeriesInfo>& all, const Options& options)
{
    std::set<std::string> known;
    for (const SeriesInfo& info : all) {
        if (info.id.system == options.system)
            known.insert(displayKey(info.id.key));
    }
    const std::set<std::string> asked = askedKeys(options.keys, known);
    for (const std::string& key : asked) {
        if (!known.contains(key))
            say("The run has no " + std::string(options.system ? "system metric" : "metric") + " \"" + key + "\".");
    }
    std::vector<SeriesInfo> found;
    for (const SeriesInfo& info : all) {
        if (info.id.system != options.system)
            continue;
        if (asked.empty() || asked.contains(displayKey(info.id.key)))
            found.push_back(info);
    }
    return found;
}

void writeSeries(JsonWriter& json, const Series& series)
{
    json.beginObject();
    json.key("key");
    json.texts(series.id.key);
    json.key("segment");
    json.integer(series.id.segment);
    json.key("step");
    json.beginRow();
    for (const std::int64_t step : series.step)
        json.integer(step);
    json.endArray();
    json.key("time");
    json.beginRow();
    for (const double time : series.time) {
        if (std::isfinite(time))
            json.number(time);
        else
            json.null();
    }
    json.endArray();
    json.key("value");
    json.beginRow();
    for (std::size_t i = 0; i < series.size(); ++i)
        json.value(series.at(i));
    json.endArray();
    json.endObject();
}

void writeJson(Sources& sources, const FoundRun& found, const std::vector<SeriesInfo>& infos, Output& output)
{
    JsonWriter json(output);
    json.beginObject();
    json.key("series");
    json.beginArray();
    for (const SeriesInfo& info : infos) {
        if (output.isClosed())
            return;
        const Result<Series> series = found.reader().series(found.run.path, info.id);
        if (series)
            writeSeries(json, *series);
        else
            sources.tellTrouble(series.error());
    }
    json.endArray();
    json.endObject();
    json.finish();
}

void writeTable(const std::vector<SeriesInfo>& infos, Output& output)
{
    using Align = TextTable::Align;
    TextTable table({{"METRIC"},
                     {"SEGMENT", Align::Right},
                     {"POINTS", Align::Right},
                     {"FIRST", Align::Right},
                     {"LAST", Align::Right},
                     {"MIN", Align::Right},
                     {"MAX", Align::Right}});
    for (const SeriesInfo& info : infos) {
        const auto number = [&info](double value) { return info.isNumeric() ? shortNumber(value) : std::string("–"); };
        table.addRow({displayKey(info.id.key), std::to_string(info.id.segment), std::to_string(info.count),
                      number(info.first), number(info.last), number(info.min), number(info.max)});
    }
    table.print(output);
}

/// One line a point, tab-separated: for awk and friends.
void writePoints(Sources& sources, const FoundRun& found, const std::vector<SeriesInfo>& infos, Output& output)
{
    output.write("METRIC\tSEGMENT\tSTEP\tTIME\tVALUE\n");
    for (const SeriesInfo& info : infos) {
        const Result<Series> series = found.reader().series(found.run.path, info.id);
        if (!series) {
            sources.tellTrouble(series.error());
            continue;
        }
        const std::string head = printable(displayKey(info.id.key)) + '\t' + std::to_string(info.id.segment) + '\t';
        for (std::size_t i = 0; i < series->size() && !output.isClosed(); ++i) {
            const double time = series->time[i];
            output.write(head + std::to_string(series->step[i]) + '\t' +
                         (std::isfinite(time) ? toJson(Value(time)) : std::string()) + '\t' +
                         printable(valueText(series->at(i))) + '\n');
        }
    }
}

} // namespace

ExitStatus history(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    sources.tellWarnings(found.run);
    const Result<std::vector<SeriesInfo>> all = found.reader().seriesInfo(found.run.path);
    if (!all)
        sources.tellTrouble(all.error());
    const std::vector<SeriesInfo> infos = all ? chosen(*all, options) : std::vector<SeriesInfo>();
    if (options.json)
        writeJson(sources, found, infos, output);
    else if (options.keys.empty())
        writeTable(infos, output);
    else
        writePoints(sources, found, infos, output);
    return sources.status();
}

} // namespace runglass::cli
