// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunColour.h"
#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QObject>
#include <QPoint>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace runglass
{

class WindowActions;

/// What gives runs their colours, puts them on top and makes one the baseline: the actions, and what they ask.
/// @thread GUI; belongs to the window
class ColourCommands : public QObject
{
    Q_OBJECT

public:
    using Chosen = std::function<std::vector<RunRef>()>;

    /// @param chosen  the runs that commands are about
    ColourCommands(Context& context, WindowActions& actions, Chosen chosen, QWidget* window);

    /// Which of the actions can be used now, and how they are called.
    void refresh(int chosen);

public slots:
    /// Asks for the colour of one run, beside its dot.
    void askBeside(const runglass::RunRef& run, const QPoint& globalPosition);

private:
    void ask(const std::vector<RunRef>& runs, const std::optional<QPoint>& place);
    void askForColumn();
    void setColour(const std::vector<RunRef>& runs, const std::optional<RunColour>& colour);
    void randomize();
    void reset();
    void togglePinned();
    void toggleBaseline();
    void refreshBaseline(const std::vector<RunRef>& runs) const;
    bool arePinned(const std::vector<RunRef>& runs) const;

    Context& m_context;
    WindowActions& m_actions;
    Chosen m_chosen;
    QWidget* m_window;
};

} // namespace runglass
