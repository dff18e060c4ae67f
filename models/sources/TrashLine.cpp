// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/TrashLine.h"

#include "models/formats/Json.h"
#include "models/formats/WandbMetadataFiles.h"
#include "models/run/Rfc3339Text.h"
#include "models/sources/FileSystem.h"
#include "models/sources/RunOverlay.h"

#include <array>

namespace runglass
{

namespace
{

constexpr std::array<std::string_view, 3> kWhat = {"trashed", "restored", "purged"};

const Value& member(const Value& object, const char* name)
{
    static const Value kNone;
    const auto found = object.object().find(name);
    return found == object.object().end() ? kNone : found->second;
}

bool isName(const std::string& text)
{
    return isSafeRelativePath(text) && text.find('/') == std::string::npos;
}

} // namespace

std::string toLine(const TrashLine& line)
{
    return toJson(Value(Value::Object{{"what", Value(kWhat[static_cast<std::size_t>(line.what)])},
                                      {"op", Value(line.operation)},
                                      {"run", pathValue(line.run)},
                                      {"whole", Value(line.isWhole)},
                                      {"folder", Value(line.folder)},
                                      {"as", Value(line.as)},
                                      {"leader", Value(line.leader)},
                                      {"size", Value(static_cast<std::int64_t>(line.sizeBytes))},
                                      {"time", Value(rfc3339Text(line.when))},
                                      {"user", Value(line.user)},
                                      {"host", Value(line.host)}}));
}

std::optional<TrashLine> parseTrashLine(std::string_view text)
{
    const Result<Value> value = parseJson(text);
    if (!value)
        return std::nullopt;
    TrashLine line;
    const std::string& what = member(*value, "what").text();
    std::size_t number = 0;
    while (number < kWhat.size() && kWhat[number] != what)
        ++number;
    const std::optional<RunPath> path = pathOf(member(*value, "run"));
    const std::optional<TimeNs> when = parseRfc3339(member(*value, "time").text());
    line.folder = member(*value, "folder").text();
    line.as = member(*value, "as").text();
    line.leader = member(*value, "leader").text();
    const bool isLeaderNamed = isName(line.leader) || line.leader.starts_with('/');
    if (number == kWhat.size() || !path || !when || !isName(line.folder) || !isName(line.as) || !isLeaderNamed)
        return std::nullopt;
    line.what = static_cast<TrashLine::What>(number);
    line.operation = member(*value, "op").text();
    line.run = *path;
    line.isWhole = member(*value, "whole").toBool();
    line.sizeBytes = static_cast<std::uint64_t>(std::max<std::int64_t>(member(*value, "size").toInteger(), 0));
    line.when = *when;
    line.user = member(*value, "user").text();
    line.host = member(*value, "host").text();
    return line;
}

} // namespace runglass
