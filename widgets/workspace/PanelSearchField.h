// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/SearchField.h"

class QToolButton;

namespace runglass
{

/// Search panels, with a switch for regular expressions at its right.
/// @thread GUI
class PanelSearchField : public SearchField
{
    Q_OBJECT

public:
    explicit PanelSearchField(Theme& theme, QWidget* parent = nullptr);

    bool isPattern() const;
    QToolButton* patternSwitch() const { return m_pattern; }
    /// Marks the field and says why; empty: nothing is wrong with it.
    void setProblem(const QString& problem);

signals:
    /// Text or switch are others.
    void searchChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Theme& m_theme;
    QToolButton* m_pattern;
    bool m_wrong = false;
};

} // namespace runglass
