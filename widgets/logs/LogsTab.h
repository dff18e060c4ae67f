// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogDocument.h"
#include "widgets/overview/RunPage.h"

class QAction;
class QButtonGroup;
class QLabel;
class QPushButton;

namespace runglass
{

class ActionBar;
class FindBar;
class LogView;

/// Everything the chosen run printed, as a terminal would show it.
class LogsTab : public RunPage
{
    Q_OBJECT

public:
    explicit LogsTab(Context& context, QWidget* parent = nullptr);

    /// For the window's Find command.
    void openFind();
    /// Selects the lines of the current run's traceback, also when its log is not there yet.
    void showTraceback(const QString& traceback);

protected:
    void load(const RunRef& run) override;

private:
    void fillBar(ActionBar* bar);
    void addStreamButtons(ActionBar* bar);
    QAction* addToggle(ActionBar* bar, const QString& name, const QString& icon, const QString& toolTip);
    void addJump(QWidget* content);
    void showDocument(std::shared_ptr<const LogDocument> document);
    void showCount();
    void showWanted();
    bool isRunning() const;
    void showFollowing();
    void placeJump();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void download();

    LogView* m_view;
    FindBar* m_find;
    QLabel* m_count = nullptr;
    QButtonGroup* m_streams = nullptr;
    QAction* m_times = nullptr;
    QAction* m_follow = nullptr;
    QPushButton* m_jump = nullptr; ///< over the log's last lines, where they are not followed
    QAction* m_download;
    QString m_runName;
    std::optional<RunRef> m_logged;                         ///< whose log the view shows
    std::optional<std::pair<RunRef, std::string>> m_wanted; ///< a run's traceback that is to be shown
};

} // namespace runglass
