// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/LoggedKeyForm.h"

#include "models/items/ImagesModel.h"
#include "models/items/RunColumns.h"
#include "models/session/Session.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QListWidget>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

/// More than a person looks through; the search finds the others.
constexpr int kMostListed = 500;
constexpr int kPlaceRole = Qt::UserRole;

QString keyText(const KeyPath& key)
{
    return columnName({ColumnOrigin::Summary, Field::Name, key});
}

} // namespace

LoggedKeyForm::LoggedKeyForm(PanelScope& scope, Offer offer, QWidget* parent)
    : PanelForm(parent)
    , m_offer(std::move(offer))
    , m_search(new SearchField(scope.theme(), m_offer.search, this))
    , m_list(new QListWidget(this))
{
    const auto runs = scope.session().list();
    const std::vector<std::uint32_t> rows(runs->rows.begin(), runs->rows.end());
    for (LoggedKey& key : loggedKeys(*runs->table, rows))
        if (m_offer.isOffered(key.kind))
            m_keys.push_back(std::move(key));
    // Pictures come before other media.
    std::stable_partition(m_keys.begin(), m_keys.end(), [this](const LoggedKey& key) {
        return m_offer.kind != PanelKind::Images || key.kind == LoggedKind::Image;
    });
    m_content.kind = m_offer.kind;
    m_search->setObjectName(QStringLiteral("searchKeys"));
    m_list->setObjectName(QStringLiteral("panelKeys"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &LoggedKeyForm::list);
    connect(m_list, &QListWidget::currentRowChanged, this, &LoggedKeyForm::choose);
    if (!m_keys.empty())
        m_content.metrics = {{false, m_keys.front().key}};
    list();
}

void LoggedKeyForm::setContent(const PanelContent& content)
{
    m_content = content;
    list();
    emit edited();
}

PanelContent LoggedKeyForm::content() const
{
    return m_content;
}

void LoggedKeyForm::list()
{
    const QScopedValueRollback<bool> listing(m_listing, true);
    m_list->clear();
    const QString search = m_search->text().trimmed();
    const KeyPath chosen = m_content.metrics.empty() ? KeyPath() : m_content.metrics.front().key;
    for (std::size_t i = 0; i < m_keys.size() && m_list->count() < kMostListed; ++i) {
        const QString name = keyText(m_keys[i].key);
        if (!search.isEmpty() && !name.contains(search, Qt::CaseInsensitive))
            continue;
        const QString runs = tr("%n run(s)", nullptr, static_cast<int>(m_keys[i].runs));
        const QString what =
            isMedia(m_keys[i].kind) ? mediaKindText(m_keys[i].kind) + QStringLiteral(", ") + runs : runs;
        //: a key and what it holds: "img/single (Image, 3 runs)"
        auto* item = new QListWidgetItem(tr("%1 (%2)").arg(name, what), m_list);
        item->setData(kPlaceRole, QVariant::fromValue(static_cast<qulonglong>(i)));
        if (m_keys[i].key == chosen)
            m_list->setCurrentItem(item);
    }
}

void LoggedKeyForm::choose(int row)
{
    if (m_listing || row < 0)
        return;
    const std::size_t place = m_list->item(row)->data(kPlaceRole).toULongLong();
    m_content.metrics = {{false, m_keys[place].key}};
    // Filter, order and step were those of what another key holds.
    m_content.rows = {};
    m_content.step.step.reset();
    emit edited();
}

QString LoggedKeyForm::problem() const
{
    if (!m_content.metrics.empty())
        return {};
    return m_keys.empty() ? m_offer.none : m_offer.missing;
}

QString LoggedKeyForm::note() const
{
    //: %1 is a key, as "img/single"
    return tr("Shows %1 of the shown runs").arg(keyText(m_content.metrics.front().key));
}

} // namespace runglass
