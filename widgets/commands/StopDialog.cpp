// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/StopDialog.h"

#include "models/items/CommandText.h"
#include "models/items/RunText.h"
#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/ButtonTone.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kWidth = 600;
constexpr int kMostRows = 8;
constexpr int kLabelWidth = 88;
constexpr qsizetype kLength = 2000;
constexpr int kMostNamed = 8;

/// Without a process the recorder passes the wish on.
bool isPassedOn(const StopPlan& plan)
{
    return plan.process.pid == 0;
}

} // namespace

StopDialog::StopDialog(Context& context, std::vector<RunRef> runs, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_awaited(runs.size())
{
    setObjectName(QStringLiteral("stopDialog"));
    setWindowTitle(tr("Stop run"));
    for (RunRef& run : runs)
        m_asked.push_back({std::move(run), std::nullopt});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    m_others = new NoteStrip(context.theme, this);
    m_others->setObjectName(QStringLiteral("otherRuns"));
    m_ignores = new NoteStrip(context.theme, this);
    m_ignores->setObjectName(QStringLiteral("ignoresInterrupt"));
    makeDetails();
    makeList();
    layout->addWidget(m_details);
    layout->addWidget(m_list);
    layout->addWidget(m_others);
    layout->addWidget(m_ignores);
    layout->addWidget(makeButtons());
    setMinimumWidth(kWidth);
    for (std::size_t place = 0; place < m_asked.size(); ++place)
        whenAnswered(this, context.session.planStop(m_asked[place].run),
                     [this, place](const Result<StopPlan>& plan) { take(place, plan); });
}

QString StopDialog::nameOf(const RunRef& run) const
{
    const RunTable& table = *m_context.session.list()->table;
    const auto row = table.rowOf(run);
    return row ? nameText(table, *row) : visibleExcerpt(run.path.id, kLength);
}

QString StopDialog::namesOf(const std::vector<std::string>& ids)
{
    QStringList names;
    const auto count = static_cast<int>(ids.size());
    for (int i = 0; i < std::min(count, kMostNamed); ++i)
        names.append(visibleExcerpt(ids[static_cast<std::size_t>(i)], 64));
    if (count > kMostNamed)
        names.append(tr("and %n more", nullptr, count - kMostNamed));
    return names.join(QStringLiteral(", "));
}

QWidget* StopDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* icon = new QLabel(head);
    icon->setPixmap(
        m_context.theme.icon(QStringLiteral("stop"), Theme::Token::Danger).pixmap(QSize(24, 24), devicePixelRatioF()));
    const auto count = static_cast<int>(m_asked.size());
    m_title = new QLabel(
        count == 1 ? tr("Stop \"%1\"?").arg(nameOf(m_asked.front().run)) : tr("Stop %n run(s)?", nullptr, count), head);
    m_title->setObjectName(QStringLiteral("stopTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() + 1);
    m_title->setFont(strong);
    m_text = new QLabel(tr("Looking for the process…"), head);
    m_text->setObjectName(QStringLiteral("stopText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_text);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return head;
}

void StopDialog::makeDetails()
{
    m_details = new QWidget(this);
    m_lines = new QGridLayout(m_details);
    m_lines->setContentsMargins(36, 0, 0, 0);
    m_lines->setVerticalSpacing(2);
    m_lines->setHorizontalSpacing(8);
    m_lines->setColumnMinimumWidth(0, kLabelWidth);
    m_lines->setColumnStretch(1, 1);
    m_group = new QCheckBox(m_details);
    m_group->setObjectName(QStringLiteral("wholeGroup"));
    m_group->hide();
    m_groupReason = new QLabel(m_details);
    m_groupReason->setObjectName(QStringLiteral("groupReason"));
    m_groupReason->setTextFormat(Qt::PlainText);
    m_groupReason->setWordWrap(true);
    m_groupReason->setForegroundRole(QPalette::PlaceholderText);
    m_groupReason->hide();
    m_details->hide();
}

void StopDialog::makeList()
{
    m_list = new QTableWidget(static_cast<int>(m_asked.size()), 2, this);
    m_list->setObjectName(QStringLiteral("runsToStop"));
    m_list->setAccessibleName(tr("Runs to stop"));
    m_list->setHorizontalHeaderLabels({tr("Run"), tr("What is interrupted")});
    m_list->verticalHeader()->hide();
    const int height = std::max(26, fontMetrics().height() + 8);
    m_list->verticalHeader()->setDefaultSectionSize(height);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->setColumnWidth(0, 160);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setTabKeyNavigation(false);
    const int rows = std::clamp(m_list->rowCount(), 1, kMostRows);
    const int rowHeight = std::max(height, m_list->verticalHeader()->sectionSize(0));
    m_list->setFixedHeight((rows + 1) * rowHeight + 2 * m_list->frameWidth() + 6);
    for (int row = 0; row < m_list->rowCount(); ++row) {
        m_list->setItem(row, 0, new QTableWidgetItem(nameOf(m_asked[static_cast<std::size_t>(row)].run)));
        m_list->setItem(row, 1, new QTableWidgetItem(QStringLiteral("…")));
    }
    if (m_list->rowCount() > 0)
        m_list->setCurrentCell(0, 0);
    m_list->setVisible(m_asked.size() > 1);
}

QWidget* StopDialog::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_cancel->setObjectName(QStringLiteral("cancelStop"));
    m_cancel->setAutoDefault(false);
    m_stop = new QPushButton(m_context.theme.icon(QStringLiteral("stop"), Theme::Token::OnDanger), tr("Stop"), foot);
    m_stop->setObjectName(QStringLiteral("confirmStop"));
    m_stop->setToolTip(tr("Send one interrupt, as Ctrl+C does"));
    m_stop->setEnabled(false);
    m_stop->setDefault(true);
    setButtonTone(*m_stop, ButtonTone::Danger);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_stop);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

std::size_t StopDialog::stoppable() const
{
    return static_cast<std::size_t>(std::count_if(m_asked.begin(), m_asked.end(),
                                                  [](const Asked& asked) { return asked.plan && asked.plan->ok(); }));
}

void StopDialog::take(std::size_t place, const Result<StopPlan>& plan)
{
    m_asked[place].plan = plan;
    --m_awaited;
    if (m_asked.size() > 1)
        showRow(place);
    if (m_awaited == 0)
        conclude();
}

void StopDialog::addLine(const QString& label, const QString& value, bool isFixed)
{
    const int row = m_lines->rowCount();
    auto* name = new QLabel(label, m_details);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto* field = new QLineEdit(value, m_details);
    field->setReadOnly(true);
    field->setFrame(false);
    field->setAccessibleName(label);
    field->setToolTip(literalToolTip(value));
    field->setCursorPosition(0);
    QPalette colours = field->palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    field->setPalette(colours);
    if (isFixed)
        field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    name->setBuddy(field);
    m_lines->addWidget(name, row, 0);
    m_lines->addWidget(field, row, 1);
}

void StopDialog::showDetails(const StopPlan& plan)
{
    if (!plan.script.empty())
        addLine(tr("Script"), visibleExcerpt(plan.script, kLength), true);
    if (!isPassedOn(plan))
        //: %1 is the number of a process, %2 a user
        addLine(tr("Process"), tr("%1 of %2").arg(plan.process.pid).arg(visibleExcerpt(plan.user, 200)), false);
    if (!plan.host.empty())
        addLine(tr("Host"), visibleExcerpt(plan.host, 200), false);
    m_details->show();
    if (!plan.otherRuns.empty())
        m_others->setText(tr("This process writes %n more run(s), which end with it: %1", nullptr,
                             static_cast<int>(plan.otherRuns.size()))
                              .arg(namesOf(plan.otherRuns)));
    if (plan.ignoresInterrupt)
        m_ignores->setText(tr("The script ignores interrupts: it may well go on."));
    const int row = m_lines->rowCount();
    if (plan.group.size() > 1) {
        m_group->setText(tr("Interrupt the %n other process(es) of its group too", nullptr,
                            static_cast<int>(plan.group.size()) - 1));
        m_group->setToolTip(tr("As Ctrl+C does in a terminal. Each of them was proved to belong to the script."));
        m_lines->addWidget(m_group, row, 0, 1, 2);
        m_group->show();
    } else if (!plan.groupReason.empty()) {
        //: %1 is the reason
        m_groupReason->setText(tr("Its process group is left alone: %1").arg(refusalText(plan.groupReason)));
        m_lines->addWidget(m_groupReason, row, 0, 1, 2);
        m_groupReason->show();
    }
}

void StopDialog::showRow(std::size_t place)
{
    const Result<StopPlan>& plan = *m_asked[place].plan;
    QString text = plan ? QString() : failureText(plan.error());
    if (plan && isPassedOn(*plan))
        text = tr("The script asks for it by itself");
    else if (plan)
        //: %1 is a command line, %2 the number of a process, %3 a host
        text = tr("%1 (process %2 on %3)")
                   .arg(visibleExcerpt(plan->script, kLength))
                   .arg(plan->process.pid)
                   .arg(visibleExcerpt(plan->host, 200));
    QTableWidgetItem* item = m_list->item(static_cast<int>(place), 1);
    item->setText(text);
    item->setToolTip(literalToolTip(text));
    if (!plan)
        for (int column = 0; column < 2; ++column)
            m_list->item(static_cast<int>(place), column)->setForeground(m_context.theme.color(Theme::Token::Muted));
}

/// All is known: what is said above, what can be pressed.
void StopDialog::conclude()
{
    const std::size_t count = stoppable();
    m_stop->setEnabled(count > 0);
    m_stop->setVisible(count > 0);
    if (count == 0) {
        m_cancel->setText(tr("Close"));
        m_cancel->setDefault(true);
        m_cancel->setFocus(Qt::OtherFocusReason);
        const bool isOne = m_asked.size() == 1;
        m_title->setText(tr("Not stopped"));
        m_text->setText(isOne ? failureText(m_asked.front().plan->error())
                              : tr("None of these runs can be stopped. The list says why."));
        return;
    }
    std::map<ProcessIdentity, const StopPlan*> processes;
    std::vector<std::string> others;
    bool ignores = false, anyPassedOn = false;
    for (const Asked& asked : m_asked) {
        if (!asked.plan->ok())
            continue;
        const StopPlan& plan = **asked.plan;
        anyPassedOn = anyPassedOn || isPassedOn(plan);
        ignores = ignores || plan.ignoresInterrupt;
        if (!processes.emplace(plan.process, &plan).second)
            continue;
        for (const std::string& other : plan.otherRuns)
            if (std::none_of(m_asked.begin(), m_asked.end(),
                             [&other](const Asked& one) { return one.run.path.id == other; }))
                others.push_back(other);
    }
    m_text->setText(anyPassedOn ? tr("The script asks for this every few seconds; it can take up to 30 s.")
                                : tr("The script gets one interrupt, as with Ctrl+C, and can save before it ends."));
    if (m_asked.size() == 1)
        return showDetails(**m_asked.front().plan);
    m_title->setText(tr("Stop %n run(s)?", nullptr, static_cast<int>(count)));
    if (!others.empty())
        m_others->setText(tr("These processes write %n more run(s), which end with them: %1", nullptr,
                             static_cast<int>(others.size()))
                              .arg(namesOf(others)));
    if (ignores)
        m_ignores->setText(tr("At least one of the scripts ignores interrupts: it may well go on."));
}

std::vector<RunTask> StopDialog::tasks() const
{
    std::vector<RunTask> tasks;
    for (const Asked& asked : m_asked) {
        if (!asked.plan || !asked.plan->ok())
            continue;
        const StopPlan& plan = **asked.plan;
        RunTask task;
        task.run = asked.run;
        task.command.kind = RunCommand::Kind::Stop;
        if (!isPassedOn(plan))
            task.command.stop.process = plan.process;
        task.command.stop.wholeGroup = m_group->isChecked() && plan.group.size() > 1;
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace runglass
