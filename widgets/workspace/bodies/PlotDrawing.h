// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/table/RunRef.h"
#include "widgets/common/ThemeColours.h"
#include "widgets/workspace/bodies/BodyTable.h"
#include "widgets/workspace/charts/ChartZoom.h"
#include "widgets/workspace/charts/PlotCanvas.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace runglass
{

/// Where a plot is drawn: the rectangle inside its axes, and what of them is at its edges.
struct PlotMap {
    QRectF rect;
    Range x{0, 1}, y{0, 1}; ///< places on the axes; x.lo at the left, y.lo at the bottom
    QFont font;

    /// Far outside rather than infinite, so that a painter can count with it.
    QPointF toPixel(double xPlace, double yPlace) const;
    double xAt(double pixel) const;
    double yAt(double pixel) const;
};

/// With which colours.
struct PlotStyle {
    std::function<QColor(Theme::Token)> token;
    std::function<QColor(const RunColour&)> run;

    /// From nearly the surface's colour (0) to the accent's (1): how much there is of something.
    QColor shade(double part) const;

    /// Of the window. Borrows theme.
    static PlotStyle of(const Theme& theme);
    /// Of a picture. Borrows colours.
    static PlotStyle of(const ThemeColours& colours, bool dark);
};

/// What is said of one mark: beside the pointer, and to assistive tools.
struct PlotTip {
    std::optional<RunColour> colour;
    QString title;
    std::vector<std::pair<QString, QString>> rows; ///< what, and its exact value

    QString toText() const;
};

/// What colours and lines mean, as one line above a plot: classes beside each other. Empty: there are only runs in
/// colours of their own.
struct PlotLegend {
    /// A line that is told from the others by its dashes.
    struct Stroke {
        Qt::PenStyle style = Qt::SolidLine;
        Theme::Token token = Theme::Token::Text;
        QString text;
    };
    std::vector<Stroke> strokes;
    std::vector<std::pair<double, QString>> shades; ///< PlotStyle::shade, and what it stands for
    QString title;
    std::vector<std::pair<RunColour, QString>> classes;
    bool isRamp = false; ///< the classes are one behind the other: only the texts of the first and the last are written
    bool isShade = false; ///< PlotStyle::shade from low to high, without classes
    QString low, high;    ///< of a ramp, and of shades

    bool isEmpty() const { return strokes.empty() && shades.empty() && classes.empty() && !isShade; }
    static int height(const QFont& font);
    void paint(QPainter& painter, const QRect& room, const QFont& font, const PlotStyle& style) const;
};

/// What a plot shows, whatever it is drawn on: marks that stand for runs (points, bars, lines, cells), with axes of its
/// own or those of a PlotCanvas. Nobody changes it any more.
/// @thread any; text is measured and painted on the GUI's
class PlotDrawing
{
public:
    enum class Step { Left, Right, Up, Down, First, Last };

    virtual ~PlotDrawing() = default;

    /// The axes for a room of this size; unset: it paints its own.
    /// @param scroll  the first row shown, of rows()
    virtual std::optional<PlotAxes> axes(const QSize& room, double scroll) const = 0;
    /// Rows that may be more than there is room for; 0: everything always fits.
    virtual std::size_t rows() const { return 0; }
    virtual std::size_t rowsIn(const QSize&) const { return 0; }
    /// Whether its axes may end elsewhere than axes() says.
    virtual bool zooms() const { return false; }

    virtual void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const = 0;
    /// A mark that stands out, above a veil over the others.
    virtual void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const = 0;
    virtual std::size_t marks() const = 0;
    /// The one under the pointer.
    virtual std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const = 0;
    /// Where its tooltip points at.
    virtual QPointF placeOf(std::size_t mark, const PlotMap& map) const = 0;
    /// The mark that a key leads to; unset: none in that direction.
    virtual std::optional<std::size_t> stepFrom(const std::optional<std::size_t>& mark, Step step) const;
    /// Which run a mark stands for, or group; unset: neither.
    virtual std::optional<RunRef> runOf(std::size_t mark) const = 0;
    /// Runs that have a mark inside a rectangle; where a rectangle says nothing, none.
    virtual std::vector<RunRef> runsIn(const QRectF&, const PlotMap&) const { return {}; }
    virtual std::optional<std::size_t> markOf(const RunRef& run) const = 0;
    virtual PlotTip tipOf(std::size_t mark) const = 0;
    virtual PlotLegend legend() const { return {}; }
    /// What it shows in a sentence or two, for assistive tools.
    virtual QString description() const = 0;
    virtual BodyTable table() const = 0;
};

/// Axes that end where they were zoomed to.
PlotAxes zoomedAxes(PlotAxes axes, const ChartZoom& zoom);

/// The ends of an axis over places on it, with some room beside the outermost; where a person said, there.
/// @param places  may hold NaN and infinities, which have no place
Range plotRange(const std::vector<double>& places, const AxisLimits& limits, const AxisMeasure& measure);

} // namespace runglass
