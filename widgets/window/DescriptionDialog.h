// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <vector>

namespace runglass
{

class DescriptionEditor;

/// Writes the description of one run or of many. A text that is not saved is not lost without a question.
/// @thread GUI
class DescriptionDialog : public QDialog
{
    Q_OBJECT

public:
    DescriptionDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent = nullptr);

    /// Asks before a changed text goes.
    void reject() override;

private:
    void save(const QString& text);
    void onFinished(quint64 command, const CommandReport& report);

    Context& m_context;
    std::vector<RunRef> m_runs;
    DescriptionEditor* m_editor;
    quint64 m_saving = 0;
};

} // namespace runglass
