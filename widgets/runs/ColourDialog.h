// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunColour.h"
#include "widgets/common/Theme.h"

#include <QDialog>
#include <QList>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace runglass
{

/// Asks for a run's colour: the 20 of the palette, any other by its hex digits or from the platform's picker, or back
/// to the run's own. A choice closes it.
/// @thread GUI
class ColourDialog : public QDialog
{
    Q_OBJECT

public:
    ColourDialog(const Theme& theme, const RunColour& current, QWidget* parent);

signals:
    /// None: the colour that follows from the run's path.
    void chosen(const std::optional<runglass::RunColour>& colour);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePalette(const RunColour& current);
    QWidget* makeHex(const RunColour& current);
    void choose(const std::optional<RunColour>& colour);
    void chooseHex();
    void pick();
    void judgeHex();

    const Theme& m_theme;
    QList<QToolButton*> m_slots;
    QLineEdit* m_hex = nullptr;
    QLabel* m_hint;
};

} // namespace runglass
