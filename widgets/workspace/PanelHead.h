// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/PanelSections.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace runglass
{

/// The head of a section of panels: chevron and name, which fold it, a count, a menu. F2 and a double click rename it;
/// Alt with up or down, or pulling it, moves it.
/// @thread GUI
class PanelHead : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHead(Theme& theme, QWidget* parent = nullptr);

    void setSection(const PanelSection& section, bool searching);
    const SectionRef& id() const { return m_id; }
    QList<QWidget*> tabStops() const;
    /// Shows a field for another name.
    void rename();
    QToolButton& menuButton() { return *m_menuButton; }
    /// Where devices are chosen; hidden where there is no choice.
    QToolButton& devicesButton() { return *m_devices; }

signals:
    void activated();
    void collapseRequested(bool collapsed);
    /// A name was entered; empty: as it is called by itself.
    void renamed(const QString& name);
    void menuRequested(const QPoint& globalPlace);
    void devicesRequested();
    /// By that many places down.
    void moveRequested(int by);
    void dragged(const QPoint& globalPlace);
    void dropped(const QPoint& globalPlace);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void showDevices(const PanelSection& section);
    bool toggleKey(const QKeyEvent& event);
    void endRenaming(bool accept);

    Theme& m_theme;
    SectionRef m_id;
    QString m_title;
    bool m_collapsed = false;
    QToolButton* m_toggle;
    QLineEdit* m_name;
    QLabel* m_count;
    QToolButton* m_devices;
    QToolButton* m_menuButton;
    std::optional<QPoint> m_held;
    bool m_dragging = false;
};

} // namespace runglass
