// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <optional>

namespace runglass
{

/// The step at which all panels of media of a workspace are looked at, while they are linked.
/// @thread GUI
class StepLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isLinked() const { return m_isLinked; }
    void setLinked(bool linked);
    /// Unset: the last of each.
    const std::optional<std::int64_t>& step() const { return m_step; }
    void setStep(const std::optional<std::int64_t>& step);

signals:
    void linkedChanged();
    void stepChanged();

private:
    bool m_isLinked = true;
    std::optional<std::int64_t> m_step;
};

} // namespace runglass
