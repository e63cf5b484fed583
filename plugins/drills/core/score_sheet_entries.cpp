#include "core/score_sheet_entries.h"

#include "core/written_measure.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

template <class Enum, std::size_t n> using Words = std::array<std::pair<const char*, Enum>, n>;

constexpr Words<Aggregate, 6> aggregates{{{"auto", Aggregate::automatic},
                                          {"mean", Aggregate::mean},
                                          {"trim", Aggregate::trimmed},
                                          {"median", Aggregate::median},
                                          {"weighted", Aggregate::weighted},
                                          {"leader", Aggregate::leader}}};
constexpr Words<EvaluatorRole, 4> roles{{{"leader", EvaluatorRole::leader},
                                         {"member", EvaluatorRole::member},
                                         {"expert", EvaluatorRole::expert},
                                         {"self", EvaluatorRole::self}}};
constexpr Words<SheetState, 4> states{{{"open", SheetState::open},
                                       {"submitted", SheetState::submitted},
                                       {"returned", SheetState::returned},
                                       {"absent", SheetState::absent}}};
constexpr Words<TotalMode, 2> totals{{{"sections", TotalMode::sections}, {"pooled", TotalMode::pooled}}};
constexpr Words<Settlement, 4> settlements{{{"", Settlement::none},
                                            {"kept", Settlement::kept},
                                            {"value", Settlement::value},
                                            {"na", Settlement::notApplicable}}};
constexpr Words<VetoDecision, 3> decisions{
    {{"", VetoDecision::none}, {"confirmed", VetoDecision::confirmed}, {"overturned", VetoDecision::overturned}}};
constexpr Words<ItemState, 4> itemStates{{{"blank", ItemState::blank},
                                          {"scored", ItemState::scored},
                                          {"na", ItemState::notApplicable},
                                          {"not-observed", ItemState::notObserved}}};

template <class Enum, std::size_t n>
std::optional<Enum> valueOf(std::string_view token, const Words<Enum, n>& words) {
    for (const auto& [word, value] : words) {
        if (token == word) return value;
    }
    return std::nullopt;
}

template <class Enum, std::size_t n> std::string tokenOf(Enum value, const Words<Enum, n>& words) {
    for (const auto& [word, known] : words) {
        if (known == value) return word;
    }
    return {};
}

template <class Enum, std::size_t n>
Enum read(const pugi::xml_node& node, const char* name, Enum otherwise, const Words<Enum, n>& words) {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) return otherwise;
    if (const auto value = valueOf(attribute.value(), words)) return *value;
    std::string known;
    for (const auto& [word, value] : words) {
        if (*word) known += (known.empty() ? "" : "、") + std::string(word);
    }
    throw Error(tr("{} 的 {}=“{}”不是 {} 之一。", node.name(), name, attribute.value(), known));
}

std::string text(const pugi::xml_node& node, const char* name) {
    return yanxun::text::key(node.attribute(name).value());
}
std::int64_t hundredths(const pugi::xml_node& node, const char* name) {
    return std::int64_t(std::llround(node.attribute(name).as_double() * 100));
}

ItemAnswer readAnswer(const pugi::xml_node& node, const ScoreItem& item) {
    const ItemState state = read(node, "state", ItemState::scored, itemStates);
    ItemAnswer answer;
    if (state == ItemState::scored) {
        answer = parseAnswer(item, node.attribute("value").value());
        if (answer.state == ItemState::blank && node.attribute("state")) {
            throw Error(tr("第 {} 项写明已评分，却没有填写评分。", item.no));
        }
    } else {
        answer.state = state;
    }
    answer.veto = node.attribute("veto").as_bool();
    answer.reason = text(node, "reason");
    return answer;
}

Evaluator readEvaluator(const pugi::xml_node& node, const ScoreSheet& sheet) {
    Evaluator evaluator;
    evaluator.key = text(node, "key");
    evaluator.name = text(node, "name");
    if (evaluator.name.empty()) evaluator.name = evaluator.key;
    if (evaluator.key.empty()) evaluator.key = evaluator.name;
    evaluator.unit = text(node, "unit");
    evaluator.role = read(node, "role", EvaluatorRole::member, roles);
    evaluator.weight = node.attribute("weight") ? hundredths(node, "weight") : defaultWeight(evaluator.role);
    evaluator.state = read(node, "state", SheetState::submitted, states);
    evaluator.stateReason = text(node, "state-reason");
    evaluator.conflict = node.attribute("conflict").as_bool();
    evaluator.comment = node.child_value("comment");
    for (const auto& part : node.children("scope")) {
        evaluator.scope.push_back(part.attribute("section") ? text(part, "section") : text(part, "item"));
    }
    for (const auto& one : node.children("answer")) {
        const std::string no = text(one, "no");
        const ScoreItem* const item = sheet.item(no);
        if (!item) throw Error(tr("“{}”填写的第 {} 项，评分表“{}”没有。", evaluator.name, no, sheet.title));
        if (!evaluator.answers.emplace(no, readAnswer(one, *item)).second) {
            throw Error(tr("“{}”的第 {} 项填写了两次。", evaluator.name, no));
        }
    }
    return evaluator;
}

ItemRuling readRuling(const pugi::xml_node& node, const ScoreSheet& sheet) {
    const ScoreItem* const item = sheet.item(text(node, "no"));
    if (!item) throw Error(tr("评分表“{}”没有第 {} 项。", sheet.title, text(node, "no")));
    ItemRuling ruling;
    if (node.attribute("target")) {
        ruling.target = parseDuration(node.attribute("target").value(), item->minutes);
        if (!ruling.target) throw Error(tr("第 {} 项的目标时间“{}”看不懂。", item->no, text(node, "target")));
    }
    ruling.measured = text(node, "measured");
    ruling.tailored = node.attribute("tailored").as_bool();
    ruling.tailoredReason = text(node, "tailored-reason");
    ruling.tailoredBy = text(node, "tailored-by");
    ruling.settlement = read(node, "settlement", Settlement::none, settlements);
    ruling.settledPoints = hundredths(node, "points");
    ruling.settledReason = text(node, "reason");
    ruling.settledBy = text(node, "by");
    ruling.veto = read(node, "veto", VetoDecision::none, decisions);
    ruling.vetoReason = text(node, "veto-reason");
    ruling.vetoEvidence = text(node, "evidence");
    ruling.vetoBy = text(node, "veto-by");
    return ruling;
}

Entries readRoot(const pugi::xml_node& root, const ScoreSheet& sheet) {
    Entries entries;
    entries.sheetId = text(root, "sheet");
    entries.sheetVersion = root.attribute("version").as_int();
    if (entries.sheetId != sheet.id || (root.attribute("version") && entries.sheetVersion != sheet.version)) {
        throw Error(tr("评分是按“{}”第 {} 版填写的，给出的评分表是“{}”第 {} 版。", entries.sheetId,
                       entries.sheetVersion, sheet.id, sheet.version));
    }
    Panel& panel = entries.panel;
    panel.aggregate = read(root, "aggregate", sheet.aggregate, aggregates);
    panel.aggregateReason = text(root, "aggregate-reason");
    panel.totalMode = read(root, "total", sheet.totalMode, totals);
    panel.excludesConflicts = text(root, "conflict") == "exclude";
    panel.combined = text(root, "content") == "combined";
    for (const auto& node : root.children("evaluator"))
        panel.evaluators.push_back(readEvaluator(node, sheet));
    for (const auto& node : root.children("ruling")) {
        if (!panel.rulings.emplace(text(node, "no"), readRuling(node, sheet)).second) {
            throw Error(tr("第 {} 项的裁定写了两次。", text(node, "no")));
        }
    }
    for (const auto& node : root.children("drill-veto")) {
        panel.drillVetoes.push_back({text(node, "code"), read(node, "decision", VetoDecision::none, decisions),
                                     text(node, "reason"), text(node, "by")});
    }
    requireSound(sheet, panel);
    return entries;
}

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

void put(pugi::xml_node& node, const char* name, const std::string& value) {
    if (!value.empty()) node.append_attribute(name) = value.c_str();
}

void write(pugi::xml_node root, const ScoreSheet& sheet, const Evaluator& evaluator) {
    auto node = root.append_child("evaluator");
    put(node, "key", evaluator.key);
    put(node, "name", evaluator.name);
    put(node, "unit", evaluator.unit);
    put(node, "role", token(evaluator.role));
    put(node, "weight", shown(evaluator.weight));
    put(node, "state", token(evaluator.state));
    put(node, "state-reason", evaluator.stateReason);
    if (evaluator.conflict) put(node, "conflict", "true");
    auto scope = evaluator.scope;
    std::sort(scope.begin(), scope.end());
    for (const std::string& part : scope) {
        auto one = node.append_child("scope");
        put(one, sheet.item(part) ? "item" : "section", part);
    }
    for (const auto& [no, answer] : evaluator.answers) {
        if (answer.state == ItemState::blank) continue;
        auto one = node.append_child("answer");
        put(one, "no", no);
        if (answer.state == ItemState::scored) {
            put(one, "value", answer.given);
        } else {
            put(one, "state", tokenOf(answer.state, itemStates));
        }
        if (answer.veto) put(one, "veto", "true");
        put(one, "reason", answer.reason);
    }
    if (!evaluator.comment.empty()) {
        node.append_child("comment").append_child(pugi::node_pcdata).set_value(evaluator.comment.c_str());
    }
}

void write(pugi::xml_node root, const std::string& no, const ItemRuling& ruling) {
    if (ruling == ItemRuling{}) return;
    auto node = root.append_child("ruling");
    put(node, "no", no);
    if (ruling.target) {
        const std::string fraction = std::to_string(1000 + *ruling.target % 1000).substr(1);
        put(node, "target", std::to_string(*ruling.target / 1000) + "." + fraction + "s");
    }
    put(node, "measured", ruling.measured);
    if (ruling.tailored) put(node, "tailored", "true");
    put(node, "tailored-reason", ruling.tailoredReason);
    put(node, "tailored-by", ruling.tailoredBy);
    put(node, "settlement", token(ruling.settlement));
    if (ruling.settlement == Settlement::value) put(node, "points", shown(ruling.settledPoints));
    put(node, "reason", ruling.settledReason);
    put(node, "by", ruling.settledBy);
    put(node, "veto", token(ruling.veto));
    put(node, "veto-reason", ruling.vetoReason);
    put(node, "evidence", ruling.vetoEvidence);
    put(node, "veto-by", ruling.vetoBy);
}

/// Everything of the sheet that a result hangs on, in a fixed order.
std::string canonical(const ScoreSheet& sheet) {
    std::ostringstream out;
    out << sheet.id << '\n'
        << sheet.version << '\n'
        << sheet.coverageMin << ' ' << sheet.naMax << ' ' << int(sheet.vetoEffect) << ' ' << sheet.minSingle << ' '
        << sheet.minCombined << ' ' << sheet.capGrade << '\n';
    for (const auto& grade : sheet.grades)
        out << grade.name << ' ' << grade.from << '\n';
    for (const auto& section : sheet.sections) {
        out << section.title << ' ' << section.weight() << ' ' << section.extra << '\n';
        for (const auto& item : section.items) {
            out << item.no << ' ' << int(item.style) << ' ' << item.full << ' ' << int(item.critical) << ' '
                << item.vetoAt.value_or(-1) << ' ' << item.naAllowed << ' ' << item.fullAt << ' ' << item.zeroAt
                << ' ' << item.minutes << ' ' << item.planTarget << ' ' << item.zeroTimes;
            for (const auto& level : item.levels) {
                out << ' ' << level.name << ' ' << level.ratio << level.needsReason << level.veto;
            }
            for (const auto& step : item.steps)
                out << ' ' << step.limit << ' ' << step.points;
            out << '\n';
        }
    }
    return out.str();
}

} // namespace

Entries readEntries(const std::filesystem::path& file, const ScoreSheet& sheet) {
    pugi::xml_document document;
    if (!document.load_file(file.c_str())) {
        throw yanxun::Unavailable(tr("评分文件 {} 无法读取：不存在，或不是完整的 XML 文件。", file.string()));
    }
    const auto root = document.child("entries");
    if (!root) throw Error(tr("评分文件 {} 的根元素应当是 entries。", file.string()));
    try {
        return readRoot(root, sheet);
    } catch (const Error& wrong) {
        throw Error(tr("评分文件 {} 有误：{}", file.filename().string(), wrong.what()));
    }
}

Entries parseEntries(const std::string& xml, const ScoreSheet& sheet) {
    pugi::xml_document document;
    if (!document.load_string(xml.c_str())) throw Error(tr("保存的评分不是完整的 XML。"));
    return readRoot(document.child("entries"), sheet);
}

std::string entriesXml(const ScoreSheet& sheet, const Panel& panel) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("entries");
    put(root, "sheet", sheet.id);
    put(root, "version", std::to_string(sheet.version));
    put(root, "content", panel.combined ? "combined" : "single");
    put(root, "aggregate", token(panel.aggregate));
    put(root, "aggregate-reason", panel.aggregateReason);
    put(root, "total", token(panel.totalMode));
    put(root, "conflict", panel.excludesConflicts ? "exclude" : "warn");
    std::vector<const Evaluator*> ordered;
    for (const Evaluator& evaluator : panel.evaluators)
        ordered.push_back(&evaluator);
    std::sort(ordered.begin(), ordered.end(), [](const Evaluator* a, const Evaluator* b) { return a->key < b->key; });
    for (const Evaluator* evaluator : ordered)
        write(root, sheet, *evaluator);
    for (const auto& [no, ruling] : panel.rulings)
        write(root, no, ruling);
    auto vetoes = panel.drillVetoes;
    std::sort(vetoes.begin(), vetoes.end(), [](const DrillVeto& a, const DrillVeto& b) { return a.code < b.code; });
    for (const DrillVeto& veto : vetoes) {
        auto node = root.append_child("drill-veto");
        put(node, "code", veto.code);
        put(node, "decision", token(veto.decision));
        put(node, "reason", veto.reason);
        put(node, "by", veto.by);
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

std::string inputsHash(const ScoreSheet& sheet, const Panel& panel) {
    return yanxun::text::sha256(canonical(sheet) + entriesXml(sheet, panel));
}

std::string token(Aggregate aggregate) { return tokenOf(aggregate, aggregates); }
std::string token(EvaluatorRole role) { return tokenOf(role, roles); }
std::string token(SheetState state) { return tokenOf(state, states); }
std::string token(TotalMode mode) { return tokenOf(mode, totals); }
std::string token(Settlement settlement) { return tokenOf(settlement, settlements); }
std::string token(VetoDecision decision) { return tokenOf(decision, decisions); }
std::optional<Aggregate> aggregateOf(std::string_view token) { return valueOf(token, aggregates); }
std::optional<EvaluatorRole> roleOf(std::string_view token) { return valueOf(token, roles); }
std::optional<TotalMode> totalModeOf(std::string_view token) { return valueOf(token, totals); }

} // namespace drills
