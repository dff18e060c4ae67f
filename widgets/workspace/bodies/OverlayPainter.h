// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/Overlays.h"
#include "models/session/PanelLayout.h"
#include "models/session/RunMedia.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <string>
#include <utility>

class QPainter;

namespace runglass
{

class Theme;

/// Paints masks and boxes over pictures, as far as they are to be shown, and says what is where.
/// @thread GUI
class OverlayPainter : public QObject
{
    Q_OBJECT

public:
    /// Borrows both.
    OverlayPainter(Theme& theme, Overlays& overlays, QObject* parent = nullptr);

    /// A picture, and the run that logged it.
    struct Target {
        const RunRef& run;
        const MediaItem& item;
    };
    /// How a mask of a run names its classes.
    using MaskLabels = std::map<std::pair<RunRef, std::string>, std::map<int, std::string>>;

    void setChoice(const OverlayChoice& choice) { m_choice = choice; }
    void setMaskLabels(MaskLabels labels) { m_labels = std::move(labels); }
    QColor colourOf(int classId) const;

    /// @param place  where the picture is painted
    void paint(QPainter& painter, const QRect& place, const Target& target) const;
    /// What is shown at a point of the picture, a line each.
    /// @param at  of the picture's sides, 0 … 1
    QStringList namesAt(const QPointF& at, const Target& target) const;
    /// The classes of what is known of its masks and boxes, which is read when it is asked for first, by name.
    void addClasses(const Target& target, std::map<QString, int>& classes) const;

private:
    QString className(const PictureOverlay& overlay, const std::map<int, std::string>& labels, int id) const;
    const std::map<int, std::string>& labelsOf(const RunRef& run, const std::string& mask) const;
    bool isHidden(const QString& name) const { return m_choice.hidden.contains(name.toStdString()); }
    void paintMask(QPainter& painter, const QRect& place, const PictureOverlay& mask,
                   const std::map<int, std::string>& labels) const;
    void paintBox(QPainter& painter, const QRect& place, const QRectF& box, const QColor& colour,
                  const QString& label) const;
    static QRectF relativePlace(const OverlayBox& box, const MediaItem& item);
    QString boxName(const PictureOverlay& boxes, const OverlayBox& box) const;
    const PictureOverlay* find(const Target& target, const MediaOverlay& overlay, Overlays::Kind kind) const;

    Theme& m_theme;
    Overlays& m_overlays;
    OverlayChoice m_choice;
    MaskLabels m_labels;
};

} // namespace runglass
