#pragma once
#include "core/scope_service.h"

#include <directory/scope.h>

namespace directory::scope_store {

/// Entries of the year as decided or, while the year is not fixed, of all units of those kinds with the decisions on
/// top.
void each(yanxun::Reader& reader, int year, std::string_view category, bool fixed,
          const std::vector<std::string>& kinds, const std::function<void(const ScopeEntry&)>& use);
/// The same with what other plugins are told of a unit.
void eachUnit(yanxun::Reader& reader, int year, std::string_view category, bool fixed,
              const std::vector<std::string>& kinds, const std::function<void(const ScopeUnit&)>& use);
bool isFixed(yanxun::Reader& reader, int year);
void markFixed(yanxun::Writer& writer, int year);
void set(yanxun::Writer& writer, int year, std::string_view category, const ScopeEntry& entry);
std::int64_t addMany(yanxun::Writer& writer, int year, std::string_view category,
                     const std::vector<ScopeEntry>& entries);
/// Units of which the year already holds a decision.
std::vector<std::int64_t> decided(yanxun::Reader& reader, int year, std::string_view category);

} // namespace directory::scope_store
