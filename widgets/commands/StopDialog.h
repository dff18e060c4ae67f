// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <map>
#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace runglass
{

class NoteStrip;

/// Asks whether runs are to be stopped: says whose process gets the interrupt, which other runs end with it, and what
/// speaks against it. A run whose process cannot be proved is refused, with the reason.
/// @thread GUI
class StopDialog : public QDialog
{
    Q_OBJECT

public:
    StopDialog(Context& context, std::vector<RunRef> runs, QWidget* parent = nullptr);

    /// What was confirmed: a Stop for each run that can be stopped, of the process that was shown.
    std::vector<RunTask> tasks() const;

private:
    struct Asked {
        RunRef run;
        std::optional<Result<StopPlan>> plan; ///< unset: awaited
    };

    QWidget* makeHead();
    void makeDetails();
    void makeList();
    QWidget* makeButtons();
    void take(std::size_t place, const Result<StopPlan>& plan);
    void showDetails(const StopPlan& plan);
    void showRow(std::size_t place);
    void conclude();
    void addLine(const QString& label, const QString& value, bool isFixed);
    QString nameOf(const RunRef& run) const;
    /// At most a few of them are named.
    static QString namesOf(const std::vector<std::string>& ids);
    std::size_t stoppable() const;

    Context& m_context;
    std::vector<Asked> m_asked;
    std::size_t m_awaited = 0;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_details = nullptr; ///< of one run
    QGridLayout* m_lines = nullptr;
    NoteStrip* m_others = nullptr;
    NoteStrip* m_ignores = nullptr;
    QCheckBox* m_group = nullptr;
    QLabel* m_groupReason = nullptr;
    QTableWidget* m_list = nullptr; ///< of several
    QPushButton* m_stop = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace runglass
