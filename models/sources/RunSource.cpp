// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunSource.h"

#include "models/sources/RecorderStoreSource.h"
#include "models/sources/WandbFolderSource.h"

#include <array>

namespace runglass
{

namespace
{

/// Says Unsupported when location is none of its kind.
using Opener = Result<std::unique_ptr<RunSource>> (*)(const std::string& location, const std::string& dataDirectory);

/// One line a kind of source; the first that takes a location has it.
constexpr std::array<Opener, 2> kOpeners = {
    [](const std::string& location, const std::string&) { return RecorderStoreSource::open(location); },
    [](const std::string& location, const std::string& data) {
        return WandbFolderSource::open(location, WandbFolderSource::hereAndNow(data));
    },
};

} // namespace

Result<StopPlan> RunSource::planStop(const StoredRun& run) const
{
    return Error{Error::Kind::Refused, capabilities(run.run).stop.reason, {}};
}

Result<std::uint64_t> RunSource::sizeOf(const StoredRun& run, const std::string& /*folder*/,
                                        const CancelToken& /*cancel*/) const
{
    return Error{Error::Kind::Refused, capabilities(run.run).remove.reason, {}};
}

Result<ArtifactPlan> RunSource::planArtifacts(const std::vector<RunPath>& /*runs*/, const CancelToken& /*cancel*/) const
{
    return ArtifactPlan();
}

Result<std::vector<TrashedRun>> RunSource::trash(const CancelToken& /*cancel*/) const
{
    return std::vector<TrashedRun>();
}

Result<std::uint64_t> RunSource::removeLeftovers()
{
    return std::uint64_t{0};
}

Result<std::unique_ptr<RunSource>> openRunSource(const std::string& location, const std::string& dataDirectory)
{
    if (location.find("://") != std::string::npos)
        return Error{Error::Kind::Unsupported, "addresses cannot be opened, only folders and .wandb files", location};
    for (const Opener open : kOpeners) {
        Result<std::unique_ptr<RunSource>> source = open(location, dataDirectory);
        if (source || source.error().kind != Error::Kind::Unsupported)
            return source;
    }
    return Error{
        Error::Kind::Unsupported,
        "it holds no runs: looked for a wandb directory, a tree above one, a run folder, a .wandb file and the "
        "store of a recorder",
        location};
}

Result<std::unique_ptr<RunSource>> openMissingRunSource(const std::string& location)
{
    return WandbFolderSource::openMissing(location);
}

} // namespace runglass
