#pragma once
#include <yanxun/table/value.h>
#include <yanxun/verb.h>

namespace drills {

/// «120», «约300人» of a parameter; empty when it was not given. Throws Error when it is no number of things.
std::optional<yanxun::Count> countOf(const yanxun::VerbCall& call, std::string_view id);
/// «88.5» in 1/100; empty when it was not given. Throws Error when it is none.
std::optional<std::int64_t> hundredthsOf(const yanxun::VerbCall& call, std::string_view id);
/// The record's number, given as the first positional parameter. Throws Error when it is none.
std::int64_t idOf(const yanxun::VerbCall& call);
/// The parameter «id», positional and required.
yanxun::VerbParameter idParameter(std::string title);

} // namespace drills
