// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

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
    {R"(cpu\.(\d+)\.cpu_percent)", QT_TRANSLATE_NOOP("SystemMetric", "CPU core %1 (%)")},
    {"memory|memory_percent", QT_TRANSLATE_NOOP("SystemMetric", "Memory (%)")},
    {R"(proc\.memory\.rssMB)", QT_TRANSLATE_NOOP("SystemMetric", "Process memory (MB)")},
    {R"(proc\.memory\.percent)", QT_TRANSLATE_NOOP("SystemMetric", "Process memory (%)")},
    {R"(proc\.memory\.availableMB)", QT_TRANSLATE_NOOP("SystemMetric", "Memory available (MB)")},
    {R"(proc\.cpu\.threads)", QT_TRANSLATE_NOOP("SystemMetric", "Process threads")},
    {R"(disk\.(.+)\.usagePercent)", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 used (%)")},
    {R"(disk\.(.+)\.usageGB)", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 used (GB)")},
    {R"(disk\.(.+)\.in)", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 read (MB)")},
    {R"(disk\.(.+)\.out)", QT_TRANSLATE_NOOP("SystemMetric", "Disk %1 written (MB)")},
    {R"(cpu\.avg_temp)", QT_TRANSLATE_NOOP("SystemMetric", "CPU temperature (°C)")},
    {R"(disk\.in)", QT_TRANSLATE_NOOP("SystemMetric", "Disk read (MB)")},
    {R"(disk\.out)", QT_TRANSLATE_NOOP("SystemMetric", "Disk written (MB)")},
    {R"(network\.sentBps)", QT_TRANSLATE_NOOP("SystemMetric", "Network sent (bytes/s)")},
    {R"(network\.recvBps)", QT_TRANSLATE_NOOP("SystemMetric", "Network received (bytes/s)")},
    {R"(network\.sent)", QT_TRANSLATE_NOOP("SystemMetric", "Network sent (bytes)")},
    {R"(network\.recv)", QT_TRANSLATE_NOOP("SystemMetric", "Network received (bytes)")},
    {R"(network\.tcpRetransmits)", QT_TRANSLATE_NOOP("SystemMetric", "TCP retransmits")},
    {R"(gpu\.(\d+)\.gpu)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 utilisation (%)")},
    {R"(gpu\.(\d+)\.memory)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory access (%)")},
    {R"(gpu\.(\d+)\.memoryAllocated)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory (%)")},
    {R"(gpu\.(\d+)\.memoryAllocatedBytes)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory (bytes)")},
    {R"(gpu\.(\d+)\.temp)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 temperature (°C)")},
    {R"(gpu\.(\d+)\.powerWatts)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 power (W)")},
    {R"(gpu\.(\d+)\.powerPercent)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 power (%)")},
    {R"(gpu\.(\d+)\.smClock)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 SM clock (MHz)")},
    {R"(gpu\.(\d+)\.memoryClock)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 memory clock (MHz)")},
    {R"(gpu\.(\d+)\.graphicsClock)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 graphics clock (MHz)")},
    {R"(gpu\.(\d+)\.enforcedPowerLimitWatts)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 power limit (W)")},
    {R"(gpu\.(\d+)\.correctedMemoryErrors)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 ECC errors, corrected")},
    {R"(gpu\.(\d+)\.uncorrectedMemoryErrors)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 ECC errors, uncorrected")},
    {R"(gpu\.(\d+)\.fanSpeed)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 fan (%)")},
    {R"(gpu\.(\d+)\.encoderUtilization)", QT_TRANSLATE_NOOP("SystemMetric", "GPU %1 encoder (%)")},
    {R"(gpu\.process\.(\d+)\.gpu)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 utilisation (%)")},
    {R"(gpu\.process\.(\d+)\.memory)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 memory access (%)")},
    {R"(gpu\.process\.(\d+)\.memoryAllocated)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 memory (%)")},
    {R"(gpu\.process\.(\d+)\.memoryAllocatedBytes)",
     QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 memory (bytes)")},
    {R"(gpu\.process\.(\d+)\.temp)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 temperature (°C)")},
    {R"(gpu\.process\.(\d+)\.powerWatts)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 power (W)")},
    {R"(gpu\.process\.(\d+)\.powerPercent)", QT_TRANSLATE_NOOP("SystemMetric", "Process GPU %1 power (%)")},
};

/// Read once: titles are asked for on each opening of a project, of every metric of every device.
const std::vector<std::pair<QRegularExpression, const char*>>& readPatterns()
{
    static const std::vector<std::pair<QRegularExpression, const char*>> patterns = [] {
        std::vector<std::pair<QRegularExpression, const char*>> result;
        for (const Known& known : kKnown)
            result.emplace_back(QRegularExpression::anchoredPattern(QString::fromLatin1(known.pattern)), known.title);
        return result;
    }();
    return patterns;
}

/// "/l:node1" at the end of a key names the computer, where several log to one run.
constexpr QStringView kLabel = u"/l:";

QString withLabel(const QString& title, const QString& label)
{
    return label.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, label);
}

/// Of "<kind>.<number>.…" the number, as digits; empty: there is none.
QString numberIn(const QString& key)
{
    const QString number = key.section(u'.', 1, 1) == u"process" ? key.section(u'.', 2, 2) : key.section(u'.', 1, 1);
    const bool isNumber =
        !number.isEmpty() && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? number : QString();
}

} // namespace

QString systemDevice(const QString& key)
{
    const qsizetype at = key.indexOf(kLabel);
    const QString plain = at < 0 ? key : key.left(at);
    const QString label = at < 0 ? QString() : key.mid(at);
    QString kind = plain.section(u'.', 0, 0);
    if (kind == u"proc")
        kind = plain.section(u'.', 1, 1);
    if (kind == u"memory_percent")
        kind = QStringLiteral("memory");
    if (kind == u"cpu" || kind == u"memory" || kind == u"network")
        return kind + label;
    if (kind == u"disk") {
        // Of "disk./data.usageGB" what stands between; totals of all disks have nothing there.
        const QString mount = plain.section(u'.', 1, -2);
        return (mount.isEmpty() ? kind : kind + u'.' + mount) + label;
    }
    const QString number = numberIn(plain);
    return (number.isEmpty() ? QStringLiteral("other") : kind + u'.' + number) + label;
}

QString systemDeviceTitle(const QString& device)
{
    const qsizetype at = device.indexOf(kLabel);
    const QString plain = at < 0 ? device : device.left(at);
    const QString label = at < 0 ? QString() : device.mid(at + kLabel.size());
    const QString kind = plain.section(u'.', 0, 0), which = plain.section(u'.', 1);
    const auto text = [](const char* words) { return QCoreApplication::translate("SystemMetric", words); };
    if (kind == u"cpu")
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "CPU")), label);
    if (kind == u"memory")
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "Memory")), label);
    if (kind == u"network")
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "Network")), label);
    if (kind == u"disk" && which.isEmpty())
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "Disk")), label);
    if (kind == u"disk")
        //: %1 is where it is mounted.
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "Disk %1")).arg(which), label);
    if (which.isEmpty())
        return withLabel(text(QT_TRANSLATE_NOOP("SystemMetric", "Other")), label);
    return withLabel(QStringLiteral("%1 %2").arg(kind.toUpper(), which), label);
}

int systemDeviceRank(const QString& device)
{
    constexpr QStringView order[] = {u"cpu", u"memory", u"disk", u"network", u"gpu"};
    const QString kind = device.left(device.indexOf(kLabel)).section(u'.', 0, 0);
    const auto found = std::find(std::begin(order), std::end(order), kind);
    return static_cast<int>(found - std::begin(order)) + (kind == u"other" ? 1 : 0);
}

QString systemMetricTitle(const QString& wholeKey)
{
    const qsizetype at = wholeKey.indexOf(kLabel);
    const QString key = at < 0 ? wholeKey : wholeKey.left(at);
    const QString label = at < 0 ? QString() : wholeKey.mid(at + kLabel.size());
    for (const auto& [pattern, words] : readPatterns()) {
        const QRegularExpressionMatch match = pattern.match(key);
        if (!match.hasMatch())
            continue;
        const QString title = QCoreApplication::translate("SystemMetric", words);
        return withLabel(match.lastCapturedIndex() > 0 ? title.arg(match.captured(1)) : title, label);
    }
    return wholeKey;
}

} // namespace runglass
