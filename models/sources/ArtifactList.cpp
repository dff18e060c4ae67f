// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/ArtifactList.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Each record brings few; all of them together must stay few as well, or finding them would take for ever.
constexpr std::size_t kMostUnited = 1'000;

void unite(std::vector<std::string>& into, std::vector<std::string> from)
{
    for (std::string& text : from)
        if (into.size() < kMostUnited && std::find(into.begin(), into.end(), text) == into.end())
            into.push_back(std::move(text));
}

template <typename T> void fill(T& into, T&& from)
{
    if (into.empty())
        into = std::forward<T>(from);
}

void complete(Artifact& known, Artifact more)
{
    unite(known.aliases, std::move(more.aliases));
    unite(known.tags, std::move(more.tags));
    fill(known.type, std::move(more.type));
    fill(known.version, std::move(more.version));
    fill(known.description, std::move(more.description));
    fill(known.digest, std::move(more.digest));
    fill(known.clientId, std::move(more.clientId));
    fill(known.members, std::move(more.members));
    if (known.metadata.isNull())
        known.metadata = std::move(more.metadata);
}

bool isVersion(std::string_view alias)
{
    return alias.size() > 1 && alias[0] == 'v' && alias.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

} // namespace

void ArtifactList::add(Artifact artifact)
{
    std::vector<std::string> aliases;
    std::swap(aliases, artifact.aliases);
    unite(artifact.aliases, std::move(aliases));
    std::vector<Identity> identities;
    if (!artifact.clientId.empty())
        identities.emplace_back(artifact.direction, artifact.name, true, artifact.clientId);
    if (!artifact.digest.empty())
        identities.emplace_back(artifact.direction, artifact.name, false, artifact.digest);
    std::size_t index = m_artifacts.size();
    for (const Identity& identity : identities)
        if (const auto known = m_known.find(identity); known != m_known.end())
            index = std::min(index, known->second);
    for (Identity& identity : identities)
        m_known.try_emplace(std::move(identity), index);
    if (index == m_artifacts.size())
        m_artifacts.push_back(std::move(artifact));
    else
        complete(m_artifacts[index], std::move(artifact));
}

Artifact usedArtifact(std::string_view id, std::string_view type, std::string_view name)
{
    Artifact artifact;
    artifact.direction = Artifact::Direction::Input;
    artifact.type = type;
    artifact.clientId = id;
    const std::size_t colon = name.rfind(':');
    artifact.name = name.substr(0, colon);
    if (colon != std::string_view::npos) {
        const std::string_view alias = name.substr(colon + 1);
        if (isVersion(alias))
            artifact.version = alias;
        else if (!alias.empty())
            artifact.aliases.emplace_back(alias);
    }
    return artifact;
}

} // namespace runglass
