// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/StepBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kPage = 10;
constexpr int kSettledMs = 300;

QString stepText(std::int64_t step)
{
    return QLocale().toString(static_cast<qlonglong>(step));
}

} // namespace

StepBar::StepBar(QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("stepBar"));
    m_slider->setObjectName(QStringLiteral("stepSlider"));
    m_slider->setAccessibleName(tr("Step"));
    m_slider->setToolTip(tr("Step: each run shows the last it logged up to it ([ and ] go by one, { and } by ten)"));
    m_slider->setPageStep(kPage);
    m_text->setObjectName(QStringLiteral("stepText"));
    m_text->setTextFormat(Qt::PlainText);
    auto* label = new QLabel(tr("Step"), this);
    label->setBuddy(m_slider);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_text);
    connect(m_slider, &QSlider::valueChanged, this, &StepBar::choose);
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettledMs);
    connect(&m_settling, &QTimer::timeout, this, &StepBar::settled);
    show();
}

void StepBar::addWidget(QWidget* widget)
{
    layout()->addWidget(widget);
}

void StepBar::setSteps(std::vector<std::int64_t> steps)
{
    if (steps == m_steps)
        return;
    m_steps = std::move(steps);
    show();
}

void StepBar::setStep(const std::optional<std::int64_t>& step)
{
    m_step = step;
    show();
}

void StepBar::move(int by)
{
    m_slider->setValue(m_slider->value() + by);
}

void StepBar::show()
{
    setVisible(m_steps.size() > 1);
    const QSignalBlocker quiet(m_slider);
    const int last = std::max(0, static_cast<int>(m_steps.size()) - 1);
    m_slider->setRange(0, last);
    int place = last;
    if (m_step) {
        const auto above = std::upper_bound(m_steps.begin(), m_steps.end(), *m_step);
        place = std::max(0, static_cast<int>(above - m_steps.begin()) - 1);
    }
    m_slider->setValue(place);
    if (m_steps.empty())
        return;
    const QString shown = stepText(m_steps[static_cast<std::size_t>(place)]);
    //: a step, and the last one there is: "12 of 40"
    QString text = tr("%1 of %2").arg(shown, stepText(m_steps.back()));
    //: %1 is "12 of 40"; nothing was logged at the step that was asked for, %2
    if (m_step && *m_step != m_steps[static_cast<std::size_t>(place)])
        text = tr("%1, nearest to %2").arg(text, stepText(*m_step));
    m_text->setText(text);
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(
        tr("%1 of %2").arg(stepText(m_steps.back()), stepText(m_steps.back()))));
    m_slider->setAccessibleDescription(text);
}

void StepBar::choose(int place)
{
    const bool isLast = place + 1 >= static_cast<int>(m_steps.size());
    m_step = isLast ? std::nullopt : std::optional(m_steps[static_cast<std::size_t>(place)]);
    show();
    emit stepChosen(m_step);
    m_settling.start();
}

} // namespace runglass
