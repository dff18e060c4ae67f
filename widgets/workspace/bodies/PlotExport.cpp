// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PlotExport.h"

#include "models/session/CsvWriter.h"
#include "models/session/JsonWriter.h"

#include <QPainter>

namespace runglass
{

namespace
{

constexpr int kMargin = 6;

struct Picture {
    std::shared_ptr<const PlotDrawing> drawing;
    QString title, subtitle;
    PictureStyle style;
    double scroll = 0;
    ChartZoom zoom;

    /// Background, title and legend. @return where there is room for the rest
    QRect paintAround(QPainter& painter, const ThemeColours& colours, const PlotStyle& plot) const
    {
        QRect room(QPoint(), pictureSize(style));
        painter.fillRect(room, plot.token(Theme::Token::Surface));
        room.adjust(kMargin, kMargin, -kMargin, -kMargin);
        if (style.title)
            room = paintPictureTitle(painter, room, title, subtitle, style, colours);
        const PlotLegend legend = drawing->legend();
        if (style.legend && !legend.isEmpty()) {
            const QFont font = pictureFont(style);
            legend.paint(painter, room, font, plot);
            room.setTop(room.top() + PlotLegend::height(font));
        }
        return room;
    }

    void paint(QPaintDevice& device, const ThemeColours& colours, double scale) const
    {
        const PlotStyle plot = PlotStyle::of(colours, style.dark);
        const QFont font = pictureFont(style);
        const auto around = [&](QPainter& painter) {
            painter.scale(scale, scale);
            return paintAround(painter, colours, plot);
        };
        PlotCanvas canvas;
        const std::optional<PlotAxes> its = drawing->axes(pictureSize(style), scroll);
        if (!its) {
            QPainter painter(&device);
            drawing->paint(painter, {QRectF(around(painter)), {0, 1}, {0, 1}, font}, plot);
            return;
        }
        const PlotAxes axes = zoomedAxes(*its, zoom);
        canvas.setColours({plot.token(Theme::Token::Surface), plot.token(Theme::Token::Grid),
                           plot.token(Theme::Token::Control), plot.token(Theme::Token::Muted)});
        canvas.setLabelFont(font);
        canvas.setAxes(axes);
        canvas.setMarks([&](QPainter& painter) {
            drawing->paint(painter, {QRectF(canvas.plotRect()), axes.x, axes.y, font}, plot);
        });
        canvas.paint(device, around);
    }
};

} // namespace

PlotExport::PlotExport(std::shared_ptr<const PlotDrawing> drawing, QString title, QString subtitle, double scroll,
                       ChartZoom zoom)
    : m_drawing(std::move(drawing))
    , m_title(std::move(title))
    , m_subtitle(std::move(subtitle))
    , m_scroll(scroll)
    , m_zoom(std::move(zoom))
{
}

PicturePainter PlotExport::prepare(const PictureStyle& style, const ThemeColours& colours) const
{
    return [picture = Picture{m_drawing, m_title, m_subtitle, style, m_scroll, m_zoom},
            &colours](QPaintDevice& device, double scale) { picture.paint(device, colours, scale); };
}

void PlotExport::writeCsv(ByteSink& output) const
{
    const BodyTable table = m_drawing->table();
    CsvWriter csv(output);
    for (const QString& column : table.columns)
        csv.text(column.toStdString());
    csv.endLine();
    for (std::size_t row = 0; row < table.rows && !output.isClosed(); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(table.columns.size()); ++column)
            csv.value(table.cell(row, column));
        csv.endLine();
    }
}

void PlotExport::writeJson(ByteSink& output) const
{
    const BodyTable table = m_drawing->table();
    JsonWriter json(output);
    json.beginObject();
    json.member("title", m_title.toStdString());
    json.memberOrNull("note", m_subtitle.toStdString());
    json.key("columns");
    std::vector<std::string> names;
    for (const QString& column : table.columns)
        names.push_back(column.toStdString());
    json.texts(names);
    json.key("rows");
    json.beginArray();
    for (std::size_t row = 0; row < table.rows && !output.isClosed(); ++row) {
        json.beginRow();
        for (std::size_t column = 0; column < names.size(); ++column)
            json.value(table.cell(row, column));
        json.endArray();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

QString PlotExport::dataNote() const
{
    return tr("What the panel shows, exactly: as its table.");
}

QStringList PlotExport::dataNames() const
{
    return {tr("CSV of what is shown"), tr("JSON of what is shown")};
}

} // namespace runglass
