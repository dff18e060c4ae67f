// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

namespace runglass
{

/// A picture, fitted into the view or at a zoom. Keys: + and − zoom, 0 fits, 1 shows it pixel by pixel.
class ImageView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImageView(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }
    /// 1: a pixel of the picture is a pixel of the screen.
    double zoom() const;
    void setZoom(double zoom);
    /// No larger than it is, and whole.
    void fit();
    bool isFitted() const { return m_isFitted; }

signals:
    void zoomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void place();

    QImage m_image;
    QWidget* m_canvas;
    double m_zoom = 1;
    bool m_isFitted = true;
};

} // namespace runglass
