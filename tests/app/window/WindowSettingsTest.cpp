// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowSettings.h"

#include "app/window/WindowArguments.h"
#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"

#include <QDir>
#include <QFile>

namespace runglass::test
{

namespace
{

RememberedSession sample()
{
    RememberedSession session;
    session.window.geometry = QByteArray("\0\1\2geometry", 11);
    session.window.tab = 4;
    session.window.sideBarVisible = false;
    session.window.columns = {310, 900};
    session.window.side = {200, 400};
    session.window.theme = Theme::Mode::Dark;
    session.window.cropping = Qt::ElideLeft;
    session.window.updates = -1;
    session.sources = {QStringLiteral("/runs/a, b"), QStringLiteral("/学習")};
    session.recent = {QStringLiteral("/runs/a, b")};
    session.scopeSource = QStringLiteral("/学習");
    session.list.scope.entity = "";
    session.list.scope.project = "p/q";
    session.list.search = "lr \"x\"";
    session.hidden = {{QStringLiteral("/学習"), {"e", "p/q", "id"}}};
    session.currentRun = RememberedRun{QStringLiteral("/学習"), {"e", "", "other"}};
    return session;
}

} // namespace

TEST(WindowSettings, EverythingComesBack)
{
    const TemporaryDirectory folder;
    const QString file = QString::fromStdString((folder.path() / "deep/window.ini").string());
    const RememberedSession before = sample();
    WindowSettings(file).write(before);
    const RememberedSession after = WindowSettings(file).read();
    EXPECT_EQ(after.window.geometry, before.window.geometry);
    EXPECT_EQ(after.window.tab, 4);
    EXPECT_FALSE(after.window.sideBarVisible);
    EXPECT_EQ(after.window.columns, before.window.columns);
    EXPECT_EQ(after.window.side, before.window.side);
    EXPECT_EQ(after.window.theme, Theme::Mode::Dark);
    EXPECT_EQ(after.window.cropping, Qt::ElideLeft);
    EXPECT_EQ(after.window.updates, -1);
    EXPECT_EQ(after.sources, before.sources);
    EXPECT_EQ(after.recent, before.recent);
    EXPECT_EQ(after.scopeSource, before.scopeSource);
    EXPECT_EQ(after.list, before.list);
    ASSERT_EQ(after.hidden.size(), 1U);
    EXPECT_EQ(after.hidden[0].path, before.hidden[0].path);
    ASSERT_TRUE(after.currentRun.has_value());
    EXPECT_EQ(after.currentRun->path, before.currentRun->path);
    EXPECT_EQ(after.currentRun->location, before.currentRun->location);
}

TEST(WindowSettings, WithoutAFileTheDefaultsHold)
{
    const RememberedSession session = WindowSettings(QStringLiteral("/nowhere/window.ini")).read();
    EXPECT_TRUE(session.window.sideBarVisible);
    EXPECT_EQ(session.window.cropping, Qt::ElideMiddle);
    EXPECT_EQ(session.window.theme, Theme::Mode::System);
    EXPECT_TRUE(session.sources.isEmpty());
    EXPECT_FALSE(session.currentRun.has_value());
}

TEST(WindowSettings, ADamagedFileCostsOnlyWhatIsDamaged)
{
    const TemporaryDirectory folder;
    const QString name = QString::fromStdString((folder.path() / "window.ini").string());
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[view]\ntheme=977\ncropping=-4\n[window]\ntab=two\ncolumns=a, 5\n[session]\nlist={"
               "\"currentRun\":[],\"search\":7}\nsources=/x\n");
    file.close();
    const RememberedSession session = WindowSettings(name).read();
    EXPECT_EQ(session.window.theme, Theme::Mode::Dark);
    EXPECT_EQ(session.window.cropping, Qt::ElideLeft);
    EXPECT_EQ(session.window.tab, 0);
    EXPECT_TRUE(session.list.search.empty());
    EXPECT_FALSE(session.currentRun.has_value());
    EXPECT_EQ(session.sources, QStringList{QStringLiteral("/x")});
}

TEST(WindowSettings, RecentPlacesAreBoundedAndNotDoubled)
{
    QStringList recent;
    for (int i = 0; i < 40; ++i)
        addRecent(recent, QString::number(i));
    EXPECT_EQ(recent.size(), 12);
    addRecent(recent, QStringLiteral("35"));
    EXPECT_EQ(recent.first(), QStringLiteral("35"));
    EXPECT_EQ(recent.count(QStringLiteral("35")), 1);
}

TEST(WindowArguments, PathsAreMadeAbsolute)
{
    const auto parsed = WindowArguments::parse(
        {QStringLiteral("a/../b"), QStringLiteral("--example"), QStringLiteral("--"), QStringLiteral("--odd")});
    EXPECT_TRUE(parsed.error.isEmpty());
    EXPECT_TRUE(parsed.example);
    ASSERT_EQ(parsed.locations.size(), 2);
    EXPECT_EQ(parsed.locations[0], QDir::current().absoluteFilePath(QStringLiteral("b")));
    EXPECT_EQ(parsed.locations[1], QDir::current().absoluteFilePath(QStringLiteral("--odd")));
}

TEST(WindowArguments, AnUnknownOptionIsAnError)
{
    EXPECT_TRUE(WindowArguments::parse({QStringLiteral("--nonsense")}).error.contains(QStringLiteral("--nonsense")));
    EXPECT_FALSE(WindowArguments::parse({}).example);
}

TEST(WindowSettings, LieInTheConfigurationDirectory)
{
    const auto pathWith = [](const char* configuration, const char* home) {
        const QByteArray configurationBefore = qgetenv("XDG_CONFIG_HOME");
        const QByteArray homeBefore = qgetenv("HOME");
        qputenv("XDG_CONFIG_HOME", configuration);
        qputenv("HOME", home);
        const QString path = WindowSettings::usualPath();
        qputenv("XDG_CONFIG_HOME", configurationBefore);
        qputenv("HOME", homeBefore);
        return path;
    };
    EXPECT_EQ(pathWith("/c", "/h"), u"/c/runglass/window.ini");
    EXPECT_EQ(pathWith("", "/h"), u"/h/.config/runglass/window.ini");
    EXPECT_EQ(pathWith("relative", "/h"), u"/h/.config/runglass/window.ini");
    EXPECT_EQ(pathWith("/c", ""), u"/c/runglass/window.ini");
    EXPECT_EQ(pathWith("", ""), u"");
    EXPECT_EQ(pathWith("", "relative"), u"");
}

TEST(WindowSettings, WithoutAPlaceNothingIsKept)
{
    EXPECT_FALSE(WindowSettings(QString()).write(sample()));
    EXPECT_TRUE(WindowSettings(QString()).read().sources.isEmpty());
    const TemporaryDirectory folder;
    const QString inTheWay = QString::fromStdString((folder.path() / "file").string());
    QFile file(inTheWay);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_FALSE(WindowSettings(inTheWay + QStringLiteral("/window.ini")).write(sample()));
}

} // namespace runglass::test
