// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace runglass
{

namespace
{

/// %1 is what the pattern's group catches: a device's number or name.
struct Known {
    const char* pattern;
    const char* title;
};

constexpr Known kKnown[] = {
    {"cpu", QT_TRANSLATE_NOOP("SystemMetric", "CPU (%)")},
    {"cpu\\.(\\d+)\\.cpu_percent", QT_TRANSLATE_NOOP("SystemMetric", "CPU core %1 (%)")},
    {"memory|memory_percent", QT_TRANSLATE_NOOP("SystemMetric", "Memory (%)")},
    {"proc\\.memory\\.rssMB", QT_TRANSLATE_NOOP("SystemMetric", "Process memory (MB)")},
    {"proc\\.memory\\.percent", QT_TRANSLATE_NOOP("SystemMetric", "Process memory (%)")},
    {"proc\\.memory\\.availableMB", QT_TRANSLATE_NOOP("SystemMetric", "Memory available (MB)")},
    {"proc\\.cpu\\.threads", QT_TRANSLATE_NOOP("SystemMetric", "Process threads")},
    {"disk\\.(.+)\\.usagePercent", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 used (%)")},
    {"disk\\.(.+)\\.usageGB", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 used (GB)")},
    {"disk\\.(.+)\\.in", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 read (MB)")},
    {"disk\\.(.+)\\.out", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 written (MB)")},
    {"network\\.sent", QT_TRANSLATE_NOOP("SystemMetric", "Network sent (bytes)")},
    {"network\\.recv", QT_TRANSLATE_NOOP("SystemMetric", "Network received (bytes)")},
    {"network\\.tcpRetransmits", QT_TRANSLATE_NOOP("SystemMetric", "TCP retransmits")},
    {"gpu\\.(\\d+)\\.gpu", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 utilisation (%)")},
    {"gpu\\.(\\d+)\\.memory", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory access (%)")},
    {"gpu\\.(\\d+)\\.memoryAllocated", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory (%)")},
    {"gpu\\.(\\d+)\\.memoryAllocatedBytes", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory (bytes)")},
    {"gpu\\.(\\d+)\\.temp", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 temperature (°C)")},
    {"gpu\\.(\\d+)\\.powerWatts", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 power (W)")},
    {"gpu\\.(\\d+)\\.powerPercent", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 power (%)")},
    {"gpu\\.(\\d+)\\.smClock", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 SM clock (MHz)")},
    {"gpu\\.(\\d+)\\.memoryClock", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory clock (MHz)")},
};

} // namespace

QString systemMetricTitle(const QString& key)
{
    for (const Known& known : kKnown) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromLatin1(known.pattern)));
        const QRegularExpressionMatch match = pattern.match(key);
        if (!match.hasMatch())
            continue;
        const QString title = QCoreApplication::translate("SystemMetric", known.title);
        return match.lastCapturedIndex() > 0 ? title.arg(match.captured(1)) : title;
    }
    return key;
}

} // namespace runglass
