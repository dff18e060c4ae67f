// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2
{
class RE2;
}

namespace runglass
{

/// A regular expression of RE2: its time is linear in the text and its memory bounded, whatever a person or a saved
/// view asks for.
/// @thread any, at once
class TextPattern
{
public:
    /// What one pattern may take for its program and for the states it meets while it searches.
    static constexpr std::int64_t kMostBytes = 4 << 20;

    /// @errors InvalidArgument: no expression of RE2, or one too large for kMostBytes; detail is what is wrong with it
    static Result<TextPattern> make(std::string_view pattern);

    /// Whether the pattern is found anywhere in the text.
    bool isIn(std::string_view text) const;

    /// How many capture groups it has.
    std::size_t groupCount() const;
    /// Where it is found in a text.
    struct Match {
        std::size_t begin = 0, end = 0;       ///< of the text
        std::vector<std::string_view> groups; ///< what each captured, within the text; null data: nothing
    };
    /// The first place; unset: none.
    std::optional<Match> find(std::string_view text) const;

private:
    explicit TextPattern(std::shared_ptr<const re2::RE2> pattern)
        : m_pattern(std::move(pattern))
    {
    }

    std::shared_ptr<const re2::RE2> m_pattern;
};

} // namespace runglass
