// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartDataText.h"

#include "models/session/CsvWriter.h"
#include "models/session/JsonWriter.h"

#include <cmath>
#include <functional>

namespace runglass
{

namespace
{

struct Point {
    double x = 0, value = 0;
    std::optional<std::int64_t> step;
    std::optional<double> time, lower, upper;
};

/// What a band's edge has at the same point of its line.
std::optional<double> edge(const ChartLine::Segments& edges, std::size_t segment, double x)
{
    if (segment >= edges.size())
        return std::nullopt;
    const Line& line = *edges[segment];
    const std::optional<std::size_t> at = line.nearest(x);
    return at && line.x(*at) == x ? std::optional(line.value(*at)) : std::nullopt;
}

/// @param layer  the line's segments, or what is strange in it, which has no band
void forPoints(const ChartLine& line, const ChartLine::Segments& layer, const Range& x, const ByteSink& output,
               const std::function<void(const Point&)>& what)
{
    for (std::size_t s = 0; s < layer.size(); ++s) {
        const Line& segment = *layer[s];
        const std::size_t end = segment.firstAbove(x.hi);
        for (std::size_t i = segment.firstFrom(x.lo); i < end && !output.isClosed(); ++i) {
            Point point{segment.x(i), segment.value(i), {}, {}, {}, {}};
            if (segment.hasSteps())
                point.step = segment.step(i);
            if (const double time = segment.time(i); std::isfinite(time))
                point.time = time;
            if (&layer == &line.segments) {
                point.lower = edge(line.lower, s, point.x);
                point.upper = edge(line.upper, s, point.x);
            }
            what(point);
        }
    }
}

Value valueOf(const std::optional<double>& number)
{
    return number ? Value(*number) : Value();
}

} // namespace

void writeChartCsv(const ChartShot& shot, ByteSink& output)
{
    bool hasParts = false, hasBand = false, hasStrange = false;
    for (const ChartLine& line : shot.lines) {
        hasStrange = hasStrange || !line.strange.empty();
        hasParts = hasParts || !line.partName.isEmpty();
        hasBand = hasBand || !line.lower.empty();
    }
    CsvWriter csv(output);
    csv.text("run");
    csv.text("id");
    if (hasParts)
        csv.text("metric");
    csv.text(xAxisName(shot.xName).toStdString());
    for (const char* name : {"step", "time", "value"})
        csv.text(name);
    if (hasBand) {
        csv.text("lower");
        csv.text("upper");
    }
    if (hasStrange)
        csv.text("of");
    csv.endLine();
    const Range x = shot.axes.xMeasure.fromAxis(shot.axes.x);
    for (const ChartLine& line : shot.lines) {
        const std::string name = line.run.name.toStdString();
        const auto write = [&](const Point& point, const char* of) {
            csv.text(name);
            csv.text(line.run.ref.path.id);
            if (hasParts)
                csv.text(line.partName.toStdString());
            csv.value(Value(point.x));
            csv.value(point.step ? Value(*point.step) : Value());
            csv.value(valueOf(point.time));
            csv.value(Value(point.value));
            if (hasBand) {
                csv.value(valueOf(point.lower));
                csv.value(valueOf(point.upper));
            }
            if (hasStrange)
                csv.text(of);
            csv.endLine();
        };
        forPoints(line, line.segments, x, output,
                  [&](const Point& point) { write(point, line.groupSize ? "group" : "run"); });
        forPoints(line, line.strange, x, output, [&](const Point& point) { write(point, "run"); });
    }
}

void writeChartJson(const ChartShot& shot, ByteSink& output)
{
    JsonWriter json(output);
    json.beginObject();
    json.member("title", shot.title.toStdString());
    json.memberOrNull("note", shot.subtitle.toStdString());
    json.member("x", xAxisName(shot.xName).toStdString());
    const Range x = shot.axes.xMeasure.fromAxis(shot.axes.x);
    json.key("lines");
    json.beginArray();
    for (const ChartLine& line : shot.lines) {
        json.beginObject();
        json.member("run", line.run.name.toStdString());
        json.memberOrNull("path", line.groupSize ? std::string() : toString(line.run.ref.path));
        json.memberOrNull("metric", line.partName.toStdString());
        json.key("columns");
        json.texts(line.lower.empty() ? std::vector<std::string>{"x", "time", "value"}
                                      : std::vector<std::string>{"x", "time", "value", "lower", "upper"});
        json.key("points");
        json.beginArray();
        const auto number = [&json](const std::optional<double>& value) {
            if (value)
                json.number(*value);
            else
                json.null();
        };
        forPoints(line, line.segments, x, output, [&](const Point& point) {
            json.beginRow();
            json.number(point.x);
            number(point.time);
            json.number(point.value);
            if (!line.lower.empty()) {
                number(point.lower);
                number(point.upper);
            }
            json.endArray();
        });
        json.endArray();
        if (!line.strange.empty()) {
            // Values of its runs that the group's line leaves out, as [x, value].
            json.key("notFinite");
            json.beginArray();
            forPoints(line, line.strange, x, output, [&](const Point& point) {
                json.beginRow();
                json.number(point.x);
                json.number(point.value);
                json.endArray();
            });
            json.endArray();
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

} // namespace runglass
