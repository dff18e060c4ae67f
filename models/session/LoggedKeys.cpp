// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedKeys.h"

#include "models/run/ValueMember.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace runglass
{

namespace
{

/// Lists have names of their own.
constexpr std::array kKinds = {
    std::pair<std::string_view, LoggedKind>{"table-file", LoggedKind::Table},
    std::pair<std::string_view, LoggedKind>{"partitioned-table", LoggedKind::Other},
    std::pair<std::string_view, LoggedKind>{"joined-table", LoggedKind::Other},
    std::pair<std::string_view, LoggedKind>{"image-file", LoggedKind::Image},
    std::pair<std::string_view, LoggedKind>{"images/separated", LoggedKind::Image},
    std::pair<std::string_view, LoggedKind>{"audio-file", LoggedKind::Audio},
    std::pair<std::string_view, LoggedKind>{"audio", LoggedKind::Audio},
    std::pair<std::string_view, LoggedKind>{"video-file", LoggedKind::Video},
    std::pair<std::string_view, LoggedKind>{"videos", LoggedKind::Video},
    std::pair<std::string_view, LoggedKind>{"html-file", LoggedKind::Html},
    std::pair<std::string_view, LoggedKind>{"html", LoggedKind::Html},
    std::pair<std::string_view, LoggedKind>{"object3D-file", LoggedKind::Object3D},
    std::pair<std::string_view, LoggedKind>{"object3D", LoggedKind::Object3D},
    std::pair<std::string_view, LoggedKind>{"molecule-file", LoggedKind::Object3D},
    std::pair<std::string_view, LoggedKind>{"molecule", LoggedKind::Object3D},
    std::pair<std::string_view, LoggedKind>{"plotly-file", LoggedKind::Plot},
    std::pair<std::string_view, LoggedKind>{"plotly", LoggedKind::Plot},
    std::pair<std::string_view, LoggedKind>{"bokeh-file", LoggedKind::Plot},
    std::pair<std::string_view, LoggedKind>{"histogram", LoggedKind::Histogram},
};

} // namespace

LoggedKind loggedKind(const Value& logged)
{
    const Value& type = member(logged, "_type");
    if (!type.isText())
        return LoggedKind::None;
    const auto* const found =
        std::find_if(kKinds.begin(), kKinds.end(), [&type](const auto& kind) { return kind.first == type.text(); });
    return found == kKinds.end() ? LoggedKind::Other : found->second;
}

bool isMedia(LoggedKind kind)
{
    switch (kind) {
    case LoggedKind::Image:
    case LoggedKind::Audio:
    case LoggedKind::Video:
    case LoggedKind::Html:
    case LoggedKind::Object3D:
    case LoggedKind::Plot:
        return true;
    default:
        return false;
    }
}

std::vector<LoggedKey> loggedKeys(const RunTable& table, std::span<const std::uint32_t> rows)
{
    std::vector<LoggedKey> keys;
    for (const auto& column : table.stored().columns()) {
        if (column->id().origin != ColumnOrigin::Summary || column->kind() != Column::Kind::Mixed)
            continue;
        LoggedKey found{column->id().key, LoggedKind::None, 0};
        for (const std::uint32_t row : rows) {
            if (!column->has(row))
                continue;
            const LoggedKind kind = loggedKind(column->value(row));
            if (kind == LoggedKind::None)
                continue;
            if (found.kind == LoggedKind::None)
                found.kind = kind;
            ++found.runs;
        }
        if (found.runs > 0)
            keys.push_back(std::move(found));
    }
    return keys;
}

} // namespace runglass
