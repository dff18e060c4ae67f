// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace runglass
{

/// Strokes of lines as pixels, with soft edges and of any width. A stroke goes from the left to the right, so it covers
/// one stretch of each column of pixels: these are filled, which takes what lies in them and not what the stroke's
/// outline would. QPainter takes 40 times as long for strokes wider than a pixel, and 5 times for others.
/// @thread any one at a time
class LineRaster
{
public:
    /// @param width  of the strokes, in pixels of the image
    LineRaster(const QSize& size, double width);

    /// @param points  in pixels of the image, x not decreasing; those outside count for where the line enters it
    void stroke(const QPolygonF& points, const QColor& colour);
    /// What was drawn, on a transparent ground.
    QImage image() const;
    /// Draws it into a picture, whose format is RGB32 or ARGB32_Premultiplied.
    /// @param at  where its upper left corner comes to lie; all of it must fit
    void drawOnto(QImage& picture, const QPoint& at) const;

private:
    /// What a stroke covers of a column of pixels, by its middle.
    struct Stretch {
        double begin = 0, end = 0; ///< x, in pixels from the column's left edge
        double in = 0, out = 0;    ///< y where it comes in and leaves
        double lo = 0, hi = 0;
        double way = 0; ///< of y, all turns together

        void reach(double y)
        {
            way += std::abs(y - out);
            lo = std::min(lo, y);
            hi = std::max(hi, y);
            out = y;
        }
    };
    /// What was filled of a column, to know what of its neighbours is to be.
    struct Filled {
        double lo = 0, hi = -1;
        bool turns = false;
    };
    /// The rows of a column that may not be empty.
    struct Rows {
        int begin = 0, end = 0;
    };

    void begin(double x, double y) { m_stretch = {x - m_column, 1, y, y, y, y, 0}; }
    void cross(const QPointF& from, const QPointF& to);
    void finish(double x);
    void fillSlope(const Stretch& stretch, double part);
    void fill(int column, double lo, double hi, double part);
    QRgb* rows(int column, int begin, int end);
    void widen();
    void drawSquare(int column, int row, QRgb* to, std::ptrdiff_t pitch) const;

    QSize m_size;
    double m_width;
    std::size_t m_stride;       ///< from a column to the next
    std::vector<QRgb> m_pixels; ///< premultiplied, column after column: a stretch lies together
    std::vector<Rows> m_rows;   ///< of each column
    QRgb m_colour = 0;          ///< premultiplied
    int m_column = 0;           ///< of m_stretch
    Stretch m_stretch;
    int m_firstFilled = 0;
    std::vector<Filled> m_filled; ///< from m_firstFilled on, of the stroke that is drawn
};

} // namespace runglass
