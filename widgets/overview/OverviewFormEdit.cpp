// SPDX-License-Identifier: GPL-3.0-or-later
// What of the Overview's fields can be changed: editing in place, the originals, the button that stops the run.
#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/run/StateMark.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/ButtonTone.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/DescriptionEditor.h"
#include "widgets/overview/EditableField.h"
#include "widgets/overview/OverviewForm.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/overview/ValueField.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kAfterState = 24; ///< between the word and the button

/// Labels of what can be edited on its line, with their names as edits call them.
constexpr std::array<std::pair<const char*, const char*>, 4> kEditable = {
    {{"Name", "name"}, {"Group", "group"}, {"Job type", "job_type"}, {"Tags", "tags"}}};

std::string editedName(const std::string& label)
{
    const auto* const found =
        std::find_if(kEditable.begin(), kEditable.end(), [&label](const auto& one) { return label == one.first; });
    return found == kEditable.end() ? std::string() : found->second;
}

std::optional<FieldEdit> editOf(const Run& run, const std::string& field)
{
    const auto found = std::find_if(run.edits.begin(), run.edits.end(),
                                    [&field](const FieldEdit& edit) { return edit.field == field; });
    return found == run.edits.end() ? std::nullopt : std::optional(*found);
}

QString textOf(const Run& run, const std::string& field)
{
    return QString::fromStdString(field == "name" ? run.name : field == "group" ? run.group : run.jobType);
}

QToolButton* headButton(const QString& name, const QIcon& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setFixedSize(24, 24);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

EditableField* OverviewForm::makeEditable(const OverviewField& field, const QString& name, QLineEdit* value)
{
    const std::string edited = editedName(field.label);
    if (edited.empty())
        return nullptr;
    const bool isTags = edited == "tags";
    auto* editable = new EditableField(m_theme, name, static_cast<ValueField*>(value),
                                       isTags ? QStringLiteral("plus") : QStringLiteral("pencil"), this);
    if (isTags)
        editable->setEditedElsewhere();
    connect(editable, &EditableField::editRequested, this, &OverviewForm::tagsRequested);
    connect(editable, &EditableField::saved, this,
            [this, edited](const QString& text) { emit fieldSaved(edited, text); });
    connect(editable, &EditableField::restoreRequested, this, [this, edited] { emit restoreRequested(edited); });
    connect(editable, &EditableField::released, this, &OverviewForm::released);
    return editable;
}

void OverviewForm::setEdited(const Row& row, const std::string& label, const Run& run)
{
    if (!row.editable)
        return;
    const std::string edited = editedName(label);
    row.editable->setValue(textOf(run, edited), editOf(run, edited));
}

void OverviewForm::addState(QLineEdit* value, int gridRow)
{
    // As near to its word as in the table.
    auto* state = new QHBoxLayout;
    state->setSpacing(4);
    state->addSpacing(2);
    state->addWidget(m_stateIcon);
    state->addWidget(value, 1);
    if (m_stop) {
        m_stopButton = new ActionButton(m_stop, this);
        m_stopButton->setIcon(m_theme.icon(QStringLiteral("stop"), Theme::Token::Danger));
        setButtonTone(*m_stopButton, ButtonTone::DangerOutline);
        state->addWidget(m_stopButton);
        state->addStretch();
    }
    m_stateRow = state;
    m_stateSpace = state->count() - 1;
    addMark(*state);
    m_grid->addLayout(state, gridRow, 1, 1, 2);
}

void OverviewForm::setStateActions(QAction* stop, QAction* mark)
{
    m_stop = stop;
    m_mark = mark;
}

/// What a person says of the state, as of other fields that can be edited.
void OverviewForm::addMark(QHBoxLayout& row)
{
    if (!m_mark)
        return;
    m_showOwnState =
        headButton(tr("Show state as it was found"), m_theme.icon(QStringLiteral("info"), Theme::Token::Muted), this);
    m_showOwnState->setObjectName(QStringLiteral("showOwnState"));
    m_showOwnState->setCheckable(true);
    m_takeMarkBack = headButton(tr("Take mark back"), m_theme.icon(QStringLiteral("undo")), this);
    m_takeMarkBack->setObjectName(QStringLiteral("takeMarkBack"));
    auto* mark = headButton(tr("Mark state"), m_theme.icon(QStringLiteral("pencil")), this);
    mark->setObjectName(QStringLiteral("markStateButton"));
    connect(m_showOwnState, &QToolButton::toggled, this, &OverviewForm::showOwnState);
    connect(m_takeMarkBack, &QToolButton::clicked, this, [this] {
        m_showOwnState->setChecked(false);
        emit restoreRequested("state");
    });
    connect(mark, &QToolButton::clicked, m_mark, &QAction::trigger);
    const auto follow = [this, mark] {
        mark->setEnabled(m_mark->isEnabled());
        mark->setToolTip(m_mark->toolTip());
    };
    connect(m_mark, &QAction::changed, mark, follow);
    follow();
    for (QToolButton* button : {m_showOwnState, m_takeMarkBack, mark})
        row.addWidget(button);
    m_showOwnState->hide();
    m_takeMarkBack->hide();
}

void OverviewForm::setMark(const Run& run, const RunDetail& detail)
{
    if (!m_showOwnState)
        return;
    const bool isMarked = !markOf(run).isNull();
    if (!isMarked)
        m_showOwnState->setChecked(false);
    m_showOwnState->setVisible(isMarked);
    if (!isMarked)
        return;
    Run own = run;
    takeMarkBack(own);
    m_ownState = overviewFields(own, detail).front();
    m_ownStateIs = own.state;
    QString tip = tr("Marked here. As it was found: %1").arg(visibleText(m_ownState.text));
    if (!m_ownState.reason.empty())
        tip += u'\n' + visibleExcerpt(m_ownState.reason, 1000);
    if (const std::optional<FieldEdit> edit = editOf(run, "state_reason"); edit && !edit->user.empty() && edit->when)
        tip += u'\n' + tr("By %1 at %2").arg(visibleExcerpt(edit->user, 100), format::exactTime(*edit->when));
    m_showOwnState->setToolTip(literalToolTip(tip));
    m_showOwnState->setAccessibleDescription(tip);
    if (m_showOwnState->isChecked())
        showOwnState(true);
}

void OverviewForm::showOwnState(bool shown)
{
    m_takeMarkBack->setVisible(shown);
    if (!shown) {
        emit released();
        return;
    }
    const auto row = m_rows.find("State");
    auto* value = static_cast<ValueField*>(row->second.value);
    value->showText(visibleText(m_ownState.text));
    value->setToolTip(literalToolTip(visibleExcerpt(m_ownState.reason, 1000)));
    m_state = m_ownStateIs;
    refreshState();
}

void OverviewForm::setStopping(bool stopping)
{
    m_isStopping = stopping;
    refreshState();
}

void OverviewForm::refreshState()
{
    const auto row = m_rows.find("State");
    if (row != m_rows.end()) {
        auto* value = static_cast<ValueField*>(row->second.value);
        if (m_isStopping)
            value->showText(tr("Stopping…"));
        value->setState(m_isStopping ? RunState::Killed : m_state);
        // The button stands beside the word; without it a reason may take the whole line.
        const bool isShort = m_stopButton && (m_state == RunState::Running || m_isStopping);
        const int words = value->fontMetrics().horizontalAdvance(value->text()) + kAfterState;
        value->setMinimumWidth(isShort ? words : 0);
        value->setMaximumWidth(isShort ? words : QWIDGETSIZE_MAX);
        if (m_stopButton)
            m_stateRow->setStretch(m_stateSpace, isShort ? 1 : 0);
    }
    if (m_stopButton)
        m_stopButton->setVisible(m_state == RunState::Running || m_isStopping);
    followTheme();
}

void OverviewForm::setEditable(const Capability& can)
{
    m_can = can;
    for (auto& [label, row] : m_rows)
        if (row.editable)
            row.editable->setCapability(can);
    if (m_takeMarkBack)
        m_takeMarkBack->setEnabled(can.allowed);
    const QString why = literalToolTip(refusalText(can.reason));
    m_editDescription->setEnabled(can.allowed);
    m_editDescription->setToolTip(can.allowed ? tr("Edit description (F2)") : why);
    m_restoreDescription->setEnabled(can.allowed);
}

QWidget* OverviewForm::makeDescriptionHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(4);
    m_descriptionLabel->setContentsMargins(0, 0, 0, 0);
    m_editDescription = headButton(tr("Edit description"), m_theme.icon(QStringLiteral("pencil")), head);
    m_editDescription->setObjectName(QStringLiteral("editDescriptionButton"));
    m_originalDescription =
        headButton(tr("Show original description"), m_theme.icon(QStringLiteral("info"), Theme::Token::Muted), head);
    m_originalDescription->setCheckable(true);
    m_originalDescription->hide();
    m_restoreDescription =
        headButton(tr("Restore original description"), m_theme.icon(QStringLiteral("restore")), head);
    m_restoreDescription->hide();
    m_draftNote = new QLabel(tr("A text of yours is not saved: the pencil goes on with it."), head);
    m_draftNote->setForegroundRole(QPalette::PlaceholderText);
    m_draftNote->hide();
    layout->addWidget(m_descriptionLabel);
    for (QToolButton* button : {m_editDescription, m_originalDescription, m_restoreDescription})
        layout->addWidget(button);
    layout->addWidget(m_draftNote);
    layout->addStretch(1);
    connect(m_editDescription, &QToolButton::clicked, this, &OverviewForm::descriptionRequested);
    connect(m_originalDescription, &QToolButton::toggled, this, &OverviewForm::showOriginalDescription);
    connect(m_restoreDescription, &QToolButton::clicked, this, [this] {
        m_originalDescription->setChecked(false);
        emit restoreRequested("notes");
    });
    return head;
}

void OverviewForm::setHasDraft(bool has)
{
    m_draftNote->setVisible(has && !isDescriptionEdited());
}

void OverviewForm::setDescriptionEdit(const Run& run)
{
    m_notes = QString::fromStdString(run.notes);
    m_notesEdit = editOf(run, "notes");
    if (!m_notesEdit)
        m_originalDescription->setChecked(false);
    m_originalDescription->setVisible(m_notesEdit && !isDescriptionEdited());
    if (!m_notesEdit)
        return;
    QString tip = tr("Edited here. Show original");
    if (!m_notesEdit->user.empty() && m_notesEdit->when)
        tip += u'\n' +
               tr("By %1 at %2").arg(visibleExcerpt(m_notesEdit->user, 100), format::exactTime(*m_notesEdit->when));
    m_originalDescription->setToolTip(literalToolTip(tip));
}

void OverviewForm::showOriginalDescription(bool shown)
{
    m_restoreDescription->setVisible(shown);
    if (!shown) {
        emit released();
        return;
    }
    const QString original = m_notesEdit ? QString::fromStdString(m_notesEdit->original.text()) : QString();
    m_isDescribed = false;
    m_description->showMarkdown(original.isEmpty() ? tr("There was no description.") : original);
    followTheme();
    fitDescription();
}

bool OverviewForm::isDescriptionEdited() const
{
    return m_editor && !m_editor->isHidden();
}

void OverviewForm::editDescription(const QString& draft)
{
    if (isDescriptionEdited()) {
        m_editor->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_editDescription->isEnabled())
        return;
    if (!m_editor) {
        m_editor = new DescriptionEditor(m_theme, this);
        int at = 0, column = 0, rows = 0, columns = 0;
        m_grid->getItemPosition(m_grid->indexOf(m_description), &at, &column, &rows, &columns);
        m_grid->addWidget(m_editor, at, column, rows, columns);
        connect(m_editor, &DescriptionEditor::saved, this, &OverviewForm::descriptionSaved);
        connect(m_editor, &DescriptionEditor::canceled, this, &OverviewForm::descriptionCanceled);
    }
    m_originalDescription->setChecked(false);
    m_description->hide();
    for (QWidget* widget : {static_cast<QWidget*>(m_editDescription), static_cast<QWidget*>(m_originalDescription),
                            static_cast<QWidget*>(m_draftNote)})
        widget->hide();
    m_editor->show();
    m_editor->begin(m_notes, draft);
}

void OverviewForm::leaveDescription()
{
    if (!isDescriptionEdited())
        return;
    const bool hadFocus = m_editor->isAncestorOf(window()->focusWidget());
    m_editor->hide();
    m_description->show();
    m_editDescription->show();
    m_originalDescription->setVisible(m_notesEdit.has_value());
    if (hadFocus)
        m_editDescription->setFocus(Qt::OtherFocusReason);
}

} // namespace runglass
