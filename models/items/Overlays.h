// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/Thumbnails.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace runglass
{

/// A box over a picture.
struct OverlayBox {
    QRectF place; ///< of the picture's sides, or in its pixels
    bool isInPixels = false;
    int classId = 0;
    bool hasClass = false; ///< else only its caption says what it is
    QString caption;       ///< as it was logged; empty: none
    QString scores;        ///< "conf 0.9"; may be empty
};

/// What lies over a picture, as its file says.
struct PictureOverlay {
    QImage classes;                ///< of a mask: Grayscale8, the class of each pixel, made small; else null
    std::vector<OverlayBox> boxes; ///< of boxes
    std::set<int> present;         ///< the classes in it
    std::map<int, QString> labels; ///< as the file names them: of boxes
    QString problem;               ///< why there is nothing
};

/// Reads a mask: a PNG whose grey values are classes.
/// @thread worker: it may take long
PictureOverlay decodeMask(std::string_view bytes);
/// Reads boxes.
/// @source wandb 0.31 BoundingBoxes2D: {"box_data": [{"position": {minX, maxX, minY, maxY} or {middle, width, height},
///   "domain": "pixel"?, "class_id", "box_caption"?, "scores"?}], "class_labels": {"1": "cat"}}
PictureOverlay decodeBoxes(std::string_view bytes);

/// Masks and boxes of pictures: read and decoded on workers when they are asked for, kept while there is room.
/// @thread GUI
class Overlays : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Mask, Boxes };

    /// Borrows the session.
    explicit Overlays(Session& session, QObject* parent = nullptr);

    /// Null while it is being read; changed() tells when it is there. Valid until the next event.
    const PictureOverlay* find(const Thumbnails::Which& which, Kind kind);
    /// What was missing may have come.
    void invalidate();

signals:
    void changed();

private:
    void keep(const Thumbnails::Which& which, PictureOverlay overlay);

    Session& m_session;
    QCache<QString, PictureOverlay> m_held;
    std::set<Thumbnails::Which> m_reading;
};

} // namespace runglass
