// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ExpectedRun.h"

#include <nlohmann/json.hpp>

namespace runglass::test
{

using nlohmann::json;

namespace
{

bool isSpecialFloat(const json& value)
{
    return value.is_object() && value.size() == 1 && value.contains("$f");
}

std::string specialFloatText(const json& value)
{
    const std::string name = value.at("$f");
    return name == "nan" ? "NaN" : name == "inf" ? "Infinity" : "-Infinity";
}

/// The leaves of a row: what is no object, and special floats.
void addLeaves(const json& value, std::vector<std::string>& key, std::map<std::vector<std::string>, json>& leaves)
{
    if (!value.is_object() || isSpecialFloat(value)) {
        leaves[key] = value;
        return;
    }
    for (const auto& [name, child] : value.items()) {
        key.push_back(name);
        addLeaves(child, key, leaves);
        key.pop_back();
    }
}

bool sameNumber(const json& logged, const json& read)
{
    if (logged.is_number_integer() && read.is_number_integer())
        return logged == read;
    const double value = logged.get<double>();
    if (logged.is_number_integer() && static_cast<std::int64_t>(value) != logged.get<std::int64_t>())
        return false;
    return value == read.get<double>();
}

} // namespace

std::map<std::vector<std::string>, Points> expectedSeries(const json& logCalls)
{
    std::map<std::vector<std::string>, Points> series;
    std::map<std::vector<std::string>, json> open;
    std::int64_t step = 0;
    const auto close = [&] {
        for (const auto& [key, value] : open)
            series[key].emplace_back(step, value);
        open.clear();
    };
    for (json row : logCalls) {
        const bool atStep = row.contains("$step");
        const bool commit = row.value("$commit", !atStep);
        if (atStep && row["$step"].get<std::int64_t>() > step) {
            close();
            step = row["$step"];
        }
        row.erase("$step");
        row.erase("$commit");
        std::vector<std::string> key;
        addLeaves(row, key, open);
        if (commit) {
            close();
            ++step;
        }
    }
    close();
    return series;
}

bool agrees(const json& logged, const json& read)
{
    if (isSpecialFloat(logged))
        return read == specialFloatText(logged);
    if (logged.is_number() && read.is_number())
        return sameNumber(logged, read);
    if (logged.is_array() && read.is_array() && logged.size() == read.size()) {
        for (std::size_t i = 0; i < logged.size(); ++i) {
            if (!agrees(logged[i], read[i]))
                return false;
        }
        return true;
    }
    if (logged.is_object() && read.is_object() && logged.size() == read.size()) {
        for (const auto& [name, value] : logged.items()) {
            if (!read.contains(name) || !agrees(value, read[name]))
                return false;
        }
        return true;
    }
    return logged == read;
}

json withoutEmptyObjects(json config)
{
    if (!config.is_object() || isSpecialFloat(config))
        return config;
    json kept = json::object();
    for (const auto& [name, value] : config.items()) {
        const json child = withoutEmptyObjects(value);
        if (!child.is_object() || !child.empty())
            kept[name] = child;
    }
    return kept;
}

json expectedConfig(json config)
{
    if (isSpecialFloat(config))
        return config["$f"] == "nan" ? json(nullptr) : config;
    for (json& value : config) {
        if (value.is_structured())
            value = expectedConfig(value);
    }
    return config;
}

} // namespace runglass::test
