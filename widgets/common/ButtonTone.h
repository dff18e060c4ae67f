// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPushButton;
class QWidget;

namespace runglass
{

/// What a push button's colours warn of.
enum class ButtonTone {
    Usual,
    Danger,        ///< filled, or flat with words, in the colour of danger: what takes something away
    DangerOutline, ///< edge and words are
};

void setButtonTone(QPushButton& button, ButtonTone tone);
ButtonTone toneOf(const QWidget* widget);

} // namespace runglass
