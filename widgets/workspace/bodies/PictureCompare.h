// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RunMedia.h"
#include "models/table/RunColour.h"
#include "widgets/workspace/bodies/OverlayPainter.h"

#include <QDialog>

#include <vector>

namespace runglass
{

class PicturePane;

/// A picture of a run at a step.
struct PickedPicture {
    RunRef run;
    QString name; ///< of the run
    RunColour colour;
    std::int64_t step = 0;
    MediaItem item;
};

/// Pictures side by side: the same part of all of them, which wheel, drag and keys zoom and move.
/// @thread GUI; reads and decodes on workers
class PictureCompare : public QDialog
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 4;
    static constexpr double kMostZoom = 64;

    /// Borrows session and theme.
    PictureCompare(Session& session, Theme& theme, std::vector<PickedPicture> pictures, QWidget* parent);

    void setOverlays(const OverlayChoice& choice, const OverlayPainter::MaskLabels& labels);
    /// How many times as large as it fits, and what of the pictures' sides is in the middle.
    double zoom() const { return m_zoom; }
    QPointF centre() const { return m_centre; }
    /// Keeps what is at a place of the pictures there.
    void zoomBy(double factor, const QPointF& at);
    /// By parts of what is in sight.
    void moveBy(const QPointF& parts);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void repaintPanes();
    QWidget* makePane(const PickedPicture& picture);

    Theme& m_theme;
    Thumbnails* m_thumbnails;
    Overlays* m_overlays;
    OverlayPainter* m_painter;
    std::vector<PickedPicture> m_pictures;
    QList<PicturePane*> m_panes;
    double m_zoom = 1;
    QPointF m_centre{0.5, 0.5};
};

/// One of them.
/// @thread GUI
class PicturePane : public QWidget
{
    Q_OBJECT

public:
    /// Borrows all but parent.
    PicturePane(PictureCompare& view, Theme& theme, Thumbnails& thumbnails, const OverlayPainter& painter,
                const PickedPicture& picture, QWidget* parent);

    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF place(const QSize& picture) const;

    PictureCompare& m_view;
    Theme& m_theme;
    Thumbnails& m_thumbnails;
    const OverlayPainter& m_painter;
    const PickedPicture& m_picture;
    QSize m_size; ///< of the picture, once it is there
    QPoint m_pressed;
};

} // namespace runglass
