// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace runglass
{

/// Whether the desktop asks for dark colours, from the settings portal. Asks without waiting; a desktop without the
/// portal leaves it unknown.
/// @thread GUI
class DesktopColourScheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopColourScheme(QObject* parent = nullptr);

    /// Unset while it is unknown or the desktop has no preference.
    std::optional<bool> isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(const QVariant& value);

    std::optional<bool> m_dark;
};

} // namespace runglass
