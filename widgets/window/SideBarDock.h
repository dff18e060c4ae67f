// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QSplitter;

namespace runglass
{

class SideBar;

/// The window's inside: side bar and content, side by side. Where there is little room the side bar gives its place to
/// the content and comes back as an overlay when it is asked for.
/// @thread GUI
class SideBarDock : public QWidget
{
    Q_OBJECT

public:
    /// Narrower than this the side bar is an overlay.
    static constexpr int kDockedFrom = 1100;

    SideBarDock(SideBar* sideBar, QWidget* content, QWidget* parent = nullptr);
    ~SideBarDock() override;

    /// Shows or hides it: beside the content, or over it while there is little room.
    void setShown(bool shown);
    bool isShown() const;
    bool isOverlay() const { return m_isOverlay; }
    /// Whether it stands beside the content where there is room, now or later.
    void setDocked(bool docked);
    bool isDocked() const { return m_isDocked; }
    /// Widths of side bar and content as they are, or were while there was room.
    QList<int> columns() const;
    void setColumns(const QList<int>& widths);
    /// Closes an overlay; a side bar in its place stays.
    void closeOverlay();

signals:
    void shownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setOverlay(bool overlay);
    void place();
    void openOverlay();
    bool isInside(const QWidget* pane, const QObject* object) const;

    SideBar* m_sideBar;
    QWidget* m_content;
    QSplitter* m_splitter;
    QWidget* m_edge;
    QPointer<QWidget> m_focusBefore;
    QList<int> m_columns;
    bool m_isOverlay = false;
    bool m_isDocked = true;
};

} // namespace runglass
