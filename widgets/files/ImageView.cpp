// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/ImageView.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr double kLeastZoom = 0.02;
constexpr double kMostZoom = 32;
constexpr double kStep = 1.25;

class Canvas : public QWidget
{
public:
    explicit Canvas(const ImageView* view)
        : m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        // Enlarged pixels stay sharp: they are what one looks for then.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view->zoom() < 2);
        painter.drawImage(rect(), m_view->image());
    }

private:
    const ImageView* m_view;
};

} // namespace

ImageView::ImageView(QWidget* parent)
    : QScrollArea(parent)
    , m_canvas(new Canvas(this))
{
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignCenter);
    setWidget(m_canvas);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
}

double ImageView::zoom() const
{
    return m_zoom;
}

void ImageView::setImage(const QImage& image)
{
    m_image = image;
    fit();
}

void ImageView::setZoom(double zoom)
{
    m_isFitted = false;
    m_zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    place();
}

void ImageView::fit()
{
    m_isFitted = true;
    place();
}

void ImageView::place()
{
    if (m_image.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const QSizeF natural = QSizeF(m_image.size()) / ratio;
    if (m_isFitted) {
        const QSizeF room = QSizeF(maximumViewportSize()) - QSizeF(16, 16);
        m_zoom =
            std::clamp(std::min(room.width() / natural.width(), room.height() / natural.height()), kLeastZoom, 1.0);
    }
    const QSize size = (natural * m_zoom).toSize();
    m_canvas->resize(size.expandedTo(QSize(1, 1)));
    m_canvas->update();
    emit zoomChanged();
}

void ImageView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (m_isFitted)
        place();
}

void ImageView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
        return setZoom(m_zoom * kStep);
    case Qt::Key_Minus:
        return setZoom(m_zoom / kStep);
    case Qt::Key_0:
        return fit();
    case Qt::Key_1:
        return setZoom(1);
    default:
        QScrollArea::keyPressEvent(event);
    }
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QScrollArea::wheelEvent(event);
        return;
    }
    setZoom(event->angleDelta().y() > 0 ? m_zoom * kStep : m_zoom / kStep);
    event->accept();
}

} // namespace runglass
