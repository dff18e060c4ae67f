// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/Commands.h"
#include "models/run/KeptMemory.h"

#include <CLI/CLI.hpp>

#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <unistd.h>
#include <vector>

namespace runglass::cli
{

namespace
{

/// One row a subcommand: its name, its help, what it takes, what it does.
struct Subcommand {
    const char* name;
    const char* help;
    void (*define)(CLI::App& app, Options& options);
    ExitStatus (*run)(const Options& options, Output& output);
};

constexpr const char* kRunForms = "Run ID, run path entity/project/id, run URL, run folder or .wandb file";

void defineJson(CLI::App& app, Options& options)
{
    app.add_flag("--json", options.json, "Print one JSON document");
}

void defineRun(CLI::App& app, Options& options)
{
    app.add_option("RUN", options.run, kRunForms)->required();
    app.add_option(
           "--source", options.sources,
           "Where to look for the run: a folder of runs, a store file, or \"default\", the recorder's store, as "
           "without it. Can be repeated")
        ->allow_extra_args(false)
        ->type_name("SOURCE");
    defineJson(app, options);
}

void defineQuery(CLI::App& app, Options& options)
{
    app.add_option(
        "SOURCE", options.sources,
        "Folder of runs, run folder, .wandb file, store file or \"default\": the recorder's store, as without any");
    app.add_option("--filter", options.filter, "Only runs that match, as \"summary.loss < 1 and tags = 'baseline'\"")
        ->type_name("EXPRESSION");
    app.add_option("--sort", options.sort, "Order, as -summary.acc,name: \"-\" is descending; without it newest first")
        ->type_name("[-]COLUMN[,...]");
}

void defineList(CLI::App& app, Options& options)
{
    defineQuery(app, options);
    app.add_option("--columns", options.columns, "What to print of each run: fields, config.KEY, summary.KEY")
        ->type_name("COLUMN[,...]");
    app.add_option("--group", options.group, "Print groups of runs with the same values in these columns")
        ->type_name("COLUMN[,...]");
    app.add_option("--limit", options.limit, "Print the first N runs (or groups) only")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    app.add_flag("--internal", options.internal, "Config and summary with the keys that begin with \"_\"");
    app.add_flag("--trash", options.trash, "List what lies in the trash");
    defineJson(app, options);
}

void defineShow(CLI::App& app, Options& options)
{
    defineRun(app, options);
    app.add_flag("--internal", options.internal,
                 "Also keys that begin with \"_\", and artifacts that the SDK made for itself");
}

void defineHistory(CLI::App& app, Options& options)
{
    defineRun(app, options);
    app.add_option("--keys", options.keys, "Only these metrics, components joined with dots; prints their points")
        ->allow_extra_args(false)
        ->type_name("K[,K...]");
    app.add_flag("--system", options.system, "System metrics in place of logged ones");
}

void defineLogs(CLI::App& app, Options& options)
{
    defineRun(app, options);
    app.add_option("--stream", options.stream, "Only this stream: stdout or stderr")
        ->check(CLI::IsMember({"stdout", "stderr"}))
        ->type_name("STREAM");
    app.add_flag("--raw", options.raw, "Print the bytes as they were written")->excludes(app.get_option("--json"));
}

void defineFiles(CLI::App& app, Options& options)
{
    defineRun(app, options);
    CLI::Option* get = app.add_option("--get", options.get, "Copy this file of the run")->type_name("PATH");
    app.add_option("--output", options.output, "Where to; without it, or with \"-\", to standard output")
        ->type_name("FILE")
        ->needs(get);
    get->excludes(app.get_option("--json"));
}

void defineArtifacts(CLI::App& app, Options& options)
{
    defineRun(app, options);
    app.add_flag("--internal", options.internal, "Also artifacts that the SDK made for itself");
}

void defineExport(CLI::App& app, Options& options)
{
    defineQuery(app, options);
    app.add_option("--to", options.to, "The file to write; \"-\" is standard output")
        ->type_name("FILE.csv|.jsonl")
        ->required();
    app.add_option("--format", options.format, "What to write where FILE does not end in .csv or .jsonl")
        ->check(CLI::IsMember({"csv", "jsonl"}))
        ->type_name("csv|jsonl");
    app.add_option("--columns", options.columns,
                   "CSV: what to write of each run, all there is without it. JSON lines: what to add as \"columns\"")
        ->type_name("COLUMN[,...]");
    app.add_option("--limit", options.limit, "Write the first N runs only")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    app.add_flag("--internal", options.internal, "JSON lines: config and summary with the keys that begin with \"_\"");
}

void defineTargets(CLI::App& app, Options& options)
{
    app.add_option("RUN", options.runs, kRunForms);
    app.add_option("--filter", options.filter, "All runs that match instead, as \"runtime < 20s and tags is null\"")
        ->type_name("EXPRESSION");
    app.add_option("--source", options.sources,
                   "Where to look for the runs: a folder of runs, a store file, or \"default\", the recorder's store, "
                   "as without it. Can be repeated")
        ->allow_extra_args(false)
        ->type_name("SOURCE");
    app.add_flag("--dry-run", options.dryRun, "Only say what would be done");
    defineJson(app, options);
}

void defineAsking(CLI::App& app, Options& options)
{
    defineTargets(app, options);
    app.add_flag("--yes,-y", options.yes, "Do not ask first");
}

void defineStop(CLI::App& app, Options& options)
{
    defineAsking(app, options);
    app.add_flag("--group", options.wholeGroup, "Interrupt all processes of the script's group, where each is proved");
}

void defineTrash(CLI::App& app, Options& options)
{
    app.add_option("ACTION", options.action, "empty: remove what lies in the trash for good")
        ->check(CLI::IsMember({"empty"}))
        ->required();
    defineAsking(app, options);
}

void defineEdit(CLI::App& app, Options& options)
{
    defineAsking(app, options);
    app.add_option("--name", options.newName, "Another name; \"\" for none")->type_name("TEXT");
    app.add_option("--notes", options.newNotes, "Another description; \"\" for none")->type_name("TEXT");
    app.add_option("--tag", options.newTags, "Add this tag. Can be repeated")
        ->allow_extra_args(false)
        ->type_name("TAG");
    app.add_option("--untag", options.oldTags, "Take this tag away. Can be repeated")
        ->allow_extra_args(false)
        ->type_name("TAG");
    app.add_option("--group", options.newGroup, "Another group; \"\" for none")->type_name("TEXT");
    app.add_option("--job-type", options.newJobType, "Another job type; \"\" for none")->type_name("TEXT");
    CLI::Option* state = app.add_option("--state", options.newState,
                                        "Mark the state as finished, failed, crashed or killed, until the run says "
                                        "something new; \"\" takes the mark back")
                             ->check(CLI::IsMember({"finished", "failed", "crashed", "killed", ""}))
                             ->type_name("STATE");
    app.add_option("--state-reason", options.stateReason, "Why the state is marked")->type_name("TEXT")->needs(state);
}

void defineDelete(CLI::App& app, Options& options)
{
    defineAsking(app, options);
    app.add_flag("--artifacts", options.artifacts,
                 "The artifacts that the runs made go too, but for those that other runs or collections need");
}

void defineServe(CLI::App& app, Options& options)
{
    app.add_option("--store", options.store,
                   "File that the runs are kept in; without it the one that \"default\" names")
        ->type_name("FILE");
    app.add_option("--listen", options.listen, "Where to listen: 127.0.0.1 and the port it has had before, first 8765")
        ->type_name("ADDR:PORT");
    app.add_option("--files", options.files, "Directory that uploaded files are kept in; without it beside the store")
        ->type_name("DIR");
    app.add_flag("--background", options.background, "Return when it is ready; it goes on by itself");
    app.add_flag("--print-env", options.printEnvironment, "Print what scripts need to log to it, for a shell");
    CLI::Option* setUp = app.add_flag(
        "--setup", options.setUp, "Tell this user's SDK about it: after that scripts need no environment to log to it");
    app.add_flag("--dry-run", options.dryRun, "With --setup: say what would be written where, and write nothing")
        ->needs(setUp);
    app.add_flag("--json", options.json, "With --setup --dry-run: print one JSON document")
        ->needs(app.get_option("--dry-run"));
    app.add_flag("--undo", options.undo, "Bring back what was there before --setup");
    const std::vector<CLI::Option*> ways = {app.get_option("--background"), app.get_option("--print-env"),
                                            app.get_option("--setup"), app.get_option("--undo")};
    for (CLI::Option* one : ways)
        for (CLI::Option* other : ways)
            if (one != other)
                one->excludes(other);
}

constexpr std::array<Subcommand, 16> kSubcommands = {{
    {"list", "List runs", defineList, list},
    {"show", "Show everything about one run", defineShow, show},
    {"history", "Print what a run logged, step by step", defineHistory, history},
    {"logs", "Print what a run wrote to its console", defineLogs, logs},
    {"files", "List a run's files, or copy one", defineFiles, files},
    {"artifacts", "List the artifacts a run made and used", defineArtifacts, artifacts},
    {"alerts", "List the alerts a run sent", defineRun, alerts},
    {"export", "Write runs to a CSV or JSON lines file", defineExport, exportRuns},
    {"stop", "Interrupt the scripts of runs, as Ctrl+C does", defineStop, stop},
    {"delete", "Move runs to the trash", defineDelete, remove},
    {"restore", "Bring runs back from the trash", defineAsking, restore},
    {"trash", "Empty the trash", defineTrash, trash},
    {"edit", "Change the name, description, tags, group or job type of runs", defineEdit, edit},
    {"lock", "Protect runs: they cannot be deleted or edited", defineTargets, lock},
    {"unlock", "Take the protection away", defineTargets, unlock},
    {"serve", "Record runs: be the server that scripts log to", defineServe, serve},
}};

const Subcommand* find(std::string_view name)
{
    for (const Subcommand& subcommand : kSubcommands) {
        if (name == subcommand.name)
            return &subcommand;
    }
    return nullptr;
}

std::string help()
{
    std::string text = "Runglass shows machine-learning runs.\n\n"
                       "Usage: runglass [PATH...]             open the window, with these folders or .wandb files\n"
                       "       runglass --example             open the window with the example runs\n"
                       "       runglass SUBCOMMAND [OPTIONS]  print; needs no display\n\n"
                       "Subcommands:\n";
    for (const Subcommand& subcommand : kSubcommands) {
        const std::string name = subcommand.name;
        text += "  " + name + std::string(12 - name.size(), ' ') + subcommand.help + '\n';
    }
    text += "\nEach subcommand takes --help, and all but export and serve --json. A folder that is called like one is "
            "written ./list.\n"
            "Exit status: 0 done, 1 something could not be read, 2 wrong usage, 3 nothing matched, 4 refused.\n\n"
            "  -h, --help  this text        --version  the version\n";
    return text;
}

int finish(ExitStatus status, Output& output)
{
    output.flush();
    if (!output.error().empty()) {
        say("The output could not be written: " + output.error());
        status = std::max(status, ExitStatus::Partly);
    }
    return static_cast<int>(status);
}

int runSubcommand(const Subcommand& subcommand, int argc, char** argv)
{
    Options options;
    Output output(STDOUT_FILENO);
    CLI::App app(subcommand.help, std::string("runglass ") + subcommand.name);
    subcommand.define(app, options);
    try {
        app.parse(argc - 1, argv + 1);
    } catch (const CLI::CallForHelp&) {
        output.write(app.help());
        return finish(ExitStatus::Done, output);
    } catch (const CLI::Error& error) {
        say(error.what());
        say(std::string("See runglass ") + subcommand.name + " --help.");
        return static_cast<int>(ExitStatus::Usage);
    }
    return finish(subcommand.run(options, output), output);
}

} // namespace

bool isCommandLine(std::string_view firstArgument)
{
    return firstArgument == "--help" || firstArgument == "-h" || firstArgument == "--version" || find(firstArgument);
}

int runCommandLine(int argc, char** argv)
{
    keepFreedMemory();
    // A reader that goes away is seen as EPIPE, a file that may not grow (ulimit -f) as EFBIG.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // Widths of characters, for tables; numbers stay as they are.
    if (!std::setlocale(LC_CTYPE, "C.UTF-8"))
        std::setlocale(LC_CTYPE, "");
    try {
        if (const Subcommand* subcommand = find(argv[1]))
            return runSubcommand(*subcommand, argc, argv);
        Output output(STDOUT_FILENO);
        output.write(std::string_view(argv[1]) == "--version" ? "runglass " RUNGLASS_VERSION "\n" : help());
        return finish(ExitStatus::Done, output);
    } catch (const std::exception& error) {
        say(error.what());
        return static_cast<int>(ExitStatus::Partly);
    }
}

} // namespace runglass::cli
