// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColourLegend.h"

#include "models/items/ColourLegendModel.h"
#include "models/items/RunRoles.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourDot.h"

#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kDot = 10;
constexpr int kInset = 12;
constexpr int kGap = 8;
constexpr int kMostRows = 9;

/// Dot, words, and at the right how many.
class LegendDelegate : public QStyledItemDelegate
{
public:
    LegendDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRect row = option.rect.adjusted(kInset, 0, -kInset, 0);
        const QColor colour = m_theme.runColour(index.data(ColourRole).value<RunColour>());
        const QRect dot(row.left(), row.center().y() - kDot / 2 + 1, kDot, kDot);
        dotIcon(colour, kDot, painter->device()->devicePixelRatioF()).paint(painter, dot);
        const QString count = QLocale().toString(index.data(ColourLegendModel::CountRole).toInt());
        const int width = option.fontMetrics.horizontalAdvance(count);
        painter->setPen(m_theme.color(Theme::Token::Muted));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, count);
        const QRect words = row.adjusted(kDot + kGap, 0, -width - kGap, 0);
        painter->setPen(m_theme.color(Theme::Token::Text));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.color(Theme::Token::Focus), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, option.fontMetrics.height() + 4};
    }

private:
    const Theme& m_theme;
};

} // namespace

ColourLegend::ColourLegend(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_model(new ColourLegendModel(this))
    , m_title(new ElidedLabel({}, this))
    , m_view(new QListView(this))
{
    setObjectName(QStringLiteral("colourLegend"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->setSpacing(4);
    m_title->setContentsMargins(kInset, 0, kInset, 0);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_title);
    m_view->setObjectName(QStringLiteral("colourLegendList"));
    m_view->setAccessibleName(tr("Colour legend"));
    m_view->setFrameShape(QFrame::NoFrame);
    // It is a part of the bar that it stands on.
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LegendDelegate(context.theme, this));
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_view);
    m_model->follow(context.session);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ColourLegend::follow);
    connect(m_model, &ColourLegendModel::titleChanged, this, &ColourLegend::follow);
    connect(&context.theme, &Theme::changed, this, [this] { m_view->viewport()->update(); });
    follow();
}

void ColourLegend::follow()
{
    const int rows = std::min(m_model->rowCount(), kMostRows);
    setVisible(!m_model->title().isEmpty() && rows > 0);
    //: %1 is a column
    m_title->setText(tr("Coloured by %1").arg(m_model->title()));
    if (rows > 0)
        m_view->setFixedHeight(rows * m_view->sizeHintForRow(0) + 2);
}

} // namespace runglass
