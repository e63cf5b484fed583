#include "core/certificate_import.h"

#include "core/certificate_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::Date;
using yanxun::Field;
using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::ImportType;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr auto certificateTable = "training_certificate";

/// Other words for the headings stand in templates/ledgers/training.certificates.xml.
yanxun::ImportInfo makeInfo() {
    yanxun::ImportInfo info;
    info.id = "training.certificates";
    info.title = tr("证书台账");
    info.page = "training.people";
    info.columns = {
        required(column("person", tr("姓名"), ImportType::text)),
        required(column("unit", tr("单位"), ImportType::text)),
        ofItsRow(column("id_number", tr("身份证号"), ImportType::code)),
        required(column("type", tr("证书类型"), ImportType::text)),
        column("operation", tr("准操项目"), ImportType::text),
        required(ofItsRow(column("number", tr("证号"), ImportType::code))),
        column("issuer", tr("发证机关"), ImportType::text),
        required(ofItsRow(column("issued", tr("发证日期"), ImportType::date))),
        ofItsRow(column("valid_to", tr("有效期至"), ImportType::date)),
        ofItsRow(column("review_due", tr("复审日期"), ImportType::date)),
        ofItsRow(column("scan", tr("扫描件文件名"), ImportType::text)),
        ofItsRow(column("note", tr("备注"), ImportType::text)),
    };
    info.options = {unknownUnitsOption()};
    return info;
}

std::optional<Date> dayOf(const Value& value) {
    const auto ymd = integerOf(&value);
    if (!ymd) return std::nullopt;
    return Date::fromYmd(*ymd);
}

void take(CertificateDraft& draft, const std::string& column, const Value& value) {
    if (column == "issuer") draft.issuer = textOf(&value);
    if (column == "valid_until_ymd") draft.validUntil = dayOf(value);
    if (column == "review_due_ymd") draft.reviewDue = dayOf(value);
    if (column == "scan") draft.scan = textOf(&value);
    if (column == "note") draft.note = textOf(&value);
}

Value ymdOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

Value storedValue(const std::string& column, const Certificate& c) {
    if (column == "issuer") return orNull(c.issuer);
    if (column == "valid_until_ymd") return ymdOf(c.validUntil);
    if (column == "review_due_ymd") return ymdOf(c.reviewDue);
    if (column == "scan") return orNull(c.scan);
    if (column == "note") return orNull(c.note);
    return {};
}

Certificate keyOf(const ImportRow& row, const Rules& rules) {
    Certificate like;
    const CertificateType* const type = rules.certificateType(row.text("type"));
    like.type = type ? type->id : yanxun::text::key(row.text("type"));
    like.number = row.text("number");
    like.operation = yanxun::text::key(row.text("operation"));
    like.issuedOn = Date::fromYmd(row.integer("issued").value_or(0));
    return like;
}

/// Says which clock the type had to fill in, and what contradicts.
void checkClocks(ImportRow& row, const Rules& rules) {
    const auto issued = row.integer("issued"), until = row.integer("valid_to"), review = row.integer("review_due");
    if (issued && until && *until < *issued) row.fail("valid_to", "date.order", tr("有效期早于发证日期，请改正。"));
    if (issued && review && *review < *issued)
        row.fail("review_due", "date.order", tr("复审日期早于发证日期，请改正。"));
    if (until && review && *review > *until) row.fail("review_due", "date.order", tr("复审日期晚于有效期，请改正。"));
    if (!issued || row.failed()) return;
    Certificate certificate = keyOf(row, rules);
    if (until) certificate.validUntil = Date::fromYmd(*until);
    if (!until && fillClocks(certificate, rules) && certificate.validUntil) {
        row.warn("valid_to", "date.derived",
                 tr("没有写明有效期，按证书类型推算为 {}。", certificate.validUntil->iso()));
    } else if (!until) {
        row.warn("valid_to", "date.missing",
                 tr("没有写明有效期，也不知道“{}”的期限，不会提醒到期。", row.text("type")));
    }
}

} // namespace

void CertificatePlanner::plan(ImportRow& row) {
    checkClocks(row, rules_);
    const UnitLookup::Known unit = units_.check(row, "unit");
    if (row.text("person").empty() || row.text("number").empty() || unit.key.empty() || !row.integer("issued") ||
        row.failed()) {
        return;
    }
    const Certificate like = keyOf(row, rules_);
    row.key = like.type + '|' + yanxun::text::loose(like.number) + '|' + like.operation + '|' +
              std::to_string(like.issuedOn.ymd());
    const auto put = [&](const char* column, const char* cell) {
        const Value& value = row.cell(cell).value;
        if (!value.isNull()) row.fields.push_back({column, value});
    };
    put("issuer", "issuer");
    put("valid_until_ymd", "valid_to");
    put("review_due_ymd", "review_due");
    put("scan", "scan");
    put("note", "note");
    const auto known = certificates::findByKey(reader_, like);
    if (!known) return;
    if (known->personName != yanxun::text::key(row.text("person"))) {
        row.fail("person", "person.other",
                 tr("证号 {} 已登记在“{}”名下，请核对姓名或证号。", maskNumber(like.number), known->personName));
        row.key.clear();
        return;
    }
    row.existing = known->id;
    row.existingRevision = known->revision;
    for (const Field& field : row.fields)
        row.stored.push_back({field.column, storedValue(field.column, *known)});
}

CertificateImport::CertificateImport(CertificateService& service, directory::Units& units, directory::People& people)
    : service_(service), units_(units), people_(people), info_(makeInfo()) {}

std::unique_ptr<yanxun::ImportPlanner> CertificateImport::planner(yanxun::Reader& reader,
                                                                  const yanxun::ImportOptions& options) {
    return std::make_unique<CertificatePlanner>(reader, units_, service_.rules(),
                                                options.choice("unknown-units") == "refuse");
}

void CertificateImport::apply(Writer& writer, const ImportRow& row, const yanxun::ImportOptions&,
                              yanxun::ImportRecorder& made) {
    std::int64_t id = row.existing;
    const auto chain = certificates::chainOf(writer, keyOf(row, service_.rules()));
    if (row.action == yanxun::ImportAction::create) {
        CertificateDraft draft;
        draft.source = Source::imported;
        draft.createUnit = true;
        draft.name = row.text("person");
        draft.unitName = row.text("unit");
        draft.type = row.text("type");
        draft.operation = row.text("operation");
        draft.number = row.text("number");
        draft.issuedOn = Date::fromYmd(row.integer("issued").value_or(0));
        for (const Field& field : row.fields)
            take(draft, field.column, field.value);
        id = service_.add(writer, draft, true);
    } else {
        change(writer, id, row.fields);
    }
    made.made(certificateTable, id, certificates::get(writer, id).revision);
    // Earlier and later issues of the same paper were linked to this one.
    for (const Certificate& before : chain) {
        const auto now = certificates::find(writer, before.id);
        if (!now || before.id == id || now->revision == before.revision) continue;
        made.changed(certificateTable, now->id, now->revision,
                     {{"replaces_id", before.replaces}, {"replaced", before.replaced}});
    }
}

void CertificateImport::change(Writer& writer, std::int64_t id, const Fields& fields) {
    const Certificate certificate = certificates::get(writer, id);
    CertificateDraft draft = CertificateService::draftOf(certificate);
    for (const Field& field : fields)
        take(draft, field.column, field.value);
    service_.edit(writer, id, certificate.revision, draft);
}

std::string CertificateImport::undoCreated(Writer& writer, const yanxun::ImportedRecord& record) {
    const auto certificate = certificates::find(writer, record.id);
    if (!certificate) return {};
    service_.remove(writer, certificate->id, certificate->revision);
    if (certificate->personId != 0) people_.removeIfUnused(writer, certificate->personId);
    if (certificate->unitId != 0) units_.removeIfUnused(writer, certificate->unitId);
    return {};
}

void CertificateImport::undoUpdated(Writer& writer, const yanxun::ImportedRecord& record, const Fields& before) {
    change(writer, record.id, before);
}

} // namespace training
