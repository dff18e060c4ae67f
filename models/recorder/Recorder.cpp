// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Recorder.h"

#include "models/formats/Json.h"
#include "models/recorder/FileResponse.h"
#include "models/recorder/FileStream.h"
#include "models/recorder/GraphqlArtifacts.h"
#include "models/recorder/GraphqlRoots.h"
#include "models/recorder/Members.h"
#include "models/recorder/RunPage.h"

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
    GraphqlObject rootFor(const GraphqlDocument& document, const HttpRequest& request);
    HttpResponse sendFile(const HttpRequest& request) const;
    HttpResponse showPage(const std::vector<std::string>& parts);
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
    if (!body || !memberOf(*body, "query").isText())
        return errorResponse(400, "The request holds no query.");
    const Result<GraphqlDocument> document = parseGraphql(memberOf(*body, "query").text());
    if (!document)
        return errorResponse(400, document.error().detail);
    const GraphqlObject root = rootFor(*document, request);
    Result<GraphqlAnswer> answer = executeGraphql(*document, memberOf(*body, "variables"), root);
    if (!answer)
        return errorResponse(statusOf(answer.error().kind), answer.error().detail);
    tellUnknown(answer->unknown);
    Value::Object reply;
    reply["data"] = std::move(answer->data);
    return {200, "application/json", toJson(Value(std::move(reply)))};
}

/// entity/project/runs/ID and entity/project.
HttpResponse Recorder::Impl::showPage(const std::vector<std::string>& parts)
{
    constexpr std::size_t kProjectParts = 2;
    constexpr std::uint64_t kMostRuns = 500;
    if (parts.size() != kProjectParts) {
        Result<std::optional<KeptRun>> kept = keeper.find(RunPath{parts[0], parts[1], parts[3]});
        if (!kept)
            return errorResponse(503, kept.error().detail);
        const bool isThere = *kept && !(*kept)->run.isDeleted;
        return isThere ? runPage(**kept, file) : missingPage("There is no such run.");
    }
    const Result<std::vector<std::int64_t>> numbers = store->newest(parts[0], parts[1], kMostRuns);
    if (!numbers)
        return errorResponse(503, numbers.error().detail);
    std::vector<KeptRun> runs;
    for (const std::int64_t number : *numbers)
        if (Result<std::optional<KeptRun>> kept = keeper.find(number); kept && *kept)
            runs.push_back(std::move(**kept));
    return runs.empty() ? missingPage("There is no such project.") : projectPage(parts[0], parts[1], runs);
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
    if (isGet && (request.path == "/ready" || request.path == "/healthz"))
        return {200, "text/plain; charset=utf-8", "ok\n"};
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
    const bool isRun = parts.size() == 4 && parts[2] == "runs";
    const bool isProject = parts.size() == 2 && !parts[1].empty();
    if (isGet && (isRun || isProject))
        return m_impl->showPage(parts);
    return errorResponse(404, "There is nothing at " + validUtf8(request.path) + '.');
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

Status Recorder::checkSilence(std::chrono::nanoseconds heardFor)
{
    const std::chrono::nanoseconds silence = kSilence;
    if (heardFor < silence)
        return Done{};
    const Result<std::vector<std::int64_t>> numbers = m_impl->store->numbers(RecorderStore::Which::Open);
    if (!numbers)
        return numbers.error();
    for (const std::int64_t number : *numbers) {
        Result<std::optional<KeptRun>> kept = m_impl->keeper.find(number);
        if (!kept || !*kept)
            continue;
        RunRecord& record = (*kept)->record;
        const bool isWaiting = record.isComplete || record.isSilent || record.said;
        if (isWaiting || m_impl->keeper.now() - record.heartbeatAt < silence.count())
            continue;
        record.isSilent = true;
        if (const Status saved = m_impl->keeper.save(**kept); !saved)
            return saved;
    }
    return Done{};
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
