// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace runglass
{

/// How far a work that somebody asked for has come, in words and as a bar, with a button that cancels it. There only
/// while there is such a work, and not for one that is done at once.
/// @thread GUI
class WorkProgress : public QWidget
{
    Q_OBJECT

public:
    explicit WorkProgress(QWidget* parent = nullptr);

    /// Tells of the work that watcher watches until that has ended.
    /// @param name    of the bar, for those who do not see it
    /// @param cancel  the button's text: what it cancels
    /// @param words   says how far it is
    void follow(QFutureWatcherBase* watcher, const QString& name, const QString& cancel,
                std::function<QString(int done, int total)> words);

private:
    void refresh();

    QLabel* m_label;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_delay; ///< shorter work shows nothing
    QPointer<QFutureWatcherBase> m_watcher;
    std::function<QString(int, int)> m_words;
};

} // namespace runglass
