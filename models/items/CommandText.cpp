// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/CommandText.h"

#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr qsizetype kLongest = 2000;

/// Sentences without anything of a run in them.
constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP("Refusal", "It is not running."),
    QT_TRANSLATE_NOOP("Refusal", "It is locked: unlock it first."),
    QT_TRANSLATE_NOOP("Refusal", "It is running: stop it first."),
    QT_TRANSLATE_NOOP("Refusal", "Nothing could be read of it yet that says which run it is."),
    QT_TRANSLATE_NOOP("Refusal", "Its folder is gone."),
    QT_TRANSLATE_NOOP("Refusal", "It is not in the trash."),
    QT_TRANSLATE_NOOP("Refusal", "It has no folder."),
    QT_TRANSLATE_NOOP("Refusal", "It has no log."),
    QT_TRANSLATE_NOOP("Refusal", "It is running: a process that cannot be seen from here holds its log."),
    QT_TRANSLATE_NOOP("Refusal", "It lies in a trash already."),
    QT_TRANSLATE_NOOP("Refusal", "Something of that name is there again."),
    QT_TRANSLATE_NOOP("Refusal", "Another process writes it now than the one that was shown."),
    QT_TRANSLATE_NOOP("Refusal", "The run is not there."),
    QT_TRANSLATE_NOOP("Refusal", "The source of this run is not open."),
    QT_TRANSLATE_NOOP("Refusal", "The script has just ended."),
    QT_TRANSLATE_NOOP("Refusal", "The script has ended already."),
    QT_TRANSLATE_NOOP("Refusal", "The system does not let this user interrupt it."),
    QT_TRANSLATE_NOOP("Refusal", "No process of this computer writes it now."),
    QT_TRANSLATE_NOOP("Refusal", "The process that writes it cannot be seen from here."),
    QT_TRANSLATE_NOOP("Refusal", "The system has no pidfds to hold a process by."),
    QT_TRANSLATE_NOOP("Refusal", "wandb-core has just ended."),
    QT_TRANSLATE_NOOP("Refusal", "It changes hands just now: nothing is certain. Ask again."),
    QT_TRANSLATE_NOOP("Refusal", "The process that leads its group has ended."),
    QT_TRANSLATE_NOOP("Refusal", "Its group is another one by now: nobody was interrupted. Ask again."),
    QT_TRANSLATE_NOOP("Refusal", "A recorded run is deleted as a whole."),
    QT_TRANSLATE_NOOP("Refusal", "It is being read anew, and shows in a moment."),
    QT_TRANSLATE_NOOP("Refusal", "It shows once the recorder has been started again."),
    QT_TRANSLATE_NOOP("Refusal", "Its process was interrupted for another of these runs."),
    QT_TRANSLATE_NOOP("Refusal", "The recorder's store may not be written by this user."),
    QT_TRANSLATE_NOOP("Refusal", "There is no such run."),
    QT_TRANSLATE_NOOP("Refusal", "It was removed for good."),
    QT_TRANSLATE_NOOP("Refusal", "no permission to write there"),
    QT_TRANSLATE_NOOP("Refusal", "the folder holds the logs of several runs"),
    QT_TRANSLATE_NOOP("Refusal", "there is no log of a run in it"),
    QT_TRANSLATE_NOOP("Refusal", "a disk is mounted there")};

/// Sentences that name a host, a user, a program or a process: %1, %2 stand for what is named.
constexpr std::array kPatterns = {
    QT_TRANSLATE_NOOP("Refusal", "It runs on %1, not on this computer."),
    QT_TRANSLATE_NOOP("Refusal", "It is running: %1 (process %2) holds its log."),
    QT_TRANSLATE_NOOP("Refusal", "It may be running: a process of %1 that cannot be looked into may hold its log."),
    QT_TRANSLATE_NOOP("Refusal", "A process of %1 that cannot be looked into may write it."),
    QT_TRANSLATE_NOOP("Refusal", "%1 (process %2) holds its log, which is not how the SDK writes one."),
    QT_TRANSLATE_NOOP("Refusal",
                      "%1 (process %2) holds its log and does not say for which script, or runs in a container."),
    QT_TRANSLATE_NOOP("Refusal", "It could not be interrupted: %1."),
    QT_TRANSLATE_NOOP("Refusal", "Process %1 was started after the run was: the script has ended, and its number is "
                                 "another one's now.")};

QString translated(const char* sentence)
{
    return QCoreApplication::translate("Refusal", sentence);
}

} // namespace

QString refusalText(const std::string& reason)
{
    const auto known =
        std::find_if(kSentences.begin(), kSentences.end(), [&reason](const char* one) { return reason == one; });
    if (known != kSentences.end())
        return translated(*known);
    const QString text = visibleExcerpt(reason, kLongest);
    for (const char* pattern : kPatterns) {
        QString form = QRegularExpression::escape(QString::fromLatin1(pattern));
        form.replace(QStringLiteral("\\%1"), QStringLiteral("(.+)"))
            .replace(QStringLiteral("\\%2"), QStringLiteral("(.+)"));
        const QRegularExpressionMatch match = QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text);
        if (!match.hasMatch())
            continue;
        QString words = translated(pattern);
        // At once: a name may hold "%2".
        return match.lastCapturedIndex() > 1 ? words.arg(match.captured(1), match.captured(2))
                                             : words.arg(match.captured(1));
    }
    return text;
}

QString failureText(const Error& error)
{
    const QString why = refusalText(error.detail);
    return error.path.empty() ? why : QString(visibleExcerpt(error.path, kLongest) + QStringLiteral(": ") + why);
}

} // namespace runglass
