// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that show the least, largest or first number that runs logged, read from real logs.
#include "models/session/JsonText.h"
#include "tests/session/SessionFixture.h"
#include "tests/sources/LivingLog.h"

#include <cmath>
#include <ctime>
#include <set>

namespace runglass::test
{

namespace
{

const Value& member(const Value& object, const std::string& name)
{
    static const Value none;
    const auto found = object.object().find(name);
    return found == object.object().end() ? none : found->second;
}

ColumnId summaryColumn(const std::string& key)
{
    return {ColumnOrigin::Summary, Field::Name, {key}};
}

/// The numbers that each run logged under each key, in order, as the script that wrote the fixtures says.
using LoggedNumbers = std::map<std::pair<std::string, std::string>, std::vector<double>>;

/// Without keys that hold anything else.
LoggedNumbers loggedNumbers(const std::string& json)
{
    LoggedNumbers logged;
    std::set<std::pair<std::string, std::string>> others;
    const Result<Value> runs = valueFromJson(json);
    EXPECT_TRUE(runs);
    for (const Value& run : runs->array()) {
        // Those were killed: what they logged last is not in their logs, or the script did not say it.
        if (member(run, "scenario").text() == "long")
            continue;
        const std::string& id = member(run, "run_id").text();
        for (const Value& row : member(run, "history").array()) {
            for (const auto& [key, value] : row.object()) {
                if (value.isNumber())
                    logged[{id, key}].push_back(value.toDouble());
                else
                    others.insert({id, key});
            }
        }
    }
    std::erase_if(logged, [&others](const auto& entry) { return others.contains(entry.first); });
    return logged;
}

double naiveValue(const std::vector<double>& numbers, MetricValue value)
{
    if (value == MetricValue::First)
        return numbers.front();
    double found = NAN;
    for (const double number : numbers) {
        if (!std::isfinite(number))
            continue;
        const bool better = value == MetricValue::Min ? number < found : number > found;
        found = std::isnan(found) || better ? number : found;
    }
    return found;
}

class ShownValuesTest : public SessionFixture
{
protected:
    void show(const ShownValues& values)
    {
        RunListState state = m_session->state();
        state.shownValues = values;
        m_session->setState(std::move(state));
    }
    /// Until the list shows these, and knows all of them.
    bool waitForValues(const ShownValues& values)
    {
        return waitFor([&] {
            const auto list = m_session->list();
            return list->state.shownValues == values &&
                   std::none_of(values.begin(), values.end(),
                                [&list](const auto& entry) { return list->table->isPending(entry.first); });
        });
    }
    double cell(const std::string& id, const std::string& key) const
    {
        const auto list = m_session->list();
        const auto row = list->table->rowOf(run(id));
        const Column* column = list->table->column(summaryColumn(key));
        return row && column ? column->number(*row) : NAN;
    }
};

} // namespace

TEST_F(ShownValuesTest, areThoseThatTheScriptsLogged)
{
    const LoggedNumbers logged = loggedNumbers(contents(fixture("wandb/expected.json")));
    openAndRead(fixture("wandb"));
    std::set<std::string> keys;
    for (const auto& [place, numbers] : logged)
        keys.insert(place.second);
    std::size_t compared = 0;
    for (const MetricValue value : {MetricValue::Min, MetricValue::Max, MetricValue::First}) {
        ShownValues values;
        for (const std::string& key : keys)
            values.emplace(summaryColumn(key), value);
        show(values);
        ASSERT_TRUE(waitForValues(values));
        for (const auto& [place, numbers] : logged) {
            if (!m_session->list()->table->column(summaryColumn(place.second)))
                continue;
            const double expected = naiveValue(numbers, value), found = cell(place.first, place.second);
            EXPECT_TRUE(found == expected || (std::isnan(found) && std::isnan(expected)))
                << place.first << ' ' << place.second << ' ' << toName(value) << ": " << found << ", not " << expected;
            ++compared;
        }
    }
    EXPECT_GT(compared, 150U);
    show({});
    ASSERT_TRUE(waitForValues({}));
    EXPECT_EQ(&m_session->list()->table->stored(), m_session->list()->table.get());
}

TEST_F(ShownValuesTest, areKnownOfASourceThatIsOpenedLater)
{
    const ShownValues values = {{summaryColumn("loss"), MetricValue::Max}};
    show(values);
    openAndRead(fixture("wandb/small"));
    ASSERT_TRUE(waitForValues(values));
    const LoggedNumbers logged = loggedNumbers(contents(fixture("wandb/expected.json")));
    std::size_t compared = 0;
    for (std::size_t place = 0; place < m_session->list()->rows.size(); ++place) {
        const std::string id = m_session->list()->ref(place).path.id;
        EXPECT_EQ(cell(id, "loss"), naiveValue(logged.at({id, "loss"}), MetricValue::Max)) << id;
        ++compared;
    }
    EXPECT_EQ(compared, 8U);
}

TEST_F(ShownValuesTest, followALogThatGrows)
{
    const std::filesystem::path root = m_home.path() / "runs";
    LivingLog log(root, "a");
    const auto write = [&log](int step, double loss) {
        const std::string text = std::to_string(loss);
        log.record(historyRecord(step, {{{"loss"}, text}})).record(summaryRecord({{{"loss"}, text}}));
    };
    log.record(runRecord("a", static_cast<std::uint64_t>(std::time(nullptr))));
    write(0, 3);
    write(1, 2);
    log.flush();
    log.hold();
    openAndRead(root);
    const ShownValues values = {{summaryColumn("loss"), MetricValue::Min}};
    show(values);
    ASSERT_TRUE(waitForValues(values));
    EXPECT_EQ(cell("a", "loss"), 2);
    write(2, 0.5);
    write(3, 7);
    log.flush();
    EXPECT_TRUE(waitFor([this] { return cell("a", "loss") == 0.5; }));
    EXPECT_EQ(m_session->list()->table->stored().column(summaryColumn("loss"))->number(0), 7);
}

} // namespace runglass::test
