// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlArtifacts.h"

namespace runglass
{

/// What mutations of artifacts and of their collections share.

/// An answer of a mutation: its member name is a node.
Result<GraphqlNode> artifactPayload(const char* name, GraphqlNode node);
/// One that says only that it went well.
Result<GraphqlNode> successPayload(const Status& status);

/// Takes the tags away that input names as removed, and adds those that it names as added; null: none.
void changeTags(std::vector<std::string>& tags, const Value& added, const Value& removed);

/// Adds what changes collections of artifacts.
void addCollectionMutations(GraphqlObject& root, const GraphqlArtifacts& artifacts);

} // namespace runglass
