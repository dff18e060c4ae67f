// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunState.h"

#include <QLineEdit>

#include <optional>

namespace runglass
{

class Theme;

/// A value to read, select and copy: a line edit without a frame that cannot be changed.
class ValueField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueField(Theme& theme, QWidget* parent = nullptr);

    /// Another text; what is selected of the old one stays selected as far as it is the same place of the new one.
    void showText(const QString& text);

    /// Shown muted: there is no value.
    void setMissing(bool missing);
    /// In this state's colour.
    void setState(RunState state);
    /// Painted in place of the text while the field has no focus; empty: the text.
    void setChips(const QStringList& chips);
    /// A field to write in, or a value to read again.
    void setEditing(bool editing);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void follow();

    Theme& m_theme;
    bool m_isMissing = false;
    std::optional<RunState> m_state;
    QStringList m_chips;
};

} // namespace runglass
