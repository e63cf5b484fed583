#include "core/demo.h"

#include "core/document_store.h"
#include "core/item_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <set>

namespace materials {
namespace {

using yanxun::tr;
using yanxun::Writer;

struct Kind {
    const char *name, *unit, *theme;
    std::int64_t minimum;
    std::int64_t issued, received; ///< of a year
};
// The year of a real district: 70,312 items in 640 issues.
constexpr std::array kinds{Kind{"家庭应急手册", "册", "公共安全知识", 1000, 9723, 10500},
                           Kind{"安全生产法宣传页", "份", "法规制度标准", 500, 7551, 8500},
                           Kind{"消防安全明白卡", "张", "公共安全知识", 800, 12081, 13000},
                           Kind{"应急宣传围裙", "个", "安全发展理念", 1000, 7123, 8000},
                           Kind{"环保手提袋", "个", "安全发展理念", 500, 9268, 10000},
                           Kind{"防汛知识折页", "份", "公共安全知识", 500, 10838, 11500},
                           Kind{"地震避险挂图", "张", "公共安全知识", 500, 13728, 14500}};
constexpr int issuesOfAYear = 640;

/// The same numbers everywhere: std distributions differ between libraries.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::int64_t below(std::int64_t bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return std::int64_t((state_ >> 33) % std::uint64_t(bound));
    }

private:
    std::uint64_t state_;
};

struct Wish {
    std::size_t kind = 0;
    std::int64_t quantity = 0;
    yanxun::Date day;
    const directory::UnitRef* unit = nullptr;
    const campaigns::ActivityRef* activity = nullptr;
};

/// Quantities that add up to the year's: shares of the total, the rest spread one by one.
void shareOut(std::vector<Wish>& wishes, std::size_t kind, std::int64_t total, Dice& dice) {
    std::vector<Wish*> mine;
    for (Wish& wish : wishes) {
        if (wish.kind == kind) mine.push_back(&wish);
    }
    std::int64_t weights = 0;
    for (Wish* wish : mine) weights += wish->quantity = 40 + dice.below(100);
    std::int64_t given = 0;
    for (Wish* wish : mine) given += wish->quantity = std::max<std::int64_t>(1, wish->quantity * total / weights);
    for (std::size_t i = 0; given != total; i = (i + 1) % mine.size()) {
        const std::int64_t step = given < total ? 1 : -1;
        if (mine[i]->quantity + step < 1) continue;
        mine[i]->quantity += step;
        given += step;
    }
}

class District {
public:
    District(Writer& writer, StockService& service, const yanxun::DemoRequest& request, yanxun::Progress& progress)
        : writer_(writer), service_(service), request_(request), progress_(progress), dice_(20210000 + std::uint64_t(request.year)) {}

    void fill(const directory::Units& units) {
        units.each(writer_, [&](const directory::UnitRef& unit) { units_.push_back(unit); });
        if (units_.empty()) throw yanxun::Error(tr("还没有单位，先生成单位名录再生成物资。"));
        const auto year = yanxun::Period::year(request_.year);
        if (auto* activities = service_.links().activities()) {
            activities->between(writer_, year, [&](const campaigns::ActivityRef& one) { activities_.push_back(one); });
        }
        warehouse_ = service_.usualWarehouse(writer_);
        supplier_ = service_.virtualPlace(writer_, LocationKind::supplier);
        consumed_ = service_.virtualPlace(writer_, LocationKind::consumed);
        makeItems();
        makeReceipts();
        makeIssues();
        write();
    }

private:
    void makeItems() {
        for (const Kind& kind : kinds) {
            Item item;
            if (const auto known = items::findByName(writer_, kind.name)) {
                item = *known;
            } else {
                item.name = kind.name;
                item.baseUnit = kind.unit;
                item.theme = kind.theme;
                item.minimum = kind.minimum;
                item.id = items::add(writer_, item);
                items::putPack(writer_, item.id, tr("箱"), 500);
                items::index(writer_, item);
            }
            const std::string code = std::to_string(request_.year) + "-01";
            Batch batch;
            if (const auto known = items::findBatch(writer_, item.id, code)) batch = *known;
            else {
                batch.itemId = item.id;
                batch.code = code;
                batch.supplier = tr("示范印刷厂");
                batch.id = items::addBatch(writer_, batch);
            }
            items_.push_back(item);
            batches_.push_back(batch.id);
        }
    }

    /// A slip with one line and one movement.
    Document& slip(DocumentType type, yanxun::Date day, std::size_t kind, std::int64_t quantity) {
        Document d;
        d.type = type;
        d.day = day;
        d.at = momentOf(type, day, 0);
        const bool comesIn = type == DocumentType::receipt;
        d.fromId = comesIn ? supplier_.id : warehouse_.id;
        d.toId = comesIn ? warehouse_.id : consumed_.id;
        d.source = Source::demonstration;
        d.total = quantity;
        d.lines = 1;
        d.itemNames = items_[kind].name;
        d.keeper = tr("物资保管员");
        Line line;
        line.place = 1;
        line.itemId = items_[kind].id;
        line.batchId = comesIn ? batches_[kind] : 0;
        line.entered = line.quantity = quantity;
        line.measure = items_[kind].baseUnit;
        Move move;
        move.place = 1;
        move.itemId = line.itemId;
        move.batchId = batches_[kind];
        move.fromId = d.fromId;
        move.toId = d.toId;
        move.quantity = quantity;
        move.at = d.at;
        move.kind = type;
        move.physicalChange = comesIn ? 1 : -1;
        documents_.push_back(std::move(d));
        lines_.push_back(std::move(line));
        moves_.push_back(move);
        return documents_.back();
    }

    void makeReceipts() {
        for (int n = 0; n < request_.scale; ++n) {
            for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
                slip(DocumentType::receipt, {request_.year, 1, 5}, kind, kinds[kind].received).supplier = tr("示范印刷厂");
            }
        }
    }

    void makeIssues() {
        std::vector<Wish> wishes(std::size_t(issuesOfAYear) * std::size_t(request_.scale));
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            Wish& wish = wishes[i];
            wish.kind = i % kinds.size();
            if (!activities_.empty()) {
                wish.activity = &activities_[std::size_t(dice_.below(std::int64_t(activities_.size())))];
                wish.day = wish.activity->date;
            }
            if (!wish.activity || wish.day < yanxun::Date{request_.year, 1, 6}) {
                if (wish.activity) wish.activity = nullptr;
                wish.day = yanxun::Date::fromDays(yanxun::Date{request_.year, 1, 6}.days() + dice_.below(350));
            }
            wish.unit = &units_[std::size_t(dice_.below(std::int64_t(units_.size())))];
        }
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            shareOut(wishes, kind, kinds[kind].issued * request_.scale, dice_);
        }
        std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.day < b.day; });
        for (const Wish& wish : wishes) addIssue(wish);
    }

    void addIssue(const Wish& wish) {
        Document& d = slip(DocumentType::issue, wish.day, wish.kind, wish.quantity);
        d.unitId = wish.activity && wish.activity->unitId != 0 ? wish.activity->unitId : wish.unit->id;
        d.unitName = wish.activity && wish.activity->unitId != 0 ? wish.activity->unitName : wish.unit->name;
        d.regionCode = wish.activity ? wish.activity->regionCode : wish.unit->regionCode;
        d.regionName = wish.activity ? wish.activity->regionName : wish.unit->regionName;
        d.isSigned = dice_.below(10) != 0;
        Link link;
        if (wish.activity) {
            d.activityName = link.written = link.activityName = wish.activity->name;
            link.state = LinkState::linked;
            link.activityId = wish.activity->id;
            link.activityDay = wish.activity->date;
        }
        links_.push_back(std::move(link));
    }

    void write() {
        const auto count = std::int64_t(documents_.size());
        const std::int64_t receipts = std::int64_t(kinds.size()) * request_.scale;
        std::int64_t document = documents::reserveIds(writer_, count), move = stock::reserveIds(writer_, count);
        std::int64_t receiptNumber = documents::takeNumbers(writer_, DocumentType::receipt, request_.year, receipts);
        std::int64_t issueNumber = documents::takeNumbers(writer_, DocumentType::issue, request_.year, count - receipts);
        std::vector<Link> linked;
        std::set<std::int64_t> touched;
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            Document& d = documents_[i];
            d.id = document++;
            d.uid = yanxun::newUid(writer_.at());
            std::int64_t& next = d.type == DocumentType::receipt ? receiptNumber : issueNumber;
            d.number = documents::numberText(d.type, request_.year, next++);
            lines_[i].documentId = moves_[i].documentId = d.id;
            moves_[i].id = move++;
            if (i < std::size_t(receipts)) continue;
            Link& link = links_[i - std::size_t(receipts)];
            if (link.activityId == 0) continue;
            link.documentId = d.id;
            touched.insert(link.activityId);
            linked.push_back(link);
        }
        progress_.step(0, count, tr("生成收发单据"));
        documents::addMany(writer_, documents_, lines_);
        progress_.check();
        stock::addMany(writer_, moves_);
        links::addMany(writer_, linked);
        progress_.step(count, count, tr("建立检索"));
        documents::indexMany(writer_, documents_);
        for (const std::int64_t activity : touched) {
            service_.links().activities()->setIssued(writer_, activity, links::issued(writer_, activity));
        }
        progress_.step(count, count, tr("物资"));
    }

    Writer& writer_;
    StockService& service_;
    const yanxun::DemoRequest& request_;
    yanxun::Progress& progress_;
    Dice dice_;
    std::vector<directory::UnitRef> units_;
    std::vector<campaigns::ActivityRef> activities_;
    Location warehouse_, supplier_, consumed_;
    std::vector<Item> items_;
    std::vector<std::int64_t> batches_;
    std::vector<Document> documents_;
    std::vector<Line> lines_;
    std::vector<Move> moves_;
    std::vector<Link> links_; ///< of the issues, in their order
};

} // namespace

yanxun::DemoKind demoMaterials(StockService& service, directory::Units& units) {
    yanxun::DemoKind kind;
    kind.id = "materials.demo";
    kind.order = 50;
    kind.fill = [&service, &units](Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress) {
        stock::takeTurn(writer);
        District(writer, service, request, progress).fill(units);
    };
    return kind;
}

} // namespace materials
