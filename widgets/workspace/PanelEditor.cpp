// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelEditor.h"

#include "widgets/common/Theme.h"
#include "widgets/workspace/LinesForm.h"
#include "widgets/workspace/bodies/PanelForm.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 16, kWidth = 520, kHeight = 560, kKindsWidth = 200, kKindHeight = 34;

} // namespace

PanelEditor::PanelEditor(Theme& theme, std::vector<MetricEntry> metrics,
                         std::vector<std::pair<SectionRef, QString>> sections, PanelScope* scope, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_scope(scope)
    , m_kinds(scope ? panelKinds() : std::vector<PanelKindInfo>())
    , m_sections(std::move(sections))
    , m_kindList(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_lines(new LinesForm(theme, std::move(metrics), this))
    , m_title(new QLineEdit(this))
    , m_section(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("panelEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add panel"));
    m_title->setObjectName(QStringLiteral("panelTitle"));
    for (QLabel* label : {m_hint, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_note->setObjectName(QStringLiteral("panelNote"));
    for (const auto& [id, title] : m_sections)
        m_section->addItem(title);
    listKinds();
    layOut();
    connect(m_kindList, &QListWidget::currentRowChanged, this, &PanelEditor::openPage);
    m_kindList->setCurrentRow(0);
    resize(kWidth + (m_kinds.empty() ? 0 : kKindsWidth), kHeight);
}

void PanelEditor::listKinds()
{
    m_kindList->setObjectName(QStringLiteral("panelKinds"));
    m_kindList->setAccessibleName(tr("Kind of panel"));
    m_kindList->setFixedWidth(kKindsWidth);
    m_kindList->setVisible(!m_kinds.empty());
    m_forms.assign(m_kinds.size() + 1, nullptr);
    m_forms.front() = m_lines;
    m_pages->addWidget(m_lines);
    connect(m_lines, &PanelForm::edited, this, &PanelEditor::renew);
    const auto add = [this](const QString& icon, const QString& name, const QString& description) {
        auto* item = new QListWidgetItem(m_theme.icon(icon), name, m_kindList);
        item->setToolTip(description);
        item->setSizeHint({0, kKindHeight});
        item->setData(Qt::AccessibleDescriptionRole, description);
    };
    add(QStringLiteral("chart"), tr("Lines"), tr("Metrics over steps or time"));
    for (const PanelKindInfo& kind : m_kinds)
        add(kind.icon, kind.name, kind.description);
}

void PanelEditor::layOut()
{
    m_title->setPlaceholderText(tr("by its metrics"));
    m_place = new QFormLayout;
    m_place->setHorizontalSpacing(12);
    m_place->addRow(tr("Title"), m_title);
    m_place->addRow(tr("Section"), m_section);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_each = buttons->addButton(tr("A panel each"), QDialogButtonBox::ActionRole);
    m_each->setToolTip(tr("Quick add: every chosen metric gets a panel of its own"));
    m_together = buttons->addButton(tr("One panel"), QDialogButtonBox::ActionRole);
    m_together->setDefault(true);
    auto* page = new QVBoxLayout;
    page->setSpacing(8);
    page->addWidget(m_hint);
    page->addWidget(m_pages, 1);
    page->addLayout(m_place);
    page->addWidget(m_note);
    auto* top = new QHBoxLayout;
    top->setSpacing(kInset);
    top->addWidget(m_kindList);
    top->addLayout(page, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(8);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
    connect(m_each, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_together, &QPushButton::clicked, this, [this] { finish(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

bool PanelEditor::isLines() const
{
    return m_kindList->currentRow() <= 0;
}

PanelForm& PanelEditor::form() const
{
    return *m_forms[static_cast<std::size_t>(std::max(0, m_kindList->currentRow()))];
}

/// Pages are made when somebody looks at them.
void PanelEditor::openPage(int kind)
{
    const auto at = static_cast<std::size_t>(std::max(0, kind));
    if (!m_forms[at]) {
        m_forms[at] = m_kinds[at - 1].makeForm(*m_scope, this);
        m_pages->addWidget(m_forms[at]);
        connect(m_forms[at], &PanelForm::edited, this, &PanelEditor::renew);
    }
    m_pages->setCurrentWidget(m_forms[at]);
    m_hint->setText(at == 0 ? QString() : m_kinds[at - 1].description);
    m_hint->setVisible(at != 0);
    m_each->setVisible(at == 0 && !m_editing);
    if (!m_editing && at != 0) {
        m_together->setText(tr("Add"));
        m_together->setToolTip({});
    }
    renew();
}

/// What the button makes of the chosen metrics.
void PanelEditor::nameTogether()
{
    const auto panels = static_cast<int>(m_lines->panelCount());
    const bool isSplit = m_lines->content().splits;
    m_together->setText(isSplit ? tr("Add %n panels", nullptr, panels) : tr("One panel"));
    m_together->setToolTip(isSplit ? tr("A panel for each text in parentheses")
                                   : tr("All chosen metrics in one panel"));
}

void PanelEditor::setKind(PanelKind kind)
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i].kind == kind)
            m_kindList->setCurrentRow(static_cast<int>(i) + 1);
    }
}

void PanelEditor::edit(const MetricPanel& panel, const PanelContent& content, const QString& title)
{
    m_editing = true;
    //: Title of a dialog; %1 is the panel.
    setWindowTitle(tr("Edit %1").arg(panel.title));
    setKind(content.kind);
    m_kindList->hide();
    resize(kWidth, kHeight);
    form().setContent(content);
    m_title->setText(title);
    m_each->hide();
    m_together->setText(tr("Save"));
    m_together->setToolTip({});
    m_place->setRowVisible(m_section, false);
    renew();
}

void PanelEditor::setSection(const SectionRef& section)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].first == section)
            m_section->setCurrentIndex(static_cast<int>(i));
    }
}

void PanelEditor::renew()
{
    const QString problem = form().problem();
    m_note->setText(problem.isEmpty() ? form().note() : problem);
    m_together->setEnabled(problem.isEmpty());
    m_each->setEnabled(problem.isEmpty() && m_lines->count() > 0);
    if (isLines()) {
        m_title->setPlaceholderText(tr("by its metrics"));
        if (!m_editing)
            nameTogether();
        return;
    }
    const PanelKindInfo& kind = m_kinds[static_cast<std::size_t>(m_kindList->currentRow()) - 1];
    m_title->setPlaceholderText(problem.isEmpty() ? kind.title(form().content()) : kind.name);
}

void PanelEditor::finish(bool oneForEach)
{
    Choice choice;
    choice.content = form().content();
    choice.title = m_title->text().simplified();
    choice.oneForEach = oneForEach;
    const auto place = static_cast<std::size_t>(std::max(0, m_section->currentIndex()));
    if (place < m_sections.size())
        choice.section = m_sections[place].first;
    emit chosen(choice);
    accept();
}

} // namespace runglass
