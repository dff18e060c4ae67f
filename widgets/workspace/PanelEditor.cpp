// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelEditor.h"

#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 16, kWidth = 520, kHeight = 560;
/// More than a person looks through; the search finds the others.
constexpr int kMostListed = 500;
constexpr int kPlaceRole = Qt::UserRole;

constexpr int kRowHeight = 26;

} // namespace

PanelEditor::PanelEditor(Theme& theme, std::vector<MetricEntry> metrics,
                         std::vector<std::pair<SectionRef, QString>> sections, QWidget* parent)
    : QDialog(parent)
    , m_metrics(std::move(metrics))
    , m_sections(std::move(sections))
    , m_search(new SearchField(theme, tr("Search metrics"), this))
    , m_title(new QLineEdit(this))
    , m_pattern(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_section(new QComboBox(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("panelEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add panel"));
    m_search->setObjectName(QStringLiteral("searchMetrics"));
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_pattern->setObjectName(QStringLiteral("panelPattern"));
    m_list->setObjectName(QStringLiteral("panelMetrics"));
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_title->setPlaceholderText(tr("by its metrics"));
    m_pattern->setPlaceholderText(tr("for example ^val/"));
    m_pattern->setToolTip(tr("Metrics whose names this regular expression is found in are drawn too"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    for (const auto& [id, title] : m_sections)
        m_section->addItem(title);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &PanelEditor::list);
    connect(m_pattern, &QLineEdit::textChanged, this, &PanelEditor::renew);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { toggle(*item); });
    list();
    renew();
    resize(kWidth, kHeight);
}

void PanelEditor::layOut()
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Regular expression"), m_pattern);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Section"), m_section);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_each = buttons->addButton(tr("A panel each"), QDialogButtonBox::ActionRole);
    m_each->setToolTip(tr("Quick add: every chosen metric gets a panel of its own"));
    m_together = buttons->addButton(tr("One panel"), QDialogButtonBox::ActionRole);
    m_together->setToolTip(tr("All chosen metrics in one panel"));
    m_together->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    connect(m_each, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_together, &QPushButton::clicked, this, [this] { finish(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PanelEditor::edit(const MetricPanel& panel, const PanelContent& content, const QString& title)
{
    m_editing = true;
    //: Title of a dialog; %1 is the panel.
    setWindowTitle(tr("Edit %1").arg(panel.title));
    m_chosen = content.metrics;
    m_pattern->setText(QString::fromStdString(content.pattern));
    m_title->setText(title);
    m_each->hide();
    m_together->setText(tr("Save"));
    m_together->setToolTip({});
    static_cast<QFormLayout*>(layout()->itemAt(2)->layout())->setRowVisible(m_section, false);
    list();
    renew();
}

void PanelEditor::setSection(const SectionRef& section)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].first == section)
            m_section->setCurrentIndex(static_cast<int>(i));
    }
}

void PanelEditor::list()
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

void PanelEditor::toggle(const QListWidgetItem& item)
{
    if (m_listing)
        return;
    const MetricEntry& entry = m_metrics[static_cast<std::size_t>(item.data(kPlaceRole).toULongLong())];
    const MetricRef metric{entry.system, entry.key};
    std::erase(m_chosen, metric);
    if (item.checkState() == Qt::Checked)
        m_chosen.push_back(metric);
    renew();
}

void PanelEditor::renew()
{
    PanelContent content;
    content.metrics = m_chosen;
    content.pattern = m_pattern->text().toStdString();
    const Result<TextPattern> pattern = searchPattern(content.pattern);
    const std::size_t count = metricsOf(content, m_metrics).size();
    m_note->setText(pattern ? tr("%n metrics chosen", nullptr, static_cast<int>(count))
                            : tr("No regular expression: %1").arg(QString::fromStdString(pattern.error().detail)));
    const bool any = count > 0 || !content.pattern.empty();
    m_together->setEnabled(pattern && any);
    m_each->setEnabled(pattern && count > 0);
}

void PanelEditor::finish(bool oneForEach)
{
    Choice choice;
    choice.content.metrics = m_chosen;
    choice.content.pattern = m_pattern->text().toStdString();
    choice.title = m_title->text().simplified();
    choice.oneForEach = oneForEach;
    const auto place = static_cast<std::size_t>(std::max(0, m_section->currentIndex()));
    if (place < m_sections.size())
        choice.section = m_sections[place].first;
    emit chosen(choice);
    accept();
}

} // namespace runglass
