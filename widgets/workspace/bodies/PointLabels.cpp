// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PointLabels.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kCell = 3, kGap = 2, kMostWidth = 160;

/// Which small squares of a room are taken, so that a place is found without looking at everything that is there.
class TakenRoom
{
public:
    explicit TakenRoom(const QRectF& room)
        : m_room(room)
        , m_columns(cellsIn(room.width()))
        , m_taken(m_columns * cellsIn(room.height()))
    {
    }
    bool isFree(const QRectF& rect) const
    {
        if (!m_room.contains(rect))
            return false;
        bool isAny = false;
        eachCell(rect, [&](std::size_t cell) { isAny = isAny || m_taken[cell]; });
        return !isAny;
    }
    void take(const QRectF& rect)
    {
        eachCell(rect.intersected(m_room), [this](std::size_t cell) { m_taken[cell] = true; });
    }

private:
    static std::size_t cellsIn(double length)
    {
        return static_cast<std::size_t>(std::max(0.0, std::floor(length / kCell))) + 1;
    }
    template <typename What> void eachCell(const QRectF& rect, const What& what) const
    {
        if (rect.isEmpty())
            return;
        const auto at = [](double from) { return static_cast<std::size_t>(std::max(0.0, from / kCell)); };
        const std::size_t right = std::min(at(rect.right() - m_room.left()), m_columns - 1);
        const std::size_t bottom = std::min(at(rect.bottom() - m_room.top()), m_taken.size() / m_columns - 1);
        for (std::size_t y = at(rect.top() - m_room.top()); y <= bottom; ++y)
            for (std::size_t x = at(rect.left() - m_room.left()); x <= right; ++x)
                what(y * m_columns + x);
    }

    QRectF m_room;
    std::size_t m_columns;
    std::vector<bool> m_taken;
};

} // namespace

std::vector<PlacedLabel> placeLabels(const std::vector<PointLabel>& labels, const std::vector<QPointF>& points,
                                     double radius, const QRectF& room, const QFont& font)
{
    const QFontMetrics metrics(font);
    TakenRoom taken(room);
    for (const QPointF& point : points)
        taken.take({point.x() - radius, point.y() - radius, 2 * radius, 2 * radius});
    std::vector<PlacedLabel> placed;
    for (const PointLabel& label : labels) {
        const QString text = metrics.elidedText(label.text, Qt::ElideMiddle, static_cast<int>(kMostWidth));
        const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
        const double away = radius + kGap + kCell, x = label.place.x(), y = label.place.y();
        const QPointF corners[] = {{x + away, y - size.height() / 2},
                                   {x - away - size.width(), y - size.height() / 2},
                                   {x - size.width() / 2, y - away - size.height()},
                                   {x - size.width() / 2, y + away}};
        for (const QPointF& corner : corners) {
            const QRectF rect(corner, size);
            if (!taken.isFree(rect))
                continue;
            taken.take(rect);
            placed.push_back({rect, text});
            break;
        }
    }
    return placed;
}

} // namespace runglass
