#include "sdk/import/sample_kind.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace import_test {

namespace {

const std::vector<Migration> kTables = {
    {1,
     "visits and units",
     {"CREATE TABLE sample_visit (id {pk}, revision {int} NOT NULL DEFAULT 1, key_text {text} NOT NULL, name {text} NOT NULL, "
      "unit {text} NOT NULL, day {int} NOT NULL, town {text}, people {int}, score {int}, note {text}, draft {int} NOT NULL DEFAULT 0)",
      "CREATE TABLE sample_unit (id {pk}, revision {int} NOT NULL DEFAULT 1, name {text} NOT NULL UNIQUE, last {text} NOT NULL)"}}};

struct Known {
    std::int64_t id = 0, revision = 0;
    Fields stored;
    bool draft = false;
};

class VisitPlanner final : public ImportPlanner {
public:
    explicit VisitPlanner(Reader& reader) {
        reader.each("SELECT id, revision, key_text, town, people, score, note, draft FROM sample_visit", [&](const Row& row) {
            visits_.emplace(row.str(2), Known{row.integer(0), row.integer(1),
                                              {{"town", row.maybeText(3)}, {"people", row.maybeInteger(4)},
                                               {"score", row.maybeInteger(5)}, {"note", row.maybeText(6)}},
                                              row.flag(7)});
        });
        reader.each("SELECT name FROM sample_unit", [&](const Row& row) { units_.insert(row.str(0)); });
    }

    void plan(ImportRow& row) override {
        if (row.text("name") == "不可") row.fail("name", "name.refused", "“活动名称”不能是“不可”。");
        const auto day = row.integer("day");
        if (row.text("name").empty()) row.fail("name", "name.again", "“活动名称”必须填写。");
        if (row.text("name").empty() || row.text("unit").empty() || !day) return;
        row.key = row.text("name") + "|" + row.text("unit") + "|" + std::to_string(*day);
        if (!units_.contains(row.text("unit"))) row.warn("unit", "unit.unknown", "单位“" + row.text("unit") + "”不在名录中，将新建。");
        row.fields = {{"name", row.text("name")}, {"unit", row.text("unit")}, {"day", *day}};
        for (const char* column : {"town", "people", "score", "note"}) {
            if (!row.cell(column).value.isNull()) row.fields.push_back({column, row.cell(column).value});
        }
        const auto known = visits_.find(row.key);
        if (known == visits_.end()) return;
        row.existing = known->second.id;
        row.existingRevision = known->second.revision;
        row.stored = known->second.stored;
        for (const char* column : {"name", "unit", "day"}) row.stored.push_back({column, row.cell(column).value});
        row.completes = known->second.draft;
    }

private:
    std::unordered_map<std::string, Known> visits_;
    std::unordered_set<std::string> units_;
};

} // namespace

VisitKind::VisitKind() {
    const auto column = [](std::string id, std::string title, ImportType type = ImportType::text, bool required = false) {
        ImportColumn made;
        made.id = std::move(id);
        made.title = std::move(title);
        made.type = type;
        made.required = required;
        return made;
    };
    info_.id = "sample.visits";
    info_.title = "走访台账";
    info_.columns = {column("serial", "序号"),
                     column("name", "活动名称", ImportType::text, true),
                     column("town", "所属乡镇（街道）"),
                     column("unit", "组织单位", ImportType::text, true),
                     column("day", "时间", ImportType::date, true),
                     column("hazard", "灾种"),
                     column("form", "形式"),
                     column("people", "参演人数", ImportType::count),
                     column("watchers", "观摩人数", ImportType::count),
                     column("score", "得分", ImportType::hundredths),
                     column("code", "信用代码", ImportType::code),
                     column("open", "是否公开", ImportType::flag),
                     column("note", "备注")};
    info_.columns[4].synonyms = {"演练时间"};
    info_.columns[5].fillDown = false;
}

std::unique_ptr<ImportPlanner> VisitKind::planner(Reader& reader, const ImportOptions&) {
    return std::make_unique<VisitPlanner>(reader);
}

void VisitKind::apply(Writer& writer, const ImportRow& row, const ImportOptions&, ImportRecorder& made) {
    if (row.number == throwAtRow) throw Conflict("这条记录已经有了。");
    if (row.action == ImportAction::update) {
        Fields fields = row.fields;
        if (row.completes) fields.push_back({"draft", 0});
        made.made("sample_visit", row.existing, writer.update("sample_visit", row.existing, row.existingRevision, fields));
        return;
    }
    Fields fields = row.fields;
    fields.push_back({"key_text", row.key});
    made.made("sample_visit", writer.insert("sample_visit", fields), 1);
    std::int64_t unit = 0, revision = 0;
    std::string last;
    writer.one("SELECT id, revision, last FROM sample_unit WHERE name = ?", {row.text("unit")}, [&](const Row& known) {
        unit = known.integer(0);
        revision = known.integer(1);
        last = known.str(2);
    });
    if (unit == 0) {
        made.made("sample_unit", writer.insert("sample_unit", {{"name", row.text("unit")}, {"last", row.text("name")}}), 1);
    } else {
        made.changed("sample_unit", unit, writer.update("sample_unit", unit, revision, {{"last", row.text("name")}}), {{"last", last}});
    }
}

std::string VisitKind::undoCreated(Writer& writer, const ImportedRecord& record) {
    if (record.table == "sample_unit") {
        const auto uses = writer.scalar("SELECT count(*) FROM sample_visit v JOIN sample_unit u ON u.name = v.unit WHERE u.id = ?", {record.id});
        if (uses > 0) return "单位已被使用。";
    }
    writer.remove(record.table, record.id, record.revision);
    return {};
}

ImportTest::ImportTest() : importer(db(), {folder.path() / "ledgers", YANXUN_SOURCE_DIR "/templates/ledgers"}) {
    db().migrate("import", Importer::migrations());
    db().migrate("sample", kTables);
}

std::filesystem::path ImportTest::csv(const std::string& text, const std::string& name) {
    writeText(folder.path() / name, text);
    return folder.path() / name;
}

std::filesystem::path ImportTest::xlsx(const std::vector<Sheet>& sheets, const std::string& name) {
    writeWorkbook(folder.path() / name, sheets);
    return folder.path() / name;
}

ImportPlan ImportTest::planOf(const std::filesystem::path& file, ImportOptions options, const std::string& sheet) {
    ImportPlan plan;
    importer.run(kind, file, sheet, options, true, plan);
    EXPECT_EQ(plan.counts.read, plan.counts.created + plan.counts.updated + plan.counts.skipped + plan.counts.errors);
    return plan;
}

ImportResult ImportTest::import(const std::filesystem::path& file, ImportOptions options) {
    ImportPlan plan;
    return importer.run(kind, file, {}, options, false, plan);
}

ImportOptions ImportTest::mode(ImportMode mode) {
    ImportOptions options;
    options.mode = mode;
    return options;
}

const ImportRow& ImportTest::rowAt(const ImportPlan& plan, int number) {
    for (const ImportRow& row : plan.rows) {
        if (row.number == number) return row;
    }
    throw std::out_of_range("no row " + std::to_string(number));
}

std::vector<std::string> ImportTest::visits() {
    std::vector<std::string> all;
    db().read([&](Reader& reader) {
        reader.each("SELECT name, unit, day, people, score, note FROM sample_visit ORDER BY id", [&](const Row& row) {
            const auto number = [&](std::size_t column) { return row.isNull(column) ? "" : std::to_string(row.integer(column)); };
            all.push_back(row.str(0) + "|" + row.str(1) + "|" + number(2) + "|" + number(3) + "|" + number(4) + "|" + row.str(5));
        });
    });
    return all;
}

std::vector<std::string> ImportTest::units() {
    std::vector<std::string> all;
    db().read([&](Reader& reader) {
        reader.each("SELECT name, last FROM sample_unit ORDER BY id", [&](const Row& row) { all.push_back(row.str(0) + "|" + row.str(1)); });
    });
    return all;
}

std::int64_t ImportTest::count(const std::string& table) {
    std::int64_t found = 0;
    db().read([&](Reader& reader) { found = reader.scalar("SELECT count(*) FROM " + table); });
    return found;
}

void ImportTest::edit(const std::string& name, const std::string& note) {
    db().write([&](Writer& writer) {
        const auto id = writer.scalar("SELECT id FROM sample_visit WHERE name = ?", {name});
        const auto revision = writer.scalar("SELECT revision FROM sample_visit WHERE name = ?", {name});
        writer.update("sample_visit", id, revision, {{"note", note}});
    });
}

std::vector<std::string> codes(const std::vector<ImportMessage>& messages) {
    std::vector<std::string> all;
    for (const auto& message : messages) all.push_back(message.code);
    return all;
}

std::string sentence(const std::vector<ImportMessage>& messages, const std::string& code) {
    for (const auto& message : messages) {
        if (message.code == code) return message.text;
    }
    return {};
}

} // namespace import_test
