// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/run/RunCommand.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace runglass
{

class Theme;
class ValueField;

/// A value of the Overview that can be edited where it stands: a pencil makes its line a field that Enter saves and Esc
/// leaves as it was. Of a value that was edited here the original is one click away, and another one brings it back.
/// @thread GUI
class EditableField : public QWidget
{
    Q_OBJECT

public:
    /// @param name   the value's, in the user's language
    /// @param value  taken over
    /// @param icon   of the button that edits
    EditableField(Theme& theme, const QString& name, ValueField* value, const QString& icon, QWidget* parent = nullptr);

    /// What a person edits, as it is; and how the value was before somebody edited it here, if somebody did.
    void setValue(const QString& text, const std::optional<FieldEdit>& edit);
    /// Whether it can be edited, or why not.
    void setCapability(const Capability& can);
    /// The value is edited elsewhere, beside this button: editRequested says so.
    void setEditedElsewhere() { m_isElsewhere = true; }
    bool isEditing() const { return m_isEditing; }
    /// Whether the line shows something that a new value must not replace.
    bool isBusy() const { return m_isEditing || m_isOriginalShown; }
    /// As the pencil does.
    void edit();

signals:
    void saved(const QString& text);
    void editRequested(QWidget* control);
    /// The original value is wanted back.
    void restoreRequested();
    /// The line is free: show the value again.
    void released();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave(bool saves);
    void showOriginal(bool shown);

    Theme& m_theme;
    QString m_name;
    ValueField* m_value;
    QToolButton* m_pencil;
    QToolButton* m_original;
    QToolButton* m_restore;
    QString m_text;
    std::optional<FieldEdit> m_edit;
    bool m_isElsewhere = false;
    bool m_isEditing = false;
    bool m_isOriginalShown = false;
};

} // namespace runglass
