// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunValues.h"
#include "models/session/Session.h"
#include "widgets/common/Context.h"
#include "widgets/common/Popover.h"

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace runglass
{

/// Edits a field of one run or of many: tags to tick and untick, a group or a job type to choose or to write, a name to
/// write. Applies at once; what it changes can be undone.
/// @thread GUI
class RunValuesPopover : public Popover
{
    Q_OBJECT

public:
    enum class Kind { Tags, Group, JobType, Name };

    RunValuesPopover(Context& context, QWidget* owner);
    ~RunValuesPopover() override;

    /// Opens it below a control.
    void ask(Kind kind, std::vector<RunRef> runs, QWidget* control);
    Kind kind() const { return m_kind; }

signals:
    void changed(const runglass::RunCommand::Edit& edit, const std::vector<runglass::RunRef>& runs);

protected:
    QWidget* firstFocus() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void list();
    void append(QListWidgetItem* item);
    void addItem(const RunValue& value);
    void addNewItem(const QString& text);
    void act(const QListWidgetItem& item);
    void actOnText();
    void toggle(const std::string& tag, bool add);
    void set(const std::string& value);
    QString title() const;

    Context m_context;
    QLabel* m_title;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
    Kind m_kind = Kind::Tags;
    std::vector<RunRef> m_runs;
    std::vector<RunValue> m_values;
    CancelToken m_cancel;
    int m_generation = 0;
};

} // namespace runglass
