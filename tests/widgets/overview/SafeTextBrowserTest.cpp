// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/SafeTextBrowser.h"

#include "tests/support/QtMessages.h"
#include "tests/support/TestEnvironment.h"
#include "widgets/overview/SaveDialog.h"

#include <QDesktopServices>
#include <QImage>
#include <QMessageBox>
#include <QTest>
#include <QUrl>

namespace runglass
{

namespace
{

/// Notes whether an address was opened.
class Opener : public QObject
{
    Q_OBJECT
public:
    int opened = 0;
public slots:
    void open(const QUrl&) { ++opened; }
};

} // namespace

TEST(SafeTextBrowser, OpensNoPictureOutsideTheText)
{
    const test::TemporaryDirectory folder;
    const QString canary = QString::fromStdString((folder.path() / "canary.png").string());
    QImage red(200, 200, QImage::Format_RGB32);
    red.fill(Qt::red);
    ASSERT_TRUE(red.save(canary));
    SafeTextBrowser browser;
    browser.resize(400, 400);
    browser.showMarkdown(QStringLiteral("![a](%1)\n\n![b](file://%1)\n\n<img src=\"%1\">").arg(canary));
    browser.show();
    const QImage shown = browser.grab().toImage();
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x)
            ASSERT_NE(shown.pixelColor(x, y), QColor(Qt::red)) << "the picture was read";
    EXPECT_TRUE(browser.toPlainText().contains(QStringLiteral("<img src=")));
}

TEST(SafeTextBrowser, FollowsALinkOnlyAfterAsking)
{
    Opener opener;
    for (const QString& scheme : {QStringLiteral("https"), QStringLiteral("file")})
        QDesktopServices::setUrlHandler(scheme, &opener, "open");
    SafeTextBrowser browser;
    browser.show();
    for (const QString& address : {QStringLiteral("https://example.org/"), QStringLiteral("file:///etc/passwd")}) {
        emit browser.anchorClicked(QUrl(address));
        const auto boxes = browser.findChildren<QMessageBox*>();
        ASSERT_EQ(boxes.size(), 1);
        EXPECT_EQ(boxes[0]->informativeText(), address);
        EXPECT_EQ(boxes[0]->buttons().size(), address.startsWith(QStringLiteral("https")) ? 2 : 1);
        EXPECT_EQ(opener.opened, 0);
        boxes[0]->reject();
        delete boxes[0];
    }
    EXPECT_EQ(opener.opened, 0);
    for (const QString& scheme : {QStringLiteral("https"), QStringLiteral("file")})
        QDesktopServices::unsetUrlHandler(scheme);
}

TEST(SafeFileName, LeavesNothingThatLeadsElsewhere)
{
    EXPECT_EQ(safeFileName(QStringLiteral("../../etc/passwd")), QStringLiteral("_.._etc_passwd"));
    EXPECT_EQ(safeFileName(QStringLiteral("..")), QStringLiteral("file"));
    EXPECT_EQ(safeFileName(QString()), QStringLiteral("file"));
    EXPECT_EQ(safeFileName(QStringLiteral("a\nb\x1b.txt")), QStringLiteral("a_b_.txt"));
    EXPECT_EQ(safeFileName(QStringLiteral("学習.png")), QStringLiteral("学習.png"));
    const QString cut = safeFileName(QString(500, u'x') + QStringLiteral(".png"));
    EXPECT_EQ(cut.size(), 150);
    EXPECT_TRUE(cut.endsWith(QStringLiteral(".png")));
}

} // namespace runglass

#include "SafeTextBrowserTest.moc"
