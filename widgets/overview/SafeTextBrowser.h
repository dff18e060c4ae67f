// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace runglass
{

/// Markdown that a run wrote. It reads nothing: no picture, no style, no file, no address. Raw HTML is shown as it is
/// written. A link is followed only after the user has seen where it leads and agreed; only to the web.
class SafeTextBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SafeTextBrowser(QWidget* parent = nullptr);

    /// Characters of a description that are shown: laying out a megabyte takes minutes, here and each time it is
    /// resized.
    static constexpr qsizetype kMostShown = 20'000;

    /// Of more than most characters the beginning is shown and the rest counted. What is nested too deeply for Qt's
    /// layout is shown as plain text. Does nothing when it is what is shown.
    void showMarkdown(const QString& markdown, qsizetype most = kMostShown);
    /// Height in which all of the text fits at this width.
    int heightForText(int width) const;

    QVariant loadResource(int type, const QUrl& name) override;

private:
    QString m_markdown;
    qsizetype m_most = 0;

    void askToOpen(const QUrl& address);
};

} // namespace runglass
