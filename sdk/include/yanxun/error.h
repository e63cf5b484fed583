#pragma once
#include <yanxun/export.h>

#include <stdexcept>
#include <string>

namespace yanxun {

/// A whole sentence in the user's language that says what went wrong and what to do.
/// Console exit code 4. The children say why, so that callers can catch by type near the person.
/// Destructors are out of line: one type_info across libraries.
class YANXUN_EXPORT Error : public std::runtime_error {
public:
    explicit Error(const std::string& sentence) : std::runtime_error(sentence) {}
    ~Error() override;
};

/// A duplicate, or a record changed by somebody else since it was read. Exit code 4.
class YANXUN_EXPORT Conflict : public Error {
public:
    using Error::Error;
    ~Conflict() override;
};

/// The record asked for does not exist (any more). Exit code 4.
class YANXUN_EXPORT NotFound : public Error {
public:
    using Error::Error;
    ~NotFound() override;
};

/// A file or server cannot be reached or read. Exit code 5.
class YANXUN_EXPORT Unavailable : public Error {
public:
    using Error::Error;
    ~Unavailable() override;
};

/// No room left on the disk. Exit code 5.
class YANXUN_EXPORT Full : public Error {
public:
    using Error::Error;
    ~Full() override;
};

/// The person stopped the work; nothing was changed. Exit code 130.
class YANXUN_EXPORT Cancelled : public Error {
public:
    using Error::Error;
    ~Cancelled() override;
};

} // namespace yanxun
