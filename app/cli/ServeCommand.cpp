// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RecorderPlace.h"
#include "app/cli/RecorderProcess.h"
#include "models/processes/OpenFiles.h"
#include "models/recorder/RecorderKey.h"
#include "models/recorder/RecorderService.h"
#include "models/recorder/SdkSetup.h"
#include "models/session/JsonWriter.h"

namespace runglass::cli
{

namespace
{

ExitStatus fail(const Error& error)
{
    say(describe(error));
    return error.kind == Error::Kind::Refused ? ExitStatus::Refused : ExitStatus::Partly;
}

/// What a script's surroundings need, as a shell reads it.
ExitStatus printEnvironment(const std::string& storeFile, Output& output)
{
    const Result<std::string> key = recorderKey(storeFile);
    const Result<std::string> url = recorderUrl(storeFile);
    if (!key || !url)
        return fail(!key ? key.error() : url.error());
    output.write("export WANDB_BASE_URL=" + *url + '\n');
    output.write("export WANDB_API_KEY=" + *key + '\n');
    output.write("export WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL=1\n");
    // A proxy must not be asked for what is on this computer.
    output.write("export NO_PROXY=\"127.0.0.1,localhost${NO_PROXY:+,$NO_PROXY}\"\n");
    return ExitStatus::Done;
}

std::string memoOf(const std::string& storeFile)
{
    return storeFile + ".setup";
}

void writePlan(const std::vector<SdkFilePlan>& plan, Output& output)
{
    for (const SdkFilePlan& file : plan) {
        output.write((file.exists ? "Changed would be " : "Made would be ") + file.path + '\n');
        for (const std::string& line : file.replaced)
            output.write("  - " + line + '\n');
        for (const std::string& line : file.written)
            output.write("  + " + line + '\n');
    }
}

void writeJson(const std::vector<SdkFilePlan>& plan, const std::string& url, Output& output)
{
    JsonWriter json(output);
    json.beginObject();
    json.member("address", url);
    json.key("files");
    json.beginArray();
    for (const SdkFilePlan& file : plan) {
        json.beginObject();
        json.member("path", file.path);
        json.key("exists");
        json.boolean(file.exists);
        json.key("replaced");
        json.texts(file.replaced);
        json.key("written");
        json.texts(file.written);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

/// Nothing is made for it, not even a key.
ExitStatus showPlan(const Options& options, const std::string& storeFile, Output& output)
{
    const Result<std::string> url = recorderUrl(storeFile);
    if (!url)
        return fail(url.error());
    const Result<std::vector<SdkFilePlan>> plan = planSdkSetup(SdkFiles::fromEnvironment(), {*url, {}});
    if (!plan)
        return fail(plan.error());
    if (options.json)
        writeJson(*plan, *url, output);
    else
        writePlan(*plan, output);
    return ExitStatus::Done;
}

ExitStatus setUp(const std::string& storeFile)
{
    const Result<std::string> key = recorderKey(storeFile);
    const Result<std::string> url = recorderUrl(storeFile);
    if (!key || !url)
        return fail(!key ? key.error() : url.error());
    const SdkFiles files = SdkFiles::fromEnvironment();
    if (const Status done = setUpSdk(files, {*url, *key}, memoOf(storeFile)); !done)
        return fail(done.error());
    say("Scripts of this user log to " + *url + " now. Written: " + files.netrc + " and " + files.settings +
        ". \"runglass serve --undo\" brings back what was there.");
    return ExitStatus::Done;
}

ExitStatus undo(const std::string& storeFile)
{
    if (const Status done = undoSdkSetup(memoOf(storeFile)); !done) {
        say(describe(done.error()));
        return done.error().kind == Error::Kind::NotFound ? ExitStatus::NothingMatched : ExitStatus::Partly;
    }
    say("What was there before is back.");
    return ExitStatus::Done;
}

ExitStatus serveHere(const RecorderSettings& settings, Output& output)
{
    const SystemClock clock;
    raiseMostOpenFiles();
    Result<std::unique_ptr<RecorderService>> service = RecorderService::start(settings, clock);
    if (!service)
        return fail(service.error());
    (*service)->setLog([](const std::string& line) { say(line); });
    output.write((*service)->url() + '\n');
    output.flush();
    (*service)->run();
    return ExitStatus::Done;
}

} // namespace

ExitStatus serve(const Options& options, Output& output)
{
    const Result<RecorderSettings> settings = recorderSettings(options);
    if (!settings) {
        say(settings.error().detail);
        return ExitStatus::Usage;
    }
    if (options.printEnvironment)
        return printEnvironment(settings->storeFile, output);
    if (options.setUp && options.dryRun)
        return showPlan(options, settings->storeFile, output);
    if (options.setUp)
        return setUp(settings->storeFile);
    if (options.undo)
        return undo(settings->storeFile);
    // Who starts a second one wants to know where the first is.
    if (const auto running = RecorderLock::holder(settings->storeFile)) {
        say("A recorder of this store is running already, as process " + std::to_string(running->pid) + ".");
        output.write(running->url + '\n');
        return ExitStatus::Done;
    }
    if (!options.background)
        return serveHere(*settings, output);
    const Result<std::string> url = startRecorder(options, settings->storeFile);
    if (!url)
        return fail(url.error());
    output.write(*url + '\n');
    return ExitStatus::Done;
}

} // namespace runglass::cli
