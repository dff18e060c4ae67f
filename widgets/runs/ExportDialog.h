// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RunExport.h"

#include <QDialog>

class QButtonGroup;
class QFormLayout;
class QLabel;

namespace runglass
{

/// What of the runs table a file is to hold.
struct ExportChoice {
    enum class Runs {
        Selected, ///< ticked, else marked
        OnScreen, ///< as the table stands: pinned runs too, nothing of folded groups
        Matching, ///< all that search and filter let pass
    };
    Runs runs = Runs::Matching;
    bool allColumns = false;
    RunExport::Format format = RunExport::Format::Csv;

    bool operator==(const ExportChoice&) const = default;
};

/// Asks which runs are written to a file, what of them and how. Where to is asked after it.
/// @thread GUI
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// How many there are of each; what there is none of cannot be chosen.
    struct Counts {
        int selected = 0, onScreen = 0, matching = 0;
        int visibleColumns = 0, allColumns = 0;
    };

    /// @param usual  what is chosen at first, as far as it is there
    ExportDialog(const Counts& counts, const ExportChoice& usual, QWidget* parent);

    ExportChoice choice() const;

private:
    struct Option {
        int value = 0;
        QString text, toolTip;
        bool isThere = true;
    };
    QButtonGroup* addChoice(QFormLayout* form, const QString& name, const std::vector<Option>& options, int usual);
    void explain();

    QButtonGroup* m_runs;
    QButtonGroup* m_columns;
    QButtonGroup* m_format;
    QLabel* m_note;
};

} // namespace runglass
