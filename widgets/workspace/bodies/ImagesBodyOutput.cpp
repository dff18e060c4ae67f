// SPDX-License-Identifier: GPL-3.0-or-later
// What of the pictures is shown as a table, and side by side.
#include "models/items/ImagesModel.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/workspace/bodies/ImagesBody.h"
#include "widgets/workspace/bodies/MediaCard.h"
#include "widgets/workspace/bodies/OverlayBar.h"
#include "widgets/workspace/bodies/PictureCompare.h"

#include <QAbstractItemView>
#include <QAction>
#include <QPushButton>

#include <algorithm>

namespace runglass
{

void ImagesBody::makePicks()
{
    m_pick->setShortcut(QKeySequence(Qt::Key_C));
    m_pick->setShortcutContext(Qt::WidgetShortcut);
    m_pick->setToolTip(tr("Pick the current picture, of any run and step, to see it beside others (C)"));
    m_compare->setToolTip(tr("Show the picked pictures side by side"));
    m_clearPicks->setToolTip(tr("Pick none of them"));
    m_picksBar->setObjectName(QStringLiteral("pickedPictures"));
    for (QPushButton* button : {m_compare, m_clearPicks}) {
        button->setAutoDefault(false);
        m_picksBar->addWidget(button);
    }
    m_card->setPicked([this](const QModelIndex& index) { return pickOf(index) != m_picks.end(); });
    connect(m_pick, &QAction::triggered, this, [this] { togglePick(view().currentIndex()); });
    connect(m_clearPicks, &QPushButton::clicked, this, [this] {
        m_picks.clear();
        showPicks();
        view().setFocus(Qt::OtherFocusReason);
    });
    connect(m_compare, &QPushButton::clicked, this, &ImagesBody::comparePicks);
    showPicks();
}

std::vector<PickedPicture>::const_iterator ImagesBody::pickOf(const QModelIndex& index) const
{
    const MediaItem* item = m_model->item(index);
    const RunRef& run = m_model->runAt(index.row());
    const std::int64_t step = m_model->stepAt(index.row());
    return std::find_if(m_picks.begin(), m_picks.end(), [&](const PickedPicture& pick) {
        return item && pick.run == run && pick.step == step && pick.item == *item;
    });
}

/// Beyond the most that stand side by side the first one goes.
void ImagesBody::togglePick(const QModelIndex& index)
{
    const MediaItem* item = index.isValid() ? m_model->item(index) : nullptr;
    if (!item || item->kind != LoggedKind::Image)
        return;
    if (const auto found = pickOf(index); found != m_picks.end()) {
        m_picks.erase(found);
    } else {
        if (m_picks.size() == PictureCompare::kMost)
            m_picks.erase(m_picks.begin());
        m_picks.push_back({m_model->runAt(index.row()), index.data(ImagesModel::RunNameRole).toString(),
                           index.data(ImagesModel::RunColourRole).value<RunColour>(), m_model->stepAt(index.row()),
                           *item});
    }
    showPicks();
}

void ImagesBody::showPicks()
{
    const auto count = static_cast<int>(m_picks.size());
    //: pictures that are to be shown side by side; at most %1
    m_picksBar->setText(
        count == 0 ? QString() : tr("%n picture(s) of at most %1 picked", nullptr, count).arg(PictureCompare::kMost));
    m_compare->setEnabled(count >= 2);
    view().viewport()->update();
    emit changed();
}

void ImagesBody::comparePicks()
{
    auto* dialog = new PictureCompare(session(), scope().theme(), m_picks, window());
    dialog->setOverlays(m_overlayBar->choice(), m_maskLabels);
    //: Title of a window; %1 is the key of pictures.
    dialog->setWindowTitle(tr("%1 side by side").arg(title()));
    dialog->show();
}

std::optional<BodyTable> ImagesBody::table() const
{
    if (m_model->rowCount() == 0)
        return std::nullopt;
    auto lines = std::make_shared<std::vector<std::vector<Value>>>();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex at = m_model->index(row, column);
            const MediaItem* item = m_model->item(at);
            if (!item)
                continue;
            const bool hasSize = item->width > 0 && item->height > 0;
            lines->push_back({at.data(ImagesModel::RunNameRole).toString().toStdString(), m_model->stepAt(row),
                              column + 1, item->caption.empty() ? Value() : Value(item->caption), item->path,
                              mediaKindText(item->kind).toStdString(), hasSize ? Value(item->width) : Value(),
                              hasSize ? Value(item->height) : Value(),
                              item->sizeBytes ? Value(static_cast<std::int64_t>(*item->sizeBytes)) : Value()});
        }
    }
    BodyTable table;
    table.columns = {tr("Run"),  tr("Step"),       tr("Number"),      tr("Caption"),     tr("File"),
                     tr("Kind"), tr("Width (px)"), tr("Height (px)"), tr("Size (bytes)")};
    table.rows = lines->size();
    table.cell = [lines](std::size_t row, std::size_t column) { return (*lines)[row][column]; };
    return table;
}

} // namespace runglass
