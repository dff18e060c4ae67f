// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ForeignSpelling.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

using Origin = FilterColumn::Origin;

struct Names {
    std::string_view theirs, ours;
};
constexpr std::array<Names, 22> kFields = {
    {{"display_name", "name"},  {"displayName", "name"},  {"name", "id"},           {"state", "state"},
     {"tags", "tags"},          {"group", "group"},       {"jobType", "job_type"},  {"job_type", "job_type"},
     {"sweep", "sweep"},        {"sweepName", "sweep"},   {"host", "host"},         {"username", "author"},
     {"user", "author"},        {"notes", "notes"},       {"description", "notes"}, {"created_at", "created"},
     {"createdAt", "created"},  {"project", "project"},   {"entity", "entity"},     {"program", "program"},
     {"exitcode", "exit_code"}, {"exitCode", "exit_code"}}};
constexpr std::array<std::string_view, 3> kSummaries = {"summary_metrics.", "summaryMetrics.", "summary."};

} // namespace

std::optional<FilterColumn> apiColumn(std::string_view key)
{
    const auto field = std::find_if(kFields.begin(), kFields.end(), [key](const Names& n) { return n.theirs == key; });
    if (field != kFields.end())
        return FilterColumn{Origin::Field, {std::string(field->ours)}};
    FilterColumn column;
    std::string_view rest;
    if (key.starts_with("config.")) {
        column.origin = Origin::Config;
        rest = key.substr(7);
        if (rest.ends_with(".value"))
            rest.remove_suffix(6);
    } else {
        const auto prefix = std::find_if(kSummaries.begin(), kSummaries.end(),
                                         [key](std::string_view one) { return key.starts_with(one); });
        if (prefix == kSummaries.end())
            return std::nullopt;
        column.origin = Origin::Summary;
        rest = key.substr(prefix->size());
    }
    for (std::size_t start = 0; start <= rest.size();) {
        const std::size_t dot = std::min(rest.find('.', start), rest.size());
        if (dot == start)
            return std::nullopt;
        column.path.emplace_back(rest.substr(start, dot - start));
        start = dot + 1;
    }
    return column;
}

} // namespace runglass
