// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/SaveDialog.h"

#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

namespace runglass
{

namespace
{

constexpr qsizetype kLongestName = 150;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SaveDialog)
};

/// Where the last file was saved in this run of the program, else the user's downloads.
QString& lastFolder()
{
    static QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    return folder;
}

} // namespace

QString safeFileName(const QString& wanted)
{
    QString name;
    for (const QChar unit : visibleText(wanted)) {
        const bool isMark =
            (unit.unicode() >= 0x2400 && unit.unicode() <= 0x2426) || unit == kLineBreakMark || unit == kTabMark;
        const bool isUnsafe = QStringLiteral("/\\:*?\"<>|").contains(unit) || isMark || unit.isNull();
        name += isUnsafe ? QChar(u'_') : unit;
    }
    name = name.trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    if (name.size() > kLongestName) {
        const QString suffix = name.mid(name.lastIndexOf(u'.')).left(12);
        name = name.left(kLongestName - suffix.size()) + suffix;
    }
    return name.isEmpty() ? QStringLiteral("file") : name;
}

void tellNotSaved(QWidget* parent, const QString& path, const Error& error)
{
    auto* box = new QMessageBox(QMessageBox::Warning, Words::tr("Not saved"), {}, QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(Words::tr("Not saved: %1").arg(visibleText(describe(error))));
    box->setInformativeText(visibleText(path));
    box->open();
}

void askWhereToSave(QWidget* parent, const SaveQuestion& question, std::function<void(const QString& path)> chosen)
{
    auto* dialog = new QFileDialog(parent, question.title);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (!question.kind.isEmpty())
        dialog->setNameFilter(question.kind);
    dialog->setDefaultSuffix(question.suffix);
    dialog->setDirectory(lastFolder());
    dialog->selectFile(safeFileName(question.name));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString& path) {
        lastFolder() = QFileInfo(path).absolutePath();
        chosen(path);
    });
    dialog->open();
}

void openSaveDialog(QWidget* parent, const QString& title, const QString& wantedName,
                    std::function<QFuture<Status>(const QString& path)> save)
{
    askWhereToSave(parent, {title, wantedName, {}, {}}, [parent, save = std::move(save)](const QString& path) {
        whenAnswered(parent, save(path), [parent, path](const Status& status) {
            if (!status.ok())
                tellNotSaved(parent, path, status.error());
        });
    });
}

} // namespace runglass
