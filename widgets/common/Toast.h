// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace runglass
{

class Theme;

/// A bar over the bottom of the content that says what was done, with what can be done about it ("Undo"). Stays for ten
/// seconds, longer while the pointer is over it or the focus in it. It takes no focus by itself.
/// @thread GUI
class Toast : public QFrame
{
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QString toolTip;
        std::function<void()> act;
    };

    /// @param content  what it lies over, at the bottom centre
    Toast(Theme& theme, QWidget* content);

    /// In place of what it said before. A choice closes it.
    void say(const QString& text, const QList<Choice>& choices = {});
    QString text() const;
    void dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    void followTheme();
    void leaveInTime();

    Theme& m_theme;
    QLabel* m_text;
    QHBoxLayout* m_layout;
    QToolButton* m_close;
    QList<QToolButton*> m_choices;
    QTimer m_end;
};

} // namespace runglass
