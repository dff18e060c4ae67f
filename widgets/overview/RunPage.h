// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/Context.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QAction;
class QLabel;
class QStackedLayout;

namespace runglass
{

class EmptyState;

/// What the pages that show one run have in common: it follows Session's current run, loads when it is visible, drops
/// answers that come late, and shows in place of its content what is missing, wrong or still being read.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunPage(Context& context, QWidget* parent = nullptr);

    /// The run whose data the content shows; unset while there is none.
    const std::optional<RunRef>& shownRun() const { return m_shown; }
    /// True while an answer is awaited.
    bool isLoading() const { return m_pending > 0; }

signals:
    /// The page shows all that it asked for, or why it cannot.
    void loaded();

protected:
    /// Called once, by the constructor of the page.
    void setContent(QWidget* content);
    /// Ask for everything that the page shows of this run.
    virtual void load(const RunRef& run) = 0;

    Session& session() const { return m_context.session; }
    Theme& theme() const { return m_context.theme; }

    /// Hands a good answer to handler; an error takes the place of the content. Late answers are dropped.
    template <typename T, typename Handler> void ask(Answer<T> answer, Handler handler)
    {
        askQuietly(std::move(answer),
                   [this, then = std::move(handler)](const Result<std::shared_ptr<const T>>& result) {
                       if (result.ok())
                           then(result.value());
                       else
                           showError(result.error());
                   });
    }
    /// The same for futures of any kind: handler gets the result, also when it is an error.
    template <typename T, typename Handler> void askQuietly(const QFuture<T>& future, Handler handler)
    {
        const int generation = m_generation;
        begin();
        whenAnswered(this, future, [this, generation, then = std::move(handler)](const T& result) {
            if (generation != m_generation)
                return;
            then(result);
            end();
        });
    }

    /// How soon after a change of the run its page asks again.
    void setRefreshInterval(std::chrono::milliseconds interval) { m_refresh.setInterval(interval); }
    /// The content is complete enough to be seen.
    void showContent();
    /// Nothing to show, in words.
    void showEmpty(const QString& icon, const QString& title, const QString& line = {});
    void showError(const Error& error);

    void showEvent(QShowEvent* event) override;

private:
    void onCurrentRunChanged();
    void onRunsChanged(const RunChanges& changes);
    void refresh();
    void reload();
    void begin();
    void end();
    void showState();

    Context m_context;
    QStackedLayout* m_stack;
    EmptyState* m_state;
    QLabel* m_reading;
    QWidget* m_content = nullptr;
    QAction* m_retry;
    QAction* m_copyDetails;
    QString m_details;
    QTimer m_slow;    ///< says that it is being read, when that takes long
    QTimer m_refresh; ///< gathers changes of the run
    std::optional<RunRef> m_shown;
    int m_generation = 0;
    int m_pending = 0;
    bool m_isStale = true;
};

} // namespace runglass
