// What planners and kinds share: a row's cells and messages, and what a kind may leave as it is.
#include <yanxun/table/import.h>

#include <algorithm>

namespace yanxun {

ImportRecorder::~ImportRecorder() = default;
ImportPlanner::~ImportPlanner() = default;
ImportKind::~ImportKind() = default;

const ImportCell& ImportRow::cell(std::string_view column) const {
    static const ImportCell blank;
    const auto found = cells.find(column);
    return found == cells.end() ? blank : found->second;
}

std::string ImportRow::text(std::string_view column) const {
    const std::string* value = cell(column).value.text();
    return value ? *value : std::string();
}

std::optional<std::int64_t> ImportRow::integer(std::string_view column) const {
    const std::int64_t* value = cell(column).value.integer();
    return value ? std::optional(*value) : std::nullopt;
}

void ImportRow::warn(std::string column, std::string code, std::string text, std::vector<std::string> candidates) {
    messages.push_back({ImportLevel::warning, std::move(column), std::move(code), std::move(text), std::move(candidates)});
}

void ImportRow::fail(std::string column, std::string code, std::string text, std::vector<std::string> candidates) {
    messages.push_back({ImportLevel::error, std::move(column), std::move(code), std::move(text), std::move(candidates)});
}

bool ImportRow::failed() const {
    return std::any_of(messages.begin(), messages.end(),
                       [](const ImportMessage& message) { return message.level == ImportLevel::error; });
}

const std::string& ImportOptions::choice(std::string_view id) const {
    static const std::string none;
    const auto found = own.find(id);
    return found == own.end() ? none : found->second;
}

void ImportKind::begin(Writer&, const ImportOptions&) {}
void ImportKind::end(Writer&) {}

void ImportKind::undoUpdated(Writer& writer, const ImportedRecord& record, const Fields& before) {
    writer.update(record.table, record.id, record.revision, before);
}

} // namespace yanxun
