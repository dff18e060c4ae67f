// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Value.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace runglass::test
{

namespace
{

const double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Value, equalityIsIdentityOfWhatWasLogged)
{
    EXPECT_EQ(Value(kNan), Value(kNan));
    EXPECT_FALSE(Value(1) == Value(1.0));
    EXPECT_FALSE(Value(0) == Value(false));
    EXPECT_FALSE(Value() == Value(""));
    EXPECT_FALSE(Value(Value::Array()) == Value(Value::Object()));
    EXPECT_EQ(Value(Value::Array{1, kNan}), Value(Value::Array{1, kNan}));
}

TEST(Value, otherKindsGiveNothing)
{
    const Value text("5");
    EXPECT_FALSE(text.toBool());
    EXPECT_EQ(text.toInteger(), 0);
    EXPECT_TRUE(std::isnan(text.toDouble()));
    EXPECT_TRUE(text.array().empty());
    EXPECT_TRUE(text.object().empty());
    EXPECT_EQ(Value(2.9).toInteger(), 0);
    EXPECT_EQ(Value(3).toDouble(), 3.0);
    EXPECT_EQ(Value(true).text(), "");
    EXPECT_EQ(Value("text").kind(), Value::Kind::Text) << "a literal is no bool";
}

TEST(Value, makingAContainerReplacesWhatIsNone)
{
    Value value(5);
    value.makeArray().emplace_back(1);
    EXPECT_EQ(value, Value(Value::Array{1}));
    value.makeArray().emplace_back(2);
    EXPECT_EQ(value.array().size(), 2U);
    value.makeObject()["k"] = 1;
    EXPECT_EQ(value, Value(Value::Object{{"k", 1}}));
}

TEST(ValuePath, findsWhatIsThere)
{
    const Value root(Value::Object{{"a", Value::Object{{"b.c", 1}}}, {"list", Value::Array{1}}});
    EXPECT_EQ(*findPath(root, {"a", "b.c"}), Value(1));
    EXPECT_EQ(findPath(root, {}), &root);
    EXPECT_EQ(findPath(root, {"a", "b", "c"}), nullptr);
    EXPECT_EQ(findPath(root, {"a", "b.c", "d"}), nullptr);
    EXPECT_EQ(findPath(root, {"list", "0"}), nullptr);
}

TEST(ValuePath, setsWithObjectsOnTheWay)
{
    Value root;
    setPath(root, {"a", "b"}, 1);
    setPath(root, {"a", "c"}, 2);
    EXPECT_EQ(root, Value(Value::Object{{"a", Value::Object{{"b", 1}, {"c", 2}}}}));
    setPath(root, {"a", "b", "d"}, 3);
    EXPECT_EQ(*findPath(root, {"a", "b"}), Value(Value::Object{{"d", 3}})) << "a number on the way gives way";
    setPath(root, {"a"}, "text");
    EXPECT_EQ(root, Value(Value::Object{{"a", "text"}}));
    setPath(root, {}, 7);
    EXPECT_EQ(root, Value(7));
}

TEST(ValuePath, removesAndTidiesUp)
{
    Value root;
    setPath(root, {"a", "b", "c"}, 1);
    setPath(root, {"a", "d"}, 2);
    removePath(root, {"a", "b", "c"});
    EXPECT_EQ(root, Value(Value::Object{{"a", Value::Object{{"d", 2}}}}));
    removePath(root, {"a", "missing"});
    removePath(root, {"a", "d", "below a number"});
    EXPECT_EQ(root, Value(Value::Object{{"a", Value::Object{{"d", 2}}}}));
    removePath(root, {"a", "d"});
    EXPECT_EQ(root, Value(Value::Object()));
    removePath(root, {});
    EXPECT_TRUE(root.isNull());
}

TEST(ValuePath, mergesObjectsAndReplacesTheRest)
{
    Value into(Value::Object{{"a", Value::Object{{"x", 1}, {"y", 2}}}, {"list", Value::Array{1, 2}}, {"keep", true}});
    mergeInto(into, Value(Value::Object{{"a", Value::Object{{"y", 3}}}, {"list", Value::Array{9}}, {"new", "n"}}));
    EXPECT_EQ(into,
              Value(Value::Object{
                  {"a", Value::Object{{"x", 1}, {"y", 3}}}, {"list", Value::Array{9}}, {"keep", true}, {"new", "n"}}));
    mergeInto(into, 5);
    EXPECT_EQ(into, Value(5));
    mergeInto(into, Value(Value::Object{{"a", 1}}));
    EXPECT_EQ(into, Value(Value::Object{{"a", 1}}));
}

TEST(ValuePath, displayCanCollide)
{
    EXPECT_EQ(displayKey({"a", "b"}), "a.b");
    EXPECT_EQ(displayKey({"a.b"}), "a.b");
    EXPECT_EQ(displayKey({}), "");
}

} // namespace
} // namespace runglass::test
