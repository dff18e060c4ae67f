// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlExecutor.h"
#include "models/recorder/RunKeeper.h"

#include <functional>
#include <string>
#include <string_view>

namespace runglass
{

/// The entity of runs that name none.
inline constexpr const char* kDefaultEntity = "local";

/// What runs and projects have besides: their makers add it.
struct GraphqlExtras {
    std::function<void(GraphqlObject& run, const KeptRun& kept)> addToRun = [](GraphqlObject&, const KeptRun&) {};
    std::function<void(GraphqlObject& project, const std::string& entity, const std::string& name)> addToProject =
        [](GraphqlObject&, const std::string&, const std::string&) {};
};

/// What the schema's objects are made from.
/// @source wandb 0.31 operations; the schema itself is not published
class GraphqlRuns
{
public:
    explicit GraphqlRuns(RunKeeper& keeper, GraphqlExtras extras = {})
        : m_keeper(keeper)
        , m_extras(std::move(extras))
    {
    }

    GraphqlObjectPtr entity(const std::string& name) const;
    /// The one user there is.
    GraphqlObjectPtr user() const;
    /// Of an entity, by name.
    Result<GraphqlNode> projects(const std::string& entity) const;
    /// Makes the project known when it is new.
    Result<GraphqlObjectPtr> project(const std::string& entity, const std::string& name) const;
    /// Null when there was never anything of that name.
    Result<GraphqlNode> existingProject(const std::string& entity, const std::string& name) const;
    Result<GraphqlObjectPtr> run(KeptRun kept) const;

private:
    RunKeeper& m_keeper;
    GraphqlExtras m_extras;
};

/// The opaque name of a run in GraphQL, and back; 0 when it is none.
std::string storageId(std::int64_t number);
std::int64_t numberOfStorageId(std::string_view id);

/// A text, or null when it is empty.
Value textOrNull(const std::string& text);

} // namespace runglass
