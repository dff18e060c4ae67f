// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"

#include <map>
#include <tuple>

namespace runglass
{

/// Artifacts in order of first sight, records of the same one united: same direction and name, and the same client ID
/// or digest. Aliases and tags are united, what one record lacks another gives.
class ArtifactList
{
public:
    void add(Artifact artifact);
    const std::vector<Artifact>& all() const { return m_artifacts; }
    std::vector<Artifact> take() { return std::move(m_artifacts); }

private:
    using Identity = std::tuple<Artifact::Direction, std::string, bool, std::string>;

    std::vector<Artifact> m_artifacts;
    std::map<Identity, std::size_t> m_known; ///< by client ID (true) and by digest (false)
};

/// The input that a use_artifact record names: "name:alias", perhaps with entity and project before it.
Artifact usedArtifact(std::string_view id, std::string_view type, std::string_view name);

} // namespace runglass
