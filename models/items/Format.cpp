// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Format.h"

#include "models/items/VisibleText.h"
#include "models/run/LocalTime.h"
#include "models/session/JsonText.h"
#include "models/session/Overview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace runglass::format
{

namespace
{

constexpr int kSignificant = 4;
/// Whole numbers below are written out.
constexpr double kWholeLimit = 1e15;
/// Other numbers between these are written without an exponent.
constexpr double kPlainFrom = 1e-4, kPlainTo = 1e6;
constexpr qint64 kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr qint64 kRelativeDays = 14;

QLocale plainLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

/// Empty for what is finite.
QString notFinite(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return {};
}

bool isWhole(double value)
{
    return std::abs(value) < kWholeLimit && std::trunc(value) == value;
}

/// With an exponent as programs write it, not "E" or "×10^".
QString scientific(double value, int precision, const QLocale& locale)
{
    return locale.toString(value, 'g', precision).replace(locale.exponential(), QStringLiteral("e"));
}

QString withoutTrailingZeros(QString text, const QLocale& locale)
{
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    const QString zero = locale.zeroDigit();
    while (text.endsWith(zero))
        text.chop(zero.size());
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

QDateTime localTime(TimeNs time)
{
    constexpr TimeNs kMillisecond = 1'000'000;
    const TimeNs down = time < 0 ? kMillisecond - 1 : 0;
    return QDateTime::fromMSecsSinceEpoch((time - down) / kMillisecond);
}

} // namespace

QString missing()
{
    return QStringLiteral("–");
}

QString number(double value)
{
    if (!std::isfinite(value))
        return notFinite(value);
    const QLocale locale = plainLocale();
    if (isWhole(value))
        return locale.toString(value == 0 ? 0.0 : value, 'f', 0);
    const double size = std::abs(value);
    if (size < kPlainFrom || size >= kPlainTo)
        return scientific(value, kSignificant, locale);
    const int decimals = kSignificant - 1 - static_cast<int>(std::floor(std::log10(size)));
    return withoutTrailingZeros(locale.toString(value, 'f', std::max(0, decimals)), locale);
}

QString exactNumber(double value)
{
    if (!std::isfinite(value))
        return notFinite(value);
    const QLocale locale = plainLocale();
    if (isWhole(value))
        return locale.toString(value == 0 ? 0.0 : value, 'f', 0);
    return scientific(value, QLocale::FloatingPointShortest, locale);
}

QString value(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return missing();
    case Value::Kind::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case Value::Kind::Integer:
        return plainLocale().toString(static_cast<qlonglong>(value.toInteger()));
    case Value::Kind::Double:
        return number(value.toDouble());
    case Value::Kind::Text:
        return QString::fromStdString(value.text());
    case Value::Kind::Array:
    case Value::Kind::Object:
        break;
    }
    return QString::fromStdString(jsonOf(value));
}

QString relativeTime(TimeNs time, TimeNs now)
{
    const qint64 seconds = localTime(time).secsTo(localTime(now));
    const auto ago = [](const char* text, qint64 count) {
        return QCoreApplication::translate("Format", text, nullptr, static_cast<int>(count));
    };
    if (seconds > kRelativeDays * kDay || seconds < -kMinute)
        return localTime(time).toString(QStringLiteral("yyyy-MM-dd"));
    if (seconds < kMinute)
        return QCoreApplication::translate("Format", "just now");
    if (seconds < kHour)
        return ago(QT_TRANSLATE_N_NOOP("Format", "%n min ago"), seconds / kMinute);
    if (seconds < kDay)
        return ago(QT_TRANSLATE_N_NOOP("Format", "%n h ago"), seconds / kHour);
    return ago(QT_TRANSLATE_N_NOOP("Format", "%n d ago"), seconds / kDay);
}

QString shortTime(TimeNs time, TimeNs now)
{
    const QDateTime moment = localTime(time);
    return moment.toString(moment.date() == localTime(now).date() ? QStringLiteral("HH:mm")
                                                                  : QStringLiteral("yyyy-MM-dd"));
}

QString exactTime(TimeNs time)
{
    return QString::fromStdString(localTimeText(time));
}

QString duration(double seconds)
{
    return std::isfinite(seconds) ? QString::fromStdString(durationText(seconds)) : missing();
}

QString bytes(std::uint64_t bytes)
{
    constexpr std::uint64_t kKilo = 1000;
    if (bytes < kKilo)
        return QLocale().toString(static_cast<qulonglong>(bytes)) + u" B";
    static constexpr std::array kUnits = {" KB", " MB", " GB", " TB", " PB", " EB"};
    double size = static_cast<double>(bytes) / kKilo;
    std::size_t unit = 0;
    // 999.95 of a unit would round up to 1000.0 of it.
    for (; size >= 999.95 && unit + 1 < kUnits.size(); ++unit)
        size /= kKilo;
    return QLocale().toString(size, 'f', size < 99.95 ? 1 : 0) + QLatin1String(kUnits[unit]);
}

QString state(RunState state)
{
    switch (state) {
    case RunState::Running:
        return QCoreApplication::translate("Format", "Running");
    case RunState::Finished:
        return QCoreApplication::translate("Format", "Finished");
    case RunState::Failed:
        return QCoreApplication::translate("Format", "Failed");
    case RunState::Crashed:
        return QCoreApplication::translate("Format", "Crashed");
    case RunState::Killed:
        return QCoreApplication::translate("Format", "Killed");
    case RunState::Pending:
        return QCoreApplication::translate("Format", "Pending");
    case RunState::Unknown:
        break;
    }
    return QCoreApplication::translate("Format", "Unknown");
}

QString project(const std::string& project)
{
    if (project.empty())
        return missing();
    if (project == kUncategorized)
        return QCoreApplication::translate("Format", "Uncategorized");
    constexpr qsizetype kLength = 200;
    return visibleExcerpt(project, kLength);
}

} // namespace runglass::format
