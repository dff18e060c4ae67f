// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColourDialog.h"

#include "models/table/RunColours.h"
#include "widgets/runs/ColourDot.h"

#include <QColorDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kColumns = 10;
constexpr int kSwatch = 28;
constexpr int kDot = 16;
constexpr double kLeastContrast = 3;

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::uint32_t rgbOf(const QColor& colour)
{
    return static_cast<std::uint32_t>(colour.rgb()) & 0xffffffU;
}

QString hexOf(const QColor& colour)
{
    return colour.name(QColor::HexRgb).toUpper();
}

/// "#3af", "3366ff": nothing unless it is whole.
QColor readHex(QString text)
{
    text = text.trimmed();
    if (!text.startsWith(u'#'))
        text.prepend(u'#');
    const bool isWhole = text.size() == 4 || text.size() == 7;
    return isWhole ? QColor(text) : QColor();
}

} // namespace

ColourDialog::ColourDialog(const Theme& theme, const RunColour& current, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("colourDialog"));
    setWindowTitle(tr("Change colour"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(makePalette(current));
    layout->addWidget(makeHex(current));
    m_hint->setObjectName(QStringLiteral("colourHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_hint);
    auto* row = new QHBoxLayout;
    auto* reset = new QPushButton(tr("Reset"), this);
    reset->setObjectName(QStringLiteral("resetColour"));
    reset->setToolTip(tr("Back to the colour that the run has by itself"));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this] { choose(std::nullopt); });
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(reset);
    row->addStretch(1);
    row->addWidget(cancel);
    layout->addLayout(row);
    judgeHex();
}

QWidget* ColourDialog::makePalette(const RunColour& current)
{
    auto* palette = new QWidget(this);
    auto* grid = new QGridLayout(palette);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    for (int slot = 0; slot < kColourSlots; ++slot) {
        const RunColour colour = RunColour::slot(static_cast<std::uint32_t>(slot));
        const QColor shown = m_theme.runColour(colour);
        auto* button = new QToolButton(palette);
        button->setObjectName(QStringLiteral("slot%1").arg(slot));
        //: a colour of the palette; %1 its number, %2 its hex digits
        button->setText(tr("Colour %1, %2").arg(slot + 1).arg(hexOf(shown)));
        button->setToolTip(button->text());
        button->setIcon(dotIcon(shown, kDot, devicePixelRatioF()));
        button->setIconSize(QSize(kDot, kDot));
        button->setFixedSize(kSwatch, kSwatch);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(colour == current);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, colour] { choose(colour); });
        grid->addWidget(button, slot / kColumns, slot % kColumns);
        m_slots.append(button);
    }
    const bool isSlot = current.kind == RunColour::Kind::Slot && current.index < kColourSlots;
    m_slots[isSlot ? static_cast<int>(current.index) : 0]->setFocus();
    return palette;
}

QWidget* ColourDialog::makeHex(const RunColour& current)
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* label = new QLabel(tr("Hex colour"), part);
    m_hex = new QLineEdit(hexOf(m_theme.runColour(current)), part);
    m_hex->setObjectName(QStringLiteral("hexColour"));
    m_hex->setAccessibleName(tr("Hex colour"));
    m_hex->setPlaceholderText(QStringLiteral("#RRGGBB"));
    m_hex->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\s*#?[0-9A-Fa-f]{0,6}\\s*")), m_hex));
    label->setBuddy(m_hex);
    connect(m_hex, &QLineEdit::textChanged, this, &ColourDialog::judgeHex);
    connect(m_hex, &QLineEdit::returnPressed, this, &ColourDialog::chooseHex);
    auto* use = new QPushButton(tr("Use"), part);
    use->setObjectName(QStringLiteral("useHex"));
    use->setToolTip(tr("Give the run this colour"));
    use->setAutoDefault(false);
    connect(use, &QPushButton::clicked, this, &ColourDialog::chooseHex);
    auto* more = new QPushButton(tr("Pick…"), part);
    more->setObjectName(QStringLiteral("pickColour"));
    more->setToolTip(tr("Choose any colour"));
    more->setAutoDefault(false);
    connect(more, &QPushButton::clicked, this, &ColourDialog::pick);
    row->addWidget(label);
    row->addWidget(m_hex, 1);
    row->addWidget(use);
    row->addWidget(more);
    return part;
}

void ColourDialog::choose(const std::optional<RunColour>& colour)
{
    emit chosen(colour);
    accept();
}

void ColourDialog::chooseHex()
{
    if (const QColor colour = readHex(m_hex->text()); colour.isValid())
        choose(RunColour::rgb(rgbOf(colour)));
}

void ColourDialog::pick()
{
    auto* picker = new QColorDialog(readHex(m_hex->text()), parentWidget());
    picker->setObjectName(QStringLiteral("colourPicker"));
    picker->setAttribute(Qt::WA_DeleteOnClose);
    // The answer is passed on from here.
    setAttribute(Qt::WA_DeleteOnClose, false);
    connect(picker, &QColorDialog::colorSelected, this, [this](const QColor& colour) {
        if (colour.isValid())
            emit chosen(RunColour::rgb(rgbOf(colour)));
    });
    connect(picker, &QDialog::finished, this, &QObject::deleteLater);
    hide();
    picker->open();
}

void ColourDialog::judgeHex()
{
    const QColor colour = readHex(m_hex->text());
    const bool isFaint = colour.isValid() && contrast(colour, m_theme.color(Theme::Token::Surface)) < kLeastContrast;
    m_hint->setText(isFaint ? tr("This colour is hard to see on the background.") : QString());
}

/// Arrows walk over the palette.
void ColourDialog::keyPressEvent(QKeyEvent* event)
{
    const auto focused = m_slots.indexOf(qobject_cast<QToolButton*>(focusWidget()));
    const int step = event->key() == Qt::Key_Right  ? 1
                     : event->key() == Qt::Key_Left ? -1
                     : event->key() == Qt::Key_Down ? kColumns
                     : event->key() == Qt::Key_Up   ? -kColumns
                                                    : 0;
    if (focused < 0 || step == 0) {
        const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (focused >= 0 && isEnter)
            m_slots[focused]->click();
        else
            QDialog::keyPressEvent(event);
        return;
    }
    const auto next = focused + step;
    if (next >= 0 && next < m_slots.size())
        m_slots[next]->setFocus(Qt::TabFocusReason);
}

} // namespace runglass
