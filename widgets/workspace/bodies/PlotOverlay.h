// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PlotBody.h"

#include <QPainter>

namespace runglass
{

/// What moves above a plot while that stays as it is drawn. Takes no input.
/// @thread GUI
class PlotOverlay : public QWidget
{
public:
    explicit PlotOverlay(PlotBody& body)
        : QWidget(&body)
        , m_body(body)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_body.paintOverlay(painter);
    }

private:
    PlotBody& m_body;
};

} // namespace runglass
