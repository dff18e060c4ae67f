// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

namespace runglass
{

class Theme;

/// A panel over the window's content, below the control that it belongs to. A child of the window, not a popup: popups
/// are left out of the accessibility tree. Closes by Esc, by a click beside it and when the focus goes elsewhere in the
/// window; Tab stays in it.
/// @thread GUI
class Popover : public QFrame
{
    Q_OBJECT

public:
    /// @param owner  a widget of the window that it is to lie in: when it is hidden the popover closes
    Popover(Theme& theme, const QString& name, QWidget* owner);
    ~Popover() override;

    /// Shows it below a control, from whose edge it begins, as far as the window has room, and gives it the focus.
    void openBelow(QWidget* control);
    /// Hides it. The focus goes back to where it was, if it is still in here.
    void dismiss();

signals:
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    /// What has the focus when it opens; null: the first that can have it.
    virtual QWidget* firstFocus() const { return nullptr; }

private:
    void place();
    bool holds(const QObject* object) const;

    Theme& m_theme;
    QPointer<QWidget> m_owner;
    QPointer<QWidget> m_control;
    QPointer<QWidget> m_focusBefore;
};

} // namespace runglass
