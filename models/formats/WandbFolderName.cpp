// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbFolderName.h"

namespace runglass
{

namespace
{

/// "20241105_111006" → "2024-11-05T11:10:06"; nothing when text is no time.
std::optional<std::string> localTime(std::string_view text)
{
    constexpr std::string_view kPattern = "dddddddd_dddddd";
    if (text.size() != kPattern.size())
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kPattern[i] == 'd' ? !digit : text[i] != kPattern[i])
            return std::nullopt;
    }
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const bool inRange = number(4) >= 1 && number(4) <= 12 && number(6) >= 1 && number(6) <= 31 && number(9) <= 23 &&
                         number(11) <= 59 && number(13) <= 60;
    if (!inRange)
        return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t length) { return std::string(text.substr(at, length)); };
    return part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(9, 2) + ':' + part(11, 2) + ':' + part(13, 2);
}

} // namespace

std::optional<WandbFolderName> parseWandbFolderName(std::string_view name)
{
    constexpr std::string_view kOffline = "offline-";
    constexpr std::string_view kRun = "run-";
    constexpr std::size_t kTimeLength = 15;
    WandbFolderName result;
    result.offline = name.starts_with(kOffline);
    if (result.offline)
        name.remove_prefix(kOffline.size());
    if (!name.starts_with(kRun))
        return std::nullopt;
    name.remove_prefix(kRun.size());
    std::optional<std::string> time = localTime(name.substr(0, kTimeLength));
    if (!time || name.size() < kTimeLength + 2 || name[kTimeLength] != '-')
        return std::nullopt;
    result.startedAtLocal = std::move(*time);
    result.id = name.substr(kTimeLength + 1);
    return result;
}

std::optional<std::string> runIdOfLogName(std::string_view fileName)
{
    constexpr std::string_view kPrefix = "run-";
    constexpr std::string_view kSuffix = ".wandb";
    const bool matches = fileName.starts_with(kPrefix) && fileName.ends_with(kSuffix) &&
                         fileName.size() > kPrefix.size() + kSuffix.size();
    if (!matches)
        return std::nullopt;
    fileName.remove_prefix(kPrefix.size());
    fileName.remove_suffix(kSuffix.size());
    return std::string(fileName);
}

} // namespace runglass
