// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/ProtoFields.h"
#include "models/formats/WandbMessages.h"

#include <protozero/pbf_reader.hpp>

namespace runglass::wandb
{

namespace
{

std::string text(proto::Reader& fields)
{
    return validUtf8(proto::view(fields));
}

/// ArtifactManifestEntry. A size of 0 is not on the wire, so a stored file without one is empty.
ArtifactMember member(std::string_view message)
{
    ArtifactMember member;
    std::int64_t size = 0;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(1):
            member.path = text(fields);
            break;
        case proto::bytes(2):
            member.digest = text(fields);
            break;
        case proto::bytes(3):
            member.reference = text(fields);
            break;
        case proto::varint(4):
            size = fields.get_int64();
            break;
        case proto::bytes(6):
            member.localPath = proto::view(fields);
            break;
        default:
            fields.skip();
        }
    }
    if (member.reference.empty() && size >= 0)
        member.sizeBytes = static_cast<std::uint64_t>(size);
    return member;
}

void readManifest(std::string_view message, std::vector<ArtifactMember>& members, Texts& texts)
{
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(4) && texts.hasRoom(members.size(), kMaxMembers))
            members.push_back(member(proto::view(fields)));
        else
            fields.skip();
    }
}

Value metadata(std::string_view json)
{
    Result<Value> value = parseJson(json);
    return value && value->isObject() ? std::move(*value) : Value();
}

} // namespace

Artifact artifact(std::string_view message, Texts& texts)
{
    Artifact artifact;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(4):
            artifact.type = text(fields);
            break;
        case proto::bytes(5):
            artifact.name = text(fields);
            break;
        case proto::bytes(6):
            artifact.digest = text(fields);
            break;
        case proto::bytes(7):
            artifact.description = text(fields);
            break;
        case proto::bytes(8):
            artifact.metadata = metadata(proto::view(fields));
            break;
        case proto::bytes(11):
            if (std::string alias = text(fields); texts.hasRoom(artifact.aliases.size(), kMaxAliases))
                artifact.aliases.push_back(std::move(alias));
            break;
        case proto::bytes(12):
            readManifest(proto::view(fields), artifact.members, texts);
            break;
        case proto::bytes(15):
            artifact.clientId = text(fields);
            break;
        case proto::bytes(19):
            if (std::string tag = text(fields); texts.hasRoom(artifact.tags.size(), kMaxAliases))
                artifact.tags.push_back(std::move(tag));
            break;
        default:
            fields.skip();
        }
    }
    return artifact;
}

Alert alert(std::string_view message)
{
    Alert alert;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(1):
            alert.title = text(fields);
            break;
        case proto::bytes(2):
            alert.text = text(fields);
            break;
        case proto::bytes(3):
            alert.level = text(fields);
            break;
        default:
            fields.skip();
        }
    }
    return alert;
}

MetricDefinition metric(std::string_view message)
{
    MetricDefinition metric;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::bytes(1):
            metric.name = text(fields);
            break;
        case proto::bytes(2):
            metric.glob = text(fields);
            break;
        case proto::bytes(4):
            metric.stepMetric = text(fields);
            break;
        case proto::bytes(6): {
            proto::Reader options = proto::reader(proto::view(fields));
            while (options.next()) {
                if (options.tag_and_type() == proto::varint(2))
                    metric.hidden = options.get_uint64() != 0;
                else
                    options.skip();
            }
            break;
        }
        default:
            fields.skip();
        }
    }
    return metric;
}

} // namespace runglass::wandb
