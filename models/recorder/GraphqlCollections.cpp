// SPDX-License-Identifier: GPL-3.0-or-later
// Of the objects of artifacts: collections, and the places of artifacts in them.
#include "models/recorder/Base64.h"
#include "models/recorder/GraphqlArtifacts.h"
#include "models/run/UtcTime.h"

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

GraphqlNode nothing()
{
    return GraphqlNode(GraphqlObjectPtr());
}

std::string versionName(std::int64_t version)
{
    return "v" + std::to_string(version);
}

std::shared_ptr<GraphqlObject> aliasObject(std::int64_t collection, const std::string& alias)
{
    auto object = std::make_shared<GraphqlObject>("ArtifactAlias");
    object->set("id", encodedBase64("ArtifactAlias:" + std::to_string(collection) + ':' + alias));
    object->set("alias", alias);
    return object;
}

GraphqlObjectPtr named(const char* type, const std::string& name)
{
    auto object = std::make_shared<GraphqlObject>(type);
    object->set("name", name);
    return object;
}

} // namespace

void GraphqlArtifacts::addProject(GraphqlObject& object, const RecordedCollection& collection) const
{
    object.add("project", [keeper = m_keeper, collection](const GraphqlArguments&) -> Answer {
        const Result<GraphqlObjectPtr> project =
            GraphqlRuns(keeper->keeper()).project(collection.entity, collection.project);
        return project ? Answer(GraphqlNode(*project)) : Answer(project.error());
    });
}

GraphqlObjectPtr GraphqlArtifacts::collection(const RecordedCollection& collection) const
{
    const CollectionRecord record = decodeCollection(collection.doc);
    const GraphqlArtifacts own = *this;
    const std::int64_t number = collection.number;
    auto object = std::make_shared<GraphqlObject>(collection.isPortfolio ? "ArtifactPortfolio" : "ArtifactSequence");
    object->set("id", collectionId(number));
    object->set("name", collection.name);
    object->set("description", textOrNull(record.description));
    object->set("createdAt", utcText(collection.created));
    object->set("updatedAt", utcText(collection.updated));
    object->set("state", "READY");
    object->link("defaultArtifactType", named("ArtifactType", collection.type));
    std::vector<GraphqlObjectPtr> tags = tagObjects(record.tags);
    const std::uint64_t count = tags.size();
    object->link("tags", connectionOf({std::move(tags), 0, count}));
    addProject(*object, collection);
    const auto at = [own, number](const std::string& alias) -> Result<std::optional<RecordedVersion>> {
        return own.keeper().store().version(number, alias.empty() ? "latest" : alias);
    };
    object->add("artifactMembership", [own, at](const GraphqlArguments& arguments) -> Answer {
        const Result<std::optional<RecordedVersion>> found = at(arguments.text("aliasName"));
        return found ? own.membership(*found) : Answer(found.error());
    });
    object->add("latestArtifact", [own, at](const GraphqlArguments&) -> Answer {
        const Result<std::optional<RecordedVersion>> found = at("latest");
        if (!found)
            return found.error();
        return *found ? own.artifact((*found)->artifact) : Answer(nothing());
    });
    object->add("artifacts",
                [own, number](const GraphqlArguments& arguments) { return own.versions(number, arguments); });
    object->add("aliases", [own, number](const GraphqlArguments& arguments) -> Answer {
        const Result<std::vector<RecordedVersion>> all = own.keeper().store().versions(number);
        if (!all)
            return all.error();
        std::vector<GraphqlObjectPtr> aliases;
        for (const RecordedVersion& version : *all)
            for (GraphqlObjectPtr& alias : own.aliasesIn(version))
                aliases.push_back(std::move(alias));
        return pageOf(aliases, arguments, [](const GraphqlObjectPtr& alias) { return Answer(GraphqlNode(alias)); });
    });
    return object;
}

Answer GraphqlArtifacts::collection(std::int64_t number) const
{
    const Result<std::optional<RecordedCollection>> found = m_keeper->store().collection(number);
    if (!found)
        return found.error();
    return *found ? GraphqlNode(collection(**found)) : nothing();
}

/// The newest first, unless they are asked for the other way round.
Answer GraphqlArtifacts::versions(std::int64_t collection, const GraphqlArguments& arguments) const
{
    Result<std::vector<RecordedVersion>> all = m_keeper->store().versions(collection);
    if (!all)
        return all.error();
    const std::string& order = arguments.text("order");
    if (!order.empty() && !order.starts_with('-'))
        std::reverse(all->begin(), all->end());
    GraphqlPage page;
    constexpr std::uint64_t kUsual = 50;
    page.all = all->size();
    page.first = std::min<std::uint64_t>(placeAfter(arguments.text("after")), page.all);
    const std::uint64_t end = page.first + std::min(countOf(arguments, kUsual), page.all - page.first);
    for (std::uint64_t i = page.first; i < end; ++i) {
        const RecordedVersion& version = (*all)[static_cast<std::size_t>(i)];
        Answer node = artifact(version.artifact);
        if (!node)
            return node.error();
        page.nodes.push_back(std::get<GraphqlObjectPtr>(*node));
        page.versions.push_back(versionName(version.version));
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

/// Those of one collection, its version among them.
std::vector<GraphqlObjectPtr> GraphqlArtifacts::aliasesIn(const RecordedVersion& version) const
{
    std::vector<GraphqlObjectPtr> objects;
    if (const Result<std::vector<RecordedAlias>> all = m_keeper->store().aliases(version.artifact))
        for (const RecordedAlias& alias : *all)
            if (alias.collection == version.collection)
                objects.push_back(aliasObject(alias.collection, alias.alias));
    objects.push_back(aliasObject(version.collection, versionName(version.version)));
    return objects;
}

/// Those of all collections that the artifact is in.
Answer GraphqlArtifacts::aliases(std::int64_t artifact) const
{
    const Result<std::vector<RecordedAlias>> all = m_keeper->store().aliases(artifact);
    const Result<std::vector<RecordedVersion>> places = m_keeper->store().places(artifact);
    if (!all || !places)
        return all ? places.error() : all.error();
    std::vector<GraphqlObjectPtr> objects;
    const auto add = [&](std::int64_t collection, const std::string& name) {
        auto object = aliasObject(collection, name);
        object->add("artifactCollection",
                    [own = *this, collection](const GraphqlArguments&) { return own.collection(collection); });
        objects.push_back(std::move(object));
    };
    for (const RecordedAlias& alias : *all)
        add(alias.collection, alias.alias);
    for (const RecordedVersion& place : *places)
        add(place.collection, versionName(place.version));
    return GraphqlNode(std::move(objects));
}

Answer GraphqlArtifacts::membership(const std::optional<RecordedVersion>& version) const
{
    if (!version)
        return nothing();
    const GraphqlArtifacts own = *this;
    const RecordedVersion place = *version;
    auto object = std::make_shared<GraphqlObject>("ArtifactCollectionMembership");
    object->set("id", encodedBase64("ArtifactCollectionMembership:" + std::to_string(place.collection) + ':' +
                                    std::to_string(place.version)));
    object->set("versionIndex", place.version);
    object->set("createdAt", utcText(place.created));
    object->link("aliases", aliasesIn(place));
    object->add("artifactCollection",
                [own, place](const GraphqlArguments&) { return own.collection(place.collection); });
    object->add("artifact", [own, place](const GraphqlArguments&) { return own.artifact(place.artifact); });
    object->add("files",
                [own, place](const GraphqlArguments& arguments) { return own.files(place.artifact, arguments); });
    return GraphqlNode(GraphqlObjectPtr(object));
}

} // namespace runglass
