// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/OverlayPainter.h"

#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kMaskAlpha = 140;
constexpr int kLeastLabelled = 36; ///< px: smaller pictures have boxes without words
constexpr int kDarkText = 140;
constexpr qsizetype kLongestLabel = 80;

/// Black or white, whichever is read on a colour.
QColor textOn(const QColor& colour)
{
    return qGray(colour.rgb()) > kDarkText ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace

OverlayPainter::OverlayPainter(Theme& theme, Overlays& overlays, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_overlays(overlays)
{
}

QColor OverlayPainter::colourOf(int classId) const
{
    return m_theme.runColour(RunColour::slot(static_cast<std::uint32_t>(std::max(0, classId))));
}

const PictureOverlay* OverlayPainter::find(const Target& target, const MediaOverlay& overlay, Overlays::Kind kind) const
{
    return m_overlays.find({target.run, target.item.segment, overlay.path}, kind);
}

const std::map<int, std::string>& OverlayPainter::labelsOf(const RunRef& run, const std::string& mask) const
{
    static const std::map<int, std::string> none;
    const auto found = m_labels.find({run, mask});
    return found == m_labels.end() ? none : found->second;
}

QString OverlayPainter::className(const PictureOverlay& overlay, const std::map<int, std::string>& labels, int id) const
{
    if (const auto found = labels.find(id); found != labels.end())
        return visibleExcerpt(found->second, kLongestLabel);
    if (const auto found = overlay.labels.find(id); found != overlay.labels.end())
        return found->second;
    //: of a mask or box whose class has a number and no name
    return tr("class %1").arg(id);
}

/// What it is: its class, else what was written on it.
QString OverlayPainter::boxName(const PictureOverlay& boxes, const OverlayBox& box) const
{
    return box.hasClass ? className(boxes, {}, box.classId) : box.caption;
}

QRectF OverlayPainter::relativePlace(const OverlayBox& box, const MediaItem& item)
{
    if (!box.isInPixels || item.width <= 0 || item.height <= 0)
        return box.place;
    return {box.place.x() / item.width, box.place.y() / item.height, box.place.width() / item.width,
            box.place.height() / item.height};
}

void OverlayPainter::paint(QPainter& painter, const QRect& place, const Target& target) const
{
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    for (const MediaOverlay& each : target.item.masks)
        if (const auto* mask = m_choice.masks ? find(target, each, Overlays::Kind::Mask) : nullptr)
            paintMask(painter, place, *mask, labelsOf(target.run, each.name));
    for (const MediaOverlay& each : target.item.boxes) {
        const auto* boxes = m_choice.boxes ? find(target, each, Overlays::Kind::Boxes) : nullptr;
        if (!boxes)
            continue;
        for (const OverlayBox& box : boxes->boxes) {
            const QString name = boxName(*boxes, box);
            if (isHidden(name))
                continue;
            const QString label = box.caption.isEmpty() ? QString(name + u' ' + box.scores).trimmed() : box.caption;
            paintBox(painter, place, relativePlace(box, target.item), colourOf(box.classId), label);
        }
    }
    painter.restore();
}

/// A class without a name that is number 0 is what nothing was found in.
void OverlayPainter::paintMask(QPainter& painter, const QRect& place, const PictureOverlay& mask,
                               const std::map<int, std::string>& labels) const
{
    if (mask.classes.isNull())
        return;
    QImage coloured(mask.classes.constBits(), mask.classes.width(), mask.classes.height(), mask.classes.bytesPerLine(),
                    QImage::Format_Indexed8);
    QList<QRgb> colours(256, qRgba(0, 0, 0, 0));
    for (const int id : mask.present) {
        const bool isBackground = id == 0 && !labels.contains(0);
        if (isBackground || isHidden(className(mask, labels, id)))
            continue;
        QColor colour = colourOf(id);
        colour.setAlpha(kMaskAlpha);
        colours[id] = colour.rgba();
    }
    coloured.setColorTable(colours);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, coloured);
}

void OverlayPainter::paintBox(QPainter& painter, const QRect& place, const QRectF& box, const QColor& colour,
                              const QString& label) const
{
    const QRectF drawn(place.x() + box.x() * place.width(), place.y() + box.y() * place.height(),
                       box.width() * place.width(), box.height() * place.height());
    painter.setBrush(Qt::NoBrush);
    // Seen on a ground of its own colour too.
    painter.setPen(QPen(textOn(colour), 4));
    painter.drawRect(drawn);
    painter.setPen(QPen(colour, 2));
    painter.drawRect(drawn);
    if (label.isEmpty() || place.width() < kLeastLabelled)
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString words =
        metrics.elidedText(label, Qt::ElideRight, static_cast<int>(std::max(24.0, place.right() - drawn.left() - 6)));
    QRectF chip(drawn.left(), drawn.top() - metrics.height(), metrics.horizontalAdvance(words) + 6, metrics.height());
    if (chip.top() < place.top())
        chip.moveTop(std::max<double>(drawn.top(), place.top()));
    painter.fillRect(chip, colour);
    painter.setPen(textOn(colour));
    painter.drawText(chip.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

QStringList OverlayPainter::namesAt(const QPointF& at, const Target& target) const
{
    QStringList lines;
    //: what lies over a picture at a point: %1 is what the script calls it, %2 the class
    const auto add = [&](const std::string& overlay, const QString& name) {
        const QString line = tr("%1: %2").arg(visibleExcerpt(overlay, kLongestLabel), name);
        if (!isHidden(name) && !lines.contains(line))
            lines.append(line);
    };
    for (const MediaOverlay& each : target.item.masks) {
        const auto* mask = m_choice.masks ? find(target, each, Overlays::Kind::Mask) : nullptr;
        if (!mask || mask->classes.isNull())
            continue;
        const int x = std::clamp(static_cast<int>(at.x() * mask->classes.width()), 0, mask->classes.width() - 1);
        const int y = std::clamp(static_cast<int>(at.y() * mask->classes.height()), 0, mask->classes.height() - 1);
        add(each.name, className(*mask, labelsOf(target.run, each.name), mask->classes.constScanLine(y)[x]));
    }
    for (const MediaOverlay& each : target.item.boxes)
        if (const auto* boxes = m_choice.boxes ? find(target, each, Overlays::Kind::Boxes) : nullptr)
            for (const OverlayBox& box : boxes->boxes)
                if (relativePlace(box, target.item).contains(at))
                    add(each.name, QString(boxName(*boxes, box) + u' ' + box.scores).trimmed());
    return lines;
}

void OverlayPainter::addClasses(const Target& target, std::map<QString, int>& classes) const
{
    for (const MediaOverlay& each : target.item.masks)
        if (const auto* mask = find(target, each, Overlays::Kind::Mask))
            for (const int id : mask->present) {
                const auto& labels = labelsOf(target.run, each.name);
                if (id != 0 || labels.contains(0))
                    classes.emplace(className(*mask, labels, id), id);
            }
    for (const MediaOverlay& each : target.item.boxes)
        if (const auto* boxes = find(target, each, Overlays::Kind::Boxes))
            for (const OverlayBox& box : boxes->boxes)
                classes.emplace(boxName(*boxes, box), box.classId);
}

} // namespace runglass
