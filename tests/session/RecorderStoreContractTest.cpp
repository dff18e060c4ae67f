// SPDX-License-Identifier: GPL-3.0-or-later
// The store of a recorder keeps what every source promises.
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"
#include "tests/sources/RunSourceContract.h"

#include <filesystem>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// A store with a run that has ended and one that nobody writes any more, copied to another place where no
/// recorder has it open.
class StoreFixture : public SourceFixture
{
public:
    StoreFixture()
    {
        Recording recording;
        for (const std::string id : {"r1", "r2"}) {
            recording.upsert(R"({"name":")" + id + R"(","modelName":"p","config":"{}"})");
            recording.history(id, 0, {R"({"_step":0,"loss":1})", R"({"_step":1,"loss":0.5})"});
            recording.output(id, 0, {"first line\n"});
        }
        send(recording, "notes/config.txt", "x: 1");
        recording.end("r1", 0);
        copyTree(fs::path(recording.file()).parent_path(), directory());
        fs::rename(directory() / "files", file().string() + "-files");
    }
    std::unique_ptr<RunSource> open() override { return openRunSource(file().string()).value(); }
    std::string fingerprint() override { return treeHash(file().string() + "-files"); }
    void remove() override { fs::remove_all(directory()); }
    bool isBack() override { return fs::exists(directory()); }

private:
    static void send(Recording& recording, const std::string& name, const std::string& bytes)
    {
        const Value answer = recording.query(
            R"(mutation { createRunFiles(input: {projectName: "p", entityName: "local", runName: "r1", files: [")" +
            name + R"("]}) { files { uploadUrl } } })");
        const Value& files = member(member(answer, "createRunFiles"), "files");
        EXPECT_EQ(recording.put(member(files.array().at(0), "uploadUrl").text(), bytes), 200);
    }
    fs::path directory() const { return m_root.path() / "store"; }
    fs::path file() const { return directory() / "runs.db"; }

    TemporaryDirectory m_root;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(RecorderStore, RunSourceContract,
                         testing::Values(SourceKind{"recorder", [] { return std::make_unique<StoreFixture>(); }}));

} // namespace runglass::test
