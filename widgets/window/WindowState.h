// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <QByteArray>
#include <QList>

namespace runglass
{

/// How the window is arranged, apart from what is open in it: what a session restores.
struct WindowState {
    QByteArray geometry; ///< as QWidget::saveGeometry gives it; empty: the usual size
    int tab = 0;         ///< WindowActions::Tab
    bool sideBarVisible = true;
    QList<int> columns; ///< widths of side bar and content
    QList<int> side;    ///< heights of projects and selector
    Theme::Mode theme = Theme::Mode::System;
    int updates = 0; ///< seconds between two looks at what is new; 0: as it happens, -1: only when asked
    Qt::TextElideMode cropping = Qt::ElideMiddle;
};

} // namespace runglass
