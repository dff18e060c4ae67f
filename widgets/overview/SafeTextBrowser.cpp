// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/SafeTextBrowser.h"

#include "models/items/VisibleText.h"

#include <QDesktopServices>
#include <QImage>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>

#include <cmath>

namespace runglass
{

namespace
{

/// Blocks within blocks are laid out over and over, once for each level.
bool isCostly(const QString& markdown)
{
    constexpr qsizetype kDeepest = 32;
    qsizetype marks = 0;
    for (const QChar letter : markdown) {
        if (letter == u'\n')
            marks = 0;
        else if (letter == u'>' && ++marks > kDeepest)
            return true;
    }
    return false;
}

} // namespace

SafeTextBrowser::SafeTextBrowser(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &SafeTextBrowser::askToOpen);
}

void SafeTextBrowser::showMarkdown(const QString& markdown, qsizetype most)
{
    if (m_markdown == markdown && m_most == most)
        return;
    m_markdown = markdown;
    m_most = most;
    QString shown = visibleLines(markdown.left(most));
    if (markdown.size() > most)
        shown += QStringLiteral("\n\n") +
                 tr("… %n more character(s) are not shown here.", nullptr, static_cast<int>(markdown.size() - most));
    if (isCostly(shown)) {
        document()->setPlainText(shown);
        return;
    }
    document()->setMarkdown(shown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
}

int SafeTextBrowser::heightForText(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width - 2 * frameWidth());
    return static_cast<int>(std::ceil(copy->size().height())) + 2 * frameWidth();
}

QVariant SafeTextBrowser::loadResource(int type, const QUrl&)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    // Qt opens the address as a file by itself when it gets no picture here.
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

void SafeTextBrowser::askToOpen(const QUrl& address)
{
    const bool isWeb = address.scheme() == QStringLiteral("https") || address.scheme() == QStringLiteral("http");
    const QString shown = visibleText(address.toString(QUrl::FullyEncoded)).left(2000);
    auto* box = new QMessageBox(isWeb ? QMessageBox::Question : QMessageBox::Information, tr("Open link"), {},
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(isWeb ? tr("Open this address in the browser?")
                       : tr("This link does not lead to the web. It is not followed."));
    box->setInformativeText(shown);
    if (isWeb) {
        const QPushButton* open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
        connect(open, &QPushButton::clicked, box, [address] { QDesktopServices::openUrl(address); });
    }
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

} // namespace runglass
