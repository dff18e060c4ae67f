// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunState.h"
#include "models/table/RunColour.h"

#include <QColor>
#include <QIcon>
#include <QObject>

namespace runglass
{

/// Colours, icons and palette of the window, light or dark. The only place that names a colour; its values come from
/// resources/colours.json.
/// @thread GUI
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    enum class Token {
        Window,
        Surface,
        Header,
        Raised,
        Hover,
        Selection,
        Inactive,
        Border,
        Control,
        Grid,
        Text,
        Muted,
        SelMuted,
        Accent,
        OnAccent,
        Focus,
        Link,
        Danger,
        OnDanger,
        WarnBg,
        WarnText,
        Chip,
        ChipText,
        Mark,
        MarkText,
        Better,
        Worse,
        Hist,
        RunOther,   ///< runs whose value has no colour of its own
        RunMissing, ///< runs without the value that gives the colour
        Toast,
        OnToast,
        ToastLink,
        Count
    };
    Q_ENUM(Mode)
    Q_ENUM(Token)

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    Mode mode() const;
    /// Applies palette and style to the application; System follows the desktop's setting, also when it changes.
    void setMode(Mode mode);
    bool isDark() const;

    QColor color(Token token) const;
    /// Slots beyond the palette begin anew.
    QColor runColour(const RunColour& colour) const;
    QColor stateColour(RunState state) const;
    /// ANSI colours 0–15 as log text on the surface.
    QColor ansiColour(int index) const;

    /// A one-colour icon of resources/icons by name without ".svg", in the text colour, at any size and pixel ratio.
    QIcon icon(const QString& name) const;
    QIcon icon(const QString& name, Token token) const;
    /// The state's icon in the state's colour.
    QIcon stateIcon(RunState state) const;
    /// Of a run that was asked to stop: an open ring with a square, in the colour of what was killed.
    QIcon stoppingIcon() const;

signals:
    /// Colours changed: repaint, and ask for icons again.
    void changed();

private:
    struct Impl;
    Impl* m_impl;
};

} // namespace runglass
