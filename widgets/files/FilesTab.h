// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overview/RunPage.h"

#include <optional>
#include <string>
#include <utility>

class QAction;
class QLabel;
class QTreeView;

namespace runglass
{

class ActionBar;
class FilePreviewPane;
class FilesModel;
class FilesProxy;
class RoomForNames;
class SearchField;

/// The files of the chosen run as a tree, with a preview of the chosen one.
class FilesTab : public RunPage
{
    Q_OBJECT

public:
    explicit FilesTab(Context& context, QWidget* parent = nullptr);

    /// For the window's Find command.
    void focusSearch();
    /// Chooses a file of a run by its path, as soon as the run's files are listed. Where there is none nothing is
    /// chosen.
    void showFile(const RunRef& run, const std::string& path);

public slots:
    /// Puts the path of the chosen file on the clipboard.
    void copy();

signals:
    /// The preview of the chosen file is shown, or why there is none.
    void previewed();

protected:
    void load(const RunRef& run) override;

private:
    /// Makes the actions of the bar and of the tree.
    void makeActions(ActionBar* bar);
    QAction* addAction(const QString& name, const QString& text, const QString& icon, const QString& toolTip);
    void showFiles(std::shared_ptr<const std::vector<RunFile>> files);
    void chooseWanted();
    void onChosen();
    void renewPreview();
    void read(const RunFile& file);
    void showFailure(const Error& error);
    void updateActions();
    void saveCopy();
    void showFolder();
    void search(const QString& text);
    const RunFile* chosen() const;

    FilesModel* m_model;
    FilesProxy* m_proxy;
    SearchField* m_search = nullptr;
    RoomForNames* m_room = nullptr;
    QTreeView* m_tree = nullptr;
    FilePreviewPane* m_preview = nullptr;
    QLabel* m_count = nullptr;
    QAction* m_save = nullptr;
    QAction* m_showFolder = nullptr;
    QAction* m_copyPath = nullptr;
    std::shared_ptr<const OpenedRun> m_run;
    std::optional<RunRef> m_listed;                         ///< whose files the tree shows
    std::optional<RunFile> m_previewed;                     ///< as it was when it was read
    std::optional<std::pair<RunRef, std::string>> m_wanted; ///< to be chosen once it is listed
    int m_previewGeneration = 0;
};

} // namespace runglass
