// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ThemeColours.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QImage>
#include <QSizeF>

namespace runglass
{

/// What of a chart a picture shows: as it is on the screen now.
struct ChartShot {
    QString title, subtitle;
    std::vector<ChartLine> lines;
    CanvasAxes axes;
    QString xName;
    ChartEmphasis emphasis;
};

/// How a picture is to be.
struct PictureStyle {
    QSizeF millimetres{120, 80};
    QString family;    ///< of all texts; empty: that of the program
    double points = 8; ///< of all texts
    bool title = true, legend = true;
    bool dark = false;

    bool operator==(const PictureStyle&) const = default;
};

/// The lines reduced for a picture, which may be wider than the screen: to be made on a worker.
struct PictureLines {
    std::vector<CanvasLine> lines;
    std::vector<CanvasBand> bands;
};

/// @thread any
PictureLines reduceForPicture(const ChartShot& shot, const PictureStyle& style, const ThemeColours& colours);

/// Draws the chart. The unit of layout is a point, 1/72 inch: a line is one point wide.
/// @thread GUI, as pictures hold text
QImage pictureImage(const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                    const ThemeColours& colours, double scale);
QByteArray pictureSvg(const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                      const ThemeColours& colours);
QByteArray picturePdf(const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                      const ThemeColours& colours);

} // namespace runglass
