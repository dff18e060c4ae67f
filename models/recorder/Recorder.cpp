// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Recorder.h"

#include "models/formats/Json.h"
#include "models/recorder/FileResponse.h"
#include "models/recorder/FileStream.h"
#include "models/recorder/GraphqlArtifacts.h"
#include "models/recorder/GraphqlRoots.h"
#include "models/recorder/RunPage.h"
#include "models/run/ValueMember.h"

#include <mutex>
#include <random>
#include <set>
#include <vector>

namespace runglass
{

namespace
{

std::vector<std::string> partsOf(const std::string& path)
{
    std::vector<std::string> parts;
    std::size_t at = path.starts_with('/') ? 1 : 0;
    while (at <= path.size()) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        parts.push_back(percentDecoded(std::string_view(path).substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

int statusOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::InvalidArgument:
        return 400;
    case Error::Kind::NotFound:
        return 404;
    case Error::Kind::Refused:
        return 410;
    default:
        return 503;
    }
}

} // namespace

struct Recorder::Impl {
    Impl(std::unique_ptr<RecorderStore> opened, const Clock& clock, RecorderUploads given, std::string storeFile)
        : file(std::move(storeFile))
        , uploads(std::move(given))
        , urls(uploads.secret)
        , store(std::move(opened))
        , keeper(*store, clock, uploads.directory)
        , artifacts(keeper, uploads.directory)
        , random(std::random_device{}())
    {
        keeper.setArtifacts([this](std::int64_t run) { return artifacts.ofRun(run); });
    }

    HttpResponse answerGraphql(const HttpRequest& request);
    Result<std::vector<KeptRun>> runsFor(const RunPath& project, const std::string& sweep);
    GraphqlObject rootFor(const GraphqlDocument& document, const HttpRequest& request);
    HttpResponse sendFile(const HttpRequest& request) const;
    HttpResponse showPage(const HttpRequest& request, const std::vector<std::string>& parts);
    void tellUnknown(const std::vector<std::string>& fields);

    std::string file; ///< of the store
    RecorderUploads uploads;
    FileUrls urls;
    std::unique_ptr<RecorderStore> store;
    RunKeeper keeper;
    ArtifactKeeper artifacts;
    std::mt19937_64 random;
    std::function<void(const std::string&)> log = [](const std::string&) {};
    std::set<std::string> told; ///< what log was told of
    std::mutex mutex;           ///< of uploadTrouble
    std::optional<Error> uploadTrouble;
};

void Recorder::Impl::tellUnknown(const std::vector<std::string>& fields)
{
    constexpr std::size_t kMost = 1000;
    for (const std::string& field : fields)
        if (told.size() < kMost && told.insert(field).second)
            log("The SDK asked for " + field + ", which is not known.");
}

GraphqlObject Recorder::Impl::rootFor(const GraphqlDocument& document, const HttpRequest& request)
{
    const FilePlace place{uploads.directory.empty() ? nullptr : &urls, "http://" + std::string(request.header("host")),
                          uploads.directory};
    const GraphqlArtifacts objects(artifacts, place);
    if (document.isMutation) {
        GraphqlObject root = mutationRoot(keeper, random, place);
        if (place.urls)
            addArtifactMutations(root, objects);
        return root;
    }
    GraphqlExtras extras;
    if (place.urls) {
        extras.addToRun = [objects](GraphqlObject& run, const KeptRun& kept) {
            addRunFiles(run, objects.place(), kept.run.number);
            addRunArtifacts(run, objects, kept.run.number);
        };
        extras.addToProject = [objects](GraphqlObject& project, const std::string& entity, const std::string& name) {
            addProjectArtifacts(project, objects, entity, name);
        };
    }
    GraphqlObject root = queryRoot(keeper, extras);
    if (place.urls)
        addArtifactQueries(root, objects);
    return root;
}

HttpResponse Recorder::Impl::sendFile(const HttpRequest& request) const
{
    const std::string path = downloadTarget(request.path).path();
    if (path.empty() || uploads.directory.empty())
        return errorResponse(404, "There is no such file.");
    return fileResponse(request, uploads.directory + '/' + path, savedName(request.path));
}

HttpResponse Recorder::Impl::answerGraphql(const HttpRequest& request)
{
    const Result<Value> body = parseJson(request.body);
    if (!body || !member(*body, "query").isText())
        return errorResponse(400, "The request holds no query.");
    const Result<GraphqlDocument> document = parseGraphql(member(*body, "query").text());
    if (!document)
        return errorResponse(400, document.error().detail);
    const GraphqlObject root = rootFor(*document, request);
    Result<GraphqlAnswer> answer = executeGraphql(*document, member(*body, "variables"), root);
    if (!answer)
        return errorResponse(statusOf(answer.error().kind), answer.error().detail);
    tellUnknown(answer->unknown);
    Value::Object reply;
    reply["data"] = std::move(answer->data);
    return {200, "application/json", toJson(Value(std::move(reply)))};
}

/// Of a project, or of a sweep in it, the newest first.
Result<std::vector<KeptRun>> Recorder::Impl::runsFor(const RunPath& project, const std::string& sweep)
{
    constexpr std::uint64_t kMostLooked = 5000;
    constexpr std::size_t kMostShown = 500;
    const Result<std::vector<std::int64_t>> numbers = store->newest(project.entity, project.project, kMostLooked);
    if (!numbers)
        return numbers.error();
    std::vector<KeptRun> runs;
    for (const std::int64_t number : *numbers) {
        Result<std::optional<KeptRun>> kept = keeper.find(number);
        if (kept && *kept && (sweep.empty() || (*kept)->record.sweep == sweep) && runs.size() < kMostShown)
            runs.push_back(std::move(**kept));
    }
    return runs;
}

/// entity/project, entity/project/runs/ID and entity/project/sweeps/NAME.
HttpResponse Recorder::Impl::showPage(const HttpRequest& request, const std::vector<std::string>& parts)
{
    const RunPath path{parts[0], parts[1], parts.size() > 3 ? parts[3] : std::string()};
    if (parts.size() > 3 && parts[2] == "runs") {
        Result<std::optional<KeptRun>> kept = keeper.find(path);
        if (!kept)
            return errorResponse(503, kept.error().detail);
        const bool isThere = *kept && !(*kept)->run.isDeleted;
        const std::string server = "http://" + std::string(request.header("host"));
        return isThere ? runPage(**kept, file, server) : missingPage("There is no such run.");
    }
    const Result<std::vector<KeptRun>> runs = runsFor(path, path.id);
    if (!runs)
        return errorResponse(503, runs.error().detail);
    if (path.id.empty())
        return runs->empty() ? missingPage("There is no such project.") : projectPage(path.entity, path.project, *runs);
    const Result<std::optional<KeptSweep>> sweep = Sweeps(keeper, random).find(path);
    if (!sweep)
        return errorResponse(503, sweep.error().detail);
    return *sweep ? sweepPage(**sweep, *runs) : missingPage("There is no such sweep.");
}

Recorder::Recorder(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Recorder::~Recorder() = default;

Result<std::unique_ptr<Recorder>> Recorder::open(const StoreLocation& location, const Clock& clock,
                                                 RecorderUploads uploads)
{
    Result<std::unique_ptr<RecorderStore>> store = RecorderStore::open(location);
    if (!store)
        return store.error();
    if (!uploads.directory.empty())
        removeIncomingFiles(uploads.directory);
    auto impl = std::make_unique<Impl>(std::move(store).value(), clock, std::move(uploads), location.file);
    if (const Status derived = impl->keeper.deriveAll(); !derived)
        return derived.error();
    if (const Status saved = impl->keeper.saveOpen(); !saved)
        return saved.error();
    return std::unique_ptr<Recorder>(new Recorder(std::move(impl)));
}

HttpResponse Recorder::answer(const HttpRequest& request)
{
    constexpr std::size_t kFileStreamParts = 5;
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    const bool isPost = request.method == "POST";
    if (isGet && request.path == "/ready")
        return {200, "text/plain; charset=utf-8", "ok\n"};
    if (isGet && request.path == "/healthz") {
        const std::string wrong = trouble();
        return {wrong.empty() ? 200 : 503, "text/plain; charset=utf-8", (wrong.empty() ? "ok" : wrong) + '\n'};
    }
    if (request.path == "/graphql")
        return isPost ? m_impl->answerGraphql(request) : errorResponse(405, "Queries are sent with POST.");
    if (isGet && downloadTarget(request.path).kind != StoredFile::Kind::None)
        return m_impl->sendFile(request);
    const std::vector<std::string> parts = partsOf(request.path);
    if (parts.size() == kFileStreamParts && parts[0] == "files" && parts[4] == "file_stream") {
        const RunPath path{parts[1], parts[2], parts[3]};
        return isPost ? answerFileStream(m_impl->keeper, path, request.body)
                      : errorResponse(405, "Lines are sent with POST.");
    }
    const bool isRun = parts.size() == 4 && (parts[2] == "runs" || parts[2] == "sweeps") && !parts[3].empty();
    const bool isProject = parts.size() == 2 && !parts[1].empty();
    if (isGet && (isRun || isProject))
        return m_impl->showPage(request, parts);
    return errorResponse(404, "There is nothing at " + validUtf8(request.path) + '.');
}

void Recorder::beginGroup()
{
    m_impl->store->beginGroup();
}

Status Recorder::endGroup()
{
    return m_impl->store->endGroup();
}

bool Recorder::isUpload(const HttpRequest& request) const
{
    return request.method == "PUT" && isProved(request);
}

bool Recorder::isProved(const HttpRequest& request) const
{
    const bool isDownload = request.method == "GET" || request.method == "HEAD";
    const StoredFile file = isDownload ? downloadTarget(request.path) : uploadTarget(request.path);
    return !m_impl->uploads.directory.empty() && file.kind != StoredFile::Kind::None && m_impl->urls.isValid(request);
}

Result<IncomingFile> Recorder::beginUpload(const HttpRequest& request) const
{
    const StoredFile file = uploadTarget(request.path);
    if (file.kind == StoredFile::Kind::None)
        return Error{Error::Kind::NotFound, "There is no such place for a file.", {}};
    return IncomingFile::begin(m_impl->uploads.directory, file.path(),
                               file.kind == StoredFile::Kind::Blob ? file.name : std::string());
}

Status Recorder::checkSilence(const Uptime& now)
{
    SilenceWatch& watch = m_impl->keeper.silence();
    watch.advance(now);
    const Result<std::vector<std::int64_t>> numbers = m_impl->store->numbers(RecorderStore::Which::Open);
    if (!numbers)
        return numbers.error();
    for (const std::int64_t number : *numbers) {
        if (!watch.isSilent(number))
            continue;
        Result<std::optional<KeptRun>> kept = m_impl->keeper.find(number);
        if (!kept || !*kept)
            continue;
        RunRecord& record = (*kept)->record;
        if (record.isComplete || record.isSilent || record.said)
            continue;
        record.isSilent = true;
        if (const Status saved = m_impl->keeper.save(**kept); !saved)
            return saved;
    }
    return Done{};
}

Status Recorder::lookAfterRestored()
{
    return m_impl->keeper.deriveAll();
}

std::string Recorder::trouble() const
{
    if (const std::optional<Error>& error = m_impl->store->trouble())
        return error->detail;
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->uploadTrouble ? m_impl->uploadTrouble->detail : std::string();
}

void Recorder::checkHealth()
{
    if (m_impl->store->trouble())
        static_cast<void>(m_impl->store->probe());
    {
        const std::lock_guard lock(m_impl->mutex);
        if (!m_impl->uploadTrouble)
            return;
    }
    const Status written = tryToWrite(m_impl->uploads.directory);
    setUploadTrouble(written ? std::nullopt : std::optional(written.error()));
}

void Recorder::setUploadTrouble(const std::optional<Error>& error)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->uploadTrouble = error;
}

Status Recorder::markAbandoned()
{
    return m_impl->store->markAbandoned(m_impl->keeper.now());
}

Result<std::string> Recorder::setting(const std::string& key)
{
    return m_impl->store->setting(key);
}

Status Recorder::setSetting(const std::string& key, const std::string& value)
{
    return m_impl->store->setSetting(key, value);
}

void Recorder::setLog(std::function<void(const std::string&)> log)
{
    m_impl->log = std::move(log);
}

} // namespace runglass
