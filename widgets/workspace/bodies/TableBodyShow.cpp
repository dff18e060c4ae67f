// SPDX-License-Identifier: GPL-3.0-or-later
// What of the table is shown: its rows, or why there are none, and what could not be read.
#include "models/items/LoggedTableFeed.h"
#include "models/items/LoggedTableModel.h"
#include "models/items/Thumbnails.h"
#include "models/items/VisibleText.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/runs/RunsView.h"
#include "widgets/workspace/bodies/PictureCell.h"
#include "widgets/workspace/bodies/StepBar.h"
#include "widgets/workspace/bodies/TableBody.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kNamedFailures = 3;
constexpr qsizetype kLongestName = 60, kLongestError = 160;

} // namespace

void TableBody::showMade()
{
    listColumns();
    const auto& list = *m_model->list();
    const QLocale locale;
    const auto all = static_cast<int>(list.inScope), matching = static_cast<int>(list.matching);
    m_count->setText(matching < all ? tr("%1 of %n row(s)", nullptr, all).arg(locale.toString(matching))
                                    : tr("%n row(s)", nullptr, all));
    makePictures();
    showFailures();
    showPage();
}

/// Rows are higher where some of their cells are pictures.
void TableBody::makePictures()
{
    constexpr int kLooked = 50, kRow = 56;
    bool any = false;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        bool isPicture = false;
        for (int row = 0; row < std::min(kLooked, m_model->rowCount()) && !isPicture; ++row)
            isPicture = m_model->picture(m_model->index(row, column)).has_value();
        m_view->setItemDelegateForColumn(column, isPicture ? m_pictureCell : nullptr);
        any = any || isPicture;
    }
    const int height = any ? kRow : RunCellDelegate::rowHeight(m_view->fontMetrics());
    if (m_view->verticalHeader()->defaultSectionSize() != height)
        m_view->verticalHeader()->setDefaultSectionSize(height);
    const int pixels = static_cast<int>(kRow * devicePixelRatioF());
    m_thumbnails->setBox({pixels, pixels});
}

void TableBody::showProgress()
{
    m_steps->setSteps(m_feed->steps());
    const bool isLong = m_feed->isReading() && m_feed->total() > m_feed->done() && m_feed->total() > 1;
    m_cancel->setText(m_feed->isReading() ? tr("Cancel") : m_goOn->text());
    m_progress->setText(isLong ? tr("Reading tables: %1 of %2 runs").arg(m_feed->done()).arg(m_feed->total())
                        : m_feed->isCanceled() ? tr("Not all tables are read.")
                                               : QString());
    showFailures();
    showPage();
}

/// A table that cannot be read costs its own run only, which is named.
void TableBody::showFailures()
{
    QStringList lines;
    const auto& failures = m_feed->tables()->failures;
    for (std::size_t i = 0; i < failures.size() && i < kNamedFailures; ++i) {
        const auto row = session().list()->table->rowOf(failures[i].first);
        const std::string& name = row ? session().list()->table->name(*row) : failures[i].first.path.id;
        //: %1 is a run, %2 says why
        lines.append(
            tr("The table of %1 could not be read: %2")
                .arg(visibleExcerpt(name, kLongestName), visibleExcerpt(failures[i].second.detail, kLongestError)));
    }
    if (failures.size() > kNamedFailures)
        lines.append(
            tr("%n more table(s) could not be read.", nullptr, static_cast<int>(failures.size() - kNamedFailures)));
    if (m_feed->leftOut() > 0)
        lines.append(tr("There are too many rows: the tables of %n run(s) are left out.", nullptr, m_feed->leftOut()));
    m_problems->setText(lines.join(u'\n'));
}

void TableBody::showPage()
{
    const RunList& list = *m_model->list();
    const bool nothing = list.rows.empty();
    const QString icon = QStringLiteral("table");
    QList<QAction*> actions;
    if (m_feed->key().empty()) {
        m_empty->setContent(icon, tr("No table is chosen."), tr("Choose one in Edit panel."));
    } else if (list.inScope > 0 && nothing) {
        m_empty->setContent(QStringLiteral("filter"), tr("No row matches."),
                            tr("%n row(s) are hidden by the filter.", nullptr, static_cast<int>(list.inScope)));
        actions = {m_clearFilter};
    } else if (m_feed->isReading()) {
        m_empty->setContent(icon, tr("Reading tables…"));
    } else if (m_feed->isCanceled()) {
        m_empty->setContent(icon, tr("Not all tables are read."));
        actions = {m_goOn};
    } else {
        m_empty->setContent(icon, tr("The shown runs have no rows here."),
                            tr("Rows of tables that they log under this key appear by themselves."));
    }
    if (actions != m_offered)
        m_empty->setActions(m_offered = actions);
    m_pages->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_view);
    if (!nothing && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    const bool isGrouped = list.groups != nullptr;
    for (QAction* action : {m_copy, m_copyMarkdown, m_export})
        action->setEnabled(!nothing);
    m_fold->setEnabled(isGrouped);
    m_unfold->setEnabled(isGrouped);
    m_showColumns->setEnabled(m_model->hasHiddenColumns());
    m_clearFilter->setEnabled(m_model->view().filter.kind != Filter::Kind::All);
    followCurrent();
    emit changed();
}

/// What the menu offers for the current cell.
void TableBody::followCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isThere = current.isValid() && m_pages->currentWidget() == m_view;
    m_openFile->setEnabled(isThere && !m_model->file(current).empty());
}

QString TableBody::subtitle() const
{
    const auto runs = static_cast<int>(m_model->tables().runs.size());
    return runs > 0 ? tr("%n run(s)", nullptr, runs) : QString();
}

} // namespace runglass
