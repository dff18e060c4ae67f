// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/FilesTab.h"

#include "models/items/FilesModel.h"
#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/ActionBar.h"
#include "widgets/common/RoomForNames.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/files/FileManager.h"
#include "widgets/files/FilePreviewPane.h"
#include "widgets/files/IconDelegate.h"
#include "widgets/files/SearchedTree.h"
#include "widgets/overview/SaveDialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kTreeWidth = 532;
constexpr int kExpandUpTo = 40;
/// Looking through all files of a run costs what is there.
constexpr std::chrono::seconds kRefreshInterval{2};
constexpr int kLeastName = 210;
} // namespace

FilesTab::FilesTab(Context& context, QWidget* parent)
    : RunPage(context, parent)
    , m_model(new FilesModel(this))
    , m_proxy(new FilesProxy(this))
{
    setObjectName(QStringLiteral("filesTab"));
    m_proxy->setSourceModel(m_model);
    auto* content = new SearchedTree(context.theme,
                                     {QStringLiteral("searchFilesField"), QStringLiteral("fileCountLabel"),
                                      QStringLiteral("filesTree"), QStringLiteral("filesSplitter")},
                                     tr("Search files"), this);
    m_search = content->search();
    m_count = content->count();
    m_tree = content->tree();
    m_tree->setAccessibleName(tr("Files"));
    content->setModel(m_proxy, FilesModel::NameColumn,
                      new IconDelegate(theme(), {FilesModel::IconRole, FilesModel::LinkRole, 0, 0}, m_tree));
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(FilesModel::NameColumn, Qt::AscendingOrder);
    m_room = new RoomForNames(m_tree, {FilesModel::CountColumn, FilesModel::ChangedColumn}, kLeastName);
    makeActions(content->bar());
    connect(m_search, &QLineEdit::textChanged, this, &FilesTab::search);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilesTab::onChosen);
    m_preview = new FilePreviewPane(context.theme, content);
    content->setPane(m_preview, kTreeWidth);
    setContent(content);
    setRefreshInterval(kRefreshInterval);
    updateActions();
}

void FilesTab::makeActions(ActionBar* bar)
{
    m_save = addAction(QStringLiteral("saveCopyAction"), tr("Save a copy"), QStringLiteral("download"),
                       tr("Save the chosen file somewhere else"));
    m_showFolder = addAction(QStringLiteral("showInFileManagerAction"), tr("Show in file manager"),
                             QStringLiteral("folder-open"), tr("Show the chosen file in the file manager"));
    m_copyPath = addAction(QStringLiteral("copyPathAction"), tr("Copy path"), QStringLiteral("copy"),
                           tr("Copy the path of the chosen file"));
    m_copyPath->setShortcut(QKeySequence::Copy);
    m_copyPath->setShortcutContext(Qt::WidgetShortcut);
    connect(m_save, &QAction::triggered, this, &FilesTab::saveCopy);
    connect(m_showFolder, &QAction::triggered, this, &FilesTab::showFolder);
    connect(m_copyPath, &QAction::triggered, this, &FilesTab::copy);
    offerActionsInMenu(m_tree);
    m_tree->addActions({m_save, m_showFolder, m_copyPath});
    bar->addRight(m_save);
    bar->addRight(m_showFolder);
}

QAction* FilesTab::addAction(const QString& name, const QString& text, const QString& icon, const QString& toolTip)
{
    auto* action = new QAction(theme().icon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    return action;
}

void FilesTab::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilesTab::load(const RunRef& run)
{
    askQuietly(session().openRun(run), [this](const Result<std::shared_ptr<const OpenedRun>>& opened) {
        m_run = opened.ok() ? opened.value() : nullptr;
        updateActions();
    });
    ask(session().files(run),
        [this](std::shared_ptr<const std::vector<RunFile>> files) { showFiles(std::move(files)); });
}

void FilesTab::showFiles(std::shared_ptr<const std::vector<RunFile>> files)
{
    if (files->empty()) {
        m_listed.reset();
        showEmpty(QStringLiteral("folder"), tr("No files"), tr("This run has no files."));
        return;
    }
    const bool isSame = std::exchange(m_listed, shownRun()) == shownRun();
    if (isSame)
        m_model->updateFiles(std::move(files));
    else
        m_model->setFiles(std::move(files));
    const auto count = static_cast<int>(m_model->files().size());
    m_count->setText(tr("%n file(s)", nullptr, count) + QStringLiteral(", ") + format::bytes(m_model->totalBytes()));
    if (isSame) {
        renewPreview();
    } else {
        if (count <= kExpandUpTo || !m_search->text().isEmpty())
            m_tree->expandAll();
        else
            m_tree->expandToDepth(0);
        for (const int column : {FilesModel::CountColumn, FilesModel::SizeColumn, FilesModel::ChangedColumn})
            m_tree->resizeColumnToContents(column);
        m_room->fit();
        onChosen();
    }
    showContent();
    chooseWanted();
}

void FilesTab::showFile(const RunRef& run, const std::string& path)
{
    m_wanted = std::pair(run, path);
    chooseWanted();
}

void FilesTab::chooseWanted()
{
    if (!m_wanted || m_listed != m_wanted->first)
        return;
    const std::string path = std::exchange(m_wanted, std::nullopt)->second;
    const std::vector<RunFile>& files = m_model->files();
    const auto found =
        std::find_if(files.begin(), files.end(), [&path](const RunFile& file) { return file.path == path; });
    if (found == files.end())
        return;
    m_search->clear();
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(found->path, found->segment));
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

/// The chosen file may have grown, or be gone.
void FilesTab::renewPreview()
{
    const RunFile* file = chosen();
    if (!file) {
        if (m_previewed)
            onChosen();
        return;
    }
    updateActions();
    if (m_previewed == *file)
        return;
    const bool isSame = m_previewed && m_previewed->path == file->path && m_previewed->segment == file->segment &&
                        m_previewed->kind == file->kind && m_previewed->sizeBytes > 0 && file->sizeBytes > 0;
    if (!isSame) {
        onChosen();
        return;
    }
    ++m_previewGeneration;
    m_previewed = *file;
    m_preview->setFile(*file);
    read(*file);
}

const RunFile* FilesTab::chosen() const
{
    return m_model->file(m_proxy->mapToSource(m_tree->currentIndex()));
}

void FilesTab::onChosen()
{
    ++m_previewGeneration;
    updateActions();
    const RunFile* file = chosen();
    m_previewed = file ? std::optional<RunFile>(*file) : std::nullopt;
    if (!file) {
        m_preview->clear();
        return;
    }
    m_preview->setFile(*file);
    if (file->kind == RunFile::Kind::Link || file->kind == RunFile::Kind::Special) {
        const bool isLink = file->kind == RunFile::Kind::Link;
        m_preview->setMessage(isLink ? QStringLiteral("link") : QStringLiteral("lock"),
                              isLink ? tr("Leads outside the run. Not followed.") : tr("This is no regular file."),
                              visibleExcerpt(file->linkTarget, 1000));
        emit previewed();
        return;
    }
    if (file->sizeBytes == 0) {
        m_preview->setMessage(QStringLiteral("file"), tr("This file is empty."));
        emit previewed();
        return;
    }
    m_preview->setMessage(QStringLiteral("file"), tr("Reading the file…"));
    read(*file);
}

/// What is shown stays until the file is read.
void FilesTab::read(const RunFile& file)
{
    const int generation = m_previewGeneration;
    using Bytes = std::shared_ptr<const std::string>;
    const auto answer = session().readFile(*m_listed, file, 0, previewLimit(previewKind(file.path)));
    whenAnswered(this, answer, [this, generation, file](const Result<Bytes>& bytes) {
        if (generation != m_previewGeneration)
            return;
        if (!bytes.ok()) {
            showFailure(bytes.error());
            return;
        }
        const auto decoded = QtConcurrent::run(
            [file, data = bytes.value()] { return std::make_shared<const FilePreview>(decodePreview(file, *data)); });
        whenAnswered(this, decoded, [this, generation](const std::shared_ptr<const FilePreview>& shown) {
            if (generation != m_previewGeneration)
                return;
            m_preview->setPreview(*shown);
            emit previewed();
        });
    });
}

void FilesTab::showFailure(const Error& error)
{
    m_preview->setMessage(QStringLiteral("error"), tr("This file could not be read"), visibleText(describe(error)));
    emit previewed();
}

void FilesTab::updateActions()
{
    const RunFile* file = chosen();
    const bool isReadable = file && file->kind != RunFile::Kind::Link && file->kind != RunFile::Kind::Special;
    m_save->setEnabled(isReadable);
    m_save->setToolTip(isReadable ? tr("Save the chosen file somewhere else")
                       : file     ? tr("Leads outside the run. Not followed.")
                                  : tr("Choose a file first"));
    const bool isHere = file && m_run && !session().localPath(*m_run, *file).empty();
    m_showFolder->setEnabled(isHere);
    m_showFolder->setToolTip(isHere || !file ? tr("Show the chosen file in the file manager")
                                             : tr("This file is not on this computer"));
    m_copyPath->setEnabled(file != nullptr);
}

void FilesTab::saveCopy()
{
    const RunFile* file = chosen();
    if (!file || !m_listed)
        return;
    const QString path = QString::fromStdString(file->path);
    openSaveDialog(this, tr("Save a copy"), path.mid(path.lastIndexOf(u'/') + 1),
                   [this, run = *m_listed, kept = *file](const QString& destination) {
                       return session().saveFile(run, kept, destination.toStdString());
                   });
}

void FilesTab::showFolder()
{
    const RunFile* file = chosen();
    if (file && m_run)
        showInFileManager(this, QString::fromStdString(session().localPath(*m_run, *file)));
}

void FilesTab::copy()
{
    if (const RunFile* file = chosen())
        QGuiApplication::clipboard()->setText(visibleText(file->path));
}

void FilesTab::search(const QString& text)
{
    m_proxy->setSearchText(text);
    if (!text.isEmpty())
        m_tree->expandAll();
}

} // namespace runglass
