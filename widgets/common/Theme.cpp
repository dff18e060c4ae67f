// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Theme.h"

#include "widgets/common/DesktopColourScheme.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/RunglassStyle.h"
#include "widgets/common/ThemeColours.h"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QPointer>

namespace runglass
{

namespace
{

/// The icons of a window with every state take about 2 MB at a ratio of 2.
constexpr int kIconCacheKilobytes = 32 * 1024;

QColor halfOf(const QColor& colour, const QColor& ground)
{
    return QColor::fromRgbF((colour.redF() + ground.redF()) / 2, (colour.greenF() + ground.greenF()) / 2,
                            (colour.blueF() + ground.blueF()) / 2);
}

void setRoles(QPalette& palette, const ThemeColours& colours)
{
    using Token = Theme::Token;
    const std::pair<QPalette::ColorRole, Token> roles[] = {
        {QPalette::Window, Token::Window},
        {QPalette::WindowText, Token::Text},
        {QPalette::Base, Token::Surface},
        {QPalette::AlternateBase, Token::Header},
        {QPalette::Text, Token::Text},
        {QPalette::PlaceholderText, Token::Muted},
        {QPalette::Button, Token::Surface},
        {QPalette::ButtonText, Token::Text},
        {QPalette::BrightText, Token::OnAccent},
        {QPalette::Highlight, Token::Selection},
        {QPalette::HighlightedText, Token::Text},
        {QPalette::Link, Token::Link},
        {QPalette::LinkVisited, Token::Link},
        {QPalette::ToolTipBase, Token::Raised},
        {QPalette::ToolTipText, Token::Text},
        {QPalette::Light, Token::Raised},
        {QPalette::Midlight, Token::Grid},
        {QPalette::Mid, Token::Border},
        {QPalette::Dark, Token::Control},
        {QPalette::Shadow, Token::Control},
    };
    for (const auto& [role, token] : roles)
        palette.setColor(role, colours(token));
}

QPalette paletteOf(const ThemeColours& colours)
{
    using Token = Theme::Token;
    QPalette palette;
    setRoles(palette, colours);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, colours(Token::Inactive));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, halfOf(colours(Token::Text), colours(Token::Surface)));
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText,
                     halfOf(colours(Token::Muted), colours(Token::Surface)));
    return palette;
}

} // namespace

struct Theme::Impl {
    std::shared_ptr<ThemeColours> colours = ThemeColours::load();
    Mode mode = Mode::System;
    bool paletteIsDark = false; ///< what the platform's own palette says
    bool applied = false;
    DesktopColourScheme desktop;
    QPointer<RunglassStyle> style;

    bool wantsDark() const
    {
        return mode == Mode::System ? desktop.isDark().value_or(paletteIsDark) : mode == Mode::Dark;
    }
};

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_impl(new Impl)
{
    const QPalette palette = QApplication::palette();
    m_impl->paletteIsDark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    QPixmapCache::setCacheLimit(kIconCacheKilobytes);
    connect(&m_impl->desktop, &DesktopColourScheme::changed, this, [this] {
        if (m_impl->applied && m_impl->mode == Mode::System)
            setMode(Mode::System);
    });
}

Theme::~Theme()
{
    delete m_impl;
}

Theme::Mode Theme::mode() const
{
    return m_impl->mode;
}

void Theme::setMode(Mode mode)
{
    m_impl->mode = mode;
    const bool dark = m_impl->wantsDark();
    if (m_impl->applied && m_impl->style && dark == m_impl->colours->dark)
        return;
    m_impl->applied = true;
    m_impl->colours->dark = dark;
    const QPalette palette = paletteOf(*m_impl->colours);
    if (!m_impl->style) {
        m_impl->style = new RunglassStyle(m_impl->colours);
        QApplication::setStyle(m_impl->style);
    }
    QApplication::setPalette(palette);
    emit changed();
}

bool Theme::isDark() const
{
    return m_impl->colours->dark;
}

QColor Theme::color(Token token) const
{
    return (*m_impl->colours)(token);
}

QColor Theme::runColour(const RunColour& colour) const
{
    switch (colour.kind) {
    case RunColour::Kind::Slot:
        return m_impl->colours->runs()[colour.index % m_impl->colours->runs().size()].of(isDark());
    case RunColour::Kind::Rgb:
        return QColor::fromRgb(0xff000000U | colour.index);
    case RunColour::Kind::Bucket:
        return m_impl->colours->bucket(colour).of(isDark());
    case RunColour::Kind::Other:
        return color(Token::RunOther);
    case RunColour::Kind::Missing:
        break;
    }
    return color(Token::RunMissing);
}

QColor Theme::stateColour(RunState state) const
{
    return m_impl->colours->state(state).of(isDark());
}

QColor Theme::ansiColour(int index) const
{
    const auto& ansi = m_impl->colours->ansi();
    if (index < 0 || static_cast<std::size_t>(index) >= ansi.size())
        return color(Token::Text);
    return ansi[static_cast<std::size_t>(index)].of(isDark());
}

QIcon Theme::icon(const QString& name) const
{
    return QIcon(new IconEngine(name, [colours = m_impl->colours](QIcon::Mode, QIcon::State state) {
        return (*colours)(state == QIcon::On ? Token::Accent : Token::Text);
    }));
}

QIcon Theme::icon(const QString& name, Token token) const
{
    return QIcon(new IconEngine(
        name, [colours = m_impl->colours, token](QIcon::Mode, QIcon::State) { return (*colours)(token); }));
}

QIcon Theme::stateIcon(RunState state) const
{
    const std::string_view word = toName(state);
    const QString name = QStringLiteral("state-") + QString::fromUtf8(word.data(), static_cast<int>(word.size()));
    return QIcon(new IconEngine(name, [colours = m_impl->colours, state](QIcon::Mode, QIcon::State) {
        return colours->state(state).of(colours->dark);
    }));
}

QIcon Theme::stoppingIcon() const
{
    return QIcon(
        new IconEngine(QStringLiteral("state-stopping"), [colours = m_impl->colours](QIcon::Mode, QIcon::State) {
            return colours->state(RunState::Killed).of(colours->dark);
        }));
}

} // namespace runglass
