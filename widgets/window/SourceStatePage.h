// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/common/EmptyState.h"

namespace runglass
{

struct SourceInfo;
class WindowActions;

/// What the window shows in place of the tabs when what is open holds no run: why, and what can be done.
/// @thread GUI
class SourceStatePage : public EmptyState
{
    Q_OBJECT

public:
    SourceStatePage(Context& context, WindowActions& actions, QWidget* parent = nullptr);

    /// Whether there is something to say in place of the tabs; then it is shown.
    bool update();

signals:
    void removeRequested(int source);

private:
    void showFailure(const SourceInfo& source);

    Context m_context;
    WindowActions& m_actions;
    QAction* m_retry;
    QAction* m_remove;
    QAction* m_copyDetails;
    int m_source = 0;
    QString m_details, m_title, m_line;
};

} // namespace runglass
