// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RecorderControl.h"

#include "models/formats/Json.h"
#include "models/processes/FileDescriptor.h"
#include "models/session/WhenAnswered.h"
#include "models/store/RecorderLock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>
#include <QRegularExpression>
#include <QtConcurrent>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace runglass
{

namespace
{

constexpr std::chrono::milliseconds kBetweenLooks{1000};

Error failed(const ProgramAnswer& answer)
{
    std::string said = answer.err.toStdString();
    if (said.empty())
        said = QCoreApplication::translate("RecorderControl", "The recorder's program said nothing.").toStdString();
    return {Error::Kind::Refused, std::move(said), {}};
}

/// A port that nobody listens on now; 0 when there is none.
int freePort()
{
    const FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (!socket.isOpen() || ::bind(socket.get(), any, length) != 0 || ::getsockname(socket.get(), any, &length) != 0)
        return 0;
    return ntohs(address.sin_port);
}

/// Ends the recorder as a terminal would. Its number is looked at again once the process is held: another process
/// cannot have come by it meanwhile.
Status endRecorder(const std::string& storeFile)
{
    const auto running = RecorderLock::holder(storeFile);
    if (!running)
        return Done{};
    const FileDescriptor process(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(running->pid), 0)));
    const auto again = RecorderLock::holder(storeFile);
    if (!process.isOpen() || !again || again->pid != running->pid)
        return RecorderLock::holder(storeFile)
                   ? Status(
                         Error{Error::Kind::Refused,
                               QCoreApplication::translate(
                                   "RecorderControl", "The recorder (process %1 on %2) is not this computer's to end.")
                                   .arg(running->pid)
                                   .arg(QString::fromStdString(running->host))
                                   .toStdString(),
                               {}})
                   : Status(Done{});
    if (::syscall(SYS_pidfd_send_signal, process.get(), SIGTERM, nullptr, 0) != 0)
        return Error{Error::Kind::Refused, std::generic_category().message(errno) + '.', {}};
    return Done{};
}

QStringList linesOf(const Value& list)
{
    QStringList lines;
    for (const Value& line : list.array())
        lines.append(QString::fromStdString(line.text()));
    return lines;
}

const Value& member(const Value& object, const char* key)
{
    static const Value kNone;
    const Value* found = findPath(object, {key});
    return found ? *found : kNone;
}

Result<SetUpPlan> planOf(const ProgramAnswer& answer)
{
    const Result<Value> document = parseJson(answer.out.toStdString());
    if (answer.status != 0 || !document)
        return failed(answer);
    SetUpPlan plan{QString::fromStdString(member(*document, "address").text()), {}};
    for (const Value& file : member(*document, "files").array())
        plan.files.push_back({QString::fromStdString(member(file, "path").text()), member(file, "exists").toBool(),
                              linesOf(member(file, "replaced")), linesOf(member(file, "written"))});
    return plan;
}

} // namespace

/// What a look at the disk finds.
struct RecorderControl::Seen {
    std::optional<RunningRecorder> running;
    bool hasStore = false, isSetUp = false, isDiskFull = false;
};

RecorderControl::RecorderControl(std::string program, std::string storeFile, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_storeFile(std::move(storeFile))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(kBetweenLooks);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RecorderControl::look);
    if (!canRecord())
        return;
    m_timer.start();
    look();
}

RecorderControl::~RecorderControl()
{
    m_pool.waitForDone();
}

RecorderControl::Seen RecorderControl::seen(const std::string& storeFile)
{
    constexpr std::uint64_t kNoRoom = std::uint64_t{1} << 20;
    Seen seen{RecorderLock::holder(storeFile), ::access(storeFile.c_str(), F_OK) == 0,
              ::access((storeFile + ".setup").c_str(), F_OK) == 0, false};
    struct statvfs room = {};
    if (seen.running && !seen.running->trouble.empty() && ::statvfs(storeFile.c_str(), &room) == 0)
        seen.isDiskFull = room.f_bavail * room.f_frsize < kNoRoom;
    return seen;
}

void RecorderControl::look()
{
    if (m_isLooking || !canRecord())
        return;
    m_isLooking = true;
    whenAnswered(this, QtConcurrent::run(&m_pool, &RecorderControl::seen, m_storeFile), [this](const Seen& seen) {
        m_isLooking = false;
        take(seen);
    });
}

void RecorderControl::take(const Seen& seen)
{
    using Kind = RecorderState::Kind;
    RecorderState next = m_state;
    next.hasStore = seen.hasStore;
    next.isSetUp = seen.isSetUp;
    next.url = seen.running ? seen.running->url : std::string();
    next.pid = seen.running ? seen.running->pid : 0;
    next.trouble = seen.running ? seen.running->trouble : std::string();
    next.isDiskFull = seen.isDiskFull;
    m_isStopping = m_isStopping && seen.running;
    if (seen.running)
        next.kind = m_isStopping ? Kind::Stopping : Kind::On;
    else
        next.kind = m_isStarting ? Kind::Starting : Kind::Off;
    if (next.kind == Kind::On) {
        next.failure.clear();
        next.takenPort.reset();
        next.offSince.reset();
    }
    const bool wasOn = m_state.kind == Kind::On || m_state.kind == Kind::Stopping;
    if (next.kind == Kind::Off && wasOn)
        next.offSince = QDateTime::currentMSecsSinceEpoch();
    set(std::move(next));
}

void RecorderControl::set(RecorderState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    emit changed();
}

QStringList RecorderControl::serve(const QStringList& more) const
{
    return QStringList{QStringLiteral("serve"), QStringLiteral("--store"), QString::fromStdString(m_storeFile)} + more;
}

void RecorderControl::start()
{
    startWith({});
}

void RecorderControl::startOnFreePort()
{
    const int port = freePort();
    startWith(port == 0 ? QStringList()
                        : QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)});
}

void RecorderControl::startWith(const QStringList& more)
{
    if (m_isStarting || !canRecord())
        return;
    m_isStarting = true;
    RecorderState next = m_state;
    next.kind = RecorderState::Kind::Starting;
    next.failure.clear();
    next.takenPort.reset();
    set(std::move(next));
    const QStringList arguments = serve(QStringList{QStringLiteral("--background")} + more);
    callProgram(QString::fromStdString(m_program), arguments, this, [this](const ProgramAnswer& answer) {
        m_isStarting = false;
        if (answer.status == 0) {
            emit begun();
        } else {
            RecorderState after = m_state;
            after.kind = RecorderState::Kind::Off;
            after.failure = failed(answer).detail;
            static const QRegularExpression kPort(QStringLiteral(":(\\d+) cannot be listened on"));
            if (const auto match = kPort.match(answer.err); match.hasMatch())
                after.takenPort = match.captured(1).toInt();
            set(std::move(after));
        }
        look();
    });
}

void RecorderControl::stop()
{
    if (m_isStopping || m_state.kind != RecorderState::Kind::On)
        return;
    m_isStopping = true;
    RecorderState next = m_state;
    next.kind = RecorderState::Kind::Stopping;
    set(std::move(next));
    whenAnswered(this, QtConcurrent::run(&m_pool, endRecorder, m_storeFile), [this](const Status& ended) {
        if (!ended) {
            m_isStopping = false;
            RecorderState after = m_state;
            after.failure = ended.error().detail;
            set(std::move(after));
        }
        look();
    });
}

void RecorderControl::planSetUp(QObject* receiver, Planned planned)
{
    callProgram(QString::fromStdString(m_program),
                serve({QStringLiteral("--setup"), QStringLiteral("--dry-run"), QStringLiteral("--json")}), receiver,
                [planned = std::move(planned)](const ProgramAnswer& answer) { planned(planOf(answer)); });
}

void RecorderControl::call(QObject* receiver, const QStringList& arguments, Finished finished)
{
    const auto take = [control = QPointer<RecorderControl>(this),
                       finished = std::move(finished)](const ProgramAnswer& answer) {
        if (control)
            control->look();
        finished(answer.status == 0 ? Status(Done{}) : Status(failed(answer)));
    };
    callProgram(QString::fromStdString(m_program), serve(arguments), receiver, take);
}

void RecorderControl::setUp(QObject* receiver, Finished finished)
{
    call(receiver, {QStringLiteral("--setup")}, std::move(finished));
}

void RecorderControl::undoSetUp(QObject* receiver, Finished finished)
{
    call(receiver, {QStringLiteral("--undo")}, std::move(finished));
}

} // namespace runglass
