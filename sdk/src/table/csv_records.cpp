#include "table/csv_records.h"

#include "table/cell_text.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace yanxun::table {

bool CsvRecords::feed(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        // Runs of ordinary characters go in one step.
        std::size_t end = at;
        if (state_ == State::plain || state_ == State::fieldStart) {
            while (end < piece.size() && piece[end] != separator_ && piece[end] != '\n' && piece[end] != '\r' && piece[end] != '"') ++end;
        } else if (state_ == State::quoted) {
            while (end < piece.size() && piece[end] != '"') ++end;
        }
        if (end > at) {
            if (state_ == State::fieldStart) state_ = State::plain;
            any_ = true;
            field_.append(piece, at, end - at);
            if (keepRaw_) record_.raw.append(piece, at, end - at);
            limit();
            at = end;
            continue;
        }
        if (!step(piece[at])) return false;
        ++at;
    }
    return true;
}

bool CsvRecords::step(char c) {
    if (state_ == State::carriageReturn) {
        if (keepRaw_ && c == '\n') record_.raw += c, ++record_.lineEnd;
        state_ = State::fieldStart;
        if (!endRecord()) return false;
        if (c == '\n') return true;
    }
    if (state_ == State::quoted) {
        if (keepRaw_) record_.raw += c;
        state_ = State::quoteInQuoted; // only a quote comes here
        return true;
    }
    if (state_ == State::quoteInQuoted) {
        state_ = c == '"' ? State::quoted : State::plain;
        if (c == '"') {
            field_ += c;
            if (keepRaw_) record_.raw += c;
            return true;
        }
    }
    if (keepRaw_) record_.raw += c;
    if (c == separator_) {
        endField();
        any_ = true;
        state_ = State::fieldStart;
    } else if (c == '\r') {
        record_.lineEnd = 1;
        state_ = State::carriageReturn;
    } else if (c == '\n') {
        record_.lineEnd = 1;
        state_ = State::fieldStart;
        return endRecord();
    } else if (c == '"' && state_ == State::fieldStart) {
        state_ = State::quoted;
        quoteRow_ = number_;
        any_ = true;
    } else {
        field_ += c;
        any_ = true;
        state_ = State::plain;
        limit();
    }
    return true;
}

bool CsvRecords::finish() {
    if (state_ == State::quoted) {
        throw Error(tr("第 {} 行的引号没有成对，后面的内容分不清是哪一格。请用表格软件打开，另存为 .xlsx 后再试。", quoteRow_));
    }
    if (state_ != State::carriageReturn && !any_) return true;
    state_ = State::fieldStart;
    return endRecord();
}

void CsvRecords::endField() {
    if (used_ >= std::size_t(columnLimit)) throwTooManyColumns();
    if (record_.fields.size() <= used_) record_.fields.emplace_back();
    record_.fields[used_++].swap(field_);
    field_.clear();
    if (keepRaw_) record_.starts.push_back(fieldStart_), fieldStart_ = record_.raw.size();
}

bool CsvRecords::endRecord() {
    if (any_) endField();
    record_.fields.resize(used_);
    record_.number = number_++;
    const bool goOn = use_(record_);
    used_ = 0;
    any_ = false;
    record_.raw.clear();
    record_.starts.clear();
    record_.lineEnd = fieldStart_ = 0;
    return goOn;
}

void CsvRecords::limit() const {
    if (field_.size() <= csvCellLimit) return;
    if (state_ == State::quoted) {
        throw Error(tr("第 {} 行有一格超过 1 MB，多半是引号没有成对。请用表格软件打开，另存为 .xlsx 后再试。", quoteRow_));
    }
    throw Error(tr("第 {} 行有一格超过 1 MB，不是正常的表格，已停止读取。请检查这一行后再试。", number_));
}

void appendCsvField(std::string& line, std::string_view text, char separator) {
    const bool edges = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!edges && text.find_first_of(",;\t\"\r\n") == text.npos && text.find(separator) == text.npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

namespace {

/// What may stand in «sep=;»: a quote or part of a Chinese character would take fields apart that belong together.
bool maySeparate(char c) { return c == '\t' || (c >= ' ' && c <= '~' && c != '"'); }

} // namespace

CsvDialect detectDialect(std::string_view beginning) {
    CsvDialect dialect;
    if (beginning.size() > 5 && beginning.starts_with("sep=") && maySeparate(beginning[4]) && (beginning[5] == '\r' || beginning[5] == '\n')) {
        dialect.separator = beginning[4];
        dialect.skip = beginning.substr(5).starts_with("\r\n") ? 7 : 6;
        return dialect;
    }
    // The right separator cuts most records into the same number of fields, more than one.
    std::size_t best = 0;
    for (const char separator : {',', '\t', ';'}) {
        std::map<std::size_t, std::size_t> counts;
        int records = 0;
        CsvRecords probe(separator, false, [&](CsvRecords::Record& record) {
            if (record.fields.size() > 1) ++counts[record.fields.size()];
            return ++records < 100;
        });
        try {
            if (probe.feed(beginning) && !probe.quoted()) probe.finish();
        } catch (const Error&) {
            continue;
        }
        std::size_t score = 0;
        for (const auto& [fields, times] : counts) score = std::max(score, times * 100 + std::min<std::size_t>(fields, 99));
        if (score > best) best = score, dialect.separator = separator;
    }
    return dialect;
}

} // namespace yanxun::table
