#pragma once
#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

#include <map>

namespace yanxun {

struct VerbParameter {
    std::string id;    ///< «name» → --name; positional ones are given in order
    std::string title;
    bool required = false;
    bool positional = false;
    bool flag = false;
};

/// Where a verb puts its answer; the console shows it as text or, with --json, as one object or array.
class YANXUN_EXPORT VerbOutput {
public:
    virtual ~VerbOutput();
    virtual void field(const std::string& id, const std::string& title, const Value& value,
                       CellKind kind = CellKind::text) = 0;
    /// Rows are shown as they come.
    virtual void table(const std::string& id, const RowSource& rows) = 0;
    /// A sentence for the person; not part of the JSON.
    virtual void say(const std::string& sentence) = 0;
};

class YANXUN_EXPORT VerbCall {
public:
    std::map<std::string, std::string, std::less<>> arguments;
    Database* database = nullptr; ///< always set when run
    const Clock* clock = nullptr;
    VerbOutput* output = nullptr;
    Progress* progress = nullptr;

    bool has(std::string_view id) const;
    std::string text(std::string_view id) const;                ///< "" when not given
    std::int64_t integer(std::string_view id, std::int64_t otherwise = 0) const; ///< throws Error when it is no number
    Date date(std::string_view id) const;                       ///< throws Error when missing or no date
};

/// What the console can do with a plugin: verb «drills.add» is `yanxunctl drills add`. Every service action has one.
struct Verb {
    std::string id;
    std::string title;
    std::vector<VerbParameter> parameters;
    bool needsDatabase = true;
    /// Returns the exit code (0, or 3 when something was kept back). Errors are thrown.
    std::function<int(VerbCall&)> run;
};

} // namespace yanxun
