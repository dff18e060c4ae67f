// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/SocketDiagnosis.h"

#include "models/processes/FileDescriptor.h"

#include <array>
#include <cstring>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace runglass
{

namespace
{

struct Question {
    nlmsghdr header = {};
    inet_diag_req_v2 body = {};
};

struct End {
    std::array<__be32, 4> address = {};
    __be16 port = 0;
};

End endOf(const sockaddr_storage& address)
{
    End end;
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 six = {};
        std::memcpy(&six, &address, sizeof six);
        std::memcpy(end.address.data(), &six.sin6_addr, sizeof six.sin6_addr);
        end.port = six.sin6_port;
    } else {
        sockaddr_in four = {};
        std::memcpy(&four, &address, sizeof four);
        std::memcpy(end.address.data(), &four.sin_addr, sizeof four.sin_addr);
        end.port = four.sin_port;
    }
    return end;
}

Question questionFor(const sockaddr_storage& own, const sockaddr_storage& peer)
{
    constexpr __u32 kNoCookie = 0xffffffff;
    Question question;
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = NLM_F_REQUEST;
    question.body.sdiag_family = static_cast<__u8>(own.ss_family);
    question.body.sdiag_protocol = IPPROTO_TCP;
    question.body.idiag_states = 1U << TCP_ESTABLISHED;
    inet_diag_sockid& id = question.body.id;
    const End from = endOf(own), to = endOf(peer);
    std::memcpy(id.idiag_src, from.address.data(), sizeof id.idiag_src);
    std::memcpy(id.idiag_dst, to.address.data(), sizeof id.idiag_dst);
    id.idiag_sport = from.port;
    id.idiag_dport = to.port;
    id.idiag_cookie[0] = id.idiag_cookie[1] = kNoCookie;
    return question;
}

/// A listening socket is given in place of a connection that is not there, and user 0 for one that its owner has
/// closed.
bool isTheOneAskedFor(const inet_diag_msg& answer, const inet_diag_sockid& asked)
{
    const inet_diag_sockid& id = answer.id;
    return answer.idiag_state == TCP_ESTABLISHED && id.idiag_sport == asked.idiag_sport &&
           id.idiag_dport == asked.idiag_dport &&
           std::memcmp(id.idiag_src, asked.idiag_src, sizeof id.idiag_src) == 0 &&
           std::memcmp(id.idiag_dst, asked.idiag_dst, sizeof id.idiag_dst) == 0;
}

} // namespace

std::optional<uid_t> userOfTcpSocket(const sockaddr_storage& own, const sockaddr_storage& peer)
{
    const FileDescriptor kernel(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!kernel.isOpen())
        return std::nullopt;
    const Question question = questionFor(own, peer);
    sockaddr_nl everyone = {};
    everyone.nl_family = AF_NETLINK;
    if (::sendto(kernel.get(), &question, sizeof question, 0, reinterpret_cast<const sockaddr*>(&everyone),
                 sizeof everyone) != static_cast<ssize_t>(sizeof question))
        return std::nullopt;
    // The kernel has answered before sendto returns.
    std::array<char, 4096> bytes = {};
    const ssize_t size = ::recv(kernel.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    nlmsghdr header = {};
    inet_diag_msg answer = {};
    if (size < static_cast<ssize_t>(sizeof header + sizeof answer))
        return std::nullopt;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::memcpy(&answer, bytes.data() + NLMSG_HDRLEN, sizeof answer);
    if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY || !isTheOneAskedFor(answer, question.body.id))
        return std::nullopt;
    return answer.idiag_uid;
}

} // namespace runglass
