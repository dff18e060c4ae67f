// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>

namespace runglass
{

/// The step at which those panels of media of a workspace are looked at that go along with each other.
/// @thread GUI
class StepLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Unset: the last of each.
    const std::optional<std::int64_t>& step() const { return m_step; }
    void setStep(const std::optional<std::int64_t>& step);

signals:
    void stepChanged();

private:
    std::optional<std::int64_t> m_step;
};

} // namespace runglass
