// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/TextPattern.h"
#include "models/run/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// A search among the names of columns.
/// @thread any, at once
class KeySearch
{
public:
    enum class Mode {
        Fuzzy, ///< its letters come in this order, others between them
        Exact, ///< is part of the name, without regard to case
        Regex, ///< RE2, without regard to case
    };

    /// Finds everything.
    KeySearch() = default;
    /// @errors InvalidArgument: detail is what is wrong with the regular expression, in RE2's words
    static Result<KeySearch> make(const std::string& text, Mode mode);

    bool isEmpty() const { return m_wanted.empty() && !m_pattern; }
    /// Whether names that fit better come first.
    bool ranks() const { return m_mode == Mode::Fuzzy && !isEmpty(); }
    /// How well a name fits, higher is better; unset: not at all.
    /// @param folded  searchText() of the name
    std::optional<int> fit(std::string_view name, std::string_view folded) const;

private:
    Mode m_mode = Mode::Exact;
    std::string m_wanted; ///< folded; not of a regular expression
    std::optional<TextPattern> m_pattern;
};

/// How well the letters of wanted come in text, in their order: better where they stand together, at the beginnings of
/// words and early. Unset: they do not all come.
std::optional<int> fuzzyFit(std::string_view text, std::string_view wanted);

} // namespace runglass
