// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PictureCompare.h"

#include "models/items/Overlays.h"
#include "models/items/VisibleText.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourDot.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kWidth = 900, kHeight = 560, kDot = 8, kDecoded = 2048;
constexpr double kStep = 1.5, kMove = 0.1;
constexpr qsizetype kLongestCaption = 300;

} // namespace

PictureCompare::PictureCompare(Session& session, Theme& theme, std::vector<PickedPicture> pictures, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_thumbnails(new Thumbnails(session, this))
    , m_overlays(new Overlays(session, this))
    , m_painter(new OverlayPainter(theme, *m_overlays, this))
    , m_pictures(std::move(pictures))
{
    setObjectName(QStringLiteral("pictureCompare"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_thumbnails->setBox({kDecoded, kDecoded});
    auto* layout = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    const int columns = m_pictures.size() == kMost ? 2 : static_cast<int>(m_pictures.size());
    for (int i = 0; i < static_cast<int>(m_pictures.size()); ++i)
        grid->addWidget(makePane(m_pictures[static_cast<std::size_t>(i)]), i / columns, i % columns);
    layout->addLayout(grid, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const QString& text, const QString& toolTip, auto what) {
        QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setToolTip(toolTip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, what);
    };
    add(tr("Zoom in"), tr("Enlarge all of them (+, or the wheel)"), [this] { zoomBy(kStep, m_centre); });
    add(tr("Zoom out"), tr("Make all of them smaller (−, or the wheel)"), [this] { zoomBy(1 / kStep, m_centre); });
    add(tr("Fit"), tr("Show all of each picture (0)"), [this] { zoomBy(0, m_centre); });
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_thumbnails, &Thumbnails::changed, this, &PictureCompare::repaintPanes);
    connect(m_overlays, &Overlays::changed, this, &PictureCompare::repaintPanes);
    connect(&theme, &Theme::changed, this, &PictureCompare::repaintPanes);
    resize(kWidth, kHeight);
    m_panes.first()->setFocus();
}

QWidget* PictureCompare::makePane(const PickedPicture& picture)
{
    auto* whole = new QWidget(this);
    auto* pane = new PicturePane(*this, m_theme, *m_thumbnails, *m_painter, picture, whole);
    //: over a picture: %1 is a run, %2 a number
    QString text = tr("%1, step %2").arg(picture.name, QLocale().toString(static_cast<qlonglong>(picture.step)));
    if (!picture.item.caption.empty())
        text += QStringLiteral(" · ") + visibleExcerpt(picture.item.caption, kLongestCaption);
    pane->setAccessibleName(text);
    auto* dot = new QLabel(whole);
    dot->setPixmap(dotIcon(m_theme.runColour(picture.colour), kDot, devicePixelRatioF()).pixmap(kDot, kDot));
    auto* label = new ElidedLabel(text, whole);
    label->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->addWidget(dot);
    head->addWidget(label, 1);
    auto* layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(pane, 1);
    m_panes.append(pane);
    return whole;
}

void PictureCompare::setOverlays(const OverlayChoice& choice, const OverlayPainter::MaskLabels& labels)
{
    m_painter->setChoice(choice);
    m_painter->setMaskLabels(labels);
    repaintPanes();
}

void PictureCompare::repaintPanes()
{
    for (PicturePane* pane : m_panes)
        pane->update();
}

void PictureCompare::zoomBy(double factor, const QPointF& at)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    m_centre = at + (m_centre - at) * (m_zoom / zoom);
    m_zoom = zoom;
    moveBy({});
}

void PictureCompare::moveBy(const QPointF& parts)
{
    const double margin = 0.5 / m_zoom;
    const auto within = [margin](double middle) { return std::clamp(middle, margin, 1 - margin); };
    m_centre = {within(m_centre.x() + parts.x() / m_zoom), within(m_centre.y() + parts.y() / m_zoom)};
    repaintPanes();
}

void PictureCompare::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kStep, m_centre);
    case Qt::Key_Minus:
        return zoomBy(1 / kStep, m_centre);
    case Qt::Key_0:
        return zoomBy(0, m_centre);
    case Qt::Key_Left:
        return moveBy({-kMove, 0});
    case Qt::Key_Right:
        return moveBy({kMove, 0});
    case Qt::Key_Up:
        return moveBy({0, -kMove});
    case Qt::Key_Down:
        return moveBy({0, kMove});
    default:
        QDialog::keyPressEvent(event);
    }
}

PicturePane::PicturePane(PictureCompare& view, Theme& theme, Thumbnails& thumbnails, const OverlayPainter& painter,
                         const PickedPicture& picture, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
    , m_painter(painter)
    , m_picture(picture)
{
    setObjectName(QStringLiteral("picturePane"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

/// Where all of the picture is, in sight or not.
QRectF PicturePane::place(const QSize& picture) const
{
    const QSizeF whole = QSizeF(picture).scaled(size(), Qt::KeepAspectRatio) * m_view.zoom();
    const QPointF middle(width() / 2.0, height() / 2.0);
    return {middle.x() - m_view.centre().x() * whole.width(), middle.y() - m_view.centre().y() * whole.height(),
            whole.width(), whole.height()};
}

void PicturePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Token::Surface));
    const Picture* picture = m_thumbnails.find({m_picture.run, m_picture.item.segment, m_picture.item.path});
    if (picture && !picture->image.isNull()) {
        m_size = picture->image.size();
        const QRect all = place(m_size).toRect();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, all.width() < 2 * m_size.width());
        painter.drawImage(all, picture->image);
        m_painter.paint(painter, all, {m_picture.run, m_picture.item});
    } else {
        painter.setPen(m_theme.color(Theme::Token::Muted));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, picture ? picture->problem : tr("Reading…"));
    }
    painter.setPen(m_theme.color(hasFocus() ? Theme::Token::Focus : Theme::Token::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PicturePane::wheelEvent(QWheelEvent* event)
{
    if (m_size.isEmpty() || event->angleDelta().y() == 0)
        return event->ignore();
    const QRectF all = place(m_size);
    const QPointF at((event->position().x() - all.x()) / all.width(), (event->position().y() - all.y()) / all.height());
    m_view.zoomBy(std::pow(kStep, event->angleDelta().y() / 120.0), at);
    event->accept();
}

void PicturePane::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
}

void PicturePane::mouseMoveEvent(QMouseEvent* event)
{
    if (m_size.isEmpty() || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const QRectF all = place(m_size);
    const QPoint by = m_pressed - event->pos();
    m_pressed = event->pos();
    m_view.moveBy({by.x() * m_view.zoom() / all.width(), by.y() * m_view.zoom() / all.height()});
}

bool PicturePane::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::ToolTip || m_size.isEmpty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRectF all = place(m_size);
    const QPointF at((help->pos().x() - all.x()) / all.width(), (help->pos().y() - all.y()) / all.height());
    const QStringList names = m_painter.namesAt(at, {m_picture.run, m_picture.item});
    QToolTip::showText(help->globalPos(), literalToolTip(names.join(u'\n')), this);
    return true;
}

} // namespace runglass
