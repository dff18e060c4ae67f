// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/MetadataFallback.h"

#include "models/formats/WandbMetadataFiles.h"

namespace runglass
{

namespace
{

constexpr std::uint64_t kMaxBytes = std::uint64_t{16} << 20;

/// Null when there is no such file, which is the usual case.
std::unique_ptr<ByteSource> open(const FileSystem& files, const std::string& folder, const std::string& path,
                                 LogProblems& problems)
{
    Result<std::unique_ptr<ByteSource>> source = files.openBelow(folder, path);
    if (source)
        return std::move(source).value();
    if (source.error().kind != Error::Kind::NotFound)
        problems.addAt(std::nullopt, path + ": " + source.error().detail);
    return nullptr;
}

std::optional<std::string> read(const FileSystem& files, const std::string& folder, const std::string& name,
                                LogProblems& problems)
{
    const std::string path = "files/" + name;
    const std::unique_ptr<ByteSource> source = open(files, folder, path, problems);
    if (!source)
        return std::nullopt;
    const std::uint64_t size = source->size();
    if (size > kMaxBytes) {
        problems.addAt(std::nullopt, path + ": it is larger than 16 MiB");
        return std::nullopt;
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    const Result<std::size_t> count = source->readAt(0, text);
    if (!count) {
        problems.addAt(std::nullopt, path + ": " + count.error().detail);
        return std::nullopt;
    }
    text.resize(*count);
    return text;
}

void fill(std::string& into, const std::string& from)
{
    if (into.empty())
        into = from;
}

void completeEnvironment(Run& run, const WandbMetadata& metadata)
{
    if (run.program.empty() && run.executable.empty()) {
        run.program = metadata.program;
        run.executable = metadata.executable;
        run.args = metadata.args;
    }
    fill(run.os, metadata.os);
    fill(run.python, metadata.python);
    fill(run.host, metadata.host);
    fill(run.root, metadata.root);
    fill(run.author, metadata.username.empty() ? metadata.email : metadata.username);
    if (run.git.remote.empty() && run.git.commit.empty())
        run.git = metadata.git;
    const Hardware& known = run.hardware;
    if (known.cpuCount == 0 && known.cpuCountLogical == 0 && known.memoryBytes == 0 && known.gpuCount == 0)
        run.hardware = metadata.hardware;
    if (!run.startedAt)
        run.startedAt = metadata.startedAt;
}

bool holdsUserKeys(const Value& object)
{
    for (const auto& [key, value] : object.object())
        if (!key.starts_with('_'))
            return true;
    return false;
}

} // namespace

void completeFromFiles(const FileSystem& files, const std::string& folder, SegmentData& data, LogProblems& problems)
{
    Run& run = data.run;
    const auto parsed = [&](const std::string& name, auto parse, auto use) {
        const std::optional<std::string> text = read(files, folder, name, problems);
        if (!text)
            return;
        if (const auto value = parse(*text))
            use(*value);
        else
            problems.addAt(std::nullopt, "files/" + name + ": " + value.error().detail);
    };
    if (run.program.empty() || run.hardware.cpuCountLogical == 0 || !run.startedAt)
        parsed("wandb-metadata.json", parseWandbMetadata,
               [&run](const WandbMetadata& metadata) { completeEnvironment(run, metadata); });
    if (!data.isDescribed && !holdsUserKeys(run.config))
        parsed("config.yaml", parseWandbConfig, [&run](const Value& config) { run.config = config; });
    if (!run.exitCode && !holdsUserKeys(run.summary))
        parsed("wandb-summary.json", parseWandbSummary, [&run](const Value& summary) { run.summary = summary; });
    // Its text is read when the console is asked for.
    if (!run.exitCode)
        open(files, folder, "files/output.log", problems);
}

} // namespace runglass
