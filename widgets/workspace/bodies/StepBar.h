// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QSlider;

namespace runglass
{

/// Chooses one of the steps at which something was logged: a slider from the first to the last, which stays at the last
/// one while more come.
/// @thread GUI
class StepBar : public QWidget
{
    Q_OBJECT

public:
    explicit StepBar(QWidget* parent = nullptr);

    /// @param steps  ascending; with less than two there is nothing to choose, and the bar is hidden
    void setSteps(std::vector<std::int64_t> steps);
    const std::vector<std::int64_t>& steps() const { return m_steps; }
    /// The last step at it or before; the first where there is none. Unset: the last of all. Tells nobody.
    void setStep(const std::optional<std::int64_t>& step);
    /// Unset: the last of all, also of those that come.
    std::optional<std::int64_t> step() const { return m_step; }
    /// By so many of the steps there are.
    void move(int by);
    QSlider& slider() { return *m_slider; }
    /// At the right end; taken over.
    void addWidget(QWidget* widget);

signals:
    /// A person chose another one.
    void stepChosen(const std::optional<std::int64_t>& step);
    /// A person chose one, and no other one for a moment.
    void settled();

private:
    void show();
    void choose(int place);

    std::vector<std::int64_t> m_steps;
    std::optional<std::int64_t> m_step;
    QTimer m_settling;
    QSlider* m_slider;
    QLabel* m_text;
};

} // namespace runglass
