// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/DescriptionDialog.h"

#include "models/items/CommandText.h"
#include "models/items/RunText.h"
#include "widgets/overview/DescriptionEditor.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace runglass
{

namespace
{

constexpr int kWidth = 600, kHeight = 360;

std::string notesOf(const RunTable& table, const RunRef& run)
{
    const auto row = table.rowOf(run);
    const Value notes = row ? table.field(Field::Notes).value(*row) : Value();
    return notes.isText() ? notes.text() : std::string();
}

/// What all of them say; empty where they differ.
QString commonNotes(const RunTable& table, const std::vector<RunRef>& runs)
{
    const std::string first = notesOf(table, runs.front());
    for (const RunRef& run : runs)
        if (notesOf(table, run) != first)
            return {};
    return QString::fromStdString(first);
}

} // namespace

DescriptionDialog::DescriptionDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_runs(runs)
    , m_editor(new DescriptionEditor(context.theme, this))
{
    setObjectName(QStringLiteral("descriptionDialog"));
    setWindowTitle(tr("Edit description"));
    const RunTable& table = *context.session.list()->table;
    const auto row = runs.size() == 1 ? table.rowOf(runs.front()) : std::nullopt;
    auto* about = new QLabel(row ? tr("Description of %1").arg(nameText(table, *row))
                                 : tr("One description for %n run(s), in the place of what each of them has", nullptr,
                                      static_cast<int>(runs.size())),
                             this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addWidget(m_editor, 1);
    resize(kWidth, kHeight);
    connect(m_editor, &DescriptionEditor::saved, this, &DescriptionDialog::save);
    connect(m_editor, &DescriptionEditor::canceled, this, &DescriptionDialog::reject);
    connect(&context.session, &Session::commandFinished, this, &DescriptionDialog::onFinished);
    m_editor->begin(commonNotes(table, runs));
}

void DescriptionDialog::save(const QString& text)
{
    if (m_saving != 0)
        return;
    RunCommand command;
    command.kind = RunCommand::Kind::Edit;
    command.edit.notes = text.toStdString();
    m_saving = m_context.session.perform(command, m_runs);
}

void DescriptionDialog::onFinished(quint64 command, const CommandReport& report)
{
    if (command != m_saving)
        return;
    m_saving = 0;
    if (report.done() > 0 || report.failed() == 0)
        return accept();
    m_editor->sayProblem(
        //: %1 is the reason
        tr("The description was not saved: %1 Your text is kept.").arg(failureText(*report.outcomes.front().error)));
}

void DescriptionDialog::reject()
{
    if (!m_editor->isChanged())
        return QDialog::reject();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Edit description"), tr("Throw away what was written?"),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("discardDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* discard = box->addButton(tr("Throw away"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

} // namespace runglass
