#include "core/certificate_store.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;
using Parameters = std::vector<yanxun::VerbParameter>;

constexpr std::int64_t usualLimit = 100;

void putCertificates(VerbCall& call, const Rules& rules, const std::vector<Certificate>& list) {
    const yanxun::Date today = yanxun::localDay(call.clock->now());
    putRows(call, "certificates",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"name", tr("姓名"), CellKind::text, 10},
             {"unit", tr("单位"), CellKind::text, 24},
             {"type", tr("证书类型"), CellKind::text, 20},
             {"operation", tr("准操项目"), CellKind::text, 14},
             {"number", tr("证号"), CellKind::code, 20},
             {"issued", tr("发证日期"), CellKind::date, 10},
             {"valid_until", tr("有效期至"), CellKind::date, 10},
             {"review_due", tr("复审到期"), CellKind::date, 10},
             {"state", tr("状态"), CellKind::text, 10},
             {"replaces", tr("换自"), CellKind::integer, 8}},
            list, [&](const Certificate& c) {
                return std::vector<Value>{c.id,
                                          c.personName,
                                          c.unitName,
                                          rules.titleOf(c.type),
                                          c.operation,
                                          maskNumber(c.number),
                                          c.issuedOn.ymd(),
                                          ymdOf(c.validUntil),
                                          ymdOf(c.reviewDue),
                                          word(stateOf(c, rules, today)),
                                          idCell(c.replaces)};
            });
}

int list(const Rules& rules, VerbCall& call) {
    CertificateFilter filter;
    filter.text = call.text("text");
    filter.liveOnly = call.has("live");
    if (call.has("type")) {
        const CertificateType* const type = rules.certificateType(call.text("type"));
        filter.type = type ? type->id : call.text("type");
    }
    if (call.has("due")) {
        filter.dueUntil = yanxun::Date::fromDays(yanxun::localDay(call.clock->now()).days() + call.integer("due"));
    }
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        const auto found = certificates::ids(reader, filter, CertificateOrder::due, true, limit);
        putCertificates(call, rules, certificates::get(reader, found.ids));
        if (found.total > limit)
            call.output->say(tr("共 {} 份，只列出前 {} 份；用 --limit 可以列出更多。", found.total, limit));
    });
    return 0;
}

Parameters draftParameters(bool isNew) {
    return {option("name", tr("姓名"), isNew),
            option("unit", tr("单位"), isNew),
            option("type", tr("证书类型，如 特种作业操作证"), isNew),
            option("number", tr("证号"), isNew),
            option("issued", tr("发证日期"), isNew),
            option("operation", tr("准操项目")),
            option("issuer", tr("发证机关")),
            option("valid-until", tr("有效期至，不填按证书类型推算")),
            option("review-due", tr("复审日期，不填按证书类型推算")),
            option("scan", tr("扫描件文件名")),
            option("note", tr("备注")),
            flag("create-unit", tr("名录中没有的单位新建为待完善"))};
}

void take(const VerbCall& call, CertificateDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    text("name", draft.name);
    text("unit", draft.unitName);
    text("type", draft.type);
    text("number", draft.number);
    text("operation", draft.operation);
    text("issuer", draft.issuer);
    text("scan", draft.scan);
    text("note", draft.note);
    if (call.has("issued")) draft.issuedOn = call.date("issued");
    if (call.has("valid-until")) draft.validUntil = call.date("valid-until");
    if (call.has("review-due")) draft.reviewDue = call.date("review-due");
    draft.createUnit = call.has("create-unit");
}

using Deed = std::function<std::int64_t(Writer&, VerbCall&, const Certificate&)>;

/// Does something with the certificate named and shows the one it ends in.
std::function<int(VerbCall&)> doing(const Rules& rules, Deed deed) {
    return [&rules, deed = std::move(deed)](VerbCall& call) {
        call.database->write([&](Writer& writer) {
            const Certificate known = certificates::get(writer, idOf(call));
            putCertificates(call, rules, {certificates::get(writer, deed(writer, call, known))});
        });
        return 0;
    };
}

Standing standingIn(const VerbCall& call) {
    if (call.text("to") == tr("吊销")) return Standing::revoked;
    if (call.text("to") == tr("注销")) return Standing::cancelled;
    if (call.text("to") == tr("有效")) return Standing::valid;
    throw Error(tr("参数 --to 可以是 吊销、注销、有效，收到的是“{}”。", call.text("to")));
}

} // namespace

std::vector<yanxun::Verb> certificateVerbs(const VerbParts& parts) {
    CertificateService& service = parts.certificates;
    const Rules& rules = parts.rules;
    const auto id = idParameter(tr("证书编号"));
    Parameters editing = draftParameters(false);
    editing.insert(editing.begin(), id);
    return {
        makeVerb("training.certificates", tr("列出证书"),
             {option("text", tr("检索词，以空格分开")), option("type", tr("证书类型")),
              flag("live", tr("只列有效且未换证的")), option("due", tr("多少天内到期")),
              option("limit", tr("最多列出多少份，默认 100"))},
             [&rules](VerbCall& call) { return list(rules, call); }),
        makeVerb("training.certificate-add", tr("登记证书"), draftParameters(true),
             [&service, &rules](VerbCall& call) {
                 CertificateDraft draft;
                 take(call, draft);
                 call.database->write([&](Writer& writer) {
                     putCertificates(call, rules, {certificates::get(writer, service.add(writer, draft))});
                 });
                 return 0;
             }),
        makeVerb("training.certificate-edit", tr("修改证书，未给出的项不变"), std::move(editing),
             doing(rules,
                   [&service](Writer& writer, VerbCall& call, const Certificate& known) {
                       CertificateDraft draft = CertificateService::draftOf(known);
                       take(call, draft);
                       service.edit(writer, known.id, known.revision, draft);
                       return known.id;
                   })),
        makeVerb("training.certificate-renew", tr("换证：登记新证，旧证留存"),
             {id, option("issued", tr("新证的发证日期"), true), option("number", tr("新证号，不填同旧证")),
              option("valid-until", tr("有效期至，不填按证书类型推算"))},
             doing(rules,
                   [&service](Writer& writer, VerbCall& call, const Certificate& known) {
                       return service.renew(writer, known.id, known.revision, call.date("issued"),
                                            call.text("number"), dayOf(call, "valid-until"));
                   })),
        makeVerb("training.certificate-review", tr("登记复审合格"), {id, option("date", tr("复审日期"), true)},
             doing(rules,
                   [&service](Writer& writer, VerbCall& call, const Certificate& known) {
                       service.review(writer, known.id, known.revision, call.date("date"));
                       return known.id;
                   })),
        makeVerb("training.certificate-standing", tr("吊销、注销或恢复证书"),
             {id, option("to", tr("吊销、注销 或 有效"), true), option("reason", tr("原因"), true)},
             doing(rules,
                   [&service](Writer& writer, VerbCall& call, const Certificate& known) {
                       service.setStanding(writer, known.id, known.revision, standingIn(call), call.text("reason"));
                       return known.id;
                   })),
        makeVerb("training.certificate-remove", tr("删除证书"), {id},
             [&service](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     const Certificate known = certificates::get(writer, idOf(call));
                     service.remove(writer, known.id, known.revision);
                     call.output->field("removed", tr("已删除"), known.id, CellKind::integer);
                 });
                 return 0;
             }),
    };
}

} // namespace training
