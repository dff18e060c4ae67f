// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/common/Context.h"

#include <QFutureInterface>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

class QWidget;

namespace runglass
{

class StatusStrip;
class Toast;

/// Says how far commands for runs are and what became of them: progress with Cancel, a toast with Undo, a list of the
/// runs that were left as they are. Of commands begun anywhere in the window.
/// @thread GUI; belongs to the window
class CommandFeedback : public QObject
{
    Q_OBJECT

public:
    struct Undo {
        std::function<bool(quint64 command)> isOwn; ///< whether a command takes another one back
        std::function<void()> undo;                 ///< takes back the last one
    };

    CommandFeedback(Context& context, StatusStrip& status, Toast& toast, Undo undo, QWidget* window);
    ~CommandFeedback() override;

private:
    struct Work;

    void onProgressed(quint64 command, int done, int total);
    void onFinished(quint64 command, const CommandReport& report);
    void tell(quint64 command, const CommandReport& report);
    void showFailures(const CommandReport& report);

    Context& m_context;
    StatusStrip& m_status;
    Toast& m_toast;
    Undo m_undo;
    QWidget* m_window;
    std::map<quint64, std::unique_ptr<Work>> m_work;
};

} // namespace runglass
