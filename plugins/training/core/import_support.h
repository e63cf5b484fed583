#pragma once
#include <directory/units.h>

#include <yanxun/table/import.h>

#include <unordered_map>

namespace training {

/// A column of an import kind.
yanxun::ImportColumn column(const char* id, std::string title, yanxun::ImportType type);
/// Heading and cell must be there.
yanxun::ImportColumn required(yanxun::ImportColumn made);
/// A merged cell over several rows says nothing of them all.
yanxun::ImportColumn ofItsRow(yanxun::ImportColumn made);
/// --unknown-units create|refuse
yanxun::ImportOption unknownUnitsOption();

/// Units as the rows of one file name them: each looked up once, each unknown one told once.
class UnitLookup {
public:
    UnitLookup(yanxun::Reader& reader, const directory::Units& units, bool refuseUnknown)
        : reader_(reader), units_(units), refuseUnknown_(refuseUnknown) {}

    struct Known {
        std::optional<directory::UnitRef> unit;
        std::string key; ///< «#12» of a known unit, else its normalised name: part of natural keys
    };
    /// Looks the cell's unit up and puts warnings or errors into the row.
    Known check(yanxun::ImportRow& row, const char* column);

private:
    struct Seen {
        std::optional<directory::UnitRef> unit;
        std::vector<std::string> alike; ///< names to offer when nobody knows it
        bool ambiguous = false, told = false;
    };
    Seen& lookUp(const std::string& name);

    yanxun::Reader& reader_;
    const directory::Units& units_;
    bool refuseUnknown_;
    std::unordered_map<std::string, Seen> seen_;
};

/// The value of a field; null when it is not among them.
const yanxun::Value* valueOf(const yanxun::Fields& fields, std::string_view column);
std::string textOf(const yanxun::Value* value);
std::optional<std::int64_t> integerOf(const yanxun::Value* value);
/// Blank text of a record reads as NULL, so that «只补空» knows what is blank.
yanxun::Value orNull(const std::string& text);

} // namespace training
