// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ButtonTone.h"

#include <QPushButton>
#include <QVariant>

namespace runglass
{

namespace
{
constexpr const char* kProperty = "runglassTone";
}

void setButtonTone(QPushButton& button, ButtonTone tone)
{
    button.setProperty(kProperty, static_cast<int>(tone));
    button.update();
}

ButtonTone toneOf(const QWidget* widget)
{
    return widget ? static_cast<ButtonTone>(widget->property(kProperty).toInt()) : ButtonTone::Usual;
}

} // namespace runglass
