// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlRoots.h"

#include <array>
#include <memory>

namespace runglass
{

namespace
{

/// What the SDK may rely on.
constexpr std::array kFeatures = {"LARGE_FILENAMES", "CLIENT_IDS", "STRUCTURED_CONSOLE_LOGS", "FILESTREAM_GZIP",
                                  "MARK_RUN_FILES_UPLOADED"};

GraphqlObjectPtr serverInfo()
{
    std::vector<GraphqlObjectPtr> features;
    for (const char* name : kFeatures) {
        auto feature = std::make_shared<GraphqlObject>("ServerFeature");
        feature->set("name", name);
        feature->set("isEnabled", true);
        features.push_back(std::move(feature));
    }
    auto object = std::make_shared<GraphqlObject>("ServerInfo");
    object->link("features", std::move(features));
    return object;
}

} // namespace

GraphqlObject queryRoot(RunKeeper& keeper)
{
    const GraphqlRuns runs(keeper);
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
