// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Overview.h"

#include "models/run/ExitCode.h"
#include "models/run/LocalTime.h"
#include "models/session/StateReason.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace runglass
{

namespace
{

/// Why a text is not there.
enum class Absent { NotRecorded, NotWrittenOffline };

/// Collects the fields in order.
class Fields
{
public:
    explicit Fields(const Run& run)
        : m_offline(run.offline)
    {
    }

    OverviewField& add(const char* label, std::string text, Absent absent = Absent::NotRecorded)
    {
        OverviewField field;
        field.label = label;
        field.missing = text.empty();
        field.text = field.missing ? "–" : std::move(text);
        if (field.missing)
            field.reason = reason(absent);
        m_fields.push_back(std::move(field));
        return m_fields.back();
    }
    void addMonospace(const char* label, std::string text) { add(label, std::move(text)).monospace = true; }
    std::vector<OverviewField> take() { return std::move(m_fields); }

private:
    std::string reason(Absent absent) const
    {
        if (absent == Absent::NotWrittenOffline && m_offline)
            return QCoreApplication::translate("Overview", "The SDK does not write this in offline mode.")
                .toStdString();
        return QCoreApplication::translate("Overview", "This run did not record it.").toStdString();
    }

    bool m_offline;
    std::vector<OverviewField> m_fields;
};

std::string stateText(RunState state)
{
    switch (state) {
    case RunState::Running:
        return QCoreApplication::translate("Overview", "Running").toStdString();
    case RunState::Finished:
        return QCoreApplication::translate("Overview", "Finished").toStdString();
    case RunState::Failed:
        return QCoreApplication::translate("Overview", "Failed").toStdString();
    case RunState::Crashed:
        return QCoreApplication::translate("Overview", "Crashed").toStdString();
    case RunState::Killed:
        return QCoreApplication::translate("Overview", "Killed").toStdString();
    case RunState::Pending:
        return QCoreApplication::translate("Overview", "Pending").toStdString();
    case RunState::Unknown:
        break;
    }
    return QCoreApplication::translate("Overview", "Unknown").toStdString();
}

/// Sentences after one another.
std::string sentences(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty())
            text += (text.empty() ? "" : " · ") + part;
    }
    return text;
}

std::string exitText(const Run& run)
{
    if (!run.exitCode)
        return {};
    //: %1 is a number, or a number with the signal it hints at: "143 (128 + SIGTERM)"
    return QCoreApplication::translate("Overview", "Exit code %1")
        .arg(QString::fromStdString(exitCodeText(*run.exitCode)))
        .toStdString();
}

std::string startText(const Run& run)
{
    if (!run.startedAt) {
        std::string text = run.startedAtLocal;
        std::replace(text.begin(), text.end(), 'T', ' ');
        return text;
    }
    return localTimeText(*run.startedAt);
}

bool hasDiff(const RunDetail& detail)
{
    return std::any_of(detail.announcedFiles.begin(), detail.announcedFiles.end(),
                       [](const AnnouncedFile& file) { return file.path == "diff.patch"; });
}

std::string gitStateText(const Run& run, const RunDetail& detail)
{
    const QString commit = QString::fromStdString(run.git.commit);
    const QString branch = QString::fromStdString(run.git.branch);
    if (commit.isEmpty())
        return {};
    const bool changed = hasDiff(detail);
    if (branch.isEmpty() && !changed)
        return run.git.commit;
    if (branch.isEmpty())
        //: %1 is a commit
        return QCoreApplication::translate("Overview", "%1, with uncommitted changes").arg(commit).toStdString();
    if (!changed)
        //: %1 is a commit, %2 a branch
        return QCoreApplication::translate("Overview", "%1 on %2").arg(commit, branch).toStdString();
    //: %1 is a commit, %2 a branch
    return QCoreApplication::translate("Overview", "%1 on %2, with uncommitted changes")
        .arg(commit, branch)
        .toStdString();
}

std::string memoryText(std::uint64_t bytes)
{
    const double size = static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0);
    std::array<char, 32> text = {};
    const int length = std::snprintf(text.data(), text.size(), size < 10 ? "%.1f GiB" : "%.0f GiB", size);
    return {text.data(), static_cast<std::size_t>(length)};
}

/// "2 × NVIDIA H100 80GB", one part for each name.
std::vector<std::string> gpuTexts(const Hardware& hardware)
{
    std::vector<std::pair<std::string, int>> counts;
    for (const GpuInfo& gpu : hardware.gpus) {
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&gpu](const auto& count) { return count.first == gpu.name; });
        if (known == counts.end())
            counts.emplace_back(gpu.name, 1);
        else
            ++known->second;
    }
    if (counts.empty() && (hardware.gpuCount > 0 || !hardware.gpuType.empty()))
        counts.emplace_back(hardware.gpuType, std::max(1, hardware.gpuCount));
    std::vector<std::string> texts;
    for (const auto& [name, count] : counts)
        texts.push_back(std::to_string(count) + " × " + (name.empty() ? "GPU" : name));
    return texts;
}

std::string coresText(int cores)
{
    if (cores == 1)
        return QCoreApplication::translate("Overview", "CPU 1 core").toStdString();
    //: %1 is a number above 1
    return QCoreApplication::translate("Overview", "CPU %1 cores").arg(cores).toStdString();
}

std::string hardwareText(const Hardware& hardware)
{
    std::vector<std::string> parts;
    const int cores = hardware.cpuCount > 0 ? hardware.cpuCount : hardware.cpuCountLogical;
    if (cores > 0)
        parts.push_back(coresText(cores));
    if (hardware.memoryBytes > 0)
        parts.push_back(memoryText(hardware.memoryBytes));
    for (std::string& gpu : gpuTexts(hardware))
        parts.push_back(std::move(gpu));
    return sentences(parts);
}

/// What stands behind the short line: model names and the like.
std::string hardwareReason(const Hardware& hardware)
{
    std::vector<std::string> parts{hardware.cpuModel};
    if (!hardware.cudaVersion.empty())
        parts.push_back("CUDA " + hardware.cudaVersion);
    return sentences(parts);
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts)
        line += (line.empty() ? "" : ", ") + text;
    return line;
}

void addTimes(Fields& fields, const Run& run)
{
    fields.add("Start time", startText(run));
    fields.add("Runtime", run.runtimeSeconds ? durationText(*run.runtimeSeconds) : "");
    fields.add("Duration", run.durationSeconds ? durationText(*run.durationSeconds) : "");
}

} // namespace

std::string durationText(double seconds)
{
    std::array<char, 48> text = {};
    if (!(seconds >= 0) || seconds > 1e12)
        return "–";
    const long long whole = std::llround(seconds);
    int length = 0;
    if (seconds < 9.95)
        length = std::snprintf(text.data(), text.size(), "%.1fs", seconds);
    else if (whole < 60)
        length = std::snprintf(text.data(), text.size(), "%llds", whole);
    else if (whole < 3600)
        length = std::snprintf(text.data(), text.size(), "%lldm %02llds", whole / 60, whole % 60);
    else if (whole < 86400)
        length = std::snprintf(text.data(), text.size(), "%lldh %02lldm", whole / 3600, whole / 60 % 60);
    else
        length = std::snprintf(text.data(), text.size(), "%lldd %02lldh", whole / 86400, whole / 3600 % 24);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::vector<std::string> runLocations(const RunDetail& detail)
{
    std::vector<std::string> places;
    for (const Segment& segment : detail.segments) {
        // A recorder keeps the files of all segments in one place.
        if (!segment.folder.empty())
            places.push_back(segment.folder);
        places.insert(places.end(), segment.copies.begin(), segment.copies.end());
    }
    return places;
}

std::vector<OverviewField> overviewFields(const Run& run, const RunDetail& detail)
{
    Fields fields(run);
    fields.add("State", stateText(run.state)).reason = sentences({stateReasonText(run.stateReason), exitText(run)});
    fields.add("Name", run.name, Absent::NotWrittenOffline);
    fields.addMonospace("Run path", toString(run.path));
    fields.add("Author", run.author, Absent::NotWrittenOffline);
    addTimes(fields, run);
    fields.add("Host name", run.host);
    fields.add("OS", run.os);
    fields.add("Python version", run.python);
    fields.addMonospace("Python executable", run.executable);
    fields.addMonospace("Command", commandLine(run));
    fields.addMonospace("Git repository", run.git.remote);
    fields.addMonospace("Git state", gitStateText(run, detail));
    OverviewField& hardware = fields.add("System hardware", hardwareText(run.hardware));
    if (!hardware.missing)
        hardware.reason = hardwareReason(run.hardware);
    fields.add("W&B CLI version", run.cliVersion);
    fields.add("Group", run.group);
    fields.add("Job type", run.jobType);
    fields.add("Tags", joined(run.tags));
    fields.add("Description", run.notes);
    return fields.take();
}

} // namespace runglass
