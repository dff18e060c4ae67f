// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/common/Context.h"

#include <QDialog>
#include <QFutureWatcher>

#include <memory>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace runglass
{

class CommandRunsModel;

/// Asks whether runs are to go into the trash: which, how much they take on the disk, which of them are left out and
/// why. Cancel is the default: Enter never deletes.
/// @thread GUI
class DeleteDialog : public QDialog
{
    Q_OBJECT

public:
    DeleteDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent = nullptr);
    /// Stops reckoning sizes.
    ~DeleteDialog() override;

    /// Those that Delete takes.
    const std::vector<RunRef>& taken() const;
    /// The artifacts that they made go with them.
    bool takesArtifacts() const;

private:
    QWidget* makeHead();
    QTableView* makeList();
    void addNotes(QVBoxLayout& layout);
    QWidget* makeButtons();
    void askSizes();
    void addArtifacts(QVBoxLayout& layout);
    void showArtifacts(const ArtifactPlan& plan);
    void addSize(std::uint64_t bytes);
    void tellSize();

    using Size = Result<std::uint64_t>;

    Context& m_context;
    CommandRunsModel* m_model;
    QLabel* m_text = nullptr;
    QPushButton* m_delete = nullptr;
    QWidget* m_artifacts = nullptr; ///< hidden where there are none
    QCheckBox* m_takesArtifacts = nullptr;
    QLabel* m_artifactsSize = nullptr;
    QLabel* m_keptArtifacts = nullptr;
    QFuture<Result<ArtifactPlan>> m_plan;
    std::vector<QFuture<Size>> m_sizes; ///< being reckoned
    std::uint64_t m_bytes = 0;
    std::size_t m_unknown = 0; ///< answers that are awaited
};

} // namespace runglass
