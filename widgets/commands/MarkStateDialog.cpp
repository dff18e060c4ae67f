// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/MarkStateDialog.h"

#include "models/items/Format.h"
#include "models/items/RunText.h"
#include "models/session/Session.h"
#include "widgets/common/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 16;
constexpr int kWidth = 480;
constexpr int kLongestReason = 500;
/// Besides the states.
constexpr int kUnmarked = 100;
constexpr RunState kStates[] = {RunState::Finished, RunState::Failed, RunState::Crashed, RunState::Killed};

bool isMarked(const RunTable& table, const RunRef& run)
{
    const auto row = table.rowOf(run);
    const StateNote* const note = row ? table.stateNote(*row) : nullptr;
    return note && isMarkReason(note->reason);
}

QString shownName(const RunTable& table, const RunRef& run)
{
    const auto row = table.rowOf(run);
    return row ? nameText(table, *row) : QString::fromStdString(run.path.id);
}

QLabel* quietText(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

MarkStateDialog::MarkStateDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_states(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("markStateDialog"));
    setWindowTitle(tr("Mark state"));
    const RunTable& table = *context.session.list()->table;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(10);
    auto* title = new QLabel(runs.size() == 1
                                 //: %1 is a run's name
                                 ? tr("Mark %1 as").arg(shownName(table, runs.front()))
                                 : tr("Mark %n run(s) as", nullptr, static_cast<int>(runs.size())),
                             this);
    title->setObjectName(QStringLiteral("markTitle"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() + 1);
    title->setFont(strong);
    layout->addWidget(title);
    addStates(*layout, table, runs);
    addReason(*layout);
    layout->addWidget(quietText(tr("What the run has logged is not changed. The mark goes by itself when the run "
                                   "says something new."),
                                this));
    layout->addWidget(makeButtons());
    setMinimumWidth(kWidth);
    follow();
    adjustSize();
}

void MarkStateDialog::addStates(QVBoxLayout& layout, const RunTable& table, const std::vector<RunRef>& runs)
{
    auto* states = new QVBoxLayout;
    states->setSpacing(4);
    for (const RunState state : kStates) {
        auto* choice = new QRadioButton(format::state(state), this);
        choice->setIcon(m_context.theme.stateIcon(state));
        choice->setObjectName(QStringLiteral("markAs-") + QString::fromLatin1(toName(state).data()));
        choice->setToolTip(tr("Show the state as %1, until the run says something new").arg(format::state(state)));
        m_states->addButton(choice, static_cast<int>(state));
        states->addWidget(choice);
    }
    const bool anyMarked =
        std::any_of(runs.begin(), runs.end(), [&table](const RunRef& run) { return isMarked(table, run); });
    if (anyMarked) {
        auto* choice = new QRadioButton(tr("Not marked: as it was found"), this);
        choice->setObjectName(QStringLiteral("markAs-none"));
        choice->setToolTip(tr("Take the mark back"));
        m_states->addButton(choice, kUnmarked);
        states->addWidget(choice);
    }
    // Most are marked since their computer died.
    m_states->button(anyMarked ? kUnmarked : static_cast<int>(RunState::Crashed))->setChecked(true);
    connect(m_states, &QButtonGroup::idToggled, this, &MarkStateDialog::follow);
    layout.addLayout(states);
}

void MarkStateDialog::addReason(QVBoxLayout& layout)
{
    auto* label = new QLabel(tr("Reason (may be empty)"), this);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("markReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setToolTip(tr("Shown beside the state"));
    m_reason->setPlaceholderText(tr("For example: the computer lost power"));
    m_reason->setMaxLength(kLongestReason);
    label->setBuddy(m_reason);
    auto* reason = new QVBoxLayout;
    reason->setSpacing(4);
    reason->addWidget(label);
    reason->addWidget(m_reason);
    layout.addLayout(reason);
}

QWidget* MarkStateDialog::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("cancelMark"));
    cancel->setAutoDefault(false);
    m_mark = new QPushButton(foot);
    m_mark->setObjectName(QStringLiteral("confirmMark"));
    m_mark->setDefault(true);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_mark);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_mark, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

void MarkStateDialog::follow()
{
    const bool marks = m_states->checkedId() != kUnmarked;
    m_reason->setEnabled(marks);
    if (m_mark)
        m_mark->setText(marks ? tr("Mark") : tr("Take mark back"));
}

RunCommand::Edit MarkStateDialog::edit() const
{
    RunCommand::Edit edit;
    if (m_states->checkedId() == kUnmarked)
        edit.takesMarkBack = true;
    else
        edit.mark = StateMark{
            static_cast<RunState>(m_states->checkedId()), m_reason->text().simplified().toStdString(), {}, {}};
    return edit;
}

} // namespace runglass
