// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbMetadataFiles.h"

#include "models/formats/ByteSource.h"
#include "models/formats/Json.h"
#include "models/formats/Yaml.h"

#include <charconv>
#include <limits>

namespace runglass
{

namespace
{

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{16} << 20;

const Value& member(const Value& object, const char* key)
{
    static const Value kNone;
    const auto found = object.object().find(key);
    return found == object.object().end() ? kNone : found->second;
}

/// A count or size: 64-bit numbers are texts in this file. 0 for anything else.
std::uint64_t number(const Value& value)
{
    if (value.kind() == Value::Kind::Integer)
        return value.toInteger() > 0 ? static_cast<std::uint64_t>(value.toInteger()) : 0;
    std::uint64_t parsed = 0;
    const std::string& text = value.text();
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), parsed);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? parsed : 0;
}

int count(const Value& value)
{
    const std::uint64_t parsed = number(value);
    return parsed <= static_cast<std::uint64_t>(std::numeric_limits<int>::max()) ? static_cast<int>(parsed) : 0;
}

std::uint64_t diskBytes(const Value& disks)
{
    const Value& root = member(disks, "/");
    if (root.isObject() || disks.object().empty())
        return number(member(root, "total"));
    return number(member(disks.object().begin()->second, "total"));
}

std::vector<GpuInfo> gpus(const Value& root)
{
    std::vector<GpuInfo> gpus;
    for (const Value& gpu : member(root, "gpu_nvidia").array())
        gpus.push_back({member(gpu, "name").text(), number(member(gpu, "memoryTotal"))});
    for (const Value& gpu : member(root, "gpu_amd").array()) {
        const std::string& series = member(gpu, "series").text();
        gpus.push_back({series.empty() ? member(gpu, "model").text() : series, 0});
    }
    return gpus;
}

Hardware hardware(const Value& root)
{
    Hardware hardware;
    const Value& cpu = member(root, "cpu");
    const auto either = [](int first, int second) { return first ? first : second; };
    hardware.cpuCount = either(count(member(root, "cpu_count")), count(member(cpu, "count")));
    hardware.cpuCountLogical = either(count(member(root, "cpu_count_logical")), count(member(cpu, "countLogical")));
    hardware.cpuModel = member(cpu, "model").text();
    hardware.memoryBytes = number(member(member(root, "memory"), "total"));
    hardware.diskBytes = diskBytes(member(root, "disk"));
    hardware.gpuCount = count(member(root, "gpu_count"));
    hardware.gpuType = member(root, "gpu").text();
    hardware.gpus = gpus(root);
    hardware.cudaVersion = member(root, "cudaVersion").text();
    return hardware;
}

Error notAnObject()
{
    return {Error::Kind::Corruption, "it holds no object", {}};
}

template <typename T> Result<T> readWith(const std::string& path, Result<T> (*parse)(std::string_view))
{
    const Result<std::string> text = readWhole(path, kMaxFileBytes);
    if (!text)
        return text.error();
    Result<T> result = parse(*text);
    if (result)
        return result;
    Error error = result.error();
    error.path = path;
    return error;
}

} // namespace

Result<WandbMetadata> readWandbMetadata(const std::string& path)
{
    return readWith(path, &parseWandbMetadata);
}

Result<Value> readWandbSummary(const std::string& path)
{
    return readWith(path, &parseWandbSummary);
}

Result<Value> readWandbConfig(const std::string& path)
{
    return readWith(path, &parseWandbConfig);
}

Result<WandbMetadata> parseWandbMetadata(std::string_view json)
{
    const Result<Value> root = parseJson(json);
    if (!root)
        return root.error();
    if (!root->isObject())
        return notAnObject();
    WandbMetadata metadata;
    const auto text = [&root](const char* key) { return member(*root, key).text(); };
    metadata.os = text("os");
    metadata.python = text("python");
    metadata.host = text("host");
    metadata.username = text("username");
    metadata.email = text("email");
    metadata.executable = text("executable");
    metadata.program = text("program");
    metadata.root = text("root");
    metadata.codePath = text("codePath");
    for (const Value& argument : member(*root, "args").array())
        metadata.args.push_back(argument.isText() ? argument.text() : toJson(argument));
    metadata.git.remote = member(member(*root, "git"), "remote").text();
    metadata.git.commit = member(member(*root, "git"), "commit").text();
    metadata.hardware = hardware(*root);
    metadata.startedAt = parseRfc3339(text("startedAt"));
    return metadata;
}

Result<Value> parseWandbSummary(std::string_view json)
{
    Result<Value> root = parseJson(json);
    if (root && !root->isObject())
        return notAnObject();
    return root;
}

Result<Value> parseWandbConfig(std::string_view yaml)
{
    const Result<Value> root = parseYaml(yaml);
    if (!root)
        return root.error();
    if (!root->isObject())
        return notAnObject();
    Value::Object config;
    for (const auto& [key, entry] : root->object()) {
        // "wandb_version: 1" of older SDKs is no entry of the config.
        const auto value = entry.object().find("value");
        if (value != entry.object().end())
            config.emplace(key, value->second);
    }
    return Value(std::move(config));
}

} // namespace runglass
