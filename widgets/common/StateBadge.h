// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunState.h"

#include <QWidget>

class QLabel;

namespace runglass
{

class Theme;

/// A run's state as icon and word, in the state's colour.
class StateBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(Theme& theme, QWidget* parent = nullptr);

    /// @param reason what the state rests on, for the tool tip; may be empty
    void setState(RunState state, const QString& reason = {});

private:
    void refresh();

    Theme& m_theme;
    RunState m_state = RunState::Unknown;
    QLabel* m_icon;
    QLabel* m_word;
};

} // namespace runglass
