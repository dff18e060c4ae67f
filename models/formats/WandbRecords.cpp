// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbRecords.h"

#include "models/formats/Json.h"
#include "models/formats/ProtoFields.h"
#include "models/formats/WandbItems.h"
#include "models/formats/WandbMessages.h"

#include <protozero/pbf_reader.hpp>

#include <array>

namespace runglass
{

namespace
{

/// Field numbers of wandb_internal.Record that are read.
enum RecordKind : std::uint32_t {
    kNothing = 0,
    kHistory = 2,
    kSummary = 3,
    kOutput = 4,
    kConfig = 5,
    kFiles = 6,
    kStats = 7,
    kArtifact = 8,
    kAlert = 10,
    kTelemetry = 11,
    kMetric = 12,
    kOutputRaw = 13,
    kRun = 17,
    kExit = 18,
    kPreempting = 23,
    kUseArtifact = 25,
    kEnvironment = 26,
    kOutputLogger = 27
};

bool isKnown(std::uint32_t number)
{
    return (number >= kHistory && number <= kOutputRaw && number != 9) || number == kRun || number == kExit ||
           number == kPreempting || (number >= kUseArtifact && number <= kOutputLogger);
}

template <std::size_t N> std::string_view nameOf(const std::array<std::string_view, N>& names, std::int32_t value)
{
    return value >= 0 && static_cast<std::size_t>(value) < N ? names.at(static_cast<std::size_t>(value))
                                                             : std::string_view();
}

} // namespace

struct WandbRecordDecoder::Impl {
    WandbItemList updates;
    WandbItemList removals;
    wandb::Texts texts;

    void dispatch(std::uint32_t kind, std::string_view message, WandbRecordSink& sink);
    Status summary(std::string_view message, WandbRecordSink& sink);
    Status config(std::string_view message, WandbRecordSink& sink);
    void history(std::string_view message, WandbRecordSink& sink);
    void stats(std::string_view message, WandbRecordSink& sink);
    void console(std::string_view message, WandbRecordSink& sink);
    void logger(std::string_view message, WandbRecordSink& sink);
    void run(std::string_view message, WandbRecordSink& sink);
    void files(std::string_view message, WandbRecordSink& sink);
    void useArtifact(std::string_view message, WandbRecordSink& sink);
    void exit(std::string_view message, WandbRecordSink& sink);
};

WandbRecordDecoder::WandbRecordDecoder()
    : m_impl(std::make_unique<Impl>())
{
}

WandbRecordDecoder::~WandbRecordDecoder() = default;

Status WandbRecordDecoder::decode(std::string_view payload, WandbRecordSink& sink)
{
    try {
        std::uint32_t kind = kNothing;
        std::string_view message;
        proto::Reader fields = proto::reader(payload);
        while (fields.next()) {
            const bool isMessage = fields.wire_type() == protozero::pbf_wire_type::length_delimited;
            if (isMessage && isKnown(fields.tag())) {
                kind = fields.tag();
                message = proto::view(fields);
            } else {
                fields.skip();
            }
        }
        if (kind == kSummary)
            return m_impl->summary(message, sink);
        if (kind == kConfig)
            return m_impl->config(message, sink);
        m_impl->dispatch(kind, message, sink);
        if (m_impl->texts.isCut())
            return Error{
                Error::Kind::Unsupported, "a record holds more than is read of its kind: the rest is left out", {}};
        return Done{};
    } catch (const protozero::exception& exception) {
        return proto::undecodable(exception);
    }
}

/// Each branch reads its whole message before the sink hears of it.
void WandbRecordDecoder::Impl::dispatch(std::uint32_t kind, std::string_view message, WandbRecordSink& sink)
{
    texts.clear();
    switch (kind) {
    case kHistory:
        return history(message, sink);
    case kStats:
        return stats(message, sink);
    case kOutput:
    case kOutputRaw:
        return console(message, sink);
    case kOutputLogger:
        return logger(message, sink);
    case kRun:
        return run(message, sink);
    case kEnvironment:
        return sink.onEnvironment(wandb::environment(message, texts));
    case kTelemetry: {
        const wandb::Telemetry telemetry = wandb::telemetry(message, texts);
        return sink.onTelemetry(telemetry.cliVersion, telemetry.pythonVersion, telemetry.offline);
    }
    case kFiles:
        return files(message, sink);
    case kArtifact:
        return sink.onArtifact(wandb::artifact(message, texts));
    case kUseArtifact:
        return useArtifact(message, sink);
    case kAlert:
        return sink.onAlert(wandb::alert(message));
    case kMetric:
        return sink.onMetric(wandb::metric(message));
    case kExit:
        return exit(message, sink);
    case kPreempting:
        return sink.onPreempting();
    default:
        return;
    }
}

Status WandbRecordDecoder::Impl::summary(std::string_view message, WandbRecordSink& sink)
{
    if (sink.takeSummary(message))
        return Done{};
    const Status read = readUpdate(message, updates, removals);
    if (read)
        sink.onSummary(updates.items(), removals.items());
    return read;
}

Status WandbRecordDecoder::Impl::config(std::string_view message, WandbRecordSink& sink)
{
    const Status read = readUpdate(message, updates, removals);
    if (read)
        sink.onConfig(updates.items(), removals.items());
    return read;
}

void WandbRecordDecoder::Impl::history(std::string_view message, WandbRecordSink& sink)
{
    std::int64_t step = 0;
    updates.clear();
    proto::Reader fields = proto::reader(updates.appendPlain(message));
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(1)) {
            updates.append(proto::view(fields), true);
        } else if (fields.tag_and_type() == proto::bytes(2)) {
            proto::Reader number = proto::reader(proto::view(fields));
            while (number.next()) {
                if (number.tag_and_type() == proto::varint(1))
                    step = number.get_int64();
                else
                    number.skip();
            }
        } else {
            fields.skip();
        }
    }
    sink.onHistory(step, updates.items(), message);
}

void WandbRecordDecoder::Impl::stats(std::string_view message, WandbRecordSink& sink)
{
    std::optional<TimeNs> time;
    updates.clear();
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(2))
            time = proto::timestamp(proto::view(fields));
        else if (fields.tag_and_type() == proto::bytes(3))
            updates.append(proto::view(fields), true);
        else
            fields.skip();
    }
    sink.onStats(time, updates.items());
}

/// OutputRecord and OutputRawRecord. STDERR is 0 and so not on the wire.
void WandbRecordDecoder::Impl::console(std::string_view message, WandbRecordSink& sink)
{
    auto stream = ConsoleStream::Stderr;
    std::optional<TimeNs> time;
    std::string_view text;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::varint(1):
            stream = fields.get_enum() == 1 ? ConsoleStream::Stdout : ConsoleStream::Stderr;
            break;
        case proto::bytes(2):
            time = proto::timestamp(proto::view(fields));
            break;
        case proto::bytes(3):
            text = proto::view(fields);
            break;
        default:
            fields.skip();
        }
    }
    sink.onConsole(stream, time, text);
}

void WandbRecordDecoder::Impl::logger(std::string_view message, WandbRecordSink& sink)
{
    std::string_view text;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(1))
            text = proto::view(fields);
        else
            fields.skip();
    }
    sink.onConsole(ConsoleStream::Logger, std::nullopt, text);
}

void WandbRecordDecoder::Impl::run(std::string_view message, WandbRecordSink& sink)
{
    const wandb::RunMessage result = wandb::run(message, texts);
    const wandb::Telemetry telemetry = wandb::telemetry(result.telemetry, texts);
    if (!readUpdate(result.config, updates, removals))
        throw protozero::end_of_buffer_exception();
    sink.onRun(result.run, updates.items());
    if (!result.telemetry.empty())
        sink.onTelemetry(telemetry.cliVersion, telemetry.pythonVersion, telemetry.offline);
}

/// FilesRecord: files=1*, each path=1 policy=2 type=3.
void WandbRecordDecoder::Impl::files(std::string_view message, WandbRecordSink& sink)
{
    constexpr std::array<std::string_view, 3> kPolicies = {"now", "end", "live"};
    constexpr std::array<std::string_view, 4> kKinds = {"other", "wandb", "media", "artifact"};
    struct File {
        std::string_view path;
        std::int32_t policy = 0;
        std::int32_t kind = 0;
    };
    constexpr std::size_t kMaxFiles = 500'000;
    std::vector<File> found;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() != proto::bytes(1)) {
            fields.skip();
            continue;
        }
        File file;
        proto::Reader item = proto::reader(proto::view(fields));
        while (item.next()) {
            if (item.tag_and_type() == proto::bytes(1))
                file.path = texts.valid(proto::view(item));
            else if (item.tag_and_type() == proto::varint(2))
                file.policy = item.get_enum();
            else if (item.tag_and_type() == proto::varint(3))
                file.kind = item.get_enum();
            else
                item.skip();
        }
        if (texts.hasRoom(found.size(), kMaxFiles))
            found.push_back(file);
    }
    for (const File& file : found)
        sink.onFile(file.path, nameOf(kPolicies, file.policy), nameOf(kKinds, file.kind));
}

void WandbRecordDecoder::Impl::useArtifact(std::string_view message, WandbRecordSink& sink)
{
    std::array<std::string_view, 3> idTypeName;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        const std::uint32_t number = fields.tag();
        if (number <= idTypeName.size() && fields.tag_and_type() == proto::bytes(number))
            idTypeName.at(number - 1) = texts.valid(proto::view(fields));
        else
            fields.skip();
    }
    sink.onUseArtifact(idTypeName[0], idTypeName[1], idTypeName[2]);
}

/// A successful exit is a present, empty message.
void WandbRecordDecoder::Impl::exit(std::string_view message, WandbRecordSink& sink)
{
    std::int32_t code = 0;
    std::optional<std::int64_t> runtime;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::varint(1))
            code = fields.get_int32();
        else if (fields.tag_and_type() == proto::varint(2))
            runtime = fields.get_int32();
        else
            fields.skip();
    }
    sink.onExit(code, runtime);
}

} // namespace runglass
