// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"
#include "widgets/window/Problems.h"

#include <QDialog>

class QTableWidget;

namespace runglass
{

/// Everything that could not be read: where, file, byte, cause. The runs' warnings come in as their documents are read.
/// @thread GUI
class ProblemsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProblemsDialog(Context& context, QWidget* parent = nullptr);

    /// All lines as text, for a report.
    QString details() const;

private:
    void add(const Problem& problem);

    QTableWidget* m_table;
};

} // namespace runglass
