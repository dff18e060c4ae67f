// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ExportDialog.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace runglass
{

namespace
{

constexpr int kInset = 16;
constexpr int kWidth = 440;

/// "On screen (1,234)"
QString counted(const QString& text, int count)
{
    return QStringLiteral("%1 (%2)").arg(text, QLocale().toString(count));
}

} // namespace

ExportDialog::ExportDialog(const Counts& counts, const ExportChoice& usual, QWidget* parent)
    : QDialog(parent)
    , m_note(new QLabel(this))
{
    using Runs = ExportChoice::Runs;
    using Format = RunExport::Format;
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export runs"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(12);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(16);
    form->setHorizontalSpacing(16);
    m_runs = addChoice(form, tr("Runs"),
                       {{static_cast<int>(Runs::Selected), counted(tr("Selected"), counts.selected),
                         tr("The runs that are ticked, or the rows that are marked"), counts.selected > 0},
                        {static_cast<int>(Runs::OnScreen), counted(tr("On screen"), counts.onScreen),
                         tr("The table as it stands: pinned runs too, nothing of folded groups"), counts.onScreen > 0},
                        {static_cast<int>(Runs::Matching), counted(tr("All that match"), counts.matching),
                         tr("Every run of this project that search and filter let pass"), counts.matching > 0}},
                       static_cast<int>(usual.runs));
    m_columns = addChoice(form, tr("Columns"),
                          {{0, counted(tr("Visible columns"), counts.visibleColumns),
                            tr("The columns of the table, in their order"), true},
                           {1, counted(tr("All columns"), counts.allColumns),
                            tr("The run path, every field, and every config and summary key"), true}},
                          usual.allColumns ? 1 : 0);
    m_format = addChoice(form, tr("Format"),
                         {{static_cast<int>(Format::Csv), tr("CSV"), tr("A table, for spreadsheets and pandas"), true},
                          {static_cast<int>(Format::JsonLines), tr("JSON lines"), tr("One JSON object a line"), true}},
                         static_cast<int>(usual.format));
    layout->addLayout(form);
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_note);
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* next = buttons->addButton(tr("Choose file…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    next->setEnabled(m_runs->checkedButton() != nullptr);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QButtonGroup::idToggled, this, &ExportDialog::explain);
    explain();
    resize(kWidth, sizeHint().height());
}

QButtonGroup* ExportDialog::addChoice(QFormLayout* form, const QString& name, const std::vector<Option>& options,
                                      int usual)
{
    auto* group = new QButtonGroup(this);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    for (const Option& option : options) {
        auto* button = new QRadioButton(option.text, this);
        button->setToolTip(option.toolTip);
        button->setAccessibleDescription(name + QStringLiteral(": ") + option.toolTip);
        button->setEnabled(option.isThere);
        group->addButton(button, option.value);
        column->addWidget(button);
    }
    const QList<QAbstractButton*> buttons = group->buttons();
    QAbstractButton* chosen = group->button(usual);
    for (QAbstractButton* button : buttons)
        if (!chosen || !chosen->isEnabled())
            chosen = button;
    if (chosen && chosen->isEnabled())
        chosen->setChecked(true);
    auto* title = new QLabel(name, this);
    title->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(title, column);
    return group;
}

void ExportDialog::explain()
{
    const bool csv = m_format->checkedId() == static_cast<int>(RunExport::Format::Csv);
    m_note->setText(
        csv ? tr("UTF-8, numbers with every digit, times in UTC. A text that a spreadsheet would take for a "
                 "formula begins with '.")
            : tr("Each line holds a run whole, as \"runglass list --json\" prints it; visible columns are "
                 "added to it."));
}

ExportChoice ExportDialog::choice() const
{
    return {static_cast<ExportChoice::Runs>(m_runs->checkedId()), m_columns->checkedId() == 1,
            static_cast<RunExport::Format>(m_format->checkedId())};
}

} // namespace runglass
