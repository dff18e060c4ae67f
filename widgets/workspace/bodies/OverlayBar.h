// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"

#include <QWidget>

#include <functional>
#include <map>

class QListWidget;
class QToolButton;

namespace runglass
{

class Theme;

/// Switches masks, boxes and each of their classes on and off; the classes are the legend of their colours.
/// @thread GUI
class OverlayBar : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme.
    explicit OverlayBar(Theme& theme, QWidget* parent = nullptr);

    /// What there is; without any of it the bar is hidden.
    /// @param classes  by name, with their numbers
    void setOffered(bool masks, bool boxes, const std::map<QString, int>& classes);
    /// Tells nobody.
    void setChoice(const OverlayChoice& choice);
    const OverlayChoice& choice() const { return m_choice; }
    QList<QWidget*> tabStops();
    void setColours(std::function<QColor(int classId)> colourOf);

signals:
    /// A person chose.
    void chosen(const runglass::OverlayChoice& choice);

private:
    void show();
    void listClasses();

    Theme& m_theme;
    OverlayChoice m_choice;
    std::map<QString, int> m_classes;
    std::function<QColor(int)> m_colourOf;
    QToolButton* m_masks;
    QToolButton* m_boxes;
    QListWidget* m_list;
    bool m_listing = false;
};

} // namespace runglass
