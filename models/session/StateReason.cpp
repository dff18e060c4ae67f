// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/StateReason.h"

#include "models/run/LocalTime.h"
#include "models/run/StateMark.h"

#include <QCoreApplication>
#include <QDateTime>

namespace runglass
{

namespace
{

constexpr const char* kAskedToStop = "asked to stop";
constexpr const char* kInterrupted = "interrupted, and not ended yet";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateReason)
};

/// "2026-11-23T06:55:53Z": the time, local; as it is where it is none.
QString localText(const QString& stamp)
{
    const QDateTime time = QDateTime::fromString(stamp, Qt::ISODate);
    constexpr qint64 kNsPerMs = 1'000'000;
    return time.isValid() ? QString::fromStdString(localTimeText(time.toMSecsSinceEpoch() * kNsPerMs)) : stamp;
}

QString lastWrite(const QString& text)
{
    return Words::tr("last write at %1").arg(localText(text.mid(QStringLiteral("last write at ").size())));
}

/// "python3 (process 1234) holds its log", or nothing.
QString holderText(const QString& text)
{
    const QString end = QStringLiteral(") holds its log"), middle = QStringLiteral(" (process ");
    const qsizetype place = text.lastIndexOf(middle);
    if (!text.endsWith(end) || place < 0)
        return {};
    const qsizetype number = place + middle.size();
    return Words::tr("%1 (process %2) holds its log")
        .arg(text.left(place), text.mid(number, text.size() - end.size() - number));
}

/// What stands before the time of the last write.
QString evidenceText(const QString& text)
{
    const bool isEmpty = text.startsWith(QStringLiteral("no data yet"));
    if (!isEmpty && !text.startsWith(QStringLiteral("no exit record")))
        return {};
    if (text.endsWith(QStringLiteral(", and no process holds its log")))
        return isEmpty ? Words::tr("no data yet, and no process holds its log")
                       : Words::tr("no exit record, and no process holds its log");
    const QString before = QStringLiteral(", and a process of "),
                  after = QStringLiteral(" that cannot be looked into may hold its log");
    const qsizetype place = text.indexOf(before);
    if (place >= 0 && text.endsWith(after)) {
        const qsizetype user = place + before.size();
        const QString name = text.mid(user, text.size() - after.size() - user);
        return (isEmpty ? Words::tr("no data yet, and a process of %1 that cannot be looked into may hold its log")
                        : Words::tr("no exit record, and a process of %1 that cannot be looked into may hold its log"))
            .arg(name);
    }
    return isEmpty ? Words::tr("no data yet") : Words::tr("no exit record");
}

QString reasonText(const QString& text)
{
    if (text == QStringLiteral("its folder is gone"))
        return Words::tr("its folder is gone");
    if (text == QStringLiteral("its log could not be read"))
        return Words::tr("its log could not be read");
    if (text == QStringLiteral("a process that cannot be seen from here holds its log"))
        return Words::tr("a process that cannot be seen from here holds its log");
    if (const QString holder = holderText(text); !holder.isEmpty())
        return holder;
    if (text == QStringLiteral("stopped on request"))
        return Words::tr("stopped on request");
    if (text == QLatin1String(kAskedToStop))
        return Words::tr("asked to stop");
    if (text == QLatin1String(kInterrupted))
        return Words::tr("interrupted, and not ended yet");
    if (text == QStringLiteral("preempted"))
        return Words::tr("preempted");
    if (const QString start = QStringLiteral("recorder off since "); text.startsWith(start))
        return Words::tr("recorder off since %1").arg(localText(text.mid(start.size())));
    const qsizetype time = text.lastIndexOf(QStringLiteral("last write at "));
    if (time < 2)
        return text;
    // Behind "; " or ", ".
    const QString evidence = evidenceText(text.left(time - 2));
    if (evidence.isEmpty())
        return text;
    //: %1 is the evidence ("no exit record"), %2 the time of the last write
    return Words::tr("%1; %2").arg(evidence, lastWrite(text.mid(time)));
}

QString markText(const std::string& words)
{
    //: %1 is the reason that a user gave
    return words.empty() ? Words::tr("marked by hand")
                         : Words::tr("marked by hand: %1").arg(QString::fromStdString(words));
}

} // namespace

bool saysStopping(const std::string& reason)
{
    return reason == kAskedToStop || reason == kInterrupted;
}

std::string stateReasonText(const std::string& reason)
{
    return (isMarkReason(reason) ? markText(reasonOfMark(reason)) : reasonText(QString::fromStdString(reason)))
        .toStdString();
}

} // namespace runglass
