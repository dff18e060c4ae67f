// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"

#include <QWidget>

class QFormLayout;

namespace runglass
{

/// The page of the panel editor for one kind: what a panel of it shows.
/// @thread GUI
class PanelForm : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setContent(const PanelContent& content) = 0;
    virtual PanelContent content() const = 0;
    /// What is missing before there can be such a panel, as a line for people. Empty: nothing.
    virtual QString problem() const = 0;
    /// What is said below the page while nothing is missing.
    virtual QString note() const { return {}; }

signals:
    /// content(), problem() or note() may be others.
    void edited();
};

/// The layout of a page of rows with a name each, without room around it.
QFormLayout* makePlotForm(QWidget* page);

} // namespace runglass
