// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ThemeColours.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QImage>
#include <QSizeF>

#include <functional>

class QPaintDevice;

namespace runglass
{

class ByteSink;

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

/// Draws a picture once.
/// @param scale  pixels a point of a device whose pixels are finer
using PicturePainter = std::function<void(QPaintDevice& device, double scale)>;

/// Pictures of anything, of the size that the style says. The unit of layout is a point, 1/72 inch.
/// @thread GUI, as pictures hold text
QImage pictureImage(const PictureStyle& style, const PicturePainter& paint, double scale);
QByteArray pictureSvg(const PictureStyle& style, const QString& title, const PicturePainter& paint);
QByteArray picturePdf(const PictureStyle& style, const QString& title, const PicturePainter& paint);
/// In points.
QSize pictureSize(const PictureStyle& style);
QFont pictureFont(const PictureStyle& style, double factor = 1);
QColor pictureColour(const RunColour& colour, const ThemeColours& colours, bool dark);
/// @return what is left of the room below it
QRect paintPictureTitle(QPainter& painter, const QRect& room, const QString& title, const QString& subtitle,
                        const PictureStyle& style, const ThemeColours& colours);

/// What can be exported: a picture, and the data that it shows.
class ExportSource
{
public:
    virtual ~ExportSource() = default;
    virtual QString title() const = 0;
    /// Does what takes long, and gives what draws it then.
    /// @param colours  outlive what is returned
    /// @thread any; what is returned belongs to the GUI's
    virtual PicturePainter prepare(const PictureStyle& style, const ThemeColours& colours) const = 0;
    /// Numbers are exact. @thread any
    virtual void writeCsv(ByteSink& output) const = 0;
    virtual void writeJson(ByteSink& output) const = 0;
    /// What the data are, as a line for people.
    virtual QString dataNote() const = 0;
    /// Names of the formats of data.
    virtual QStringList dataNames() const = 0;
};

/// The lines reduced for a picture, which may be wider than the screen: to be made on a worker.
struct PictureLines {
    std::vector<CanvasLine> lines;
    std::vector<CanvasBand> bands;
};

/// @thread any
PictureLines reduceForPicture(const ChartShot& shot, const PictureStyle& style, const ThemeColours& colours);

/// Draws the chart: a line is one point wide. Copies shot and lines.
/// @param colours  outlive what is returned
PicturePainter picturePainter(const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                              const ThemeColours& colours);

} // namespace runglass
