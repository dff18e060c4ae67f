// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ThemeColours.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace runglass
{

/// Fusion with our borders, radii, rows and focus ring. Every colour comes from the theme.
/// @thread GUI
class RunglassStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit RunglassStyle(std::shared_ptr<const ThemeColours> colours);

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    using Token = Theme::Token;

    QColor colour(Token token) const { return (*m_colours)(token); }
    void drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& tint) const;
    void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border) const;
    /// In the focus colour unless another is given.
    void drawFocusRing(QPainter* painter, const QRect& rect, const QColor& tint = {}) const;

    bool drawButtonPanel(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                         const QWidget* widget) const;
    bool drawIndicator(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const;
    void drawRadio(const QStyleOption& option, QPainter* painter) const;
    bool drawItemPanel(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const;
    bool drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const;
    bool drawPlainFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const;
    bool drawBar(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    bool drawTab(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    bool drawHeader(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    bool drawButtonLabel(ControlElement element, const QStyleOption* option, QPainter* painter,
                         const QWidget* widget) const;
    QColor buttonText(const QStyleOptionButton& button, const QWidget* widget) const;
    bool drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const;
    void drawMenuItem(const QStyleOptionMenuItem& item, QPainter* painter) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex& option, QPainter* painter) const;

    std::shared_ptr<const ThemeColours> m_colours;
};

} // namespace runglass
