// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Brushes.h"
#include "widgets/workspace/bodies/PlotValues.h"

#include <QCoreApplication>

namespace runglass
{

/// A line a run across axes that stand beside each other. Runs that are hidden, or outside what is brushed, are faint.
class ParallelDrawing : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::ParallelDrawing)

public:
    /// @param values  of the columns of content's axes, of all runs whether they are inside what is brushed or not
    ParallelDrawing(PlotValues values, const PanelContent& content, Brushes brushes);

    std::optional<PlotAxes> axes(const QSize&, double) const override { return std::nullopt; }
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::size_t marks() const override { return m_inside.size(); }
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    std::optional<RunRef> runOf(std::size_t mark) const override;
    std::optional<std::size_t> markOf(const RunRef& run) const override;
    PlotTip tipOf(std::size_t mark) const override;
    PlotLegend legend() const override { return m_values.legend(); }
    QString description() const override;
    BodyTable table() const override;

    std::size_t axisCount() const { return m_axes.size(); }
    const QString& title(std::size_t axis) const { return m_axes[axis].title; }
    const PlotValues& values() const { return m_values; }
    const Brushes& brushes() const { return m_brushes; }
    /// Runs that are drawn in colour.
    std::size_t insideCount() const { return m_inside.size(); }
    /// Runs that are drawn in grey.
    std::size_t faintCount() const { return m_faint.size(); }
    /// The part of the map between the ends of the axes.
    QRectF axisRect(const PlotMap& map) const;
    double axisX(std::size_t axis, const PlotMap& map) const;
    /// The axis next to a place, within reach of a pointer.
    std::optional<std::size_t> axisAt(const QPointF& place, const PlotMap& map) const;
    /// The value at a height of an axis, and back: numbers, or places of categories.
    double valueAt(std::size_t axis, double y, const PlotMap& map) const;
    double heightOf(std::size_t axis, double value, const PlotMap& map) const;
    /// The interval of an axis, or of what is brushed on it; a category has some room around it.
    QRectF brushRect(std::size_t axis, const AxisLimits& limits, const PlotMap& map) const;
    /// What is said of an interval: "0.1 – 0.5", or the categories inside.
    QString brushText(std::size_t axis, const AxisLimits& limits) const;

private:
    struct Axis {
        QString title;
        AxisMeasure measure;
        Range range; ///< of places
        bool flipped = false;
        QStringList names; ///< of categories
    };
    /// From 0 at the lower end to 1 at the upper; NaN where there is no place.
    double partOf(std::size_t axis, double value) const;
    bool isInside(std::size_t run) const;
    /// The strokes of a run: it is broken where it has no value.
    std::vector<QPolygonF> strokes(std::size_t run, const PlotMap& map) const;
    void paintAxis(QPainter& painter, std::size_t axis, const PlotMap& map, const PlotStyle& style) const;

    PlotValues m_values;
    Brushes m_brushes;
    std::vector<Axis> m_axes;
    std::vector<std::size_t> m_inside; ///< runs, in the order of the list
    std::vector<std::size_t> m_faint;
};

} // namespace runglass
