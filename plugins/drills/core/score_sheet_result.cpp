#include "core/score_sheet_result.h"

#include "core/score_sheet_entries.h"

#include <yanxun/table/rows.h>

#include <pugixml.hpp>

#include <sstream>

namespace drills {
namespace {

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

void put(pugi::xml_node& node, const char* name, const std::string& value) {
    node.append_attribute(name) = value.c_str();
}
void putMaybe(pugi::xml_node& node, const char* name, const std::optional<std::int64_t>& hundredths) {
    if (hundredths) put(node, name, shown(*hundredths));
}

std::string token(Verdict verdict) {
    switch (verdict) {
    case Verdict::graded:
        return "graded";
    case Verdict::incomplete:
        return "incomplete";
    case Verdict::unsuitable:
        return "unsuitable";
    case Verdict::vetoed:
        return "vetoed";
    case Verdict::pending:
        return "pending";
    }
    return {};
}

std::string token(VetoState state) {
    switch (state) {
    case VetoState::none:
        return "none";
    case VetoState::pending:
        return "pending";
    case VetoState::confirmed:
        return "confirmed";
    case VetoState::overturned:
        return "overturned";
    }
    return {};
}

std::string token(ItemState state) {
    switch (state) {
    case ItemState::scored:
        return "scored";
    case ItemState::notApplicable:
        return "na";
    case ItemState::notObserved:
        return "not-observed";
    case ItemState::blank:
        break;
    }
    return "blank";
}

std::string token(Dispute dispute) {
    switch (dispute) {
    case Dispute::spread:
        return "spread";
    case Dispute::notApplicable:
        return "na";
    case Dispute::veto:
        return "veto";
    }
    return {};
}

void writeItem(pugi::xml_node root, const ItemResult& item) {
    auto node = root.append_child("item");
    put(node, "no", item.no);
    put(node, "full", shown(item.full));
    put(node, "state", token(item.state));
    putMaybe(node, "points", item.points);
    put(node, "scored", std::to_string(item.scored));
    put(node, "na", std::to_string(item.notApplicable));
    put(node, "not-observed", std::to_string(item.notObserved));
    putMaybe(node, "low", item.low);
    putMaybe(node, "high", item.high);
    put(node, "spread", shown(item.spread));
    put(node, "veto", token(item.veto));
    put(node, "disputed", item.disputed ? "true" : "false");
    if (item.settlement != Settlement::none) put(node, "settlement", drills::token(item.settlement));
    for (const Dispute dispute : item.disputes) {
        auto one = node.append_child("dispute");
        put(one, "kind", token(dispute));
    }
}

void writeHead(pugi::xml_node& root, const ScoreSheet& sheet, const ScoreResult& result, const std::string& hash) {
    put(root, "sheet", sheet.id);
    put(root, "version", std::to_string(sheet.version));
    put(root, "title", sheet.title);
    putMaybe(root, "total", result.total);
    put(root, "coverage", shown(result.coverage));
    if (!result.grade.empty()) put(root, "grade", result.grade);
    if (!result.gradeComputed.empty()) put(root, "grade-computed", result.gradeComputed);
    put(root, "verdict", token(result.verdict));
    put(root, "veto", token(result.veto));
    put(root, "expected", std::to_string(result.expected));
    put(root, "submitted", std::to_string(result.submitted));
    put(root, "aggregate", drills::token(result.aggregate));
    put(root, "total-mode", drills::token(result.totalMode));
    put(root, "extra", shown(result.extra));
    put(root, "inputs-hash", hash);
}

} // namespace

std::string resultXml(const ScoreSheet& sheet, const ScoreResult& result, const std::string& inputsHash) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("result");
    writeHead(root, sheet, result, inputsHash);
    for (const std::string& note : result.notes) {
        root.append_child("note").append_child(pugi::node_pcdata).set_value(note.c_str());
    }
    for (const SectionResult& section : result.sections) {
        auto node = root.append_child("section");
        put(node, "title", section.title);
        put(node, "weight", shown(section.weight));
        put(node, "resolved", shown(section.resolved));
        put(node, "points", shown(section.points));
        putMaybe(node, "ratio", section.ratio());
    }
    for (const ItemResult& item : result.items)
        writeItem(root, item);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

} // namespace drills
