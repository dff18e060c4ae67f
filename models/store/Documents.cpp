// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Documents.h"

#include "models/store/Cbor.h"

#include <concepts>
#include <limits>
#include <type_traits>

namespace runglass
{

namespace
{

template <typename T, typename U>
concept Is = std::same_as<std::remove_cvref_t<T>, U>;

// What each type holds, for both directions: Archive is Encoder or Decoder.

void fields(auto& archive, Is<Warning> auto& warning)
{
    archive(1, warning.file);
    archive(2, warning.offset);
    archive(3, warning.cause);
}

void fields(auto& archive, Is<GitInfo> auto& git)
{
    archive(1, git.remote);
    archive(2, git.commit);
    archive(3, git.branch);
}

void fields(auto& archive, Is<GpuInfo> auto& gpu)
{
    archive(1, gpu.name);
    archive(2, gpu.memoryBytes);
}

void fields(auto& archive, Is<Hardware> auto& hardware)
{
    archive(1, hardware.cpuCount);
    archive(2, hardware.cpuCountLogical);
    archive(3, hardware.cpuModel);
    archive(4, hardware.memoryBytes);
    archive(5, hardware.diskBytes);
    archive(6, hardware.gpuCount);
    archive(7, hardware.gpuType);
    archive(8, hardware.gpus);
    archive(9, hardware.cudaVersion);
}

void fields(auto& archive, Is<FieldEdit> auto& edit)
{
    archive(1, edit.field);
    archive(2, edit.original);
    archive(3, edit.user);
    archive(4, edit.when);
}

void fields(auto& archive, Is<Run> auto& run)
{
    archive(1, run.name);
    archive(2, run.state);
    archive(3, run.stateReason);
    archive(4, run.exitCode);
    archive(5, run.notes);
    archive(6, run.tags);
    archive(7, run.group);
    archive(8, run.jobType);
    archive(9, run.sweep);
    archive(10, run.author);
    archive(11, run.host);
    archive(12, run.program);
    archive(13, run.args);
    archive(14, run.executable);
    archive(15, run.python);
    archive(16, run.os);
    archive(17, run.cliVersion);
    archive(18, run.root);
    archive(19, run.git);
    archive(20, run.hardware);
    archive(21, run.startedAt);
    archive(22, run.startedAtLocal);
    archive(23, run.lastSign);
    archive(24, run.runtimeSeconds);
    archive(25, run.durationSeconds);
    archive(26, run.config);
    archive(27, run.summary);
    archive(29, run.warnings);
    archive(30, run.segmentCount);
    archive(31, run.offline);
    archive(32, run.traceback);
    archive(33, run.vanished);
    archive(34, run.exception);
    archive(35, run.edits);
    archive(36, run.locked);
    archive(37, run.hasDeletedId);
}

void fields(auto& archive, Is<Segment> auto& segment)
{
    archive(1, segment.ordinal);
    archive(2, segment.folder);
    archive(3, segment.log);
    archive(4, segment.name);
    archive(5, segment.startedAt);
    archive(6, segment.lastSign);
    archive(7, segment.durationSeconds);
    archive(8, segment.exitCode);
    archive(9, segment.state);
    archive(10, segment.copies);
    archive(11, segment.incompleteFrom);
    archive(12, segment.incompleteBytes);
    archive(13, segment.isReadable);
    archive(14, segment.hasRecords);
}

void fields(auto& archive, Is<ArtifactMember> auto& member)
{
    archive(1, member.path);
    archive(2, member.sizeBytes);
    archive(3, member.digest);
    archive(4, member.reference);
    archive(5, member.localPath);
}

void fields(auto& archive, Is<Artifact> auto& artifact)
{
    archive(1, artifact.direction);
    archive(2, artifact.name);
    archive(3, artifact.type);
    archive(4, artifact.version);
    archive(5, artifact.aliases);
    archive(6, artifact.tags);
    archive(7, artifact.description);
    archive(8, artifact.digest);
    archive(9, artifact.clientId);
    archive(10, artifact.metadata);
    archive(11, artifact.members);
}

void fields(auto& archive, Is<Alert> auto& alert)
{
    archive(1, alert.title);
    archive(2, alert.text);
    archive(3, alert.level);
    archive(4, alert.time);
}

void fields(auto& archive, Is<MetricDefinition> auto& metric)
{
    archive(1, metric.name);
    archive(2, metric.glob);
    archive(3, metric.stepMetric);
    archive(4, metric.hidden);
}

void fields(auto& archive, Is<AnnouncedFile> auto& file)
{
    archive(1, file.path);
    archive(2, file.policy);
    archive(3, file.kind);
}

void fields(auto& archive, Is<RunDetail> auto& detail)
{
    archive(1, detail.segments);
    archive(2, detail.artifacts);
    archive(3, detail.alerts);
    archive(4, detail.metrics);
    archive(5, detail.announcedFiles);
}

class Encoder
{
public:
    template <typename T> void operator()(int field, const T& value)
    {
        if (isEmpty(value))
            return;
        m_writer.integer(field);
        write(value);
    }

    template <typename T> std::string document(const T& value)
    {
        write(value);
        return m_writer.take();
    }

private:
    static bool isEmpty(const std::string& text) { return text.empty(); }
    static bool isEmpty(const Value& value) { return value.isNull(); }
    template <typename T> static bool isEmpty(const std::optional<T>& value) { return !value; }
    template <typename T> static bool isEmpty(const std::vector<T>& items) { return items.empty(); }
    // Numbers and enums are always written: their fields' defaults are not all 0.
    template <typename T> static bool isEmpty(const T&) { return false; }

    void write(const std::string& text) { m_writer.text(text); }
    void write(const Value& value) { m_writer.value(value); }
    void write(bool value) { m_writer.boolean(value); }
    void write(double value) { m_writer.number(value); }
    void write(RunState state) { m_writer.text(toName(state)); }
    void write(Artifact::Direction direction) { m_writer.boolean(direction == Artifact::Direction::Input); }
    template <std::signed_integral T> void write(T value) { m_writer.integer(value); }
    template <std::unsigned_integral T> void write(T value) { m_writer.natural(value); }
    template <typename T> void write(const std::optional<T>& value) { write(*value); }
    template <typename T> void write(const std::vector<T>& items)
    {
        m_writer.beginArray(items.size());
        for (const T& item : items)
            write(item);
    }
    template <typename T>
    requires std::is_class_v<T>
    void write(const T& structure)
    {
        m_writer.beginMap();
        fields(*this, structure);
        m_writer.endMap();
    }

    CborWriter m_writer;
};

class Decoder
{
public:
    explicit Decoder(std::string_view bytes)
        : m_reader(bytes)
    {
    }

    /// Fields come in rising order, so that one look at the next number tells whether this one is there.
    template <typename T> void operator()(int field, T& value)
    {
        while (m_next < field)
            passOver();
        if (m_next != field)
            return;
        read(value);
        readNumber();
    }

    template <typename T> Result<T> document()
    {
        T value;
        read(value);
        if (m_reader.failed() || !m_reader.atEnd())
            return Error{
                Error::Kind::Corruption, "The index's record of this run is damaged.", {}, m_reader.position()};
        return value;
    }

private:
    static constexpr std::int64_t kNoField = std::numeric_limits<std::int64_t>::max();

    void readNumber()
    {
        const std::int64_t last = m_next;
        m_next = m_reader.atMapEnd() ? kNoField : m_reader.integer();
        if (m_next <= last)
            m_reader.fail();
        if (m_reader.failed())
            m_next = kNoField;
    }
    void passOver()
    {
        m_reader.skip();
        readNumber();
    }

    void read(std::string& text) { text = m_reader.text(); }
    void read(Value& value) { value = m_reader.value(); }
    void read(bool& value) { value = m_reader.boolean(); }
    void read(double& value) { value = m_reader.number(); }
    void read(RunState& state)
    {
        const std::optional<RunState> known = runStateFromName(m_reader.text());
        if (known)
            state = *known;
        else
            m_reader.fail();
    }
    void read(Artifact::Direction& direction)
    {
        direction = m_reader.boolean() ? Artifact::Direction::Input : Artifact::Direction::Output;
    }
    template <std::signed_integral T> void read(T& value)
    {
        const std::int64_t integer = m_reader.integer();
        if (!std::in_range<T>(integer))
            m_reader.fail();
        value = static_cast<T>(integer);
    }
    template <std::unsigned_integral T> void read(T& value) { value = m_reader.natural(); }
    template <typename T> void read(std::optional<T>& value) { read(value.emplace()); }
    template <typename T> void read(std::vector<T>& items)
    {
        const std::size_t size = m_reader.array();
        for (std::size_t i = 0; i < size && !m_reader.failed(); ++i)
            read(items.emplace_back());
    }
    template <typename T>
    requires std::is_class_v<T>
    void read(T& structure)
    {
        const std::int64_t outer = m_next;
        m_next = -1;
        m_reader.beginMap();
        readNumber();
        fields(*this, structure);
        while (m_next != kNoField)
            passOver();
        m_next = outer;
    }

    CborReader m_reader;
    std::int64_t m_next = kNoField;
};

} // namespace

std::string encodeRun(const Run& run)
{
    return Encoder().document(run);
}

Result<Run> decodeRun(std::string_view bytes)
{
    return Decoder(bytes).document<Run>();
}

std::string encodeDetail(const RunDetail& detail)
{
    return Encoder().document(detail);
}

Result<RunDetail> decodeDetail(std::string_view bytes)
{
    return Decoder(bytes).document<RunDetail>();
}

} // namespace runglass
