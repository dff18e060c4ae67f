// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/ProtoFields.h"
#include "models/formats/WandbMessages.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <limits>

namespace runglass::wandb
{

namespace
{

int count(proto::Reader& fields)
{
    const std::uint32_t value = fields.get_uint32();
    return static_cast<int>(std::min<std::uint32_t>(value, std::numeric_limits<int>::max()));
}

/// One entry of the map of disks. The root file system wins; of others the first is better than nothing.
void readDisk(std::string_view message, WandbEnvironment& environment)
{
    std::string_view mountPoint;
    std::uint64_t total = 0;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(1)) {
            mountPoint = proto::view(fields);
        } else if (fields.tag_and_type() == proto::bytes(2)) {
            proto::Reader disk = proto::reader(proto::view(fields));
            while (disk.next()) {
                if (disk.tag_and_type() == proto::varint(1))
                    total = disk.get_uint64();
                else
                    disk.skip();
            }
        } else {
            fields.skip();
        }
    }
    if (mountPoint == "/" || environment.diskBytes == 0)
        environment.diskBytes = total;
}

void readMemory(std::string_view message, WandbEnvironment& environment)
{
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::varint(1))
            environment.memoryBytes = fields.get_uint64();
        else
            fields.skip();
    }
}

/// CpuInfo repeats the counts of the environment itself, which win where they are set.
void readCpu(std::string_view message, WandbEnvironment& environment, Texts& texts)
{
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case proto::varint(1): {
            const int cores = count(fields);
            environment.cpuCount = environment.cpuCount ? environment.cpuCount : cores;
            break;
        }
        case proto::varint(2): {
            const int cores = count(fields);
            environment.cpuCountLogical = environment.cpuCountLogical ? environment.cpuCountLogical : cores;
            break;
        }
        case proto::bytes(3):
            environment.cpuModel = texts.valid(proto::view(fields));
            break;
        default:
            fields.skip();
        }
    }
}

/// AppleInfo stands for the processor, the graphics unit and the memory at once.
void readApple(std::string_view message, WandbEnvironment& environment, Texts& texts)
{
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(1)) {
            const std::string_view name = texts.valid(proto::view(fields));
            environment.cpuModel = environment.cpuModel.empty() ? name : environment.cpuModel;
        } else if (fields.tag_and_type() == proto::varint(7)) {
            const std::uint64_t memory = fields.get_uint64();
            environment.memoryBytes = environment.memoryBytes ? environment.memoryBytes : memory;
        } else {
            fields.skip();
        }
    }
}

GpuInfo nvidia(std::string_view message)
{
    GpuInfo gpu;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(1))
            gpu.name = validUtf8(proto::view(fields));
        else if (fields.tag_and_type() == proto::varint(2))
            gpu.memoryBytes = fields.get_uint64();
        else
            fields.skip();
    }
    return gpu;
}

/// GpuAmdInfo has no one name: a series ("AMD INSTINCT MI250") and a model.
GpuInfo amd(std::string_view message)
{
    std::string_view series, model;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (fields.tag_and_type() == proto::bytes(8))
            series = proto::view(fields);
        else if (fields.tag_and_type() == proto::bytes(9))
            model = proto::view(fields);
        else
            fields.skip();
    }
    return {validUtf8(series.empty() ? model : series), 0};
}

/// False: the field is no plain text of the environment.
bool readText(proto::Reader& fields, WandbEnvironment& environment, Texts& texts)
{
    std::string_view* text = nullptr;
    switch (fields.tag_and_type()) {
    case proto::bytes(1):
        text = &environment.os;
        break;
    case proto::bytes(2):
        text = &environment.python;
        break;
    case proto::bytes(6):
        text = &environment.program;
        break;
    case proto::bytes(7):
        text = &environment.codePath;
        break;
    case proto::bytes(10):
        text = &environment.email;
        break;
    case proto::bytes(11):
        text = &environment.root;
        break;
    case proto::bytes(12):
        text = &environment.host;
        break;
    case proto::bytes(13):
        text = &environment.username;
        break;
    case proto::bytes(14):
        text = &environment.executable;
        break;
    case proto::bytes(18):
        text = &environment.gpuType;
        break;
    case proto::bytes(25):
        text = &environment.cudaVersion;
        break;
    default:
        return false;
    }
    *text = texts.valid(proto::view(fields));
    return true;
}

/// False: the field is nothing of the hardware.
bool readHardware(proto::Reader& fields, WandbEnvironment& environment, Texts& texts)
{
    switch (fields.tag_and_type()) {
    case proto::varint(16):
        environment.cpuCount = count(fields);
        return true;
    case proto::varint(17):
        environment.cpuCountLogical = count(fields);
        return true;
    case proto::varint(19):
        environment.gpuCount = count(fields);
        return true;
    case proto::bytes(20):
        readDisk(proto::view(fields), environment);
        return true;
    case proto::bytes(21):
        readMemory(proto::view(fields), environment);
        return true;
    case proto::bytes(22):
        readCpu(proto::view(fields), environment, texts);
        return true;
    case proto::bytes(23):
        readApple(proto::view(fields), environment, texts);
        return true;
    case proto::bytes(24):
        if (const auto gpu = proto::view(fields); texts.hasRoom(environment.gpus.size(), kMaxGpus))
            environment.gpus.push_back(nvidia(gpu));
        return true;
    case proto::bytes(26):
        if (const auto gpu = proto::view(fields); texts.hasRoom(environment.gpus.size(), kMaxGpus))
            environment.gpus.push_back(amd(gpu));
        return true;
    default:
        return false;
    }
}

} // namespace

WandbEnvironment environment(std::string_view message, Texts& texts)
{
    WandbEnvironment environment;
    proto::Reader fields = proto::reader(message);
    while (fields.next()) {
        if (readText(fields, environment, texts) || readHardware(fields, environment, texts))
            continue;
        switch (fields.tag_and_type()) {
        case proto::bytes(3):
            environment.startedAt = proto::timestamp(proto::view(fields));
            break;
        case proto::bytes(5):
            if (const auto argument = proto::view(fields); texts.hasRoom(environment.args.size(), kMaxArguments))
                environment.args.push_back(texts.valid(argument));
            break;
        case proto::bytes(9): {
            const proto::Git git = proto::git(proto::view(fields));
            environment.gitRemote = texts.valid(git.remote);
            environment.gitCommit = texts.valid(git.commit);
            break;
        }
        default:
            fields.skip();
        }
    }
    return environment;
}

} // namespace runglass::wandb
