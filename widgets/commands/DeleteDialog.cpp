// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/DeleteDialog.h"

#include "models/items/CommandRunsModel.h"
#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"
#include "widgets/commands/CommandRunsDelegate.h"
#include "widgets/common/ButtonTone.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kWidth = 640;
constexpr int kMostRows = 8;
constexpr int kInset = 16;
constexpr int kStateWidth = 110;
constexpr int kMostSpans = 500;
/// So many runs are asked for one by one; of more the sum is enough.
constexpr std::size_t kFewRuns = 200;
constexpr std::size_t kFewIds = 3;

} // namespace

DeleteDialog::DeleteDialog(Context& context, const std::vector<RunRef>& runs, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(new CommandRunsModel(
          context.session.list(), runs,
          [&context](const RunRef& run) { return context.session.capabilities(run).remove; }, this))
{
    setObjectName(QStringLiteral("deleteDialog"));
    setWindowTitle(tr("Delete runs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(makeList());
    addArtifacts(*layout);
    addNotes(*layout);
    layout->addWidget(makeButtons());
    setMinimumWidth(kWidth);
    adjustSize();
    askSizes();
    tellSize();
}

DeleteDialog::~DeleteDialog()
{
    for (QFuture<Size>& size : m_sizes)
        size.cancel();
    m_plan.cancel();
}

const std::vector<RunRef>& DeleteDialog::taken() const
{
    return m_model->taken();
}

QWidget* DeleteDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* icon = new QLabel(head);
    icon->setPixmap(
        m_context.theme.icon(QStringLiteral("trash"), Theme::Token::Danger).pixmap(QSize(24, 24), devicePixelRatioF()));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    const auto count = static_cast<int>(m_model->taken().size());
    auto* title = new QLabel(
        count > 0 ? tr("Delete %n run(s)?", nullptr, count) : tr("None of these runs can be deleted now."), head);
    title->setObjectName(QStringLiteral("deleteTitle"));
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() + 1);
    title->setFont(strong);
    m_text = new QLabel(head);
    m_text->setObjectName(QStringLiteral("deleteText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setVisible(count > 0);
    words->addWidget(title);
    words->addWidget(m_text);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return head;
}

QTableView* DeleteDialog::makeList()
{
    auto* list = new QTableView(this);
    list->setObjectName(QStringLiteral("runsToDelete"));
    list->setAccessibleName(tr("Runs to delete"));
    list->setModel(m_model);
    list->setItemDelegate(new CommandRunsDelegate(m_context.theme, list));
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->setShowGrid(false);
    list->setWordWrap(false);
    list->horizontalHeader()->hide();
    list->verticalHeader()->hide();
    const int height = std::max(26, fontMetrics().height() + 8);
    list->verticalHeader()->setDefaultSectionSize(height);
    list->horizontalHeader()->setSectionResizeMode(CommandRunsModel::Name, QHeaderView::Stretch);
    list->setColumnWidth(CommandRunsModel::Id, 96);
    list->setColumnWidth(CommandRunsModel::State, kStateWidth);
    list->setColumnWidth(CommandRunsModel::Created, 104);
    list->setColumnWidth(CommandRunsModel::Size, 84);
    // A reason takes the place of state, time and size. Very many spans would be slow: then it has what there is.
    const int taken = static_cast<int>(m_model->taken().size());
    if (m_model->leftOutCount() <= kMostSpans)
        for (int row = taken; row < m_model->rowCount(); ++row)
            list->setSpan(row, CommandRunsModel::State, 1, CommandRunsModel::ColumnCount - CommandRunsModel::State);
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    // Where the font needs more, rows are higher than was asked for.
    const int row = std::max(height, list->verticalHeader()->sectionSize(0));
    list->setFixedHeight(rows * row + 2 * list->frameWidth() + 2);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (m_model->rowCount() > 0)
        list->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    return list;
}

/// What becomes of files, artifacts and IDs: of folders and of a recorder's runs it is not the same.
void DeleteDialog::addNotes(QVBoxLayout& layout)
{
    QStringList recorded;
    std::size_t recordedCount = 0;
    for (const RunRef& run : m_model->taken()) {
        const SourceInfo* source = m_context.session.source(run.source);
        if (!source || source->kind != "recorder")
            continue;
        if (++recordedCount <= kFewIds)
            recorded.append(visibleExcerpt(run.path.id, 64));
    }
    const bool anyFolders = recordedCount < m_model->taken().size();
    if (anyFolders) {
        auto* files =
            new QLabel(tr("What lies in the folder of a run goes with it, and comes back with it. Copies of artifacts "
                          "that the SDK keeps elsewhere stay."),
                       this);
        files->setObjectName(QStringLiteral("deleteFilesNote"));
        files->setWordWrap(true);
        files->setForegroundRole(QPalette::PlaceholderText);
        layout.addWidget(files);
    }
    if (recordedCount == 0)
        return;
    auto* strip = new NoteStrip(m_context.theme, this);
    strip->setObjectName(QStringLiteral("burntIds"));
    const auto more = static_cast<int>(recordedCount) - static_cast<int>(recorded.size());
    const QString ids = recorded.join(QStringLiteral(", "));
    strip->setText(
        more > 0 ? tr("The IDs %1 and %n more cannot be used again. A script that starts a run with one of "
                      "them gets an error.",
                      nullptr, more)
                       .arg(ids)
        : recordedCount > 1
            ? tr("The IDs %1 cannot be used again. A script that starts a run with one of them gets an error.").arg(ids)
            : tr("The ID %1 cannot be used again. A script that starts a run with it gets an error.").arg(ids));
    layout.addWidget(strip);
}

/// Of artifacts that a recorder keeps, whether they go too. Nothing is said before it is known that there are any.
void DeleteDialog::addArtifacts(QVBoxLayout& layout)
{
    m_artifacts = new QWidget(this);
    m_takesArtifacts = new QCheckBox(m_artifacts);
    m_takesArtifacts->setObjectName(QStringLiteral("takesArtifacts"));
    m_takesArtifacts->setToolTip(tr("They come back with the runs when these are restored. When Trash is emptied they "
                                    "are removed for good."));
    m_artifactsSize = new QLabel(m_artifacts);
    m_artifactsSize->setObjectName(QStringLiteral("artifactsSize"));
    m_artifactsSize->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(m_artifacts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_takesArtifacts, 1);
    row->addWidget(m_artifactsSize);
    m_keptArtifacts = new QLabel(this);
    m_keptArtifacts->setObjectName(QStringLiteral("keptArtifacts"));
    m_keptArtifacts->setWordWrap(true);
    m_keptArtifacts->setForegroundRole(QPalette::PlaceholderText);
    layout.addWidget(m_artifacts);
    layout.addWidget(m_keptArtifacts);
    m_artifacts->hide();
    m_keptArtifacts->hide();
    if (m_model->taken().empty())
        return;
    m_plan = m_context.session.planArtifacts(m_model->taken());
    whenAnswered(this, m_plan, [this](const Result<ArtifactPlan>& plan) {
        if (plan)
            showArtifacts(*plan);
    });
}

void DeleteDialog::showArtifacts(const ArtifactPlan& plan)
{
    const QString size = format::bytes(plan.bytes);
    m_takesArtifacts->setText(
        tr("Also delete the %n artifact(s) that only these runs made", nullptr, static_cast<int>(plan.gone)));
    m_takesArtifacts->setAccessibleDescription(size);
    m_artifactsSize->setText(size);
    m_artifacts->setVisible(plan.gone > 0);
    QStringList kept;
    if (plan.used > 0)
        kept.append(tr("%n artifact(s) stay: other runs use them.", nullptr, static_cast<int>(plan.used)));
    if (plan.linked > 0)
        kept.append(tr("%n artifact(s) stay: other collections link to them.", nullptr, static_cast<int>(plan.linked)));
    m_keptArtifacts->setText(kept.join(QLatin1Char(' ')));
    m_keptArtifacts->setVisible(!kept.isEmpty());
    adjustSize();
}

bool DeleteDialog::takesArtifacts() const
{
    return m_takesArtifacts->isChecked();
}

QWidget* DeleteDialog::makeButtons()
{
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    const int leftOut = m_model->leftOutCount();
    auto* note = new QLabel(leftOut > 0 ? tr("%n run(s) are left out", nullptr, leftOut) : QString(), foot);
    note->setObjectName(QStringLiteral("leftOutNote"));
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("cancelDelete"));
    m_delete =
        new QPushButton(m_context.theme.icon(QStringLiteral("trash"), Theme::Token::OnDanger), tr("Delete"), foot);
    m_delete->setObjectName(QStringLiteral("confirmDelete"));
    m_delete->setToolTip(tr("Move these runs to Trash"));
    m_delete->setEnabled(!m_model->taken().empty());
    setButtonTone(*m_delete, ButtonTone::Danger);
    m_delete->setAutoDefault(false);
    cancel->setDefault(true);
    layout->addWidget(note, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_delete);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus(Qt::OtherFocusReason);
    return foot;
}

void DeleteDialog::askSizes()
{
    const std::vector<RunRef>& runs = m_model->taken();
    if (runs.size() > kFewRuns) {
        m_unknown = 1;
        m_sizes.push_back(m_context.session.sizeOf(runs));
        whenAnswered(this, m_sizes.back(), [this](const Size& size) { addSize(size ? *size : 0); });
        return;
    }
    m_unknown = runs.size();
    for (const RunRef& run : runs) {
        m_sizes.push_back(m_context.session.sizeOf({run}));
        whenAnswered(this, m_sizes.back(), [this, run](const Size& size) {
            if (size)
                m_model->setSize(run, *size);
            addSize(size ? *size : 0);
        });
    }
}

void DeleteDialog::addSize(std::uint64_t bytes)
{
    m_bytes += bytes;
    --m_unknown;
    tellSize();
}

void DeleteDialog::tellSize()
{
    const QString size = m_unknown > 0 ? QStringLiteral("…") : format::bytes(m_bytes);
    const bool isOne = m_model->taken().size() == 1;
    // %1 is a size, or "…" while it is reckoned.
    m_text->setText(
        (isOne ? tr("It moves to Trash, where it can be restored. Disk space is freed (%1) when Trash is emptied.")
               : tr("They move to Trash, where they can be restored. Disk space is freed (%1) when Trash is emptied."))
            .arg(size));
}

} // namespace runglass
