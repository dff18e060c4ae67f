// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/OverlayBar.h"

#include "widgets/common/Theme.h"
#include "widgets/runs/ColourDot.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kDot = 12, kInset = 8;

} // namespace

OverlayBar::OverlayBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_masks(new QToolButton(this))
    , m_boxes(new QToolButton(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("overlayBar"));
    const auto make = [](QToolButton* button, const char* name, const QString& text, const QString& toolTip) {
        button->setObjectName(QLatin1String(name));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setText(text);
        button->setToolTip(toolTip);
    };
    make(m_masks, "showMasks", tr("Masks"), tr("Show the masks over the pictures"));
    make(m_boxes, "showBoxes", tr("Boxes"), tr("Show the boxes over the pictures"));
    m_list->setObjectName(QStringLiteral("overlayClasses"));
    m_list->setAccessibleName(tr("Classes"));
    m_list->setToolTip(tr("Classes of masks and boxes: Space shows or hides one"));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSpacing(2);
    m_list->viewport()->setAutoFillBackground(false);
    // A list without items would be as high as one of many.
    m_list->setFixedHeight(m_masks->sizeHint().height());
    m_list->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kInset, 2, kInset, 2);
    layout->setSpacing(4);
    layout->addWidget(m_masks);
    layout->addWidget(m_boxes);
    layout->addWidget(m_list, 1);
    connect(m_masks, &QToolButton::clicked, this, [this](bool shown) {
        m_choice.masks = shown;
        emit chosen(m_choice);
    });
    connect(m_boxes, &QToolButton::clicked, this, [this](bool shown) {
        m_choice.boxes = shown;
        emit chosen(m_choice);
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (m_listing)
            return;
        const std::string name = item->data(Qt::UserRole).toString().toStdString();
        if (item->checkState() == Qt::Checked)
            m_choice.hidden.erase(name);
        else
            m_choice.hidden.insert(name);
        emit chosen(m_choice);
    });
    connect(&theme, &Theme::changed, this, &OverlayBar::listClasses);
    hide();
}

void OverlayBar::setColours(std::function<QColor(int classId)> colourOf)
{
    m_colourOf = std::move(colourOf);
}

void OverlayBar::setOffered(bool masks, bool boxes, const std::map<QString, int>& classes)
{
    m_masks->setVisible(masks);
    m_boxes->setVisible(boxes);
    setVisible(masks || boxes);
    if (classes == m_classes)
        return;
    m_classes = classes;
    listClasses();
}

void OverlayBar::setChoice(const OverlayChoice& choice)
{
    m_choice = choice;
    show();
}

void OverlayBar::show()
{
    m_masks->setChecked(m_choice.masks);
    m_boxes->setChecked(m_choice.boxes);
    const QScopedValueRollback<bool> listing(m_listing, true);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool isHidden = m_choice.hidden.contains(item->data(Qt::UserRole).toString().toStdString());
        item->setCheckState(isHidden ? Qt::Unchecked : Qt::Checked);
    }
}

void OverlayBar::listClasses()
{
    const QScopedValueRollback<bool> listing(m_listing, true);
    const int current = m_list->currentRow();
    m_list->clear();
    for (const auto& [name, id] : m_classes) {
        auto* item = new QListWidgetItem(dotIcon(m_colourOf ? m_colourOf(id) : QColor(), kDot, devicePixelRatioF()),
                                         name, m_list);
        item->setData(Qt::UserRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_list->setVisible(m_list->count() > 0);
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::max(0, std::min(current, m_list->count() - 1)));
    m_list->setFixedHeight(m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) + 6
                                                         : m_masks->sizeHint().height());
    show();
}

QList<QWidget*> OverlayBar::tabStops()
{
    QList<QWidget*> stops;
    if (isHidden())
        return stops;
    for (QWidget* each :
         {static_cast<QWidget*>(m_masks), static_cast<QWidget*>(m_boxes), static_cast<QWidget*>(m_list)})
        if (!each->isHidden())
            stops.append(each);
    return stops;
}

} // namespace runglass
