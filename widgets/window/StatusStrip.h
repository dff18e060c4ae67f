// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace runglass
{

class ElidedLabel;
class Session;
class Theme;
class WorkProgress;

/// The line at the bottom: what is loaded, or how far reading has come, with Cancel; what is shown; problems met.
/// @thread GUI
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    StatusStrip(Session& session, Theme& theme, QWidget* parent = nullptr);

    /// Says something for a while in place of the counts: a refusal, a result.
    void say(const QString& text);
    /// Where a work that somebody asked for tells how far it is.
    WorkProgress& work() const { return *m_work; }
    /// Whether nothing new is looked for by itself.
    void setPaused(bool paused);

    /// What is said of the recorder at the right end; empty: nothing.
    void setRecorder(const QString& text, const QString& toolTip, bool isWrong, bool isOn);

signals:
    void problemsRequested();
    void recorderRequested();

private:
    void layOut();
    void follow();
    void refresh();
    void showProgress(bool busy);
    QString mainText(bool busy) const;
    QString countsText() const;

    Session& m_session;
    Theme& m_theme;
    QLabel* m_main;
    QLabel* m_dot;
    ElidedLabel* m_counts;
    QToolButton* m_problems;
    QToolButton* m_recorder;
    WorkProgress* m_work;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTimer m_progressDelay, m_messageEnd;
    QString m_message;
    bool m_canceled = false;
    bool m_paused = false;
};

} // namespace runglass
