// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/LinesForm.h"

#include "widgets/common/SearchField.h"
#include "widgets/workspace/CapturedPanels.h"
#include "widgets/workspace/PanelSections.h"

#include <QCheckBox>
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
    , m_splits(new QCheckBox(tr("A panel for each text in parentheses"), this))
{
    m_search->setObjectName(QStringLiteral("searchMetrics"));
    m_pattern->setObjectName(QStringLiteral("panelPattern"));
    m_list->setObjectName(QStringLiteral("panelMetrics"));
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_splits->setObjectName(QStringLiteral("panelSplits"));
    m_splits->setToolTip(tr("Of layer(\\d+)/ one for layer0, one for layer1 …, as metrics come; chosen metrics that "
                            "the expression does not match are in each of them"));
    m_pattern->setPlaceholderText(tr("for example ^val/ or layer(\\d+)/"));
    m_pattern->setToolTip(tr("Metrics whose names this regular expression is found in are drawn too"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Regular expression"), m_pattern);
    form->addRow(QString(), m_splits);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    connect(m_search, &QLineEdit::textChanged, this, &LinesForm::list);
    connect(m_pattern, &QLineEdit::textChanged, this, &LinesForm::renewSplitting);
    connect(m_pattern, &QLineEdit::textChanged, this, &LinesForm::edited);
    connect(m_splits, &QCheckBox::toggled, this, &LinesForm::edited);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { toggle(*item); });
    list();
    renewSplitting();
}

void LinesForm::setContent(const PanelContent& content)
{
    m_chosen = content.metrics;
    m_pattern->setText(QString::fromStdString(content.pattern));
    m_splits->setChecked(content.splits);
    list();
    emit edited();
}

PanelContent LinesForm::content() const
{
    PanelContent content;
    content.metrics = m_chosen;
    content.pattern = m_pattern->text().toStdString();
    content.splits = m_splits->isEnabled() && m_splits->isChecked();
    return content;
}

/// Only where there is something to split by; whether it was checked is not forgotten while somebody types.
void LinesForm::renewSplitting()
{
    const Result<TextPattern> pattern = searchPattern(m_pattern->text().toStdString());
    m_splits->setEnabled(pattern && pattern->groupCount() > 0);
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

std::size_t LinesForm::panelCount() const
{
    return std::max<std::size_t>(1, capturedPanels(content(), m_metrics).size());
}

QString LinesForm::note() const
{
    const QString metrics = tr("%n metrics chosen", nullptr, static_cast<int>(count()));
    const PanelContent shown = content();
    if (!m_splits->isEnabled())
        return metrics;
    PanelContent split = shown;
    split.splits = true;
    const auto panels = static_cast<int>(capturedPanels(split, m_metrics).size());
    if (panels == 0)
        return metrics;
    //: Below the form of a panel; %1 is "24 metrics chosen".
    return shown.splits ? tr("%1, in %n panels", nullptr, panels).arg(metrics)
                        : tr("%1; the parentheses would make %n panels", nullptr, panels).arg(metrics);
}

} // namespace runglass
