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

    void showMarkdown(const QString& markdown);
    /// Height in which all of the text fits at this width.
    int heightForText(int width) const;

    QVariant loadResource(int type, const QUrl& name) override;

private:
    void askToOpen(const QUrl& address);
};

} // namespace runglass
