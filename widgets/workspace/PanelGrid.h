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
        int rowBottom = 0; ///< of the highest in its row
    };
    /// Where something that is let go over the page would come to lie.
    struct Drop {
        std::size_t section = 0;
        std::size_t panel = 0; ///< before this one of the section; its number of panels: behind all
        QRect beside;          ///< what lies under the place
    };

    void build(const std::vector<PanelSection>& sections, const PanelLayout& layout, int width);
    int height() const { return m_height; }
    int columns() const { return m_columns; }
    const std::vector<Item>& items() const { return m_items; }
    /// Items that touch rows [top, bottom), in order.
    std::vector<Item> between(int top, int bottom) const;
    /// What is nearest to a place; nothing on an empty page.
    std::optional<Drop> dropAt(const QPoint& place) const;
    /// The section whose head or panels lie at a place, or the nearest above it.
    std::optional<std::size_t> sectionAt(int y) const;
    /// How many columns a panel of a width takes, and how wide one of so many is.
    int columnsOf(int width) const;
    int widthOf(int columns) const;

private:
    int left(int column) const { return kInset + column * (m_room + kGap) / m_columns; }

    std::vector<Item> m_items; ///< ordered by row, then from left to right
    int m_height = 0;
    int m_columns = 1;
    int m_room = kMinWidth;
};

} // namespace runglass
