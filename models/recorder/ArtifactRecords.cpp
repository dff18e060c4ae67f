// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/ArtifactRecords.h"

#include "models/formats/Json.h"
#include "models/run/ValueMember.h"

namespace runglass
{

namespace
{

Value listOf(const std::vector<std::string>& texts)
{
    return Value(Value::Array(texts.begin(), texts.end()));
}

std::vector<std::string> textsOf(const Value& list)
{
    std::vector<std::string> texts;
    for (const Value& item : list.array())
        texts.push_back(item.text());
    return texts;
}

Value documentOf(const std::string& json)
{
    Result<Value> document = json.empty() ? Result<Value>(Value()) : parseJson(json);
    return document ? std::move(document).value() : Value();
}

/// The texts that members of the name have in a list of objects.
std::vector<std::string> membersOf(const Value& list, std::string_view name)
{
    std::vector<std::string> texts;
    for (const Value& item : list.array())
        if (const std::string& text = member(item, name).text(); !text.empty())
            texts.push_back(text);
    return texts;
}

} // namespace

std::string encodeArtifact(const ArtifactRecord& record)
{
    Value::Object document;
    document["description"] = record.description;
    document["metadata"] = record.metadata;
    document["tags"] = listOf(record.tags);
    document["aliases"] = listOf(record.aliases);
    if (record.historyStep)
        document["step"] = *record.historyStep;
    document["base"] = record.base;
    document["addition"] = record.isAddition;
    document["size"] = static_cast<std::int64_t>(record.sizeBytes);
    document["files"] = static_cast<std::int64_t>(record.fileCount);
    return toJson(Value(std::move(document)));
}

ArtifactRecord decodeArtifact(const std::string& doc)
{
    const Value document = documentOf(doc);
    ArtifactRecord record;
    record.description = member(document, "description").text();
    record.metadata = member(document, "metadata").text();
    record.tags = textsOf(member(document, "tags"));
    record.aliases = textsOf(member(document, "aliases"));
    if (const Value& step = member(document, "step"); step.kind() == Value::Kind::Integer)
        record.historyStep = step.toInteger();
    record.base = member(document, "base").toInteger();
    record.isAddition = member(document, "addition").toBool();
    record.sizeBytes = static_cast<std::uint64_t>(member(document, "size").toInteger());
    record.fileCount = static_cast<std::uint64_t>(member(document, "files").toInteger());
    return record;
}

std::string encodeCollection(const CollectionRecord& record)
{
    Value::Object document;
    document["description"] = record.description;
    document["tags"] = listOf(record.tags);
    return toJson(Value(std::move(document)));
}

CollectionRecord decodeCollection(const std::string& doc)
{
    const Value document = documentOf(doc);
    return {member(document, "description").text(), textsOf(member(document, "tags"))};
}

ArtifactRecord recordOf(const Value& input)
{
    ArtifactRecord record;
    record.description = member(input, "description").text();
    record.metadata = member(input, "metadata").text();
    record.tags = tagNames(member(input, "tags"));
    record.aliases = aliasesOf(input);
    if (const Value& step = member(input, "historyStep"); step.kind() == Value::Kind::Integer)
        record.historyStep = step.toInteger();
    return record;
}

std::vector<std::string> aliasesOf(const Value& input)
{
    return membersOf(member(input, "aliases"), "alias");
}

std::vector<std::string> tagNames(const Value& list)
{
    return membersOf(list, "tagName");
}

Artifact describeArtifact(const KeptArtifact& kept)
{
    Artifact artifact;
    if (kept.artifact.version >= 0)
        artifact.version = "v" + std::to_string(kept.artifact.version);
    artifact.tags = kept.record.tags;
    artifact.description = kept.record.description;
    artifact.digest = kept.artifact.digest;
    artifact.clientId = kept.artifact.client;
    artifact.metadata = documentOf(kept.record.metadata);
    return artifact;
}

} // namespace runglass
