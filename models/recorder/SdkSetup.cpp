// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SdkSetup.h"

#include "models/formats/Json.h"
#include "models/processes/FileDescriptor.h"
#include "models/recorder/SdkFileTexts.h"
#include "models/run/ValueMember.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;

constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kUsual = 0644;
constexpr const char* kBaseUrl = "base_url";
constexpr const char* kInterval = "x_file_stream_transmit_interval";

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

Error systemError(const std::string& path)
{
    return {Error::Kind::Io, std::generic_category().message(errno) + '.', path};
}

Error noPlace()
{
    return {Error::Kind::InvalidArgument, "There is no home directory for the SDK's settings.", {}};
}

/// Nothing when there is no file.
std::optional<std::string> read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Whole or not at all; a link is followed, an existing file keeps its mode.
Status write(const std::string& path, const std::string& text, mode_t mode)
{
    std::error_code failed;
    const fs::path target = fs::is_symlink(path, failed) ? fs::weakly_canonical(path, failed) : fs::path(path);
    fs::create_directories(target.parent_path(), failed);
    struct stat status = {};
    if (::stat(target.c_str(), &status) == 0)
        mode = status.st_mode & 0777U;
    std::string temporary = target.string() + "-XXXXXX";
    const FileDescriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.isOpen())
        return systemError(path);
    const bool isWritten = ::fchmod(file.get(), mode) == 0 &&
                           ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                           ::fsync(file.get()) == 0 && ::rename(temporary.c_str(), target.c_str()) == 0;
    if (isWritten)
        return Done{};
    const Error error = systemError(path);
    ::unlink(temporary.c_str());
    return error;
}

/// "127.0.0.1:8765" of "http://127.0.0.1:8765".
std::string machineOf(const std::string& url)
{
    const std::size_t slashes = url.find("://");
    return slashes == std::string::npos ? url : url.substr(slashes + 3);
}

Value textOrNothing(const std::optional<std::string>& text)
{
    return text ? Value(*text) : Value();
}

/// One file of the memo: where, what was there, what was written.
Value remembered(const std::string& path, const std::optional<std::string>& before, const std::string& after)
{
    Value::Object entry;
    entry["path"] = path;
    entry["before"] = textOrNothing(before);
    entry["after"] = after;
    return Value(std::move(entry));
}

/// Takes our entries out of a text that somebody has changed since, and puts those back that were there.
std::string withoutOurs(const std::string& now, const Value& entry, const std::string& machine, bool isNetrc)
{
    const std::string& before = member(entry, "before").text();
    const std::string& after = member(entry, "after").text();
    std::string result = now;
    if (isNetrc) {
        if (netrcEntry(now, machine) != netrcEntry(after, machine))
            return result;
        result = withNetrcEntry(now, machine, {});
        const std::string old = netrcEntry(before, machine);
        return old.empty() ? result : result + old + (old.ends_with('\n') ? "" : "\n");
    }
    for (const char* key : {kBaseUrl, kInterval})
        if (settingIn(now, key) == settingIn(after, key))
            result = withSetting(result, key, settingIn(before, key));
    return result;
}

Status restore(const Value& entry, const std::string& machine, bool isNetrc)
{
    const std::string& path = member(entry, "path").text();
    const Value& before = member(entry, "before");
    const std::optional<std::string> now = read(path);
    if (!now)
        return Done{};
    if (*now != member(entry, "after").text())
        return write(path, withoutOurs(*now, entry, machine, isNetrc), isNetrc ? kOwnerOnly : kUsual);
    if (before.isText())
        return write(path, before.text(), kUsual);
    return ::unlink(path.c_str()) == 0 ? Status(Done{}) : Status(systemError(path));
}

} // namespace

SdkFiles SdkFiles::fromEnvironment()
{
    SdkFiles files;
    const std::string home = variable("HOME");
    files.netrc = variable("NETRC");
    if (files.netrc.empty() && !home.empty())
        files.netrc = home + "/.netrc";
    std::string directory = variable("WANDB_CONFIG_DIR");
    if (directory.empty() && !home.empty())
        directory = home + "/.config/wandb";
    if (!directory.empty())
        files.settings = directory + "/settings";
    return files;
}

Result<std::vector<SdkFilePlan>> planSdkSetup(const SdkFiles& files, const SdkTarget& target)
{
    if (files.netrc.empty() || files.settings.empty())
        return noPlace();
    const std::optional<std::string> netrc = read(files.netrc), settings = read(files.settings);
    const std::string machine = machineOf(target.url);
    SdkFilePlan login{files.netrc, netrc.has_value(), {}, {"machine " + machine, "  login user", "  password …"}};
    if (!netrcEntry(netrc.value_or(""), machine).empty())
        login.replaced = {"machine " + machine + " …"};
    SdkFilePlan options{files.settings, settings.has_value(), {}, {}};
    if (settings.value_or("").find("[default]") == std::string::npos)
        options.written.emplace_back("[default]");
    for (const auto& [key, value] : {std::pair<const char*, std::string>(kBaseUrl, target.url), {kInterval, "1"}}) {
        const std::string before = settingIn(settings.value_or(""), key);
        if (!before.empty() && before != value)
            options.replaced.push_back(std::string(key) + " = " + before);
        options.written.push_back(std::string(key) + " = " + value);
    }
    return std::vector<SdkFilePlan>{std::move(login), std::move(options)};
}

Status setUpSdk(const SdkFiles& files, const SdkTarget& target, const std::string& memo)
{
    if (files.netrc.empty() || files.settings.empty())
        return noPlace();
    if (const Status undone = undoSdkSetup(memo); !undone && undone.error().kind != Error::Kind::NotFound)
        return undone;
    const std::optional<std::string> netrc = read(files.netrc), settings = read(files.settings);
    const std::string machine = machineOf(target.url);
    const std::string netrcAfter = withNetrcEntry(netrc.value_or(""), machine, target.key);
    const std::string settingsAfter =
        withSetting(withSetting(settings.value_or(""), kBaseUrl, target.url), kInterval, "1");
    Value::Object kept;
    kept["machine"] = machine;
    kept["netrc"] = remembered(files.netrc, netrc, netrcAfter);
    kept["settings"] = remembered(files.settings, settings, settingsAfter);
    // First what is needed to undo: nothing is lost when it ends here.
    if (Status written = write(memo, toJson(Value(std::move(kept))) + '\n', kOwnerOnly); !written)
        return written;
    if (Status written = write(files.netrc, netrcAfter, kOwnerOnly); !written)
        return written;
    return write(files.settings, settingsAfter, kUsual);
}

Status undoSdkSetup(const std::string& memo)
{
    const std::optional<std::string> text = read(memo);
    const Result<Value> kept = text ? parseJson(*text) : Result<Value>(Value());
    if (!kept || !kept->isObject())
        return Error{Error::Kind::NotFound, "Nothing was set up on this computer.", {}};
    const std::string& machine = member(*kept, "machine").text();
    if (Status restored = restore(member(*kept, "netrc"), machine, true); !restored)
        return restored;
    if (Status restored = restore(member(*kept, "settings"), machine, false); !restored)
        return restored;
    return ::unlink(memo.c_str()) == 0 ? Status(Done{}) : Status(systemError(memo));
}

} // namespace runglass
