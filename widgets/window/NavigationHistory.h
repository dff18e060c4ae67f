// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <optional>
#include <vector>

namespace runglass
{

/// Where a person has been in the window, for Back and Forward. Bounded.
class NavigationHistory
{
public:
    struct Place {
        int tab = 0;
        RunScope scope;
        std::optional<RunRef> run;

        bool operator==(const Place&) const = default;
    };

    /// The window shows this now. What lay ahead is forgotten. A place like the one before is no step.
    void visit(const Place& place);
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    /// Only when canGoBack() or canGoForward().
    const Place& goBack() { return m_places[--m_current]; }
    const Place& goForward() { return m_places[++m_current]; }

private:
    static constexpr std::size_t kMost = 100;

    std::vector<Place> m_places;
    std::size_t m_current = 0;
};

} // namespace runglass
