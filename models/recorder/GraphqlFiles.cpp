// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlFiles.h"

#include "models/recorder/Base64.h"
#include "models/recorder/GraphqlReads.h"
#include "models/recorder/Md5.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;
using Answer = Result<GraphqlNode>;

constexpr std::string_view kFilePrefix = "File:";

std::string fileId(std::int64_t run, const std::string& name)
{
    return encodedBase64(std::string(kFilePrefix) + std::to_string(run) + '/' + name);
}

StoredFile fileOfId(const std::string& id)
{
    const std::string text = decodedBase64(id);
    const std::size_t slash = text.find('/');
    std::int64_t run = 0;
    if (!text.starts_with(kFilePrefix) || slash == std::string::npos)
        return {};
    const char* end = text.data() + slash;
    const std::from_chars_result result = std::from_chars(text.data() + kFilePrefix.size(), end, run);
    const bool isNumber = result.ec == std::errc() && result.ptr == end;
    return isNumber ? StoredFile{StoredFile::Kind::Run, run, text.substr(slash + 1)} : StoredFile();
}

/// As SQL's LIKE: "%" stands for anything, "_" for one letter, case does not count.
bool isLike(std::string_view text, std::string_view pattern)
{
    const auto lower = [](char letter) { return std::tolower(static_cast<unsigned char>(letter)); };
    std::size_t at = 0, next = 0, retryText = 0, retryPattern = std::string_view::npos;
    while (at < text.size()) {
        if (next < pattern.size() && pattern[next] == '%') {
            retryPattern = ++next;
            retryText = at;
        } else if (next < pattern.size() && (pattern[next] == '_' || lower(pattern[next]) == lower(text[at]))) {
            ++next;
            ++at;
        } else if (retryPattern != std::string_view::npos) {
            next = retryPattern;
            at = ++retryText;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('%', next) == std::string_view::npos;
}

/// Names of all files of a run, in order.
std::vector<std::string> fileNames(const FilePlace& place, std::int64_t run)
{
    const fs::path folder = place.directory + '/' + std::to_string(run) + "/files";
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
        if (entry->is_regular_file(failed) && !entry->is_symlink(failed))
            names.push_back(entry->path().lexically_relative(folder).string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Null for a file that would hold up others for long.
Value sumOf(const std::string& path, std::uint64_t size)
{
    constexpr std::uint64_t kMost = std::uint64_t{8} << 20;
    if (size > kMost)
        return {};
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    Md5 sum;
    sum.add(bytes);
    return Value(encodedBase64(sum.finish()));
}

/// Null when there is no such file.
GraphqlObjectPtr fileObject(const FilePlace& place, std::int64_t run, const std::string& name)
{
    constexpr TimeNs kNsPerSecond = 1'000'000'000;
    const StoredFile stored{StoredFile::Kind::Run, run, name};
    const std::string path = place.pathOf(stored);
    struct stat status = {};
    if (stored.path().empty() || ::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return nullptr;
    const auto size = static_cast<std::uint64_t>(status.st_size);
    auto file = std::make_shared<GraphqlObject>("File");
    file->set("id", fileId(run, name));
    file->set("name", name);
    file->set("displayName", name);
    file->set("sizeBytes", static_cast<std::int64_t>(size));
    file->set("mimetype", "application/octet-stream");
    file->set("updatedAt", utcText(status.st_mtim.tv_sec * kNsPerSecond));
    file->set("directUrl", place.downloadUrl(stored));
    file->set("uploadUrl", place.uploadUrl(stored));
    file->add("url", [place, stored](const GraphqlArguments& arguments) -> Answer {
        const bool isUpload = arguments.value("upload").toBool();
        return GraphqlNode(Value(isUpload ? place.uploadUrl(stored) : place.downloadUrl(stored)));
    });
    file->add("md5", [path, size](const GraphqlArguments&) -> Answer { return GraphqlNode(sumOf(path, size)); });
    return file;
}

Answer files(const FilePlace& place, std::int64_t run, const GraphqlArguments& arguments)
{
    constexpr std::uint64_t kUsual = 50;
    std::vector<std::string> names;
    for (const Value& name : arguments.value("names").array())
        names.push_back(name.text());
    if (names.empty())
        names = fileNames(place, run);
    if (const std::string& pattern = arguments.text("pattern"); !pattern.empty())
        std::erase_if(names, [&pattern](const std::string& name) { return !isLike(name, pattern); });
    std::vector<GraphqlObjectPtr> found;
    const std::uint64_t first = std::min<std::uint64_t>(placeAfter(arguments.text("after")), names.size());
    const std::uint64_t end = first + std::min<std::uint64_t>(countOf(arguments, kUsual), names.size() - first);
    for (std::uint64_t i = first; i < end; ++i) {
        if (GraphqlObjectPtr file = fileObject(place, run, names[static_cast<std::size_t>(i)]))
            found.push_back(std::move(file));
    }
    return GraphqlNode(connectionOf({std::move(found), first, names.size()}));
}

Answer deleteFiles(const FilePlace& place, const Value& ids)
{
    for (const Value& id : ids.array()) {
        const StoredFile file = fileOfId(id.text());
        if (file.kind != StoredFile::Kind::Run || file.path().empty())
            return Error{Error::Kind::NotFound, "There is no such file.", {}};
        std::error_code failed;
        fs::remove(place.pathOf(file), failed);
        if (failed)
            return Error{Error::Kind::Io, failed.message() + '.', file.name};
    }
    auto object = std::make_shared<GraphqlObject>("DeleteFilesPayload");
    object->set("success", true);
    object->set("clientMutationId", Value());
    return GraphqlNode(GraphqlObjectPtr(object));
}

} // namespace

void addRunFiles(GraphqlObject& run, const FilePlace& place, std::int64_t number)
{
    if (!place.urls)
        return;
    run.add("files", [place, number](const GraphqlArguments& arguments) { return files(place, number, arguments); });
    run.add("fileCount", [place, number](const GraphqlArguments&) -> Answer {
        return GraphqlNode(Value(static_cast<std::int64_t>(fileNames(place, number).size())));
    });
}

void addFileMutations(GraphqlObject& root, const FilePlace& place)
{
    if (!place.urls)
        return;
    root.add("deleteFiles", [place](const GraphqlArguments& arguments) {
        return deleteFiles(place, member(arguments.value("input"), "files"));
    });
}

} // namespace runglass
