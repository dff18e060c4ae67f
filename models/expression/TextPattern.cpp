// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TextPattern.h"

#include <re2/re2.h>

namespace runglass
{

Result<TextPattern> TextPattern::make(std::string_view pattern)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kMostBytes);
    auto made = std::make_shared<const RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!made->ok())
        return Error{Error::Kind::InvalidArgument, made->error(), {}};
    return TextPattern(std::move(made));
}

bool TextPattern::isIn(std::string_view text) const
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_pattern);
}

std::size_t TextPattern::groupCount() const
{
    return static_cast<std::size_t>(m_pattern->NumberOfCapturingGroups());
}

std::optional<TextPattern::Match> TextPattern::find(std::string_view text) const
{
    std::vector<re2::StringPiece> parts(groupCount() + 1);
    const re2::StringPiece whole(text.data(), text.size());
    if (!m_pattern->Match(whole, 0, text.size(), RE2::UNANCHORED, parts.data(), static_cast<int>(parts.size())))
        return std::nullopt;
    Match match;
    match.begin = static_cast<std::size_t>(parts.front().data() - text.data());
    match.end = match.begin + parts.front().size();
    for (std::size_t i = 1; i < parts.size(); ++i)
        match.groups.emplace_back(parts[i].data(), parts[i].size());
    return match;
}

} // namespace runglass
