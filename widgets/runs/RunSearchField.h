// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/SearchField.h"

#include <string>

class QToolButton;

namespace runglass
{

class Session;

/// The one search for runs, bound to the session's state: what is typed narrows table, selector and charts at once. A
/// regular expression that cannot be read marks the field, and the last search stays.
/// @thread GUI
class RunSearchField : public SearchField
{
    Q_OBJECT

public:
    RunSearchField(Session& session, Theme& theme, QWidget* parent = nullptr);

    QToolButton* patternSwitch() const { return m_pattern; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void apply();
    void followState();
    void setProblem(const std::string& problem);

    Session& m_session;
    Theme& m_theme;
    QToolButton* m_pattern;
    std::string m_seen; ///< search and
    bool m_seenPattern; ///< switch as they were last applied or taken from the state
    bool m_wrong = false;
};

} // namespace runglass
