// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_lengthen LOG OUT TIMES: a log of the SDK with its rows TIMES times over, steps and times going on.
#include "Record.pb.h"
#include "models/formats/Json.h"
#include "tests/benchmarks/LogWriter.h"

#include <cstdlib>
#include <iostream>
#include <vector>

namespace
{

using namespace runglass;
using runglass::benchmark::Item;
using runglass::benchmark::Record;

struct Rows {
    std::int64_t steps = 0;
    double seconds = 0;
};

/// Moves an item that places its row.
void move(Item& item, std::int64_t steps, double seconds)
{
    const std::string& key = item.nested_key_size() > 0 ? item.nested_key(0) : item.key();
    if (key != "_step" && key != "_runtime" && key != "_timestamp")
        return;
    const Value value = parseJson(item.value_json()).value();
    item.set_value_json(toJson(key == "_step" ? Value(value.toInteger() + steps) : Value(value.toDouble() + seconds)));
}

void move(Record& record, std::int64_t steps, double seconds)
{
    if (record.has_history()) {
        auto& history = *record.mutable_history();
        history.mutable_step()->set_num(history.step().num() + steps);
        for (Item& item : *history.mutable_item())
            move(item, steps, seconds);
    } else if (record.has_summary()) {
        for (Item& item : *record.mutable_summary()->mutable_update())
            move(item, steps, seconds);
    } else if (record.has_stats()) {
        auto& time = *record.mutable_stats()->mutable_timestamp();
        time.set_seconds(time.seconds() + static_cast<std::int64_t>(seconds));
    }
}

Rows lengthOf(const std::vector<std::string>& records)
{
    Rows rows;
    for (const std::string& bytes : records) {
        Record record;
        record.ParseFromString(bytes);
        if (!record.has_history())
            continue;
        rows.steps = record.history().step().num() + 1;
        for (const Item& item : record.history().item())
            if (item.nested_key_size() == 1 && item.nested_key(0) == "_runtime")
                rows.seconds = parseJson(item.value_json()).value().toDouble();
    }
    return rows;
}

bool belongsToRows(const std::string& bytes)
{
    Record record;
    record.ParseFromString(bytes);
    return record.has_history() || record.has_summary() || record.has_stats();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: benchmark_lengthen LOG OUT TIMES\n";
        return 2;
    }
    std::vector<std::string> records;
    const Status read =
        benchmark::readLog(argv[1], [&records](std::string_view record) { records.emplace_back(record); });
    if (!read) {
        std::cerr << argv[1] << ": " << read.error().detail << '\n';
        return 1;
    }
    const Rows rows = lengthOf(records);
    std::vector<std::string> before, repeated, after;
    for (std::string& record : records) {
        const bool isRow = belongsToRows(record);
        auto& part = isRow ? repeated : repeated.empty() ? before : after;
        part.push_back(std::move(record));
    }
    benchmark::LogWriter writer(argv[2]);
    std::int64_t number = 0;
    const auto write = [&](const std::string& bytes, std::int64_t steps, double seconds) {
        Record record;
        record.ParseFromString(bytes);
        record.set_num(++number);
        move(record, steps, seconds);
        writer.append(record.SerializeAsString());
    };
    for (const std::string& record : before)
        write(record, 0, 0);
    const int times = std::atoi(argv[3]);
    for (int turn = 0; turn < times; ++turn)
        for (const std::string& record : repeated)
            write(record, turn * rows.steps, turn * rows.seconds);
    for (const std::string& record : after)
        write(record, 0, 0);
    writer.close();
    return 0;
}
