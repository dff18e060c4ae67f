// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ExpectedRun.h"
#include "tests/sdk/RecorderScripts.h"

#include <QProcess>

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class RecorderSdkTest : public RecorderScripts
{
protected:
    ProgramRun script(const std::string& scenario) { return RecorderScripts::script("recorder_run.py", scenario); }

    std::vector<std::string> console(const std::string& run) const
    {
        std::vector<std::string> lines;
        const json logs = read({"logs"}, run);
        for (const json& line : logs.at("lines"))
            lines.push_back(line.at("stream").get<std::string>() + ": " + line.at("text").get<std::string>());
        return lines;
    }

    /// Every point of every metric is what was logged, and there is no other.
    void compareHistory(const std::string& run, const json& logCalls) const
    {
        const auto series = expectedSeries(logCalls);
        const json keys = read({"history"}, run).at("series");
        std::size_t found = 0;
        for (const auto& [key, points] : series) {
            std::string joined;
            for (const std::string& part : key)
                joined += (joined.empty() ? "" : ".") + part;
            const json all = read({"history", "--keys", joined}, run).at("series");
            for (const json& one : all) {
                if (one.at("key") != json(key))
                    continue;
                ++found;
                ASSERT_EQ(one.at("value").size(), points.size()) << joined;
                for (std::size_t i = 0; i < points.size(); ++i) {
                    EXPECT_EQ(one.at("step")[i], points[i].first) << joined;
                    EXPECT_TRUE(agrees(points[i].second, one.at("value")[i])) << joined << ' ' << one.at("value")[i];
                }
            }
        }
        EXPECT_EQ(found, series.size());
        EXPECT_EQ(keys.size(), series.size());
    }
};

TEST_F(RecorderSdkTest, KeepsEverythingThatIsLogged)
{
    const ProgramRun program = script("everything");
    ASSERT_EQ(program.status, 0) << program.err;
    const json logged = expected();
    const std::string path = logged.at("path");
    const json run = show(path);
    EXPECT_EQ(run.at("state"), "finished") << program.err;
    EXPECT_THAT(program.err, HasSubstr("Run history:"));
    EXPECT_THAT(program.err, HasSubstr("Run summary:"));
    EXPECT_THAT(program.err,
                HasSubstr("Synced 5 W&B file(s), 0 media file(s), 0 artifact file(s) and 1 other file(s)"));
    EXPECT_EQ(run.at("name"), "a name");
    EXPECT_EQ(run.at("notes"), logged.at("notes"));
    EXPECT_THAT(run.at("tags").get<std::vector<std::string>>(), testing::UnorderedElementsAre("base", "late", "t2"));
    EXPECT_EQ(run.at("group"), "g");
    EXPECT_EQ(run.at("job_type"), "train");
    EXPECT_TRUE(agrees(expectedConfig(logged.at("config")), run.at("config"))) << run.at("config");
    for (const auto& [key, value] : logged.at("summary").items())
        EXPECT_TRUE(agrees(value, run.at("summary").at(key))) << key << ' ' << run.at("summary");
    EXPECT_THAT(run.at("program").get<std::string>(), HasSubstr("recorder_run.py"));
    EXPECT_EQ(run.at("args"), json({"everything"}));
    EXPECT_EQ(run.at("cli_version"), "0.31.0");
    compareHistory(path, logged.at("log"));
    EXPECT_THAT(console(path), testing::IsSupersetOf({"stdout: to stdout", "stderr: to stderr"}));
    const json alerts = read({"alerts"}, path);
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].at("level"), "WARN");
    std::vector<std::string> files;
    for (const json& file : run.at("files"))
        files.push_back(file.at("path"));
    EXPECT_THAT(files, testing::IsSupersetOf({"config.yaml", "model.txt", "requirements.txt", "wandb-metadata.json",
                                              "wandb-summary.json"}));
    const ProgramRun model = runglass({"files", path, "--source", store().string(), "--get", "model.txt"});
    EXPECT_EQ(model.out, "weights");
    EXPECT_EQ(recorder().end(), 0);
}

TEST_F(RecorderSdkTest, RunsTheSnippet)
{
    const ProgramRun program = script("snippet");
    ASSERT_EQ(program.status, 0) << program.err;
    const json logged = expected();
    const std::string path = logged.at("path");
    const std::string id = path.substr(path.rfind('/') + 1);
    EXPECT_THAT(path, testing::StartsWith("nico/awesome-project/"));
    EXPECT_THAT(logged.at("name").get<std::string>(), testing::MatchesRegex("[a-z]+-[a-z]+-1"));
    EXPECT_THAT(program.err, HasSubstr(recorder().url() + "/nico/awesome-project/runs/" + id));
    EXPECT_THAT(program.out + program.err, HasSubstr("Find logs at: "));
    EXPECT_EQ(show(path).at("state"), "finished");
    compareHistory(path, logged.at("log"));
    EXPECT_EQ(console(path).at(0), "stdout: lr: 0.01");
}

TEST_F(RecorderSdkTest, RunsTheSnippetsOfTheGuideWordForWord)
{
    for (const char* snippet : {"first", "training", "basic"}) {
        const ProgramRun program = RecorderScripts::script("seed_run.py", snippet);
        ASSERT_EQ(program.status, 0) << program.err;
        const json logged = expected();
        const std::string path = logged.at("path");
        const std::string id = path.substr(path.rfind('/') + 1);
        EXPECT_THAT(program.err, HasSubstr("Syncing run " + logged.at("name").get<std::string>()));
        EXPECT_THAT(program.err, HasSubstr(recorder().url() + '/' + path.substr(0, path.rfind('/')) + "/runs/" + id));
        EXPECT_EQ(show(path).at("state"), "finished");
        const json series = read({"history", "--keys", "accuracy"}, path).at("series");
        const std::size_t points = series.empty() ? 0 : series[0].at("value").size();
        EXPECT_EQ(points, snippet == std::string("first") ? 1U : snippet == std::string("training") ? 10U : 0U);
        if (snippet == std::string("first")) {
            EXPECT_EQ(show(path).at("summary").at("loss"), 0.1);
        }
    }
    EXPECT_THAT(expected().at("path").get<std::string>(), testing::StartsWith("wandbee/awesome-project/"));
}

TEST_F(RecorderSdkTest, StatesFollowFromHowScriptsEnd)
{
    EXPECT_EQ(script("failing").status, 1);
    EXPECT_EQ(script("exiting").status, 7);
    script("interrupted");
    EXPECT_EQ(script("no_project").status, 0);
    EXPECT_THAT(expected().at("path").get<std::string>(), testing::StartsWith("local/uncategorized/"));
    const json failing = show("failing");
    EXPECT_EQ(failing.at("state"), "failed");
    EXPECT_EQ(failing.at("exit_code"), 1);
    EXPECT_THAT(failing.at("traceback").get<std::string>(), HasSubstr("ValueError: boom"));
    EXPECT_EQ(show("exiting").at("state"), "failed");
    EXPECT_EQ(show("exiting").at("exit_code"), 7);
    EXPECT_EQ(show("interrupted").at("state"), "killed");
}

TEST_F(RecorderSdkTest, ResumesForksAndRefusesToResumeWhatIsNotThere)
{
    const ProgramRun missing = script("resumed_must");
    EXPECT_NE(missing.status, 0);
    EXPECT_THAT(missing.err, HasSubstr("does not exist"));
    ASSERT_EQ(script("resumed").status, 0);
    ASSERT_EQ(script("resumed").status, 0);
    const ProgramRun third = script("resumed_must");
    ASSERT_EQ(third.status, 0) << third.err;
    const json run = show("local/res/r1");
    EXPECT_EQ(run.at("state"), "finished");
    EXPECT_EQ(run.at("segments").size(), 3U);
    std::vector<std::int64_t> steps;
    const json all = read({"history", "--keys", "a"}, "local/res/r1").at("series");
    for (const json& series : all)
        for (const json& step : series.at("step"))
            steps.push_back(step);
    EXPECT_THAT(steps, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
    const ProgramRun fork = script("forked");
    ASSERT_EQ(fork.status, 0) << fork.err;
    const json series = read({"history", "--keys", "a"}, expected().at("path")).at("series");
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(series[0].at("step"), json({0, 1, 2}));
    EXPECT_EQ(series[0].at("value").back(), 100);
}

TEST_F(RecorderSdkTest, AnswersThePublicApi)
{
    const ProgramRun program = script("reading");
    ASSERT_EQ(program.status, 0) << program.err;
    const json found = expected();
    EXPECT_EQ(found.at("count"), 2);
    EXPECT_EQ(found.at("filtered"), 1);
    EXPECT_EQ(found.at("lr"), 0.2);
    EXPECT_EQ(found.at("opt"), json({{"name", "adam"}}));
    EXPECT_EQ(found.at("state"), "finished");
    EXPECT_EQ(found.at("tags"), json({"t0.2"}));
    EXPECT_THAT(found.at("name").get<std::string>(), testing::EndsWith("-2"));
    EXPECT_EQ(found.at("group"), "g");
    EXPECT_EQ(found.at("order"), json({0.2, 0.1}));
    EXPECT_EQ(found.at("summary"), 30);
    EXPECT_EQ(found.at("rows"), 31);
    EXPECT_EQ(found.at("loss").at(0), 1);
    EXPECT_EQ(found.at("even"), 15);
    EXPECT_EQ(found.at("scan"), 31);
    EXPECT_EQ(found.at("scan_keys"), 15);
    EXPECT_EQ(found.at("projects"), json({"api"}));
    EXPECT_EQ(found.at("notes"), "edited");
    EXPECT_EQ(found.at("new_tags"), json({"new"}));
    EXPECT_EQ(found.at("added"), 7);
    EXPECT_EQ(found.at("after"), "finished");
}

TEST_F(RecorderSdkTest, TakesAnOfflineRun)
{
    ASSERT_EQ(script("offline").status, 0);
    const json logged = expected();
    const ProgramRun sync = runProgram(RUNGLASS_SDK_PYTHON, {"-m", "wandb", "sync", logged.at("folder")},
                                       recorder().environment(), directory().string());
    ASSERT_EQ(sync.status, 0) << sync.err << sync.out;
    const json run = show("local/off/offline1");
    EXPECT_EQ(run.at("state"), "finished");
    EXPECT_EQ(run.at("config").at("x"), 1);
    compareHistory("local/off/offline1", logged.at("log"));
}

TEST_F(RecorderSdkTest, NeedsNoEnvironmentOnceThisComputerIsSetUp)
{
    const std::filesystem::path home = directory() / "home", netrc = home / ".netrc";
    const std::filesystem::path settings = home / ".config/wandb/settings";
    std::filesystem::create_directories(settings.parent_path());
    const std::string before = "[default]\nbase_url = https://wandb.example.org\n";
    std::ofstream(settings) << before;
    const std::map<std::string, std::string> bare = {
        {"HOME", home.string()}, {"WANDB_ERROR_REPORTING", "false"}, {"NO_PROXY", "127.0.0.1"}};
    const ProgramRun setUp = runglass({"serve", "--store", store().string(), "--setup"}, bare);
    ASSERT_EQ(setUp.status, 0) << setUp.err;
    const ProgramRun program =
        runProgram(RUNGLASS_SDK_PYTHON, command("recorder_run.py", {"no_project"}), bare, directory().string());
    ASSERT_EQ(program.status, 0) << program.err;
    const std::string path = expected().at("path");
    EXPECT_THAT(path, testing::StartsWith("local/uncategorized/"));
    EXPECT_EQ(show(path).at("state"), "finished");
    const ProgramRun undo = runglass({"serve", "--store", store().string(), "--undo"}, bare);
    ASSERT_EQ(undo.status, 0) << undo.err;
    std::ifstream after(settings);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(after), {}), before);
    EXPECT_FALSE(std::filesystem::exists(netrc));
}

TEST_F(RecorderSdkTest, KeepsUploadedFilesWhereItIsTold)
{
    const std::filesystem::path other = directory() / "other.db", uploads = directory() / "uploads";
    const ProgramRun begun = runglass(
        {"serve", "--background", "--store", other.string(), "--listen", "127.0.0.1:0", "--files", uploads.string()});
    ASSERT_EQ(begun.status, 0) << begun.err;
    std::map<std::string, std::string> variables = recorder().environment();
    variables["WANDB_BASE_URL"] = begun.out.substr(0, begun.out.find('\n'));
    const ProgramRun program =
        runProgram(RUNGLASS_SDK_PYTHON, command("recorder_run.py", {"no_project"}), variables, directory().string());
    EXPECT_EQ(program.status, 0) << program.err;
    EXPECT_TRUE(std::filesystem::exists(uploads / "1/files/wandb-metadata.json"));
    EXPECT_FALSE(std::filesystem::exists(other.string() + "-files"));
    std::ifstream lock(other.string() + ".lock");
    std::string line;
    std::getline(lock, line);
    std::getline(lock, line);
    EXPECT_EQ(::kill(std::stoi(line), SIGTERM), 0);
}

TEST_F(RecorderSdkTest, TheFolderThatTheSdkLeavesIsALocationOfTheRun)
{
    ASSERT_EQ(script("no_project").status, 0);
    const std::string path = expected().at("path");
    ASSERT_EQ(script("resumed").status, 0);
    ASSERT_EQ(script("resumed").status, 0);
    ASSERT_EQ(script("offline").status, 0);
    const std::string folders = (directory() / "wandb").string();
    for (const std::vector<std::string>& order :
         {std::vector<std::string>{store().string(), folders}, std::vector<std::string>{folders, store().string()}}) {
        std::vector<std::string> command = {"list", "--json"};
        command.insert(command.end(), order.begin(), order.end());
        const ProgramRun list = runglass(command);
        ASSERT_EQ(list.status, 0) << list.err;
        std::vector<std::string> paths;
        const json runs = json::parse(list.out);
        for (const json& run : runs)
            paths.push_back(run.at("path"));
        // What was never sent is the folder's own.
        EXPECT_THAT(paths, testing::UnorderedElementsAre(path, "local/res/r1", "/off/offline1"));
    }
    const ProgramRun shown = runglass({"show", "r1", "--source", folders, "--source", store().string(), "--json"});
    ASSERT_EQ(shown.status, 0) << shown.err;
    const json run = json::parse(shown.out);
    EXPECT_EQ(run.at("source").at("kind"), "recorder");
    std::size_t inFolders = 0;
    for (const json& location : run.at("locations"))
        inFolders += location.get<std::string>().starts_with(folders) ? 1 : 0;
    EXPECT_EQ(inFolders, 2U) << run.at("locations");
}

TEST_F(RecorderSdkTest, LosesNothingWhenItIsKilledMeanwhile)
{
    QProcess training;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : recorder().environment())
        variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    training.setProcessEnvironment(variables);
    training.setWorkingDirectory(QString::fromStdString(directory().string()));
    training.start(QStringLiteral(RUNGLASS_SDK_PYTHON),
                   {QStringLiteral(RUNGLASS_SDK_SCRIPTS "/recorder_run.py"), QStringLiteral("waiting")});
    ASSERT_TRUE(training.waitForStarted());
    const auto points = [&] {
        const ProgramRun program =
            runglass({"history", "waiting", "--source", store().string(), "--keys", "a", "--json"});
        const json read = program.status == 0 ? json::parse(program.out) : json();
        return read.is_null() || read.at("series").empty() ? json::array() : read.at("series")[0].at("value");
    };
    const auto waitFor = [&](std::size_t count) {
        for (int tries = 0; tries < 900 && points().size() < count; ++tries)
            training.waitForFinished(100);
        return points().size() >= count;
    };
    ASSERT_TRUE(waitFor(20));
    const int port = recorder().port();
    recorder().kill();
    const std::size_t before = points().size();
    EXPECT_EQ(show("waiting").at("state"), "unknown");
    EXPECT_THAT(show("waiting").at("state_reason").get<std::string>(), HasSubstr("recorder off since"));
    restart(port);
    ASSERT_TRUE(waitFor(before + 20));
    EXPECT_EQ(show("waiting").at("state"), "running");
    training.kill();
    training.waitForFinished();
    const json values = points();
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_EQ(values[i], i);
}

} // namespace

} // namespace runglass::test
