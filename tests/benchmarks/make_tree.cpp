// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_make_tree TEMPLATES/wandb OUT COUNT [SEED]: COUNT run folders of the SDK's format below OUT/exp-NN/wandb,
/// each made of a real one with an ID, name, project, start, config, history and summary of its own.
#include "tests/benchmarks/VariedRun.h"

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace runglass::benchmark;
    namespace fs = std::filesystem;
    if (argc < 4) {
        std::cerr << "usage: benchmark_make_tree TEMPLATES/wandb OUT COUNT [SEED]\n";
        return 2;
    }
    const fs::path out = argv[2];
    const std::size_t count = std::strtoull(argv[3], nullptr, 10);
    std::mt19937_64 random(argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1);
    if (fs::exists(out)) {
        std::cerr << out << " is there already\n";
        return 1;
    }
    // Links cannot leave a file system.
    const fs::path shared = out.string() + ".shared";
    fs::remove_all(shared);
    fs::copy(argv[1], shared, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    const std::vector<Template> templates = templatesIn(shared);
    for (std::size_t i = 0; i < count; ++i) {
        const Variation own = draw(i, random);
        const std::string group = own.project.substr(own.project.find('-') + 1);
        writeRun(templates[i % templates.size()], own, out / ("exp-" + group) / "wandb");
    }
    fs::remove_all(shared);
    std::cout << count << " run folders in " << out.string() << '\n';
    return 0;
}
