// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/ProtoFields.h"
#include "models/formats/Utf8.h"
#include "models/formats/WandbMessages.h"

#include <protozero/pbf_reader.hpp>

namespace runglass::wandb
{

std::string_view Texts::valid(std::string_view text)
{
    if (validUtf8Length(text) == text.size())
        return text;
    return m_mended.emplace_back(validUtf8(text));
}

namespace
{

/// Puts the text fields of a RunRecord where they belong. False: the field is none of these.
bool readRunText(std::uint32_t number, proto::Reader& fields, WandbRunRecord& run, Texts& texts)
{
    std::string_view* text = nullptr;
    switch (number) {
    case proto::bytes(1):
        text = &run.runId;
        break;
    case proto::bytes(2):
        text = &run.entity;
        break;
    case proto::bytes(3):
        text = &run.project;
        break;
    case proto::bytes(6):
        text = &run.group;
        break;
    case proto::bytes(7):
        text = &run.jobType;
        break;
    case proto::bytes(8):
        text = &run.displayName;
        break;
    case proto::bytes(9):
        text = &run.notes;
        break;
    case proto::bytes(12):
        text = &run.sweepId;
        break;
    case proto::bytes(13):
        text = &run.host;
        break;
    default:
        return false;
    }
    *text = texts.valid(proto::view(fields));
    return true;
}

} // namespace

RunMessage run(std::string_view message, Texts& texts)
{
    RunMessage result;
    WandbRunRecord& run = result.run;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (readRunText(fields.tag_and_type(), fields, run, texts))
            continue;
        switch (fields.tag_and_type()) {
        case proto::bytes(4):
            result.config = proto::view(fields);
            break;
        case proto::bytes(10):
            if (const std::string_view tag = proto::view(fields); texts.hasRoom(run.tags.size(), kMaxTags))
                run.tags.push_back(texts.valid(tag));
            break;
        case proto::varint(14):
            run.startingStep = fields.get_int64();
            break;
        case proto::bytes(17):
            run.startTime = proto::timestamp(proto::view(fields));
            break;
        case proto::varint(18):
            run.resumed = fields.get_uint64() != 0;
            break;
        case proto::bytes(19):
            result.telemetry = proto::view(fields);
            break;
        case proto::bytes(21): {
            const proto::Git git = proto::git(proto::view(fields));
            run.gitRemote = texts.valid(git.remote);
            run.gitCommit = texts.valid(git.commit);
            break;
        }
        case proto::varint(22):
            run.forked = fields.get_uint64() != 0;
            break;
        default:
            fields.skip();
        }
    }
    return result;
}

Telemetry telemetry(std::string_view message, Texts& texts)
{
    Telemetry result;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(3): {
            proto::Reader features = proto::reader(proto::view(fields));
            while (features.next()) {
                if (features.tag_and_type() == proto::varint(4))
                    result.offline = features.get_uint64() != 0;
                else
                    features.skip();
            }
            break;
        }
        case proto::bytes(4):
            result.pythonVersion = texts.valid(proto::view(fields));
            break;
        case proto::bytes(5):
            result.cliVersion = texts.valid(proto::view(fields));
            break;
        default:
            fields.skip();
        }
    }
    return result;
}

} // namespace runglass::wandb
