// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/ArtifactKeeper.h"
#include "models/recorder/GraphqlFiles.h"
#include "models/recorder/GraphqlReads.h"
#include "models/recorder/GraphqlRuns.h"

#include <algorithm>

namespace runglass
{

/// What the schema's objects of artifacts are made from. Must not outlive the keeper.
/// @source wandb 0.31 operations; the schema itself is not published
class GraphqlArtifacts
{
public:
    GraphqlArtifacts(ArtifactKeeper& keeper, FilePlace place)
        : m_keeper(&keeper)
        , m_place(std::move(place))
    {
    }

    ArtifactKeeper& keeper() const { return *m_keeper; }
    const FilePlace& place() const { return m_place; }

    GraphqlObjectPtr artifact(const KeptArtifact& kept) const;
    /// Null when it is not there or not there any more.
    Result<GraphqlNode> artifact(std::int64_t number) const;
    GraphqlObjectPtr collection(const RecordedCollection& collection) const;
    Result<GraphqlNode> collection(std::int64_t number) const;
    Result<GraphqlNode> membership(const std::optional<RecordedVersion>& version) const;
    GraphqlObjectPtr manifest(std::int64_t artifact) const;

private:
    void addContents(GraphqlObject& object, const KeptArtifact& kept) const;
    void addLineage(GraphqlObject& object, const KeptArtifact& kept) const;
    Result<GraphqlNode> aliases(std::int64_t artifact) const;
    std::vector<GraphqlObjectPtr> aliasesIn(const RecordedVersion& version) const;
    Result<GraphqlNode> files(std::int64_t artifact, const GraphqlArguments& arguments) const;
    GraphqlObjectPtr file(const KeptArtifact& kept, const ManifestEntry& entry) const;
    Result<GraphqlNode> versions(std::int64_t collection, const GraphqlArguments& arguments) const;
    void addProject(GraphqlObject& object, const RecordedCollection& collection) const;

    ArtifactKeeper* m_keeper;
    FilePlace m_place;
};

/// Adds what wandb.Api() and runs that use artifacts read.
void addArtifactQueries(GraphqlObject& root, const GraphqlArtifacts& artifacts);
void addProjectArtifacts(GraphqlObject& project, const GraphqlArtifacts& artifacts, const std::string& entity,
                         const std::string& name);
void addRunArtifacts(GraphqlObject& run, const GraphqlArtifacts& artifacts, std::int64_t number);
/// Adds what changes artifacts.
void addArtifactMutations(GraphqlObject& root, const GraphqlArtifacts& artifacts);

/// Opaque names in GraphQL, in base64, and back; 0 when it is none of that kind.
std::string artifactId(std::int64_t number);
std::string manifestId(std::int64_t artifact);
std::string collectionId(std::int64_t number);
std::int64_t numberOfId(std::string_view kind, const std::string& id);

/// Tags as objects.
std::vector<GraphqlObjectPtr> tagObjects(const std::vector<std::string>& names);

/// The page that arguments ask for.
/// @param make  gives the object of an item, as a result
template <typename Item, typename Make>
Result<GraphqlNode> pageOf(const std::vector<Item>& all, const GraphqlArguments& arguments, Make make)
{
    constexpr std::uint64_t kUsual = 50;
    GraphqlPage page;
    page.all = all.size();
    page.first = std::min<std::uint64_t>(placeAfter(arguments.text("after")), page.all);
    const std::uint64_t end = page.first + std::min(countOf(arguments, kUsual), page.all - page.first);
    for (std::uint64_t i = page.first; i < end; ++i) {
        Result<GraphqlNode> node = make(all[static_cast<std::size_t>(i)]);
        if (!node)
            return node.error();
        page.nodes.push_back(std::get<GraphqlObjectPtr>(*node));
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

} // namespace runglass
