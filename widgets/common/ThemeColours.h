// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace runglass
{

/// The colours of both themes, and which of them is in force. Shared by the theme, its style and its icons, so that
/// all of them change at the same moment.
/// @thread GUI
class ThemeColours
{
public:
    struct Pair {
        QColor light, dark;
        const QColor& of(bool isDark) const { return isDark ? dark : light; }
    };

    /// Reads the table that is built into the program.
    static std::shared_ptr<ThemeColours> load();

    bool dark = false;

    const Pair& token(Theme::Token token) const { return m_tokens[static_cast<std::size_t>(token)]; }
    const Pair& state(RunState state) const { return m_states[static_cast<std::size_t>(state)]; }
    const std::vector<Pair>& ansi() const { return m_ansi; }
    const std::vector<Pair>& runs() const { return m_runs; }
    const std::vector<Pair>& ramp(ColourRamp ramp) const { return m_ramps[static_cast<std::size_t>(ramp)]; }
    /// However many buckets there are, they reach from one end of the ramp to the other.
    const Pair& bucket(const RunColour& colour) const;
    QColor operator()(Theme::Token name) const { return token(name).of(dark); }

private:
    std::array<Pair, static_cast<std::size_t>(Theme::Token::Count)> m_tokens;
    std::array<Pair, static_cast<std::size_t>(RunState::Unknown) + 1> m_states;
    std::vector<Pair> m_ansi, m_runs;
    std::array<std::vector<Pair>, 2> m_ramps; ///< by ColourRamp
};

} // namespace runglass
