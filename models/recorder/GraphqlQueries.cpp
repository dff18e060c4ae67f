// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlRoots.h"

#include <array>
#include <memory>

namespace runglass
{

namespace
{

/// What the SDK may rely on.
constexpr std::array kFeatures = {"LARGE_FILENAMES",
                                  "CLIENT_IDS",
                                  "STRUCTURED_CONSOLE_LOGS",
                                  "FILESTREAM_GZIP",
                                  "MARK_RUN_FILES_UPLOADED",
                                  "ARTIFACT_TAGS",
                                  "ARTIFACT_COLLECTION_MEMBERSHIP_FILES",
                                  "ARTIFACT_COLLECTION_MEMBERSHIP_FILE_DOWNLOAD_HANDLER",
                                  "USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION",
                                  "PROJECT_ARTIFACT_COLLECTION_MEMBERSHIP",
                                  "ARTIFACT_MEMBERSHIP_IN_LINK_ARTIFACT_RESPONSE",
                                  "TOTAL_COUNT_IN_FILE_CONNECTION"};

GraphqlObjectPtr serverInfo()
{
    std::vector<GraphqlObjectPtr> features;
    for (const char* name : kFeatures) {
        auto feature = std::make_shared<GraphqlObject>("ServerFeature");
        feature->set("name", name);
        feature->set("isEnabled", true);
        features.push_back(std::move(feature));
    }
    // Asked for by 0.29, which logs tables only where the server is new enough for them.
    Value::Object versions;
    versions["max_cli_version"] = "0.31.0";
    versions["min_cli_version"] = "0.11.0";
    auto object = std::make_shared<GraphqlObject>("ServerInfo");
    object->set("cliVersionInfo", Value(std::move(versions)));
    object->set("latestLocalVersionInfo", Value());
    object->link("features", std::move(features));
    return object;
}

} // namespace

GraphqlObject queryRoot(RunKeeper& keeper, const GraphqlExtras& extras)
{
    const GraphqlRuns runs(keeper, extras);
    GraphqlObject root("Query");
    root.link("viewer", runs.user());
    root.link("serverInfo", serverInfo());
    root.add("entity", [runs](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        const std::string& name = arguments.text("name");
        return GraphqlNode(runs.entity(name.empty() ? kDefaultEntity : name));
    });
    const auto project = [runs](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        const std::string& entity = arguments.text("entityName");
        const std::string& name = arguments.text("name");
        return runs.existingProject(entity.empty() ? kDefaultEntity : entity,
                                    name.empty() ? std::string(kUncategorized) : name);
    };
    root.add("models", [runs](const GraphqlArguments& arguments) {
        const std::string& entity = arguments.text("entityName");
        return runs.projects(entity.empty() ? kDefaultEntity : entity);
    });
    root.add("model", project);
    root.add("project", project);
    return root;
}

} // namespace runglass
