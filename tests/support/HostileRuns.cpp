// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HostileRuns.h"

#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"

#include <cstring>
#include <fstream>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace runglass::test
{

namespace fs = std::filesystem;

namespace
{

void write(const fs::path& path, std::string_view bytes)
{
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush())
        throw std::runtime_error("cannot write " + path.string());
}

void makeFifo(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    if (::mkfifo(path.c_str(), 0600) != 0)
        throw std::runtime_error("cannot make the FIFO " + path.string());
}

/// A socket's path must be short, so it is bound by a relative one.
void makeSocket(const fs::path& path)
{
    fs::create_directories(path.parent_path());
    const fs::path before = fs::current_path();
    fs::current_path(path.parent_path());
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(&address.sun_path[0], path.filename().c_str(), sizeof address.sun_path - 1);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int bound = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::close(descriptor);
    fs::current_path(before);
    if (bound != 0)
        throw std::runtime_error("cannot make the socket " + path.string());
}

/// A run without exit record and program, so that everything beside the log is asked for.
fs::path addBare(const fs::path& root, const std::string& id)
{
    const fs::path folder = hostileFolder(root, id);
    write(folder / ("run-" + id + ".wandb"), WandbLogBuilder().record("").bytes());
    return folder;
}

HostileLog addOddFiles(const fs::path& root)
{
    const fs::path files = addBare(root, "odd-files") / "files";
    makeFifo(files / "output.log");
    makeFifo(files / "config.yaml");
    makeSocket(files / "wandb-metadata.json");
    fs::create_symlink("/dev/zero", files / "wandb-summary.json");
    fs::create_symlink("/dev/zero", files / "zero.txt");
    fs::create_symlink("loop", files / "loop");
    fs::create_directory_symlink("..", files / "up");
    fs::create_directory_symlink("/etc", files / "etc");
    fs::create_symlink("/etc/passwd", files / "passwd.txt");
    fs::create_symlink("gone", files / "dangling");
    write(files / "name\nwith\tcontrol\x1B[31m.txt", "x");
    write(files / "<b>bold</b>.txt", "x");
    write(files / "no-utf8-\xFF\xFE.txt", "bytes");
    write(files / "sound.txt", "sound\n");
    return {"odd-files",
            "",
            {"files/output.log: it is no regular file", "files/config.yaml: it is no regular file",
             "files/wandb-summary.json: it is a symbolic link", "files/wandb-metadata.json: it is no regular file"},
            "Crashed",
            0};
}

HostileLog addDeepFiles(const fs::path& root)
{
    const std::string deep = deepJson(200'000);
    const fs::path files = addBare(root, "deep-files") / "files";
    write(files / "wandb-metadata.json", deep);
    write(files / "wandb-summary.json", "{\"a\":" + deep + "}");
    write(files / "config.yaml", "a:\n  value: " + deep + "\n");
    write(files / "deep.json", deep);
    write(files / "deep.table.json", "{\"columns\":[\"a\"],\"data\":[[" + deep + "]]}");
    write(files / "deep.yaml", deep);
    write(files / "deep.md", std::string(2000, '>') + " *" + std::string(2000, '[') + "\n");
    write(files / "line.txt", std::string(1'000'000, 'x'));
    write(files / "line.csv", "a,b\n" + std::string(1'000'000, ','));
    write(files / "quote.csv", "a,b\n\"" + std::string(1'000'000, 'x'));
    write(files / "bomb.yaml", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n");
    write(files / "empty.json", "");
    write(files / "liar.png", "\x89PNG\r\n\x1A\n" + std::string(100, '\xFF'));
    return {"deep-files",
            "",
            {"files/wandb-metadata.json: the JSON document is nested too deeply",
             "files/wandb-summary.json: the JSON document is nested too deeply",
             "files/config.yaml: it is no readable YAML"},
            "Crashed",
            0};
}

HostileLog addManyFiles(const fs::path& root)
{
    const fs::path folder = hostileFolder(root, "many-files");
    write(folder / "run-many-files.wandb", soundLog("many-files"));
    for (int i = 0; i < 10'000; ++i)
        write(folder / "files" / ("folder" + std::to_string(i % 20)) / ("file" + std::to_string(i) + ".txt"), "x");
    return {"many-files", "", {}, "Finished", 3};
}

HostileLog addLongLog(const fs::path& root)
{
    WandbLogBuilder log;
    log.record(runRecord("long-log", 1'700'000'000, {}, "a million lines"));
    std::string text;
    for (int line = 0; line < 1'000'000; ++line) {
        text += "line " + std::to_string(line) + '\n';
        if (text.size() > 8000) {
            log.record(consoleRecord(line % 3 != 0, text, 1'700'000'000));
            text.clear();
        }
    }
    log.record(consoleRecord(true, text + std::string(1'000'000, '=') + "\n" + std::string(500'000, '\xE6') + "\n",
                             1'700'000'000));
    write(hostileFolder(root, "long-log") / "run-long-log.wandb", log.record(exitRecord(0, 60)).bytes());
    return {"long-log", "", {}, "Finished", 0};
}

/// Entries that look like runs and are none: the source itself must say so, no run can.
void addNoRuns(const fs::path& root)
{
    const fs::path wandb = root / "wandb";
    makeFifo(wandb / "offline-run-20240102_030405-fifo" / "run-fifo.wandb");
    makeSocket(wandb / "offline-run-20240102_030405-socket" / "run-socket.wandb");
    const fs::path link = wandb / "offline-run-20240102_030405-link" / "run-link.wandb";
    fs::create_directories(link.parent_path());
    fs::create_symlink(hostileFolder(root, "sound") / "run-sound.wandb", link);
    fs::create_directory_symlink(".", wandb / "loop");
    fs::create_directory_symlink("offline-run-20240102_030405-sound", wandb / "latest-run");
    fs::create_directories(wandb / "offline-run-20240102_030405-directory" / "run-directory.wandb");
}

} // namespace

fs::path hostileFolder(const fs::path& root, const std::string& id)
{
    return root / "wandb" / ("offline-run-20240102_030405-" + id);
}

std::vector<HostileLog> makeHostileRuns(const fs::path& root)
{
    std::vector<HostileLog> logs = hostileLogs();
    logs.push_back({"sound", soundLog("sound"), {}, "Finished", 3});
    for (const HostileLog& log : logs)
        write(hostileFolder(root, log.id) / ("run-" + log.id + ".wandb"), log.bytes);
    logs.push_back(addOddFiles(root));
    logs.push_back(addDeepFiles(root));
    logs.push_back(addManyFiles(root));
    logs.push_back(addLongLog(root));
    addNoRuns(root);
    return logs;
}

} // namespace runglass::test
