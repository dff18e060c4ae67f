// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/LimitsEdit.h"

#include "widgets/common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace runglass
{

LimitsEdit::LimitsEdit(Theme& theme, const QString& name, const QString& object, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lo(new QLineEdit(this))
    , m_hi(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_lo->setObjectName(object + QStringLiteral("From"));
    m_hi->setObjectName(object + QStringLiteral("To"));
    m_problem->setObjectName(object + QStringLiteral("Problem"));
    //: The lower end of a range; %1 is "X range" or "Y range".
    m_lo->setAccessibleName(tr("%1 from").arg(name));
    //: The upper end of a range; %1 is "X range" or "Y range".
    m_hi->setAccessibleName(tr("%1 to").arg(name));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* pair = new QHBoxLayout;
    pair->setSpacing(4);
    pair->addWidget(m_lo);
    pair->addWidget(new QLabel(QStringLiteral("–"), this));
    pair->addWidget(m_hi);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(pair);
    layout->addWidget(m_problem);
    setFocusProxy(m_lo);
    for (QLineEdit* edit : {m_lo, m_hi}) {
        edit->setPlaceholderText(tr("automatic"));
        connect(edit, &QLineEdit::editingFinished, this, &LimitsEdit::apply);
    }
    setUnit(m_unit);
}

void LimitsEdit::setLimits(const AxisLimits& limits)
{
    m_limits = limits;
    showLimits();
}

void LimitsEdit::setUnit(LimitUnit unit)
{
    const bool isOther = unit != m_unit;
    m_unit = unit;
    for (QLineEdit* edit : {m_lo, m_hi})
        edit->setToolTip(limitHint(unit));
    if (isOther)
        startAnew();
}

void LimitsEdit::startAnew()
{
    m_lo->setModified(false);
    m_hi->setModified(false);
    say({});
    showLimits();
}

void LimitsEdit::showLimits()
{
    const std::pair<QLineEdit*, const std::optional<double>&> ends[] = {{m_lo, m_limits.lo}, {m_hi, m_limits.hi}};
    for (const auto& [edit, end] : ends) {
        if (!edit->isModified())
            edit->setText(end ? limitText(m_unit, *end) : QString());
    }
}

/// Only what was typed is read: the other end keeps what its text does not say.
LimitsEdit::Read LimitsEdit::read() const
{
    Read result{m_limits, {}};
    const std::pair<const QLineEdit*, std::optional<double>&> ends[] = {{m_lo, result.limits.lo},
                                                                        {m_hi, result.limits.hi}};
    for (const auto& [edit, end] : ends) {
        if (!edit->isModified())
            continue;
        const bool isEmpty = edit->text().trimmed().isEmpty();
        end = isEmpty ? std::nullopt : limitIn(m_unit, edit->text());
        if (!isEmpty && !end)
            //: %1 is what was typed, %2 says what can be typed.
            result.problem = tr("“%1” cannot be read. %2").arg(edit->text().trimmed(), limitHint(m_unit));
        else if (end && m_log && *end <= 0)
            result.problem = tr("A logarithmic axis is above 0.");
    }
    const AxisLimits& limits = result.limits;
    if (result.problem.isEmpty() && limits.lo && limits.hi && *limits.lo >= *limits.hi)
        result.problem = tr("The end has to be above the beginning.");
    return result;
}

void LimitsEdit::apply()
{
    if (!m_lo->isModified() && !m_hi->isModified())
        return;
    const Read typed = read();
    say(typed.problem);
    if (!typed.problem.isEmpty())
        return;
    const bool isOther = typed.limits != m_limits;
    m_limits = typed.limits;
    startAnew();
    if (isOther)
        emit edited(m_limits);
}

void LimitsEdit::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    for (QLineEdit* edit : {m_lo, m_hi})
        edit->setAccessibleDescription(problem);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.color(Theme::Token::Danger));
    m_problem->setPalette(colours);
}

void LimitsEdit::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem)
        say(m_problem->text());
}

} // namespace runglass
