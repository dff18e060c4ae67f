// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/CommandRunner.h"
#include "models/table/RunTable.h"

#include <QDialog>

namespace runglass
{

/// Which runs a command was not carried out on, and why.
/// @thread GUI
class FailuresDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param title  what was wanted
    /// @param table  tells how the runs are called
    FailuresDialog(const QString& title, const CommandReport& report, const RunTable& table, QWidget* parent = nullptr);
};

} // namespace runglass
