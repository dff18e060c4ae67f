// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ValueTreeModel.h"

#include "models/items/ValueFilterProxy.h"
#include "models/session/JsonText.h"
#include "tests/items/ModelText.h"
#include "tests/support/QtMessages.h"

#include <QSignalSpy>

#include <functional>
#include <limits>
#include <random>

namespace runglass
{

using test::toText;
using test::watchModel;

namespace
{

std::shared_ptr<const Value> shared(Value value)
{
    return std::make_shared<const Value>(std::move(value));
}

std::shared_ptr<const Value> json(std::string_view text)
{
    Result<Value> value = valueFromJson(text);
    EXPECT_TRUE(value.ok());
    return shared(value.ok() ? *value : Value());
}

} // namespace

TEST(ValueTreeModel, ShowsNestedValuesExactly)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"lr": 0.1, "big": 9223372036854775807, "on": true, "none": null, "list": [1, 2.5],
                            "name": "x", "model": {"width": 512, "empty": {}}, "deep": [{"a": 1}, [2]]})"));
    EXPECT_EQ(toText(model), "big | 9223372036854775807 | int\n"
                             "deep |  | list\n"
                             "  [0] |  | 1 key(s)\n"
                             "    a | 1 | int\n"
                             "  [1] | [2] | list\n"
                             "list | [1,2.5] | list\n"
                             "lr | 0.1 | float\n"
                             "model |  | 2 key(s)\n"
                             "  empty | {} | 0 key(s)\n"
                             "  width | 512 | int\n"
                             "name | x | str\n"
                             "none | – | null\n"
                             "on | true | bool\n");
    EXPECT_EQ(model.leafCount(), 10);
}

TEST(ValueTreeModel, CallsOutWhatIsNoNumber)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"a": NaN, "b": Infinity, "c": 1.0})"));
    EXPECT_EQ(model.index(0, 1).data().toString(), QStringLiteral("NaN"));
    EXPECT_TRUE(model.index(0, 1).data(ValueTreeModel::NotANumberRole).toBool());
    EXPECT_EQ(model.index(1, 1).data().toString(), QStringLiteral("inf"));
    EXPECT_TRUE(model.index(1, 1).data(ValueTreeModel::NotANumberRole).toBool());
    EXPECT_FALSE(model.index(2, 1).data(ValueTreeModel::NotANumberRole).toBool());
}

TEST(ValueTreeModel, PutsTheHistoryBesideTheSummary)
{
    ValueTreeModel model(ValueTreeModel::Kind::Metrics);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"loss": 0.5, "val": {"acc": 0.25}, "text": "x"})"));
    const SeriesInfo first{{0, false, {"loss"}}, SeriesKind::Double, 2, 0.5, 2, 2, 0.5, 1};
    const SeriesInfo second{{1, false, {"loss"}}, SeriesKind::Double, 2, 0.25, 4, 4, 0.25, 3};
    const SeriesInfo nested{{0, false, {"val", "acc"}}, SeriesKind::Double, 1, 0.25, 0.25, 0.25, 0.25, 0.25};
    const SeriesInfo system{{0, true, {"text"}}, SeriesKind::Double, 1, 7, 7, 7, 7, 7};
    model.setSeries({first, second, nested, system});
    EXPECT_EQ(toText(model), "loss | 0.5 | 2 | 0.25 | 4 | 2 | float\n"
                             "text | x | – | – | – | – | str\n"
                             "val |  |  |  |  |  | 1 key(s)\n"
                             "  acc | 0.25 | 0.25 | 0.25 | 0.25 | 0.25 | float\n");
}

TEST(ValueTreeModel, RoundsBesideAHistoryAndKeepsTheWholeNumber)
{
    ValueTreeModel model(ValueTreeModel::Kind::Metrics);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"acc": 0.19666666666666666})"));
    const QModelIndex cell = model.index(0, 1);
    EXPECT_EQ(cell.data().toString(), QStringLiteral("0.1967"));
    EXPECT_EQ(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("0.19666666666666666"));
    EXPECT_TRUE(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("0.19666666666666666")));
    EXPECT_EQ(cell.data(ValueTreeModel::CopyRole).toString(), QStringLiteral("0.19666666666666666"));
    EXPECT_TRUE(model.index(0, 2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("No numbers were logged")));
}

TEST(ValueTreeModel, SaysWhatWasLoggedInPlaceOfItsParts)
{
    ValueTreeModel model(ValueTreeModel::Kind::Metrics);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"picture": {"_type": "image-file", "width": 64}, "val": {"loss": 1.5}})"));
    EXPECT_EQ(toText(model), "picture | image-file |  |  |  |  | 2 key(s)\n"
                             "  _type | image-file |  |  |  |  | str\n"
                             "  width | 64 |  |  |  |  | int\n"
                             "val |  |  |  |  |  | 1 key(s)\n"
                             "  loss | 1.5 | – | – | – | – | float\n");
    EXPECT_TRUE(model.index(0, 0).data(ValueTreeModel::MediaRole).toBool());
    EXPECT_FALSE(model.index(1, 0).data(ValueTreeModel::MediaRole).toBool());
}

TEST(ValueTreeModel, ShowsHostileTextLiterally)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    Value::Object hostile;
    hostile["<img src=x>"] = Value("<b>bold</b>\x1b[31m\n");
    hostile["rtl\u202Egpj"] = Value(std::string(1'000'000, 'a'));
    model.setValue(shared(Value(hostile)));
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("<img src=x>"));
    EXPECT_EQ(model.index(0, 1).data().toString(), QStringLiteral("<b>bold</b>␛[31m↵"));
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;img src=x&gt;")));
    EXPECT_EQ(model.index(1, 0).data().toString(), QStringLiteral("rtl␦gpj"));
    EXPECT_EQ(model.index(1, 1).data().toString().size(), 500);
    EXPECT_EQ(model.index(1, 1).data(ValueTreeModel::CopyRole).toString().size(), 1'000'000);
}

TEST(ValueTreeModel, DoesNotFormatAHugeListForACell)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    Value::Object object;
    object["list"] = Value(Value::Array(200'000, Value(1)));
    model.setValue(shared(Value(object)));
    EXPECT_EQ(model.index(0, 1).data().toString(),
              QStringLiteral("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1, …] (200000 value(s))"));
}

TEST(ValueTreeModel, GivesPathAndJsonToCopy)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    model.setValue(json(R"({"model": {"a.b": 1.0}})"));
    const QModelIndex leaf = model.index(0, 0, model.index(0, 0));
    EXPECT_EQ(leaf.data(ValueTreeModel::PathRole).toString(), QStringLiteral("model.a.b"));
    EXPECT_EQ(leaf.data(ValueTreeModel::CopyRole).toString(), QStringLiteral("1.0"));
    EXPECT_EQ(model.index(0, 0).data(ValueTreeModel::CopyRole).toString(), QStringLiteral(R"({"a.b":1.0})"));
}

TEST(ValueTreeModel, NewsComeWhereTheyAre)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    ValueFilterProxy proxy;
    proxy.setSourceModel(&model);
    const auto watch = watchModel(&model), watchProxy = watchModel(&proxy);
    model.setValue(json(R"({"b": 1, "c": {"x": 1, "y": 2}, "list": [{"a": 1}, {"a": 2}]})"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex c = model.index(1, 0), y = model.index(1, 0, c);
    ASSERT_EQ(y.data().toString(), QStringLiteral("y"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto next = json(R"({"a": 0, "b": 1, "c": {"w": 0, "y": 3}, "list": [{"a": 1}, {"a": 5}, {"b": 1}]})");
    model.updateValue(next);
    EXPECT_EQ(toText(model), "a | 0 | int\n"
                             "b | 1 | int\n"
                             "c |  | 2 key(s)\n"
                             "  w | 0 | int\n"
                             "  y | 3 | int\n"
                             "list |  | list\n"
                             "  [0] |  | 1 key(s)\n"
                             "    a | 1 | int\n"
                             "  [1] |  | 1 key(s)\n"
                             "    a | 5 | int\n"
                             "  [2] |  | 1 key(s)\n"
                             "    b | 1 | int\n");
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(c.row(), 2);
    EXPECT_EQ(y.row(), 1);
    EXPECT_EQ(QModelIndex(y).siblingAtColumn(1).data().toString(), QStringLiteral("3"));
    EXPECT_EQ(changes.count(), 5) << "c, c.y, list, list[1], list[1].a";
    changes.clear();
    model.updateValue(next);
    EXPECT_EQ(changes.count(), 0);
    // A leaf that becomes a branch is another row.
    model.updateValue(json(R"({"a": {"deep": 1}, "c": 5})"));
    EXPECT_EQ(toText(model), "a |  | 1 key(s)\n  deep | 1 | int\nc | 5 | int\n");
    EXPECT_FALSE(c.isValid());
    model.updateValue(shared(Value()));
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(ValueTreeModel, AnyNewsMakeTheTreeOfTheValue)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const std::function<Value(int)> any = [&](int depth) -> Value {
        const auto kind = depth == 0 ? 0 : random() % 3;
        if (kind == 0)
            return static_cast<std::int64_t>(random() % 4);
        if (kind == 1) {
            Value::Array list;
            for (auto i = random() % 4; i > 0; --i)
                list.push_back(any(depth - 1));
            return list;
        }
        Value::Object object;
        for (auto i = random() % 5; i > 0; --i)
            object.insert_or_assign(std::string(1, static_cast<char>('a' + random() % 5)), any(depth - 1));
        return object;
    };
    ValueTreeModel model(ValueTreeModel::Kind::Values), fresh(ValueTreeModel::Kind::Values);
    ValueFilterProxy proxy;
    proxy.setSourceModel(&model);
    proxy.setSearchText(QStringLiteral("a"));
    const auto watch = watchModel(&model), watchProxy = watchModel(&proxy);
    for (int round = 0; round < 300; ++round) {
        Value value;
        value.makeObject() = any(3).object();
        model.updateValue(shared(value));
        fresh.setValue(shared(value));
        ASSERT_EQ(toText(model), toText(fresh)) << jsonOf(value);
    }
}

/// Telling a view of 50,000 rows that go and 50,000 that come, one by one, would take minutes.
TEST(ValueTreeModel, AnotherTreeAltogetherIsMadeAnew)
{
    const auto many = [](char letter) {
        Value value;
        for (int i = 0; i < 50'000; ++i)
            value.makeObject().emplace(letter + std::to_string(i), std::int64_t{i});
        return shared(std::move(value));
    };
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    const auto watch = watchModel(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset), removals(&model, &QAbstractItemModel::rowsRemoved);
    model.setValue(many('a'));
    model.updateValue(many('b'));
    EXPECT_EQ(resets.count(), 2);
    EXPECT_EQ(removals.count(), 0);
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("b0"));
    EXPECT_EQ(model.leafCount(), 50'000);
}

TEST(ValueFilterProxy, FindsKeysAndValuesWithTheirParents)
{
    ValueTreeModel model(ValueTreeModel::Kind::Values);
    ValueFilterProxy proxy;
    proxy.setSourceModel(&model);
    const auto watch = watchModel(&proxy);
    model.setValue(json(R"({"_wandb": {"loss": 1}, "opt": {"name": "AdamW", "lr": 1}, "loss": {"a": 2}, "z": 3})"));
    EXPECT_EQ(proxy.rowCount(), 3);
    proxy.setSearchText(QStringLiteral("adam"));
    EXPECT_EQ(toText(proxy), "opt |  | 2 key(s)\n  name | AdamW | str\n");
    proxy.setSearchText(QStringLiteral("LOSS"));
    EXPECT_EQ(toText(proxy), "loss |  | 1 key(s)\n  a | 2 | int\n");
    proxy.setInternalHidden(false);
    EXPECT_EQ(toText(proxy), "_wandb |  | 1 key(s)\n  loss | 1 | int\nloss |  | 1 key(s)\n  a | 2 | int\n");
}

} // namespace runglass
