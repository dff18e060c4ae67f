// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/PanelSections.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace runglass
{

/// The head of a section of panels: chevron and name, which fold it, a count, a menu.
/// @thread GUI
class PanelHead : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHead(Theme& theme, QWidget* parent = nullptr);

    void setSection(const PanelSection& section, bool searching);
    const SectionId& id() const { return m_id; }
    QList<QWidget*> tabStops() const;

signals:
    void collapseRequested(bool collapsed);
    void sortRequested();
    void allCollapseRequested(bool collapsed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openMenu();

    Theme& m_theme;
    SectionId m_id;
    bool m_collapsed = false;
    QToolButton* m_toggle;
    QLabel* m_count;
    QToolButton* m_menuButton;
};

} // namespace runglass
