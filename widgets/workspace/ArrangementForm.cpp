// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ArrangementForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace runglass
{

ArrangementForm::ArrangementForm(QWidget* parent)
    : QWidget(parent)
    , m_automatic(new QCheckBox(tr("A &panel for each metric"), this))
    , m_prefix(new QComboBox(this))
{
    setObjectName(QStringLiteral("arrangement"));
    m_automatic->setObjectName(QStringLiteral("automaticPanels"));
    m_automatic->setToolTip(tr("Without it the workspace has only the panels that you add or move"));
    m_prefix->setObjectName(QStringLiteral("sectionPrefix"));
    //: Sections of metrics a/b/c: by "a", or by "a/b".
    m_prefix->addItem(tr("First part of the key (a of a/b/c)"), static_cast<int>(PanelLayout::Prefix::First));
    //: Sections of metrics a/b/c: by "a", or by "a/b".
    m_prefix->addItem(tr("All but its last part (a/b of a/b/c)"), static_cast<int>(PanelLayout::Prefix::Last));
    m_prefix->setToolTip(tr("By what part of their keys metrics fall into sections"));
    m_prefix->setAccessibleName(tr("Sections by"));
    m_prefix->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* label = new QLabel(tr("&Sections by"), this);
    label->setBuddy(m_prefix);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setHorizontalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_automatic);
    form->addRow(label, m_prefix);
    connect(m_automatic, &QCheckBox::toggled, this, &ArrangementForm::tell);
    connect(m_prefix, &QComboBox::currentIndexChanged, this, &ArrangementForm::tell);
}

void ArrangementForm::setLayoutOf(const PanelLayout& layout)
{
    const QSignalBlocker box(m_automatic), combo(m_prefix);
    m_automatic->setChecked(layout.automatic);
    m_prefix->setCurrentIndex(m_prefix->findData(static_cast<int>(layout.prefix)));
    m_prefix->setEnabled(layout.automatic);
}

void ArrangementForm::tell()
{
    m_prefix->setEnabled(m_automatic->isChecked());
    emit edited(m_automatic->isChecked(), static_cast<PanelLayout::Prefix>(m_prefix->currentData().toInt()));
}

} // namespace runglass
