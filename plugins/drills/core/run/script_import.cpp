#include "core/run/script_import.h"

#include "core/drill_store.h"
#include "core/run/script_columns.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"

#include <yanxun/text.h>

#include <map>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::ImportRow;
using yanxun::tr;
using yanxun::Value;

/// Other words for the headings stand in templates/ledgers/drills.script.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "drills.script";
    info.title = tr("演练脚本");
    for (const ScriptColumn& column : scriptColumns()) {
        yanxun::ImportColumn made;
        made.id = column.id;
        made.title = column.title;
        const std::string_view id = column.id;
        made.required = made.headingRequired = id == "offset_s" || id == "body";
        // A merged cell over several lines means their common phase and scene, never a common text.
        made.fillDown = id == "phase" || id == "scene" || id == "offset_s";
        info.columns.push_back(std::move(made));
    }
    info.options = {{"drill", tr("演练编号（导入到哪一场演练）"), {}}};
    info.page = "drills.page";
    return info;
}

std::int64_t drillOf(const yanxun::ImportOptions& options) {
    const std::string text = yanxun::text::key(options.choice("drill"));
    const bool digits = !text.empty() && text.size() < 12 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) throw Error(tr("请给出演练编号：脚本要导入到一场已经登记的演练（在控制台用 --drill 编号）。"));
    return std::stoll(text);
}

std::string textOf(const Value& value) { return value.text() ? *value.text() : std::string(); }

std::string keyOf(const ScriptLine& line, bool numbered) {
    if (numbered) return "#" + std::to_string(line.no);
    return offsetText(line.offset) + "|" + yanxun::text::loose(line.text);
}

/// Conditions are compared as written in one way, whatever the file's spaces.
Value cellOf(const ScriptLine& line, std::string_view column) {
    if (column == "offset_s") return line.offset;
    if (column == "within_s") return line.within;
    if (column == "kind") return int(line.kind);
    if (column == "no") return line.no;
    const std::string text = scriptCell(line, column);
    return text.empty() ? Value() : Value(text);
}

class ScriptPlanner final : public yanxun::ImportPlanner {
public:
    ScriptPlanner(yanxun::Reader& reader, std::int64_t drill) {
        for (ScriptLine& line : scripts::lines(reader, drill)) {
            byText_[keyOf(line, false)] = line.no;
            byNumber_[line.no] = std::move(line);
        }
    }

    void plan(ImportRow& row) override {
        ScriptLine line;
        std::vector<std::string> given;
        for (const ScriptColumn& column : scriptColumns()) {
            const yanxun::ImportCell& cell = row.cell(column.id);
            if (textOf(cell.value).empty()) continue;
            // As it was written: the value has its Chinese punctuation narrowed.
            const std::string written = std::string_view(column.id) == "no" ? textOf(cell.value) : cell.raw;
            given.emplace_back(column.id);
            try {
                putScriptCell(line, column.id, written);
            } catch (const Error& wrong) {
                row.fail(column.id, std::string(column.id) + ".invalid", wrong.what());
            }
        }
        if (row.failed() || line.text.empty()) return;
        try {
            requireSound(line);
        } catch (const Error& wrong) {
            row.fail("body", "line.unsound", wrong.what());
            return;
        }
        meet(row, line);
        for (const std::string& column : given) {
            row.fields.push_back({column, cellOf(line, column)});
            if (const auto* const stored = known(row)) row.stored.push_back({column, cellOf(*stored, column)});
        }
    }

private:
    void meet(ImportRow& row, const ScriptLine& line) {
        row.key = keyOf(line, line.no != 0);
        std::int64_t no = line.no;
        if (no == 0) {
            const auto found = byText_.find(row.key);
            no = found == byText_.end() ? 0 : found->second;
        }
        const auto stored = byNumber_.find(no);
        if (stored == byNumber_.end()) return;
        row.existing = stored->second.id;
        row.existingRevision = stored->second.revision;
        numbers_[row.existing] = no;
    }

    const ScriptLine* known(const ImportRow& row) const {
        const auto no = numbers_.find(row.existing);
        return row.existing == 0 || no == numbers_.end() ? nullptr : &byNumber_.at(no->second);
    }

    std::map<std::int64_t, ScriptLine> byNumber_;
    std::map<std::string, std::int64_t> byText_;
    std::map<std::int64_t, std::int64_t> numbers_;
};

/// All but the conditions themselves, which may name lines that are not in yet.
void put(ScriptLine& line, const yanxun::Field& field) {
    const std::string_view column = field.column;
    const std::int64_t* const number = field.value.integer();
    if (column == "offset_s" && number) line.offset = *number;
    else if (column == "within_s") line.within = number ? std::optional(*number) : std::nullopt;
    else if (column == "kind" && number) line.kind = LineKind(*number);
    else if (column == "no" && number) line.no = *number;
    else if (column == "conditions") line.conditions.any = parseConditions(textOf(field.value)).any;
    else putScriptCell(line, column, textOf(field.value));
}

std::optional<std::int64_t> numberOf(yanxun::Reader& reader, std::int64_t drill, std::int64_t id) {
    for (const ScriptLine& line : scripts::lines(reader, drill)) {
        if (line.id == id) return line.no;
    }
    return std::nullopt;
}

} // namespace

ScriptImport::ScriptImport(const ScriptService& scripts) : scripts_(scripts), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> ScriptImport::planner(yanxun::Reader& reader, const yanxun::ImportOptions& options) {
    const std::int64_t drill = drillOf(options);
    scripts_.requireChangeable(reader, drill);
    return std::make_unique<ScriptPlanner>(reader, drill);
}

void ScriptImport::begin(yanxun::Writer&, const yanxun::ImportOptions& options) {
    drill_ = drillOf(options);
    waiting_.clear();
}

void ScriptImport::apply(yanxun::Writer& writer, const ImportRow& row, const yanxun::ImportOptions&, yanxun::ImportRecorder& made) {
    ScriptLine line;
    line.drillId = drill_;
    if (row.action == yanxun::ImportAction::update) {
        const auto no = numberOf(writer, drill_, row.existing);
        if (!no) throw yanxun::Conflict(tr("第 {} 行对应的脚本行已被删除，请重新预览。", row.number));
        line = scripts::line(writer, drill_, *no);
    }
    for (const yanxun::Field& field : row.fields) put(line, field);
    if (row.action == yanxun::ImportAction::update) scripts_.editLine(writer, line);
    else line.no = scripts_.addLine(writer, line);
    for (const yanxun::Field& field : row.fields) {
        if (field.column == "conditions") waiting_.emplace_back(line.no, textOf(field.value));
    }
    const ScriptLine stored = scripts::line(writer, drill_, line.no);
    made.made(scripts::lineTable, stored.id, stored.revision);
}

void ScriptImport::end(yanxun::Writer& writer) {
    for (const auto& [no, written] : waiting_) {
        ScriptLine line = scripts::line(writer, drill_, no);
        const Conditions conditions = parseConditions(written);
        if (line.conditions == conditions) continue;
        scripts_.setConditions(writer, drill_, no, conditions);
    }
    waiting_.clear();
}

std::string ScriptImport::undoCreated(yanxun::Writer& writer, const yanxun::ImportedRecord& record) {
    const auto place = scripts::placeOf(writer, record.id);
    if (!place) return {};
    const auto& [drill, no] = *place;
    const ScriptLine line = scripts::line(writer, drill, no);
    if (!scripts::waitingFor(writer, line).empty()) return tr("脚本第 {} 行是另一行的前置条件，予以保留。", no);
    if (scripts::isUsed(writer, line.id)) return tr("脚本第 {} 行在演练中已有记录，予以保留。", no);
    scripts_.removeLine(writer, drill, no);
    return {};
}

void ScriptImport::undoUpdated(yanxun::Writer& writer, const yanxun::ImportedRecord& record, const yanxun::Fields& before) {
    const auto place = scripts::placeOf(writer, record.id);
    if (!place) return;
    ScriptLine line = scripts::line(writer, place->first, place->second);
    for (const yanxun::Field& field : before) {
        put(line, field);
        if (field.column == "conditions") line.conditions = parseConditions(textOf(field.value));
    }
    scripts_.editLine(writer, line);
}

} // namespace drills
