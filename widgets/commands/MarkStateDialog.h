// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunCommand.h"
#include "models/table/RunTable.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace runglass
{

/// Asks what the state of runs is, where a person knows better than what they have logged, and why; or takes that back.
/// @thread GUI
class MarkStateDialog : public QDialog
{
    Q_OBJECT

public:
    MarkStateDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent = nullptr);

    /// What was chosen.
    RunCommand::Edit edit() const;

private:
    void addStates(QVBoxLayout& layout, const RunTable& table, const std::vector<RunRef>& runs);
    void addReason(QVBoxLayout& layout);
    QWidget* makeButtons();
    void follow();

    Context& m_context;
    QButtonGroup* m_states; ///< by RunState; kUnmarked: as the source says
    QLineEdit* m_reason = nullptr;
    QPushButton* m_mark = nullptr;
};

} // namespace runglass
