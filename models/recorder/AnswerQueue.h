// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Server.h"

#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <mutex>

namespace runglass
{

/// Requests on their way to the one thread that answers them. Those that come while it is at others are answered in one
/// group, and so share one write to the disk; a group takes in no more once it has taken its time.
class AnswerQueue
{
public:
    using Done = std::function<void(HttpResponse)>;

    /// @param worker         of one thread; lives until it is joined
    /// @param inflatedBytes  what a compressed body may come to
    AnswerQueue(boost::asio::thread_pool& worker, Server::Handler handler, std::size_t inflatedBytes)
        : m_worker(worker)
        , m_handler(std::move(handler))
        , m_inflatedBytes(inflatedBytes)
    {
    }

    /// @param done  called on the worker's thread
    /// @thread any
    void add(HttpRequest request, Done done);

    /// Whether all that came is answered.
    /// @thread any
    bool isEmpty();

private:
    struct Waiting {
        HttpRequest request;
        Done done;
    };
    struct Answered {
        HttpResponse response;
        Done done;
    };

    void work();
    std::optional<Waiting> next();
    HttpResponse answer(HttpRequest& request) const;

    boost::asio::thread_pool& m_worker;
    Server::Handler m_handler;
    std::size_t m_inflatedBytes;
    std::mutex m_mutex;
    std::deque<Waiting> m_waiting;
    bool m_isAtWork = false;
};

} // namespace runglass
