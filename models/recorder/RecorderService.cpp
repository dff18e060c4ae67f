// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RecorderService.h"

#include "models/processes/FileSystemKind.h"
#include "models/recorder/DurableDirectory.h"
#include "models/recorder/RecorderKey.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr int kPortsTried = 100;

std::string hostName()
{
    std::array<char, 256> name = {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

/// IPv6 addresses stand in brackets before a port.
std::string withPort(const std::string& address, std::uint16_t port)
{
    const bool isSix = address.find(':') != std::string::npos;
    return (isSix ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

std::uint16_t portOf(const std::string& text)
{
    std::uint16_t port = 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

Result<std::unique_ptr<Server>> listenOnFreePort(const RecorderSettings& settings)
{
    Result<std::unique_ptr<Server>> server = Server::listen(settings.address, kFirstPort, settings.limits);
    for (int next = 1; next < kPortsTried && !server && server.error().kind == Error::Kind::Refused; ++next)
        server = Server::listen(settings.address, static_cast<std::uint16_t>(kFirstPort + next), settings.limits);
    return server;
}

/// The port that was asked for, else the one that it has always had, else one that becomes that.
Result<std::unique_ptr<Server>> listen(const RecorderSettings& settings, Recorder& recorder)
{
    const Result<std::string> kept = recorder.setting("port");
    if (!kept)
        return kept.error();
    const std::uint16_t usual = portOf(*kept);
    const bool isFirst = !settings.port && usual == 0;
    Result<std::unique_ptr<Server>> server =
        isFirst ? listenOnFreePort(settings)
                : Server::listen(settings.address, settings.port.value_or(usual), settings.limits);
    if (!server && server.error().kind == Error::Kind::Refused && !settings.port)
        return Error{Error::Kind::Refused,
                     server.error().detail +
                         " The scripts of this computer look for the recorder there, so it takes no "
                         "other port by itself: --listen says another one.",
                     {}};
    if (!server || settings.port == std::optional<std::uint16_t>(0))
        return server;
    if (const Status set = recorder.setSetting("port", std::to_string((*server)->port())); !set)
        return set.error();
    return server;
}

Status note(const std::string& key, const std::string& path, Recorder& recorder)
{
    std::error_code failed;
    const std::string canonical = std::filesystem::canonical(path, failed).string();
    const Result<std::string> known = recorder.setting(key);
    if (!known)
        return known.error();
    return failed || *known == canonical ? Status(Done{}) : recorder.setSetting(key, canonical);
}

/// A copy of the store says by it that the files are not its own.
Status notePlaces(const std::string& storeFile, const std::string& files, Recorder& recorder)
{
    const Status placed = note("place", storeFile, recorder);
    return placed ? note("files", files, recorder) : placed;
}

/// What is uploaded, on its way to the disk.
class FileSink : public BodySink
{
public:
    FileSink(IncomingFile file, Recorder& recorder)
        : m_file(std::move(file))
        , m_recorder(recorder)
    {
    }
    Status write(std::string_view bytes) override { return noted(m_file.write(bytes)); }
    HttpResponse finish() override
    {
        const Status finished = noted(m_file.finish());
        return finished ? HttpResponse{200, "text/plain; charset=utf-8", {}}
                        : errorResponse(503, finished.error().detail);
    }

private:
    Status noted(Status written)
    {
        if (!written)
            m_recorder.setUploadTrouble(written.error());
        return written;
    }

    IncomingFile m_file;
    Recorder& m_recorder;
};

AccessRules rulesFor(const RecorderSettings& settings, const Server& server, std::string key)
{
    AccessRules rules;
    rules.key = std::move(key);
    for (const std::string& name :
         {settings.address, std::string("127.0.0.1"), std::string("localhost"), std::string("::1"), hostName()})
        rules.hosts.push_back(withPort(name, server.port()));
    return rules;
}

} // namespace

RecorderService::RecorderService(RecorderLock lock, std::unique_ptr<Recorder> recorder, std::unique_ptr<Server> server,
                                 const RecorderSettings& settings, std::string key)
    : m_lock(std::move(lock))
    , m_recorder(std::move(recorder))
    , m_server(std::move(server))
    , m_rules(rulesFor(settings, *m_server, std::move(key)))
    , m_url("http://" + withPort(settings.address, m_server->port()))
    , m_uptime(settings.uptime)
{
}

Result<std::unique_ptr<RecorderService>> RecorderService::start(const RecorderSettings& settings, const Clock& clock)
{
    if (isOnNetworkFileSystem(settings.storeFile))
        return Error{Error::Kind::Refused,
                     "The recorder's store lies on a network file system, where it could be damaged: --store says "
                     "another place.",
                     settings.storeFile};
    const std::string files = settings.filesDirectory.empty() ? settings.storeFile + "-files" : settings.filesDirectory;
    for (const std::string& directory : {std::filesystem::path(settings.storeFile).parent_path().string(), files})
        if (const Status made = makeDurableDirectory(directory); !made)
            return made.error();
    Result<RecorderLock> lock = RecorderLock::take(settings.storeFile);
    if (!lock)
        return lock.error();
    Result<std::string> key = recorderKey(settings.storeFile);
    if (!key)
        return key.error();
    Result<std::unique_ptr<Recorder>> recorder = Recorder::open({settings.storeFile, {}}, clock, {files, *key});
    if (!recorder)
        return recorder.error();
    if (const Status placed = notePlaces(settings.storeFile, files, **recorder); !placed)
        return placed.error();
    Result<std::unique_ptr<Server>> server = listen(settings, **recorder);
    if (!server)
        return server.error();
    std::unique_ptr<RecorderService> service(new RecorderService(std::move(lock).value(), std::move(recorder).value(),
                                                                 std::move(server).value(), settings,
                                                                 std::move(key).value()));
    if (const Status told = service->m_lock.tell({service->m_url, ::getpid(), hostName(), {}}); !told)
        return told.error();
    return service;
}

void RecorderService::setLog(std::function<void(const std::string&)> log)
{
    m_log = log;
    m_recorder->setLog(std::move(log));
}

/// What there is to do every second.
void RecorderService::look()
{
    if (const Status checked = m_recorder->checkSilence(m_uptime()); !checked)
        m_log(describe(checked.error()));
    if (const Status looked = m_recorder->lookAfterRestored(); !looked)
        m_log(describe(looked.error()));
    m_recorder->checkHealth();
    std::string trouble = m_recorder->trouble();
    if (trouble == m_trouble)
        return;
    m_trouble = std::move(trouble);
    m_log(m_trouble.empty() ? "Runs can be recorded again." : "Runs cannot be recorded: " + m_trouble);
    if (const Status told = m_lock.tell({m_url, ::getpid(), hostName(), m_trouble}); !told)
        m_log(describe(told.error()));
}

void RecorderService::run()
{
    const auto gate = [this](const HttpRequest& request, const HttpPeer& peer) {
        // Who has the address of a file was given it.
        return m_recorder->isProved(request) ? std::nullopt : refusal(request, peer, m_rules);
    };
    const auto receiver = [this](const HttpRequest& request) -> Result<std::unique_ptr<BodySink>> {
        if (!m_recorder->isUpload(request))
            return std::unique_ptr<BodySink>();
        Result<IncomingFile> file = m_recorder->beginUpload(request);
        if (!file)
            return file.error();
        return std::unique_ptr<BodySink>(std::make_unique<FileSink>(std::move(file).value(), *m_recorder));
    };
    m_server->run(gate, receiver,
                  {[this](const HttpRequest& request) { return m_recorder->answer(request); },
                   [this] { m_recorder->beginGroup(); }, [this] { return m_recorder->endGroup(); }},
                  [this] { look(); });
    if (const Status marked = m_recorder->markAbandoned(); !marked)
        m_log(describe(marked.error()));
}

} // namespace runglass
