// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/DevicesPopover.h"

#include "widgets/workspace/PanelBoard.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 12, kWidth = 260, kRowHeight = 26, kMostRows = 14;
constexpr int kNameRole = Qt::UserRole;

const PanelSection* sectionIn(const PanelBoard& board, const SectionRef& id)
{
    const std::vector<PanelSection>& sections = board.sections().sections();
    const auto found = std::find_if(sections.begin(), sections.end(), [&id](const auto& one) { return one.id == id; });
    return found == sections.end() ? nullptr : &*found;
}

} // namespace

DevicesPopover::DevicesPopover(Theme& theme, PanelBoard& board, QWidget* owner)
    : Popover(theme, tr("Devices"), owner)
    , m_board(board)
    , m_title(new QLabel(tr("Only panels of"), this))
    , m_list(new QListWidget(this))
    , m_all(new QPushButton(tr("All devices"), this))
{
    setObjectName(QStringLiteral("devicesPopover"));
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_title->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("devices"));
    m_list->setAccessibleName(tr("Only panels of these devices"));
    m_list->setUniformItemSizes(true);
    m_all->setObjectName(QStringLiteral("allDevices"));
    m_all->setToolTip(tr("Panels of every device, and of those that come later"));
    m_all->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_all);
    setMinimumWidth(kWidth);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { toggle(*item); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        choose({});
    });
    connect(&board, &PanelBoard::sectionsChanged, this, [this] {
        if (isVisible())
            follow();
    });
}

QWidget* DevicesPopover::firstFocus() const
{
    return m_list;
}

void DevicesPopover::open(const SectionRef& section, QWidget* control)
{
    m_section = section;
    m_list->clear();
    follow();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    openBelow(control);
}

/// The rows stay as far as the devices do, so that the focus and who reads along do.
void DevicesPopover::follow()
{
    const PanelSection* section = sectionIn(m_board, m_section);
    if (!section) {
        dismiss();
        return;
    }
    const QScopedValueRollback<bool> listing(m_listing, true);
    const auto count = static_cast<int>(section->devices.size());
    while (m_list->count() > count)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count) {
        auto* item = new QListWidgetItem(m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
    const int height = std::max(kRowHeight, fontMetrics().height() + 8);
    for (int i = 0; i < count; ++i) {
        const PanelDevice& device = section->devices[static_cast<std::size_t>(i)];
        QListWidgetItem& item = *m_list->item(i);
        //: A device and how many panels there are of it: "GPU 0 (7)".
        item.setText(tr("%1 (%2)").arg(device.title).arg(device.panels));
        item.setData(kNameRole, device.name);
        item.setCheckState(device.chosen ? Qt::Checked : Qt::Unchecked);
        item.setSizeHint({0, height});
    }
    m_list->setFixedHeight(std::clamp(count, 1, kMostRows) * height + 2 * m_list->frameWidth());
    m_all->setEnabled(section->isNarrowed);
}

void DevicesPopover::toggle(const QListWidgetItem& item)
{
    if (m_listing)
        return;
    const SectionEntry* entry = m_board.layout().find(m_section);
    std::vector<std::string> devices = entry ? entry->devices : std::vector<std::string>();
    const std::string device = item.data(kNameRole).toString().toStdString();
    std::erase(devices, device);
    if (item.checkState() == Qt::Checked)
        devices.push_back(device);
    choose(devices);
}

void DevicesPopover::choose(const std::vector<std::string>& devices)
{
    m_board.edit([&](PanelLayout& layout) { layout.at(m_section).devices = devices; });
}

} // namespace runglass
