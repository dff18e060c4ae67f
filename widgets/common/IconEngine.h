// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ThemeColours.h"

#include <QIconEngine>

#include <functional>

namespace runglass
{

/// Draws a one-colour icon of resources/icons at any size and pixel ratio, in a colour that is asked for at each
/// painting: icons follow the theme by themselves.
/// @thread GUI
class IconEngine : public QIconEngine
{
public:
    using Colour = std::function<QColor(QIcon::Mode mode, QIcon::State state)>;

    /// @param name file name without ".svg"
    IconEngine(QString name, Colour colour);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;

private:
    QString m_name;
    Colour m_colour;
};

/// The icon recoloured, cached by (name, size, ratio, colour).
/// @param size in device-independent pixels
QPixmap recolouredIcon(const QString& name, const QSize& size, qreal ratio, const QColor& colour);

/// The program's own icon, in colour, at the usual sizes.
QIcon applicationIcon();

} // namespace runglass
