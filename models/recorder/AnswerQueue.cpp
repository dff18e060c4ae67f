// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/AnswerQueue.h"

#include "models/recorder/Inflate.h"

#include <boost/asio/post.hpp>
#include <vector>

namespace runglass
{

namespace
{

/// What a group takes in: enough that one write serves many, and soon enough at an end that nobody waits long.
constexpr std::chrono::milliseconds kGroupTime{20};
constexpr std::size_t kGroupRequests = 256;

} // namespace

void AnswerQueue::add(HttpRequest request, Done done)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back({std::move(request), std::move(done)});
    if (!std::exchange(m_isAtWork, true))
        boost::asio::post(m_worker, [this] { work(); });
}

std::optional<AnswerQueue::Waiting> AnswerQueue::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return std::nullopt;
    std::optional<Waiting> first(std::move(m_waiting.front()));
    m_waiting.pop_front();
    return first;
}

bool AnswerQueue::isEmpty()
{
    const std::lock_guard lock(m_mutex);
    return !m_isAtWork;
}

HttpResponse AnswerQueue::answer(HttpRequest& request) const
{
    const std::string_view encoding = request.header("content-encoding");
    try {
        if (encoding == "gzip") {
            Result<std::string> body = inflateGzip(request.body, m_inflatedBytes);
            if (!body)
                return errorResponse(400, body.error().detail);
            request.body = std::move(body).value();
        } else if (!encoding.empty()) {
            return errorResponse(415, "Bodies come plain or as gzip.");
        }
        return m_handler.answer(request);
    } catch (const std::exception& exception) {
        return errorResponse(503, exception.what());
    }
}

void AnswerQueue::work()
{
    const auto begun = std::chrono::steady_clock::now();
    std::vector<Answered> group;
    m_handler.begin();
    while (group.size() < kGroupRequests && std::chrono::steady_clock::now() - begun < kGroupTime) {
        std::optional<Waiting> waiting = next();
        if (!waiting)
            break;
        group.push_back({answer(waiting->request), std::move(waiting->done)});
    }
    const Status ended = m_handler.end();
    for (Answered& one : group)
        one.done(ended ? std::move(one.response) : errorResponse(503, ended.error().detail));
    const std::lock_guard lock(m_mutex);
    m_isAtWork = !m_waiting.empty();
    // Behind what else waits for this thread.
    if (m_isAtWork)
        boost::asio::post(m_worker, [this] { work(); });
}

} // namespace runglass
