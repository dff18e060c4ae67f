// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/LinesForm.h"

#include "widgets/common/SearchField.h"
#include "widgets/workspace/PanelSections.h"

#include <QFormLayout>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

/// More than a person looks through; the search finds the others.
constexpr int kMostListed = 500;
constexpr int kPlaceRole = Qt::UserRole;
constexpr int kRowHeight = 26;

} // namespace

LinesForm::LinesForm(Theme& theme, std::vector<MetricEntry> metrics, QWidget* parent)
    : PanelForm(parent)
    , m_metrics(std::move(metrics))
    , m_search(new SearchField(theme, tr("Search metrics"), this))
    , m_pattern(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_search->setObjectName(QStringLiteral("searchMetrics"));
    m_pattern->setObjectName(QStringLiteral("panelPattern"));
    m_list->setObjectName(QStringLiteral("panelMetrics"));
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_pattern->setPlaceholderText(tr("for example ^val/"));
    m_pattern->setToolTip(tr("Metrics whose names this regular expression is found in are drawn too"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Regular expression"), m_pattern);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    connect(m_search, &QLineEdit::textChanged, this, &LinesForm::list);
    connect(m_pattern, &QLineEdit::textChanged, this, &LinesForm::edited);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { toggle(*item); });
    list();
}

void LinesForm::setContent(const PanelContent& content)
{
    m_chosen = content.metrics;
    m_pattern->setText(QString::fromStdString(content.pattern));
    list();
    emit edited();
}

PanelContent LinesForm::content() const
{
    PanelContent content;
    content.metrics = m_chosen;
    content.pattern = m_pattern->text().toStdString();
    return content;
}

void LinesForm::list()
{
    const QScopedValueRollback<bool> listing(m_listing, true);
    m_list->clear();
    const QString search = m_search->text().trimmed();
    for (std::size_t i = 0; i < m_metrics.size() && m_list->count() < kMostListed; ++i) {
        const MetricRef metric{m_metrics[i].system, m_metrics[i].key};
        const QString title = metricTitle(metric);
        if (!search.isEmpty() && !title.contains(search, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(title, m_list);
        item->setSizeHint(QSize(0, std::max(kRowHeight, fontMetrics().height() + 8)));
        item->setData(kPlaceRole, QVariant::fromValue(static_cast<qulonglong>(i)));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool chosen = std::find(m_chosen.begin(), m_chosen.end(), metric) != m_chosen.end();
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void LinesForm::toggle(const QListWidgetItem& item)
{
    if (m_listing)
        return;
    const MetricEntry& entry = m_metrics[static_cast<std::size_t>(item.data(kPlaceRole).toULongLong())];
    const MetricRef metric{entry.system, entry.key};
    std::erase(m_chosen, metric);
    if (item.checkState() == Qt::Checked)
        m_chosen.push_back(metric);
    emit edited();
}

std::size_t LinesForm::count() const
{
    return metricsOf(content(), m_metrics).size();
}

QString LinesForm::problem() const
{
    const std::string pattern = m_pattern->text().toStdString();
    const Result<TextPattern> read = searchPattern(pattern);
    if (!read)
        return tr("No regular expression: %1").arg(QString::fromStdString(read.error().detail));
    return count() > 0 || !pattern.empty() ? QString() : tr("Choose metrics, or give a regular expression.");
}

QString LinesForm::note() const
{
    return tr("%n metrics chosen", nullptr, static_cast<int>(count()));
}

} // namespace runglass
