// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/common/EmptyState.h"

namespace runglass
{

class Session;
struct SourceInfo;
class WindowActions;

/// What the window shows in place of the tabs when what is open holds no run: why, and what can be done.
/// @thread GUI
class SourceStatePage : public EmptyState
{
    Q_OBJECT

public:
    SourceStatePage(Context& context, WindowActions& actions, QWidget* parent = nullptr);

    /// The source of which there is something to say in place of the tabs; null: there is none.
    static const SourceInfo* subject(const Session& session);
    void tellOf(const SourceInfo& source);

signals:
    void removeRequested(int source);

private:
    Context m_context;
    WindowActions& m_actions;
    QAction* m_retry;
    QAction* m_remove;
    QAction* m_copyDetails;
    int m_source = 0;
    QString m_details, m_title, m_line;
};

} // namespace runglass
