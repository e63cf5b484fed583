#include "materials_fixture.h"

namespace materials::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Date january{2021, 1, 5}, february{2021, 2, 10}, march{2021, 3, 15}, april{2021, 4, 1};

class StockServiceTest : public MaterialsTest {};
YANXUN_ON_BOTH_ENGINES(StockServiceTest);

TEST_P(StockServiceTest, WhatComesInCanBeGivenOut) {
    receive(january, "手册", 100);
    const Document given = get(issue(february, "手册", 30));
    EXPECT_EQ(given.number, "FF2021-0001");
    EXPECT_EQ(given.unitName, "晋安社区");
    EXPECT_EQ(given.toName, "发放");
    EXPECT_EQ(held("手册"), 70);
    EXPECT_EQ(issuedOf(2021), 30);
    EXPECT_EQ(issuedOf(2020), 0);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(StockServiceTest, MoreThanIsThereIsRefusedWithTheNumbers) {
    receive(january, "手册", 100);
    const std::string sentence = refusal([&] { issue(february, "手册", 130); });
    EXPECT_THAT(sentence, HasSubstr("库存不足"));
    EXPECT_THAT(sentence, HasSubstr("只能出 100 份，要出 130 份，缺 30 份"));
    EXPECT_THAT(sentence, HasSubstr("先导入入库"));
    EXPECT_EQ(held("手册"), 100);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document"), 1) << "nothing of it was written";
}

TEST_P(StockServiceTest, NothingCanBeGivenOutBeforeItCameIn) {
    receive(february, "手册", 100);
    EXPECT_THAT(refusal([&] { issue(january, "手册", 1); }), HasSubstr("2021-01-05 只能出 0 份"));
    EXPECT_THAT(refusal([&] { issue(january, "折页", 1); }), HasSubstr("还没有“折页”的入库记录"));
}

TEST_P(StockServiceTest, ABackdatedSlipThatMakesALaterOneShortNamesIt) {
    receive(january, "手册", 100);
    const std::string later = get(issue(march, "手册", 90)).number;
    const std::string sentence = refusal([&] { issue(february, "手册", 20); });
    EXPECT_THAT(sentence, HasSubstr("2021-03-15 会短缺 10 份"));
    EXPECT_THAT(sentence, HasSubstr(later));
    issue(february, "手册", 10);
    EXPECT_EQ(held("手册"), 0);
}

TEST_P(StockServiceTest, SeveralLinesGoInAllOrNone) {
    receive(january, "手册", 10);
    receive(january, "折页", 10);
    Draft slip = draft(DocumentType::issue, february, "手册", 6, "晋安社区");
    DraftLine second = slip.lines.front();
    second.row = 2;
    slip.lines.push_back(second);
    Draft other = draft(DocumentType::issue, february, "海报", 1, "晋安社区");
    other.lines.front().row = 3;
    try {
        db().write([&](Writer& writer) { service.postAll(writer, {slip, other}); });
        FAIL();
    } catch (const Refused& refused) {
        ASSERT_EQ(refused.problems().size(), 2u);
        EXPECT_EQ(refused.problems()[0].row, 2);
        EXPECT_EQ(refused.problems()[0].code, "stock.short");
        EXPECT_THAT(refused.problems()[0].sentence, HasSubstr("只能出 4 份，要出 6 份"));
        EXPECT_EQ(refused.problems()[1].row, 3);
    }
    EXPECT_EQ(held("手册"), 10);
}

TEST_P(StockServiceTest, ReversingPutsEverythingBackAsIfItHadNotBeen) {
    receive(january, "手册", 100);
    const std::int64_t given = issue(february, "手册", 30);
    const Document back = get(reverse(given));
    EXPECT_EQ(back.type, DocumentType::reversal);
    EXPECT_EQ(back.reversesId, given);
    EXPECT_EQ(back.day, february) << "at the slip's own moment";
    EXPECT_EQ(get(given).state, DocumentState::reversed);
    EXPECT_EQ(held("手册"), 100);
    EXPECT_EQ(issuedOf(2021), 0);
    EXPECT_THROW(reverse(given), yanxun::Conflict);
    EXPECT_THROW(reverse(back.id), yanxun::Error);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(StockServiceTest, AReceiptThatIsNeededCannotBeReversed) {
    const std::int64_t came = receive(january, "手册", 100);
    const std::string needs = get(issue(march, "手册", 30)).number;
    const std::string sentence = refusal([&] { reverse(came); });
    EXPECT_THAT(sentence, HasSubstr("2021-03-15 会短缺 30 份"));
    EXPECT_THAT(sentence, HasSubstr(needs));
    receive(february, "手册", 30);
    reverse(came);
    EXPECT_EQ(held("手册"), 0);
}

TEST_P(StockServiceTest, OnceTheIssueIsReversedTheReceiptCanBeToo) {
    const std::int64_t came = receive(january, "手册", 100);
    const std::int64_t given = issue(march, "手册", 30);
    reverse(given);
    reverse(came);
    EXPECT_EQ(held("手册"), 0);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(StockServiceTest, BatchesAreTakenOldestFirstUnlessNamed) {
    Draft first = draft(DocumentType::receipt, january, "手册", 10);
    first.lines.front().batch = "一版";
    post(first);
    Draft second = draft(DocumentType::receipt, february, "手册", 10);
    second.lines.front().batch = "二版";
    post(second);
    issue(march, "手册", 12);
    EXPECT_EQ(count("SELECT quantity FROM materials_move WHERE kind = 5 ORDER BY id LIMIT 1"), 10);
    EXPECT_EQ(count("SELECT count(*) FROM materials_move WHERE kind = 5"), 2);
    Draft named = draft(DocumentType::issue, march, "手册", 9, "晋安社区");
    named.lines.front().batch = "二版";
    EXPECT_THAT(refusal([&] { post(named); }), HasSubstr("库存不足"));
    named.lines.front().batch = "三版";
    EXPECT_THAT(refusal([&] { post(named); }), HasSubstr("没有批次“三版”"));
    EXPECT_EQ(held("手册"), 8);
}

TEST_P(StockServiceTest, PacksCountAsWhatTheyHold) {
    Draft first = draft(DocumentType::receipt, january, "手册", 4);
    first.lines.front().measure = "箱";
    first.lines.front().perBox = 500;
    post(first);
    EXPECT_EQ(held("手册"), 2000);
    Draft given = draft(DocumentType::issue, february, "手册", 2, "晋安社区");
    given.lines.front().measure = "箱";
    post(given);
    EXPECT_EQ(held("手册"), 1000);
    given.lines.front().measure = "捆";
    EXPECT_THAT(refusal([&] { post(given); }), HasSubstr("不按“捆”计数"));
}

TEST_P(StockServiceTest, WhatAUnitKeepsIsNotGivenOutYet) {
    receive(january, "手册", 100);
    post(draft(DocumentType::requisition, february, "手册", 40, "晋安社区"));
    EXPECT_EQ(held("手册"), 60);
    EXPECT_EQ(held("手册", "晋安社区"), 40);
    EXPECT_EQ(issuedOf(2021), 0);
    Draft byUnit = draft(DocumentType::issue, march, "手册", 15, "晋安社区");
    byUnit.from = "晋安社区";
    post(byUnit);
    Draft back = draft(DocumentType::giveBack, april, "手册", 5, "晋安社区");
    back.from = "晋安社区";
    post(back);
    EXPECT_EQ(held("手册", "晋安社区"), 20);
    EXPECT_EQ(held("手册"), 65);
    EXPECT_EQ(issuedOf(2021), 15);
    post(draft(DocumentType::giveBack, april, "手册", 3, "晋安社区"));
    EXPECT_EQ(issuedOf(2021), 12) << "handed out and brought back";
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(StockServiceTest, KitsTakeTheirPartsAndLoansAreLentOnly) {
    receive(january, "手册", 100);
    receive(january, "围裙", 10);
    receive(january, "展板", 5);
    db().write([&](Writer& writer) {
        Item kit;
        kit.name = "宣传包";
        kit.kind = ItemKind::kit;
        kit.baseUnit = "包";
        kit.id = itemService.add(writer, kit);
        itemService.setPart(writer, kit.id, items::findByName(writer, "手册")->id, 2);
        itemService.setPart(writer, kit.id, items::findByName(writer, "围裙")->id, 1);
        Item boards = *items::findByName(writer, "展板");
        boards.kind = ItemKind::loan;
        itemService.edit(writer, boards);
    });
    issue(february, "宣传包", 8);
    EXPECT_EQ(held("手册"), 84);
    EXPECT_EQ(held("围裙"), 2);
    EXPECT_THAT(refusal([&] { issue(february, "宣传包", 3); }), HasSubstr("“围裙”"));
    EXPECT_THAT(refusal([&] { receive(march, "宣传包", 3); }), HasSubstr("没有自己的库存"));
    EXPECT_THAT(refusal([&] { issue(february, "展板", 1); }), HasSubstr("领用单"));
    post(draft(DocumentType::requisition, february, "展板", 1, "晋安社区"));
    EXPECT_EQ(held("展板", "晋安社区"), 1);
}

TEST_P(StockServiceTest, OutdatedContentIsGivenOutOnlyWhenMeant) {
    receive(january, "手册", 100);
    db().write([&](Writer& writer) {
        Item old = *items::findByName(writer, "手册");
        old.isSuperseded = true;
        itemService.edit(writer, old);
    });
    EXPECT_THAT(refusal([&] { issue(february, "手册", 1); }), HasSubstr("过时"));
    Draft meant = draft(DocumentType::issue, february, "手册", 1, "晋安社区");
    meant.allowSuperseded = true;
    post(meant);
    EXPECT_EQ(held("手册"), 99);
}

TEST_P(StockServiceTest, TransfersNeedTwoPlaces) {
    receive(january, "手册", 100);
    db().write([&](Writer& writer) {
        Location street;
        street.kind = LocationKind::street;
        street.name = "城西街道";
        itemService.addLocation(writer, street);
    });
    Draft moved = draft(DocumentType::transfer, february, "手册", 30);
    EXPECT_THAT(refusal([&] { post(moved); }), HasSubstr("调到哪个库位"));
    moved.to = "宣传品仓库";
    EXPECT_THAT(refusal([&] { post(moved); }), HasSubstr("不能调给自己"));
    moved.to = "城西街道";
    post(moved);
    EXPECT_EQ(held("手册", "城西街道"), 30);
    EXPECT_EQ(issuedOf(2021), 0);
}

TEST_P(StockServiceTest, WrongInputIsAnsweredByField) {
    receive(january, "手册", 100);
    Draft wrong = draft(DocumentType::issue, february, "手册", 0, "没有这个单位");
    wrong.createUnit = false;
    try {
        post(wrong);
        FAIL();
    } catch (const Refused& refused) {
        std::vector<std::string> fields;
        for (const auto& problem : refused.problems()) fields.push_back(problem.field);
        EXPECT_THAT(fields, ::testing::UnorderedElementsAre("unit", "quantity"));
    }
    EXPECT_THAT(refusal([&] { post({}); }), HasSubstr("日期"));
    Draft empty = draft(DocumentType::issue, february, "手册", 1);
    empty.lines.clear();
    EXPECT_THAT(refusal([&] { post(empty); }), HasSubstr("至少填写一行"));
}

TEST_P(StockServiceTest, TheDatabaseItselfRefusesToForget) {
    receive(january, "手册", 100);
    for (const char* sql : {"UPDATE materials_move SET quantity = 5", "DELETE FROM materials_move",
                            "DELETE FROM materials_document", "UPDATE materials_document SET at = 1",
                            "UPDATE materials_balance SET quantity = -1 WHERE physical = 1",
                            "UPDATE materials_move SET to_id = from_id"}) {
        EXPECT_ANY_THROW(db().write([&](Writer& writer) { writer.exec(sql); })) << sql;
    }
    EXPECT_EQ(held("手册"), 100);
}

TEST_P(StockServiceTest, TheCheckFindsADamagedCacheAndTheRebuildMendsIt) {
    receive(january, "手册", 100);
    issue(february, "手册", 30);
    db().write([](Writer& writer) {
        writer.exec("UPDATE materials_balance SET quantity = 71 WHERE physical = 1");
        writer.exec("UPDATE materials_month SET quantity = quantity - 1 WHERE kind = 5");
    });
    EXPECT_EQ(problems().size(), 2u);
    db().write([](Writer& writer) { stock::rebuild(writer); });
    EXPECT_THAT(problems(), IsEmpty());
    EXPECT_EQ(held("手册"), 70);
}

TEST_P(StockServiceTest, LowStockCountsTheWarehousesAlone) {
    receive(january, "手册", 100);
    db().write([&](Writer& writer) {
        Item item = *items::findByName(writer, "手册");
        item.minimum = 80;
        itemService.edit(writer, item);
    });
    const auto low = [&] {
        std::size_t number = 0;
        db().read([&](Reader& reader) { number = statistics::low(reader).size(); });
        return number;
    };
    EXPECT_EQ(low(), 0u);
    post(draft(DocumentType::requisition, february, "手册", 30, "晋安社区"));
    EXPECT_EQ(low(), 1u);
    db().read([&](Reader& reader) {
        EXPECT_EQ(tasks().front().count(reader, february), 1);
        EXPECT_THAT(tasks().front().first(reader, february, 5).front().detail, HasSubstr("余 70 份，最低 80 份"));
    });
}

TEST_P(StockServiceTest, ItemsAreFoundByNamePinyinAndInitials) {
    for (const char* name : {"家庭应急手册", "应急宣传围裙", "防汛折页"}) receive(january, name, 1);
    const auto found = [&](const std::string& typed) {
        std::vector<std::string> names;
        db().read([&](Reader& reader) {
            for (const Item& item : items::suggest(reader, typed, 9)) names.push_back(item.name);
        });
        return names;
    };
    EXPECT_THAT(found("jtyj"), ::testing::ElementsAre("家庭应急手册"));
    EXPECT_THAT(found("FangXun"), ::testing::ElementsAre("防汛折页"));
    EXPECT_THAT(found("应急"), ::testing::ElementsAre("应急宣传围裙", "家庭应急手册")) << "what begins so stands first";
    EXPECT_THAT(found("%"), ::testing::SizeIs(3)) << "no wildcard of its own";
    EXPECT_THAT(found("没有"), IsEmpty());
}

TEST_P(StockServiceTest, MergedUnitsTakeTheirSlipsAlong) {
    receive(january, "手册", 100);
    const std::int64_t given = issue(february, "手册", 5, "晋安社区居委会");
    std::int64_t kept = 0;
    db().write([&](Writer& writer) {
        kept = neighbour->units().create(writer, {"晋安社区", "城西街道", "test"}).id;
        neighbour->merge(writer, get(given).unitId, kept);
    });
    EXPECT_EQ(get(given).unitId, kept);
    EXPECT_EQ(get(given).unitName, "晋安社区居委会") << "the name of the day";
}

TEST_P(StockServiceTest, ItemsWithHistoryAreRetiredNotDeleted) {
    const std::int64_t came = receive(january, "手册", 100);
    EXPECT_THAT(refusal([&] { db().write([&](Writer& w) { itemService.remove(w, itemId("手册")); }); }), HasSubstr("还有库存"));
    reverse(came);
    db().write([&](Writer& writer) { EXPECT_FALSE(itemService.remove(writer, itemId("手册"))); });
    receive(february, "手册", 1);
    db().read([&](Reader& reader) { EXPECT_FALSE(items::findByName(reader, "手册")->isRetired); });
    db().write([&](Writer& writer) {
        Item unused;
        unused.name = "海报";
        unused.baseUnit = "张";
        const std::int64_t id = itemService.add(writer, unused);
        EXPECT_TRUE(itemService.remove(writer, id));
    });
    Item renamed;
    db().read([&](Reader& reader) { renamed = *items::findByName(reader, "手册"); });
    renamed.baseUnit = "册";
    EXPECT_THAT(refusal([&] { db().write([&](Writer& w) { itemService.edit(w, renamed); }); }), HasSubstr("不能再改"));
}

} // namespace
} // namespace materials::testing
