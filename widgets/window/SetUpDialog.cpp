// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SetUpDialog.h"

#include "models/items/SourceNames.h"
#include "widgets/window/RecorderActions.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr int kWidth = 560;
constexpr int kPreviewLines = 11;
} // namespace

SetUpDialog::SetUpDialog(Context& context, QWidget* parent)
    : QDialog(parent)
    , m_control(*context.recorder)
    , m_message(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
    , m_go(new QPushButton(tr("Set up"), this))
{
    setObjectName(QStringLiteral("setUpDialog"));
    setWindowTitle(tr("Set up this computer"));
    auto* what =
        new QLabel(tr("Scripts of this user that call wandb.init() log to the recorder then, without any "
                      "environment, and show here within a second. \"Undo set-up…\" brings back what was there."),
                   this);
    for (QLabel* label : {what, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_message->setObjectName(QStringLiteral("setUpMessage"));
    m_preview->setObjectName(QStringLiteral("setUpPreview"));
    m_preview->setAccessibleName(tr("What is written"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setMinimumHeight(m_preview->fontMetrics().lineSpacing() * kPreviewLines + 16);
    m_go->setObjectName(QStringLiteral("setUpGo"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_go, QDialogButtonBox::ActionRole);
    m_go->setDefault(true);
    // Else it would be the default as soon as it has the focus, which it gets while the other one is disabled.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(what);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &SetUpDialog::go);
    connect(&m_control, &RecorderControl::changed, this, &SetUpDialog::refresh);
    refresh();
}

void SetUpDialog::refresh()
{
    using Kind = RecorderState::Kind;
    const RecorderState& state = m_control.state();
    const bool isOn = state.kind == Kind::On;
    m_preview->setVisible(isOn);
    m_go->setText(isOn ? tr("Set up") : tr("Start recording"));
    m_go->setEnabled(isOn ? m_isReady : state.kind == Kind::Off);
    if (!isOn) {
        m_isPlanned = m_isReady = false;
        m_message->setText(state.failure.empty()
                               ? tr("The recorder is off. It is started first, since its address is written.")
                               : recorderDetail(state, QString::fromStdString(m_control.storeFile())));
        return;
    }
    if (m_isPlanned)
        return;
    m_isPlanned = true;
    m_message->setText(tr("Looking at what is there…"));
    m_control.planSetUp(this, [this](const Result<SetUpPlan>& plan) {
        m_isReady = plan.ok();
        m_go->setEnabled(m_isReady);
        if (plan)
            showPlan(*plan);
        else
            m_message->setText(QString::fromStdString(plan.error().detail));
    });
}

void SetUpDialog::showPlan(const SetUpPlan& plan)
{
    QStringList lines;
    bool isReplacing = false;
    for (const SetUpFile& file : plan.files) {
        if (!lines.isEmpty())
            lines.append(QString());
        const QString path = SourceNames().label(file.path.toStdString());
        //: %1: a file
        lines.append(file.exists ? tr("%1 (changed)").arg(path) : tr("%1 (new)").arg(path));
        for (const QString& line : file.replaced)
            lines.append(QStringLiteral("  − ") + line);
        for (const QString& line : file.written)
            lines.append(QStringLiteral("  + ") + line);
        isReplacing = isReplacing || !file.replaced.isEmpty();
    }
    m_preview->setPlainText(lines.join(u'\n'));
    m_address = plan.address;
    m_message->setText(isReplacing ? tr("Lines marked − are replaced. The rest of both files stays.")
                                   : tr("The rest of both files stays as it is."));
}

void SetUpDialog::go()
{
    if (m_control.state().kind != RecorderState::Kind::On)
        return m_control.start();
    m_go->setEnabled(false);
    m_control.setUp(this, [this](const Status& written) {
        if (!written) {
            m_go->setEnabled(true);
            m_message->setText(QString::fromStdString(written.error().detail));
            return;
        }
        emit setUpDone(m_address);
        accept();
    });
}

} // namespace runglass
