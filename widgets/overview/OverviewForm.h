// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunCommand.h"
#include "models/session/Overview.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace runglass
{

class ActionButton;
class DescriptionEditor;
class EditableField;
class SafeTextBrowser;
class Theme;

/// The fields of the Overview: a muted label and a read-only text each, named as its label, to be selected and copied.
/// Name, group, job type, tags and description can be edited where they stand; the form says what is wanted.
class OverviewForm : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewForm(Theme& theme, QWidget* parent = nullptr);

    void setRun(const Run& run, const RunDetail& detail);
    /// Of a run that goes on.
    void setRuntime(double seconds);
    /// Whether the run can be edited, or why not.
    void setEditable(const Capability& can);
    /// In the place of the state: the run was asked to stop, and has not said that it did.
    void setStopping(bool stopping);
    /// Beside the state, each unless it is null: what stops the run, while it is active, and what marks its state.
    /// Borrowed.
    void setStateActions(QAction* stop, QAction* mark);

    /// Begins to write the description.
    /// @param draft  a text that was not saved before; empty: none
    void editDescription(const QString& draft);
    /// Null until something is written.
    DescriptionEditor* descriptionEditor() const { return m_editor; }
    bool isDescriptionEdited() const;
    void leaveDescription();
    /// Says that there is a text of the run that was not saved.
    void setHasDraft(bool has);

signals:
    /// A text was written for a field: "name", "group" or "job_type".
    void fieldSaved(const std::string& field, const QString& text);
    /// The original value of a field is wanted back, by FieldEdit::field.
    void restoreRequested(const std::string& field);
    /// The tags are to be edited beside this button.
    void tagsRequested(QWidget* control);
    void descriptionRequested();
    void descriptionSaved(const QString& text);
    void descriptionCanceled();
    /// A line is free: show the run again.
    void released();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QLabel* label = nullptr;
        QLineEdit* value = nullptr;
        int gridRow = 0;
        EditableField* editable = nullptr;
    };

    Row& row(const OverviewField& field);
    void setLocations(const RunDetail& detail);
    void addCopyButton(const QString& name, int gridRow, const QLineEdit* value);
    void addState(QLineEdit* value, int gridRow);
    EditableField* makeEditable(const OverviewField& field, const QString& name, QLineEdit* value);
    void setEdited(const Row& row, const std::string& label, const Run& run);
    QWidget* makeDescriptionHead();
    void setDescriptionEdit(const Run& run);
    void showOriginalDescription(bool shown);
    void addMark(QHBoxLayout& row);
    void setMark(const Run& run, const RunDetail& detail);
    void showOwnState(bool shown);
    void refreshState();
    void setField(const OverviewField& field, const Run& run);
    void setDescription(const OverviewField& field, const Run& run);
    void followTheme();
    void fitDescription();

    Theme& m_theme;
    QGridLayout* m_grid;
    QLabel* m_stateIcon;
    RunState m_state = RunState::Unknown;
    std::map<std::string, Row> m_rows;
    QAction* m_stop = nullptr;
    ActionButton* m_stopButton = nullptr;
    QHBoxLayout* m_stateRow = nullptr;
    int m_stateSpace = 0; ///< its stretch behind the button
    QAction* m_mark = nullptr;
    QToolButton* m_showOwnState = nullptr;
    QToolButton* m_takeMarkBack = nullptr;
    OverviewField m_ownState; ///< as the source has it
    RunState m_ownStateIs = RunState::Unknown;
    bool m_isStopping = false;
    Capability m_can;
    QLabel* m_descriptionLabel;
    QWidget* m_descriptionHead = nullptr;
    QToolButton* m_editDescription = nullptr;
    QToolButton* m_originalDescription = nullptr;
    QToolButton* m_restoreDescription = nullptr;
    QLabel* m_draftNote = nullptr;
    DescriptionEditor* m_editor = nullptr;
    QString m_notes;
    std::optional<FieldEdit> m_notesEdit;
    SafeTextBrowser* m_description;
    bool m_isDescribed = false;
};

/// A field's label in the user's language.
QString overviewLabel(const std::string& label);

} // namespace runglass
