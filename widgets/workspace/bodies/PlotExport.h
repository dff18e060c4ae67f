// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PlotDrawing.h"
#include "widgets/workspace/charts/ChartPicture.h"

#include <QCoreApplication>

namespace runglass
{

/// A plot as it is shown, for files: with title and legend, and what it shows as a table.
class PlotExport : public ExportSource
{
    Q_DECLARE_TR_FUNCTIONS(runglass::PlotExport)

public:
    /// @param scroll  the first row shown
    PlotExport(std::shared_ptr<const PlotDrawing> drawing, QString title, QString subtitle, double scroll,
               ChartZoom zoom);

    QString title() const override { return m_title; }
    PicturePainter prepare(const PictureStyle& style, const ThemeColours& colours) const override;
    void writeCsv(ByteSink& output) const override;
    void writeJson(ByteSink& output) const override;
    QString dataNote() const override;
    QStringList dataNames() const override;

private:
    std::shared_ptr<const PlotDrawing> m_drawing;
    QString m_title, m_subtitle;
    double m_scroll;
    ChartZoom m_zoom;
};

} // namespace runglass
