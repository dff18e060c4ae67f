// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/RecorderDialog.h"

#include "models/session/RecorderControl.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/ValueField.h"
#include "widgets/window/RecorderActions.h"
#include "widgets/window/WindowActions.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr int kWidth = 560;
constexpr int kIconSide = 20;
} // namespace

RecorderDialog::RecorderDialog(Context& context, WindowActions& actions, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_icon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_otherPort(new QPushButton(tr("Use another port"), this))
{
    setObjectName(QStringLiteral("recorderDialog"));
    setWindowTitle(tr("Recorder"));
    m_state->setObjectName(QStringLiteral("recorderState"));
    m_detail->setObjectName(QStringLiteral("recorderDetail"));
    m_otherPort->setObjectName(QStringLiteral("useAnotherPort"));
    m_otherPort->setAutoDefault(false);
    QFont font = m_state->font();
    font.setWeight(QFont::DemiBold);
    m_state->setFont(font);
    for (QLabel* label : {m_state, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_detail->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_state, 1);
    layout->addLayout(head);
    layout->addWidget(m_detail);
    layout->addSpacing(8);
    m_address = addField(layout, "recorderAddress", tr("Address"));
    m_store = addField(layout, "recorderStore", tr("Store"));
    m_script = addField(layout, "recorderScript", tr("For one terminal"));
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* record = new ActionButton(actions.record, buttons);
    auto* setUp = new ActionButton(actions.setUp, buttons);
    buttons->addButton(record, QDialogButtonBox::ActionRole);
    buttons->addButton(m_otherPort, QDialogButtonBox::ActionRole);
    buttons->addButton(setUp, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_otherPort, &QPushButton::clicked, context.recorder, &RecorderControl::startOnFreePort);
    connect(context.recorder, &RecorderControl::changed, this, &RecorderDialog::refresh);
    connect(&context.theme, &Theme::changed, this, &RecorderDialog::refresh);
    refresh();
    resize(kWidth, sizeHint().height());
}

/// A value to copy, below its name.
ValueField* RecorderDialog::addField(QVBoxLayout* layout, const char* name, const QString& label)
{
    auto* field = new ValueField(m_context.theme, this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* title = new QLabel(label, this);
    title->setTextFormat(Qt::PlainText);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setBuddy(field);
    auto* copy = new QToolButton(this);
    copy->setAutoRaise(true);
    copy->setIcon(m_context.theme.icon(QStringLiteral("copy")));
    //: %1: "Address", "Store", …
    copy->setText(tr("Copy: %1").arg(label));
    copy->setAccessibleName(copy->text());
    copy->setToolTip(copy->text());
    copy->setFocusPolicy(Qt::TabFocus);
    // A dash is nothing to copy.
    connect(field, &QLineEdit::textChanged, copy, [copy](const QString& text) { copy->setEnabled(text.size() > 1); });
    connect(copy, &QToolButton::clicked, field, [field] { QGuiApplication::clipboard()->setText(field->text()); });
    layout->addWidget(title);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(field, 1);
    row->addWidget(copy);
    layout->addLayout(row);
    return field;
}

void RecorderDialog::refresh()
{
    const RecorderControl& control = *m_context.recorder;
    const RecorderState& state = control.state();
    const QString store = QString::fromStdString(control.storeFile());
    const bool isWrong = !state.failure.empty() || !state.trouble.empty();
    const bool isOn = state.kind == RecorderState::Kind::On;
    const QIcon icon = m_context.theme.icon(isWrong ? QStringLiteral("warning") : QStringLiteral("record"),
                                            isWrong ? Theme::Token::WarnText
                                            : isOn  ? Theme::Token::Better
                                                    : Theme::Token::Muted);
    m_icon->setPixmap(icon.pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    m_state->setText(recorderText(state));
    m_detail->setText(recorderDetail(state, store));
    m_address->showText(state.url.empty() ? QStringLiteral("–") : QString::fromStdString(state.url));
    m_address->setMissing(state.url.empty());
    m_store->showText(store);
    m_script->showText(QStringLiteral("eval \"$(%1 serve --print-env)\"").arg(commandOf(control)));
    m_otherPort->setVisible(state.takenPort.has_value());
}

} // namespace runglass
