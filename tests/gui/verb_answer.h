#pragma once
#include "core/program.h"

#include <map>
#include <string>

namespace yanxun::testing {

/// What a verb said: its fields by their names, and the first cell of the first row of its tables.
struct VerbAnswer {
    std::map<std::string, std::string> fields;
    std::string first;
};

/// What the console's verb does to the program's database; a failure when there is no such verb.
VerbAnswer runVerb(host::Program& program, const std::string& id,
                   std::map<std::string, std::string, std::less<>> arguments);

} // namespace yanxun::testing
