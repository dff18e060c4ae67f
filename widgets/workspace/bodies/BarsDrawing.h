// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ShownGroups.h"
#include "models/series/Distribution.h"
#include "widgets/workspace/bodies/PlotValues.h"

#include <QCoreApplication>

namespace runglass
{

/// Bars from left to right, one under the other: a bar a shown run, or a group of them, which may be a box or a violin
/// instead; over a column that holds no numbers a bar a value, as long as there are runs with it.
class BarsDrawing : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::BarsDrawing)

public:
    struct Bar {
        QString name;
        RunColour colour;
        std::optional<RunRef> ref;                        ///< of a run or group
        Value value = {};                                 ///< exact; of a group the mean of its numbers
        double length = 0;                                ///< the same as a number
        std::size_t runs = 1;                             ///< that have a value
        std::shared_ptr<const Distribution> numbers = {}; ///< of a group
        /// Of a violin: how dense the numbers lie at places of the axis from the least to the greatest, in even
        /// strides; the densest is 1. Empty: they are all the same.
        std::vector<double> density = {};
    };

    /// @param values  of the column of content's axis
    /// @param groups  empty: the table is not grouped
    BarsDrawing(const PlotValues& values, const ShownGroups& groups, const PanelContent& content);

    std::optional<PlotAxes> axes(const QSize& room, double scroll) const override;
    std::size_t rows() const override { return m_bars.size(); }
    std::size_t rowsIn(const QSize& room) const override;
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::size_t marks() const override { return m_bars.size(); }
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    std::optional<RunRef> runOf(std::size_t mark) const override { return m_bars[mark].ref; }
    std::optional<std::size_t> markOf(const RunRef& run) const override;
    PlotTip tipOf(std::size_t mark) const override;
    QString description() const override;
    BodyTable table() const override;

    const std::vector<Bar>& bars() const { return m_bars; }
    /// Shown runs without a number.
    std::size_t leftOut() const { return m_leftOut; }
    bool areGroups() const { return m_what == What::Groups; }

private:
    enum class What { Runs, Groups, Values };

    void addRuns(const PlotValues& values);
    void addGroups(const PlotValues& values, const ShownGroups& groups);
    void addValues(const PlotValues& values);
    bool areBars() const { return m_what != What::Groups || m_shape == GroupShape::Bars; }
    std::vector<double> endsOf(const Bar& bar) const;
    std::vector<double> densityOn(const Distribution& numbers) const;
    int rowHeight() const;
    QRectF rectOf(std::size_t mark, const PlotMap& map) const;
    void paintBar(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style,
                  const QPen& outline) const;
    BodyTable groupTable() const;
    QString valueText(double value) const;

    std::vector<Bar> m_bars;
    ColumnId m_column;
    QString m_title;
    PlotAxes m_axes; ///< as if every bar had room
    What m_what = What::Runs;
    GroupShape m_shape;
    std::size_t m_leftOut = 0;
};

} // namespace runglass
