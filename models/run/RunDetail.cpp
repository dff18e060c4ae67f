// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunDetail.h"

#include <array>

namespace runglass
{

std::uint64_t Artifact::sizeBytes() const
{
    std::uint64_t sum = 0;
    for (const ArtifactMember& member : members)
        sum += member.sizeBytes.value_or(0);
    return sum;
}

bool Artifact::isInternal() const
{
    constexpr std::array<std::string_view, 4> kInternal = {"run_table", "code", "job", "wandb-history"};
    for (const std::string_view internal : kInternal)
        if (type == internal)
            return true;
    return false;
}

std::string_view toName(RunFile::Kind kind)
{
    constexpr std::array<std::string_view, 7> kNames = {"file",     "media", "code",   "console",
                                                        "metadata", "link",  "special"};
    return kNames.at(static_cast<std::size_t>(kind));
}

} // namespace runglass
