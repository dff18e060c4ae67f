// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"

#include <QWidget>

class QListView;

namespace runglass
{

class ColourLegendModel;
class ElidedLabel;

/// What the colours of runs stand for, while a column gives them: its name, and below it each colour with its values
/// and how many runs have it. Else it is not there.
/// @thread GUI
class ColourLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ColourLegend(Context& context, QWidget* parent = nullptr);

    QListView* view() const { return m_view; }

private:
    void follow();

    ColourLegendModel* m_model;
    ElidedLabel* m_title;
    QListView* m_view;
};

} // namespace runglass
