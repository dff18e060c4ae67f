// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/AxisLimitText.h"

#include "models/items/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kMinute = 60, kHour = 3600, kDay = 86'400, kMicro = 1e6;
/// Beyond this nanoseconds leave 64 bits.
constexpr double kMostSeconds = 9e9;

struct NamedUnit {
    const char16_t* name;
    double seconds;
};

constexpr NamedUnit kUnits[] = {{u"ms", 1e-3},         {u"s", 1},
                                {u"sec", 1},           {u"second", 1},
                                {u"seconds", 1},       {u"秒", 1},
                                {u"m", kMinute},       {u"min", kMinute},
                                {u"mins", kMinute},    {u"minute", kMinute},
                                {u"minutes", kMinute}, {u"分", kMinute},
                                {u"h", kHour},         {u"hr", kHour},
                                {u"hour", kHour},      {u"hours", kHour},
                                {u"時間", kHour},      {u"d", kDay},
                                {u"day", kDay},        {u"days", kDay},
                                {u"日", kDay},         {u"w", 7 * kDay},
                                {u"week", 7 * kDay},   {u"weeks", 7 * kDay},
                                {u"週間", 7 * kDay}};

std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    double value = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// "1:30:00", "5:30", "1:02:03.5".
std::optional<double> clockIn(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(?:(\\d{1,9}):)?(\\d{1,9}):([0-5]?\\d(?:[.,]\\d+)?)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double hours = match.captured(1).toDouble(), minutes = match.captured(2).toDouble();
    if (!match.captured(1).isEmpty() && minutes >= 60)
        return std::nullopt;
    return hours * kHour + minutes * kMinute + match.captured(3).replace(u',', u'.').toDouble();
}

/// "1h 30m", "90 min", "2.5 h".
std::optional<double> namedUnitsIn(const QString& text)
{
    static const QRegularExpression piece(QStringLiteral("\\G\\s*(\\d+(?:[.,]\\d+)?)\\s*([^\\W\\d_]+)\\.?\\s*"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    double seconds = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const QRegularExpressionMatch match = piece.match(text, at);
        if (!match.hasMatch())
            return std::nullopt;
        const QString name = match.captured(2).toLower();
        const NamedUnit* unit = nullptr;
        for (const NamedUnit& one : kUnits) {
            if (name == QStringView(one.name))
                unit = &one;
        }
        if (!unit)
            return std::nullopt;
        seconds += match.captured(1).replace(u',', u'.').toDouble() * unit->seconds;
        at = match.capturedEnd();
    }
    return at > 0 ? std::optional(seconds) : std::nullopt;
}

std::optional<double> durationIn(const QString& text)
{
    if (const std::optional<double> seconds = numberIn(text))
        return seconds;
    const bool isNegative = text.startsWith(u'-') || text.startsWith(u'−');
    const QString length = isNegative ? text.mid(1).trimmed() : text;
    std::optional<double> seconds = clockIn(length);
    if (!seconds)
        seconds = namedUnitsIn(length);
    return seconds && isNegative ? std::optional(-*seconds) : seconds;
}

/// "Z", "+09:00" or "+0900".
int offsetIn(const QString& zone)
{
    if (zone == u"Z")
        return 0;
    const int seconds = zone.mid(1, 2).toInt() * 3600 + zone.right(2).toInt() * 60;
    return zone.startsWith(u'-') ? -seconds : seconds;
}

std::optional<double> timeIn(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?"
                       "\\s*(Z|[+-]\\d{2}:?\\d{2})?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate day(number(1), number(2), number(3));
    const QTime clock(number(4), number(5), number(6));
    if (!day.isValid() || !clock.isValid())
        return std::nullopt;
    const QString zone = match.captured(8);
    const QDateTime moment =
        zone.isEmpty() ? QDateTime(day, clock) : QDateTime(day, clock, Qt::OffsetFromUTC, offsetIn(zone));
    return static_cast<double>(moment.toSecsSinceEpoch()) + match.captured(7).toDouble();
}

/// "" for whole seconds, else ".25".
QString decimals(double microseconds)
{
    const auto rest = static_cast<qint64>(microseconds);
    QString text = QStringLiteral("%1").arg(rest, 6, 10, QLatin1Char('0'));
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.isEmpty() ? QString() : u'.' + text;
}

QString durationText(double seconds)
{
    const double length = std::abs(seconds);
    if (length < kMinute || length > kMostSeconds)
        return QCoreApplication::translate("AxisLimitText", "%1 s").arg(format::exactNumber(seconds));
    const double micros = std::round(length * kMicro);
    const double whole = std::floor(micros / kMicro);
    const auto all = static_cast<qint64>(whole);
    return QStringLiteral("%1%2:%3:%4%5")
        .arg(seconds < 0 ? QStringLiteral("-") : QString())
        .arg(all / 3600)
        .arg(all / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(all % 60, 2, 10, QLatin1Char('0'))
        .arg(decimals(micros - whole * kMicro));
}

QString timeText(double seconds)
{
    if (!(std::abs(seconds) < kMostSeconds))
        return format::exactNumber(seconds);
    const double micros = std::round(seconds * kMicro);
    const double whole = std::floor(micros / kMicro);
    // Behind the seconds, before an offset that tells one of two equal hours from the other.
    constexpr qsizetype kSecondsEnd = 19;
    QString text = format::exactTime(static_cast<TimeNs>(whole) * 1'000'000'000);
    return text.insert(std::min(kSecondsEnd, text.size()), decimals(micros - whole * kMicro));
}

} // namespace

LimitUnit limitUnit(XAxisKind kind)
{
    switch (kind) {
    case XAxisKind::Defined:
        return LimitUnit::Either;
    case XAxisKind::RelativeWall:
    case XAxisKind::RelativeProcess:
        return LimitUnit::Duration;
    case XAxisKind::WallTime:
        return LimitUnit::Time;
    case XAxisKind::Step:
    case XAxisKind::Metric:
        break;
    }
    return LimitUnit::Number;
}

QString limitText(LimitUnit unit, double value)
{
    switch (unit) {
    case LimitUnit::Duration:
        return durationText(value);
    case LimitUnit::Time:
        return timeText(value);
    case LimitUnit::Number:
    case LimitUnit::Either:
        break;
    }
    return format::exactNumber(value);
}

std::optional<double> limitIn(LimitUnit unit, const QString& text)
{
    const QString plain = text.simplified();
    switch (unit) {
    case LimitUnit::Duration:
    case LimitUnit::Either:
        return durationIn(plain);
    case LimitUnit::Time:
        return timeIn(plain);
    case LimitUnit::Number:
        break;
    }
    return numberIn(plain);
}

QString limitHint(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Duration:
        return QCoreApplication::translate("AxisLimitText", "A length of time: 1:30:00, 90 min, 2 h or seconds");
    case LimitUnit::Time:
        return QCoreApplication::translate("AxisLimitText", "A date and time: 2026-03-01 14:05, or with a zone "
                                                            "2026-03-01T14:05+09:00");
    case LimitUnit::Either:
        return QCoreApplication::translate("AxisLimitText", "A number; of times also 1:30:00, 90 min or 2 h");
    case LimitUnit::Number:
        break;
    }
    return QCoreApplication::translate("AxisLimitText", "A number: 0.5 or 1e-3");
}

} // namespace runglass
