// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_scan TREE: finds every .wandb below it, reads it whole and passes zlib's checksum over it. Nothing that
/// reads the runs of a tree can do less.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
#include <zlib.h>

int main(int argc, char** argv)
{
    namespace fs = std::filesystem;
    if (argc != 2) {
        std::cerr << "usage: benchmark_scan TREE\n";
        return 2;
    }
    std::size_t files = 0, bytes = 0;
    uLong sum = 0;
    std::string buffer;
    std::vector<fs::path> waiting = {argv[1]};
    while (!waiting.empty()) {
        const fs::path directory = std::move(waiting.back());
        waiting.pop_back();
        std::vector<fs::path> below;
        bool isRun = false;
        for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
            if (entry.is_directory()) {
                below.push_back(entry.path());
            } else if (entry.path().extension() == ".wandb") {
                isRun = true;
                buffer.resize(entry.file_size());
                std::ifstream(entry.path(), std::ios::binary)
                    .read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
                sum ^= ::crc32_z(0, reinterpret_cast<const Bytef*>(buffer.data()), buffer.size());
                bytes += buffer.size();
                ++files;
            }
        }
        if (!isRun)
            waiting.insert(waiting.end(), below.begin(), below.end());
    }
    std::cout << files << " logs, " << bytes << " bytes, " << sum << '\n';
    return 0;
}
