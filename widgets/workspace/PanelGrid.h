// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelSections.h"

#include <QRect>

#include <optional>
#include <vector>

namespace runglass
{

/// Where section heads and panels lie on a page of a given width, whether they are made or not.
class PanelGrid
{
public:
    static constexpr int kInset = 12, kGap = 12;
    static constexpr int kMinWidth = 280, kPanelHeight = 248, kHeaderHeight = 32, kMostColumns = 3;

    struct Item {
        std::size_t section = 0;
        std::optional<std::size_t> panel; ///< unset: the section's head
        QRect rect;
    };

    void build(const std::vector<PanelSection>& sections, int width);
    int height() const { return m_height; }
    int columns() const { return m_columns; }
    const std::vector<Item>& items() const { return m_items; }
    /// Items that touch rows [top, bottom), in order.
    std::vector<Item> between(int top, int bottom) const;
    /// The panel of a section that is nearest to a place.
    std::optional<std::size_t> panelAt(std::size_t section, const QPoint& place) const;

private:
    std::vector<Item> m_items; ///< ordered by top
    int m_height = 0;
    int m_columns = 1;
};

} // namespace runglass
