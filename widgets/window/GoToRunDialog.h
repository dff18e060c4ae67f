// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FindRuns.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace runglass
{

/// Asks for a run by ID, run path, URL or name, among all open sources. Lists what matches while one types.
/// @thread GUI
class GoToRunDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GoToRunDialog(Context& context, QWidget* parent = nullptr);
    ~GoToRunDialog() override;

    void accept() override;

signals:
    void runChosen(const runglass::RunRef& run);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void take(const FoundRuns& found);
    void list();
    void step(int by);
    void say(const QString& text);
    void choose(const RunRef& run);

    Context& m_context;
    QLineEdit* m_field;
    QLabel* m_message;
    QListWidget* m_list;
    FoundRuns m_found;
    std::vector<RunRef> m_listed;
    CancelToken m_cancel;
    int m_generation = 0;
    bool m_isSearching = false;
    int m_stepsToMake = 0;     ///< asked for while the answer was on its way
    bool m_isToAccept = false; ///< likewise
};

} // namespace runglass
