#include "core/item_store.h"
#include "core/document_store.h"
#include "core/verb_values.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

void put(VerbCall& call, Reader& reader, std::int64_t id) {
    const Stocktake s = stocktakes::get(reader, id);
    auto& out = *call.output;
    out.field("id", tr("编号"), s.id, CellKind::integer);
    out.field("place", tr("库位"), s.locationName);
    out.field("date", tr("日期"), yanxun::localDay(s.begunAt).ymd(), CellKind::date);
    out.field("state", tr("状态"), word(s.state));
    out.field("blind", tr("盲盘"), s.isBlind ? tr("是") : tr("否"));
    out.field("note", tr("备注"), s.note);
    // A blind counter must not learn from the console either.
    const bool isHidden = s.isBlind && s.state == StocktakeState::counting;
    yanxun::RowSource rows;
    rows.columns = {{"item", tr("物品"), CellKind::text, 24},       {"batch", tr("批次"), CellKind::text, 10},
                    {"book", tr("账面"), CellKind::integer, 9},     {"counted", tr("实盘"), CellKind::integer, 9},
                    {"difference", tr("差异"), CellKind::integer, 9}, {"reason", tr("原因"), CellKind::text, 20}};
    rows.each = [&](const yanxun::RowSink& sink) {
        for (const StocktakeLine& line : stocktakes::lines(reader, id)) {
            const std::vector<Value> cells{line.itemName,
                                           line.batchCode,
                                           isHidden ? Value() : Value(line.book),
                                           line.counted,
                                           isHidden ? Value() : Value(line.difference()),
                                           line.reason};
            sink(cells);
        }
    };
    out.table("lines", rows);
}

std::int64_t stocktakeOf(const VerbCall& call) { return call.integer("stocktake"); }

int list(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource rows;
        rows.columns = {{"id", tr("编号"), CellKind::integer, 6},     {"date", tr("日期"), CellKind::date, 11},
                        {"place", tr("库位"), CellKind::text, 20},    {"state", tr("状态"), CellKind::text, 8},
                        {"counted", tr("已盘"), CellKind::integer, 6}, {"lines", tr("共"), CellKind::integer, 6}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const Stocktake& s : stocktakes::all(reader, 1000)) {
                const std::vector<Value> cells{s.id, yanxun::localDay(s.begunAt).ymd(), s.locationName, word(s.state), s.counted, s.lines};
                sink(cells);
            }
        };
        call.output->table("stocktakes", rows);
    });
    return 0;
}

int begin(StocktakeService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const std::int64_t location = placeNamed(writer, call.text("place")).id;
        put(call, writer, service.begin(writer, location, call.has("blind"), call.text("note")));
    });
    return 0;
}

int count(StocktakeService& service, VerbCall& call) {
    std::optional<yanxun::Millis> at;
    if (call.has("time")) {
        at = yanxun::parseInstant(call.text("time"));
        if (!at) throw yanxun::Error(tr("盘点时间写成 2021-06-30T10:00 这样，收到的是“{}”。", call.text("time")));
    }
    call.database->write([&](Writer& writer) {
        const Item item = itemNamed(writer, call.text("item"));
        service.count(writer, stocktakeOf(call), item.id, batchNamed(writer, item, call.text("batch")), call.integer("counted", -1), at,
                      call.text("reason"));
        put(call, writer, stocktakeOf(call));
    });
    return 0;
}

int post(StocktakeService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const std::int64_t document = service.post(writer, stocktakeOf(call));
        put(call, writer, stocktakeOf(call));
        call.output->say(document == 0 ? tr("账实相符，没有差异。")
                                       : tr("差异已过账：盘点调整单 {}。", documents::get(writer, document).number));
    });
    return 0;
}

int cancel(StocktakeService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        service.cancel(writer, stocktakeOf(call));
        put(call, writer, stocktakeOf(call));
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> stocktakeVerbs(StocktakeService& service) {
    const auto id = positional("stocktake", tr("盘点编号"));
    const auto with = [&service](int (*run)(StocktakeService&, VerbCall&)) {
        return [&service, run](VerbCall& call) { return run(service, call); };
    };
    std::vector<yanxun::Verb> all;
    all.push_back(makeVerb("materials.stocktakes", tr("列出盘点"), {}, list));
    all.push_back(makeVerb("materials.stocktake", tr("查看一次盘点"), {id}, [](VerbCall& call) {
        call.database->read([&](Reader& reader) { put(call, reader, stocktakeOf(call)); });
        return 0;
    }));
    all.push_back(makeVerb("materials.stocktake-begin", tr("开始盘点一个库位"),
                       {positional("place", tr("库位")), flag("blind", tr("盲盘：盘点时不显示账面数量")), option("note", tr("备注"))},
                       with(begin)));
    all.push_back(makeVerb("materials.stocktake-count", tr("填写一种物品的实盘数量"),
                       {id, positional("item", tr("物品")), positional("counted", tr("实盘数量")), option("batch", tr("批次")),
                        option("time", tr("盘点时间，不填为现在")), option("reason", tr("差异原因"))},
                       with(count)));
    all.push_back(makeVerb("materials.stocktake-post", tr("把盘点差异过账"), {id}, with(post)));
    all.push_back(makeVerb("materials.stocktake-cancel", tr("取消盘点"), {id}, with(cancel)));
    return all;
}

std::vector<yanxun::Verb> linkVerbs(ActivityLinks& links) {
    std::vector<yanxun::Verb> all;
    all.push_back(makeVerb("materials.links", tr("列出待确认活动的单据"), {flag("waiting", tr("列出还没找到活动的"))}, [](VerbCall& call) {
        call.database->read([&](Reader& reader) {
            const LinkState state = call.has("waiting") ? LinkState::waiting : LinkState::offered;
            yanxun::RowSource rows;
            rows.columns = {{"number", tr("单号"), CellKind::text, 14}, {"date", tr("日期"), CellKind::date, 11},
                            {"written", tr("单据写的活动"), CellKind::text, 32}, {"activity_date", tr("活动日期"), CellKind::date, 11},
                            {"total", tr("数量"), CellKind::integer, 8}};
            rows.each = [&](const yanxun::RowSink& sink) {
                for (const Link& link : links::inState(reader, state, 100'000)) {
                    const std::vector<Value> cells{link.number, link.day.ymd(), link.written,
                                                   link.activityDay ? Value(link.activityDay->ymd()) : Value(), link.total};
                    sink(cells);
                }
            };
            call.output->table("links", rows);
        });
        return 0;
    }));
    all.push_back(makeVerb("materials.link", tr("把单据关联到活动，编号 0 为不关联"),
                       {positional("document", tr("单号或编号")), positional("activity", tr("活动编号"))}, [&links](VerbCall& call) {
                           call.database->write([&](Writer& writer) {
                               const Document document = documentNamed(writer, call.text("document"));
                               links.decide(writer, document.id, call.integer("activity"));
                               call.output->field("number", tr("单号"), document.number);
                               call.output->field("link", tr("活动关联"), word(links::of(writer, document.id)->state));
                           });
                           return 0;
                       }));
    all.push_back(makeVerb("materials.links-accept", tr("确认全部待确认的活动关联"), {}, [&links](VerbCall& call) {
        std::int64_t accepted = 0;
        call.database->write([&](Writer& writer) { accepted = links.acceptOffers(writer); });
        call.output->field("accepted", tr("已确认"), accepted, CellKind::integer);
        return 0;
    }));
    all.push_back(makeVerb("materials.links-match", tr("重新查找还没有活动的单据"), {}, [&links](VerbCall& call) {
        std::int64_t linked = 0;
        call.database->write([&](Writer& writer) { linked = links.matchAgain(writer); });
        call.output->field("linked", tr("新关联"), linked, CellKind::integer);
        return 0;
    }));
    return all;
}

} // namespace materials
