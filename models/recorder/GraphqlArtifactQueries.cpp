// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Base64.h"
#include "models/recorder/GraphqlArtifacts.h"
#include "models/run/UtcTime.h"

#include <map>

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

GraphqlNode nothing()
{
    return GraphqlNode(GraphqlObjectPtr());
}

/// Where things of a project are looked for.
struct Place {
    GraphqlArtifacts artifacts;
    std::string entity, project;

    RecordedArtifacts& store() const { return artifacts.keeper().store(); }
};

/// "name:alias", "name" or either of them behind an entity and a project.
Result<std::optional<RecordedVersion>> find(const Place& place, const std::string& name)
{
    const std::string last = name.substr(name.rfind('/') + 1);
    const std::size_t colon = std::min(last.find(':'), last.size());
    const std::string alias = colon < last.size() ? last.substr(colon + 1) : "latest";
    const Result<std::optional<RecordedCollection>> collection =
        place.store().collection(place.entity, place.project, last.substr(0, colon));
    if (!collection)
        return collection.error();
    return *collection ? place.store().version((*collection)->number, alias)
                       : Result<std::optional<RecordedVersion>>(std::nullopt);
}

Answer collectionNamed(const Place& place, const std::string& name)
{
    const Result<std::optional<RecordedCollection>> found = place.store().collection(place.entity, place.project, name);
    if (!found)
        return found.error();
    if (!*found)
        return nothing();
    const Result<std::vector<RecordedVersion>> versions = place.store().versions((*found)->number);
    if (!versions)
        return versions.error();
    return versions->empty() ? nothing() : GraphqlNode(place.artifacts.collection(**found));
}

/// Of a type, or of all where it is empty.
Answer collections(const Place& place, const std::string& type, const GraphqlArguments& arguments)
{
    Result<std::vector<RecordedCollection>> all = place.store().collections(place.entity, place.project);
    if (!all)
        return all.error();
    std::erase_if(*all, [&type](const RecordedCollection& one) { return !type.empty() && one.type != type; });
    return pageOf(*all, arguments, [&place](const RecordedCollection& one) {
        return Answer(GraphqlNode(place.artifacts.collection(one)));
    });
}

GraphqlObjectPtr typeObject(const Place& place, const std::string& name, TimeNs created)
{
    auto object = std::make_shared<GraphqlObject>("ArtifactType");
    object->set("id", encodedBase64("ArtifactType:" + name));
    object->set("name", name);
    object->set("description", Value());
    object->set("createdAt", utcText(created));
    const auto listed = [place, name](const GraphqlArguments& arguments) {
        return collections(place, name, arguments);
    };
    object->add("artifactCollections", listed);
    object->add("artifactSequences", listed);
    const auto one = [place](const GraphqlArguments& arguments) {
        return collectionNamed(place, arguments.text("name"));
    };
    object->add("artifactCollection", one);
    object->add("artifactSequence", one);
    return object;
}

/// Types with the time of their first artifact.
Result<std::map<std::string, TimeNs>> types(const Place& place)
{
    const Result<std::vector<RecordedCollection>> all = place.store().collections(place.entity, place.project);
    if (!all)
        return all.error();
    std::map<std::string, TimeNs> found;
    for (const RecordedCollection& collection : *all) {
        const auto [type, isNew] = found.emplace(collection.type, collection.created);
        if (!isNew)
            type->second = std::min(type->second, collection.created);
    }
    return found;
}

} // namespace

void addProjectArtifacts(GraphqlObject& project, const GraphqlArtifacts& artifacts, const std::string& entity,
                         const std::string& name)
{
    const Place place{artifacts, entity, name};
    project.add("artifact", [place](const GraphqlArguments& arguments) -> Answer {
        const Result<std::optional<RecordedVersion>> found = find(place, arguments.text("name"));
        if (!found)
            return found.error();
        return *found ? place.artifacts.artifact((*found)->artifact) : Answer(nothing());
    });
    project.add("artifactCollectionMembership", [place](const GraphqlArguments& arguments) -> Answer {
        const Result<std::optional<RecordedVersion>> found = find(place, arguments.text("name"));
        return found ? place.artifacts.membership(*found) : Answer(found.error());
    });
    project.add("artifactCollection",
                [place](const GraphqlArguments& arguments) { return collectionNamed(place, arguments.text("name")); });
    project.add("artifactCollections",
                [place](const GraphqlArguments& arguments) { return collections(place, {}, arguments); });
    project.add("artifactType", [place](const GraphqlArguments& arguments) -> Answer {
        const Result<std::map<std::string, TimeNs>> all = types(place);
        if (!all)
            return all.error();
        const auto found = all->find(arguments.text("name"));
        return found == all->end() ? nothing() : GraphqlNode(typeObject(place, found->first, found->second));
    });
    project.add("artifactTypes", [place](const GraphqlArguments& arguments) -> Answer {
        const Result<std::map<std::string, TimeNs>> all = types(place);
        if (!all)
            return all.error();
        const std::vector<std::pair<std::string, TimeNs>> listed(all->begin(), all->end());
        return pageOf(listed, arguments, [&place](const std::pair<std::string, TimeNs>& type) {
            return Answer(GraphqlNode(typeObject(place, type.first, type.second)));
        });
    });
}

void addRunArtifacts(GraphqlObject& run, const GraphqlArtifacts& artifacts, std::int64_t number)
{
    const auto add = [&](const char* name, LineageDirection direction) {
        run.add(name, [artifacts, number, direction](const GraphqlArguments& arguments) -> Answer {
            const Result<std::vector<std::int64_t>> all = artifacts.keeper().store().artifactsOf(number, direction);
            if (!all)
                return all.error();
            return pageOf(*all, arguments,
                          [&artifacts](std::int64_t artifact) { return artifacts.artifact(artifact); });
        });
    };
    add("outputArtifacts", LineageDirection::Output);
    add("inputArtifacts", LineageDirection::Input);
}

void addArtifactQueries(GraphqlObject& root, const GraphqlArtifacts& artifacts)
{
    root.add("artifact", [artifacts](const GraphqlArguments& arguments) {
        return artifacts.artifact(numberOfId("Artifact", arguments.text("id")));
    });
    root.add("artifactCollection", [artifacts](const GraphqlArguments& arguments) {
        return artifacts.collection(numberOfId("ArtifactCollection", arguments.text("id")));
    });
    root.add("clientIDMapping", [artifacts](const GraphqlArguments& arguments) -> Answer {
        const Result<std::optional<RecordedArtifact>> found =
            artifacts.keeper().store().byClient(arguments.text("clientID"));
        if (!found)
            return found.error();
        if (!*found)
            return nothing();
        auto object = std::make_shared<GraphqlObject>("ClientIDMapping");
        object->set("serverID", artifactId((*found)->number));
        return GraphqlNode(GraphqlObjectPtr(object));
    });
}

} // namespace runglass
