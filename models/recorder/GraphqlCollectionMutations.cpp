// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlArtifactPayloads.h"
#include "models/recorder/UpsertBucket.h"
#include "models/run/ValueMember.h"

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

/// The collection that an input names by ID, or by its path.
Result<RecordedCollection> collectionOf(const GraphqlArtifacts& artifacts, const Value& input)
{
    std::int64_t number = 0;
    for (const char* key : {"artifactSequenceID", "artifactPortfolioID"})
        number = std::max(number, numberOfId("ArtifactCollection", member(input, key).text()));
    const RunPath path = pathOfInput(input, "projectName", "artifactCollectionName");
    RecordedArtifacts& store = artifacts.keeper().store();
    const Result<std::optional<RecordedCollection>> found =
        number == 0 ? store.collection(path.entity, path.project, path.id) : store.collection(number);
    if (!found)
        return found.error();
    return *found ? Result<RecordedCollection>(**found)
                  : Error{Error::Kind::NotFound, "There is no such collection of artifacts.", {}};
}

Answer updateCollection(const GraphqlArtifacts& artifacts, const Value& input)
{
    Result<RecordedCollection> collection = collectionOf(artifacts, input);
    if (!collection)
        return collection.error();
    CollectionRecord record = decodeCollection(collection->doc);
    if (const Value& description = member(input, "description"); description.isText())
        record.description = description.text();
    if (const std::string& name = member(input, "name").text(); !name.empty())
        collection->name = name;
    if (const std::string& type = member(input, "destinationArtifactTypeName").text(); !type.empty())
        collection->type = type;
    collection->doc = encodeCollection(record);
    const Status saved = artifacts.keeper().save(*collection);
    return saved ? artifactPayload("artifactCollection", artifacts.collection(*collection)) : Answer(saved.error());
}

Answer removeCollection(const GraphqlArtifacts& artifacts, const Value& input)
{
    const Result<RecordedCollection> collection = collectionOf(artifacts, input);
    if (!collection)
        return collection.error();
    const Status removed = artifacts.keeper().remove(*collection);
    return removed ? artifactPayload("artifactCollection", artifacts.collection(*collection)) : Answer(removed.error());
}

Answer changeCollectionTags(const GraphqlArtifacts& artifacts, const Value& input, bool isAdded)
{
    Result<RecordedCollection> collection = collectionOf(artifacts, input);
    if (!collection)
        return collection.error();
    CollectionRecord record = decodeCollection(collection->doc);
    const Value& tags = member(input, "tags");
    changeTags(record.tags, isAdded ? tags : Value(), isAdded ? Value() : tags);
    collection->doc = encodeCollection(record);
    const Status saved = artifacts.keeper().save(*collection);
    return saved ? artifactPayload("tags", tagObjects(record.tags)) : Answer(saved.error());
}

} // namespace

Result<GraphqlNode> artifactPayload(const char* name, GraphqlNode node)
{
    auto object = std::make_shared<GraphqlObject>("Payload");
    object->set("clientMutationId", Value());
    object->set("success", true);
    object->link(name, std::move(node));
    return GraphqlNode(GraphqlObjectPtr(object));
}

Result<GraphqlNode> successPayload(const Status& status)
{
    return status ? artifactPayload("success", Value(true)) : Answer(status.error());
}

void changeTags(std::vector<std::string>& tags, const Value& added, const Value& removed)
{
    for (const std::string& tag : tagNames(removed))
        std::erase(tags, tag);
    for (const std::string& tag : tagNames(added))
        if (std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
}

void addCollectionMutations(GraphqlObject& root, const GraphqlArtifacts& artifacts)
{
    using Work = Answer (*)(const GraphqlArtifacts&, const Value&);
    const auto add = [&](const char* name, Work work) {
        root.add(name, [artifacts, work](const GraphqlArguments& arguments) {
            return work(artifacts, arguments.value("input"));
        });
    };
    const auto addTagging = [&](const char* name, bool isAdded) {
        root.add(name, [artifacts, isAdded](const GraphqlArguments& arguments) {
            return changeCollectionTags(artifacts, arguments.value("input"), isAdded);
        });
    };
    for (const char* name : {"updateArtifactSequence", "updateArtifactPortfolio", "moveArtifactSequence"})
        add(name, updateCollection);
    for (const char* name : {"deleteArtifactSequence", "deleteArtifactPortfolio"})
        add(name, removeCollection);
    addTagging("createArtifactCollectionTagAssignments", true);
    addTagging("deleteArtifactCollectionTagAssignments", false);
}

} // namespace runglass
