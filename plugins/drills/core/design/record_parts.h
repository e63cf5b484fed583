#pragma once
#include "core/drill.h"

#include <yanxun/data/database.h>

#include <functional>

namespace drills {

/// An element of a drill's record as XML.
struct RecordNode {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<RecordNode> children;

    RecordNode() = default;
    explicit RecordNode(std::string element) : name(std::move(element)) {}
    /// Good until the next add() to the same node.
    RecordNode& add(std::string element) { return children.emplace_back(std::move(element)); }
    /// Empty values are left out.
    RecordNode& set(std::string attribute, std::string value) {
        if (!value.empty()) attributes.emplace_back(std::move(attribute), std::move(value));
        return *this;
    }
    RecordNode& set(std::string attribute, std::optional<std::int64_t> value) {
        return value ? set(std::move(attribute), std::to_string(*value)) : *this;
    }
};

/// What belongs to a drill beside its own row: written with the record, copied with the drill, removed with it. Any of
/// the functions may be empty.
struct RecordPart {
    std::string element; ///< its element in the record, «script»; written only when something stands in it
    /// `stable`: for comparing two runs. No uid, no row number, no instant, nobody's login: days, words and numbers only.
    std::function<void(yanxun::Reader&, const Drill&, bool stable, RecordNode& into)> write;
    /// Into the new drill, which starts as 草案 `days` later. What was run, told or rated stays behind.
    std::function<void(yanxun::Writer&, const Drill& from, const Drill& to, std::int64_t days)> copy;
    std::function<void(yanxun::Writer&, std::int64_t drill)> remove;
};

/// All parts in the order in which the record lists them: one line each in record_parts.cpp.
const std::vector<RecordPart>& recordParts();

} // namespace drills
