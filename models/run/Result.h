// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace runglass
{

/// Why something could not be done. Callers branch on kind; people read detail.
struct Error {
    enum class Kind {
        NotFound,
        NotYet,     ///< the tail of a live file is incomplete: ask again when it has grown
        Corruption, ///< the bytes are damaged; path and offset say where
        Unsupported,
        InvalidArgument,
        Io,
        Refused, ///< a capability, a lock or the run's state forbids it
        Canceled
    };

    Kind kind = Kind::Io;
    std::string detail;                       ///< one sentence in English, without path and offset
    std::string path;                         ///< the file it is about, empty when there is none
    std::optional<std::uint64_t> offset = {}; ///< byte offset in path
};

/// "path at byte 12: detail", leaving out what is not there.
std::string describe(const Error& error);

/// A value, or the error that stood in its way. The library's functions do not throw.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only when ok().
    T& value() & { return std::get<0>(m_data); }
    const T& value() const& { return std::get<0>(m_data); }
    /// By value, so that a loop over the value of an answer keeps it.
    T value() && { return std::get<0>(std::move(m_data)); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    /// Only when not ok().
    const Error& error() const { return std::get<1>(m_data); }

private:
    std::variant<T, Error> m_data;
};

/// Success without a value.
struct Done {
};
using Status = Result<Done>;

} // namespace runglass
