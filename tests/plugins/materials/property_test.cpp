// Random sequences of posting, backdating, reversing and counting, against a naive model that tries every moment anew.
#include "materials_fixture.h"

#include <atomic>
#include <map>
#include <random>
#include <thread>

namespace materials::testing {
namespace {

using ::testing::IsEmpty;

constexpr int sequences = 9'000, perTransaction = 60, perRoom = 5, shortest = 2, longest = 5;
constexpr int sharedSequences = 1'000, sharedItems = 12, sharedSteps = 4;
constexpr yanxun::Millis origin = 1'610'000'000'000; // January 2021
constexpr int moments = 14;
enum Shelf { warehouse, street, unit, shelves };

/// What is at each shelf at each moment, with nothing clever about it.
class Model {
public:
    struct Change {
        std::int64_t document = 0;
        yanxun::Millis at = 0;
        int shelf = 0;
        std::int64_t by = 0;
    };
    bool fits(const std::vector<Change>& more, std::int64_t without = 0) const {
        std::map<int, std::map<yanxun::Millis, std::int64_t>> sums;
        for (const auto* list : {&changes_, &more}) {
            for (const Change& change : *list) {
                if (change.document == 0 || change.document != without) sums[change.shelf][change.at] += change.by;
            }
        }
        for (const auto& [shelf, byMoment] : sums) {
            std::int64_t running = 0;
            for (const auto& [at, by] : byMoment) {
                running += by;
                if (running < 0) return false;
            }
        }
        return true;
    }
    void add(std::vector<Change> more, std::int64_t document) {
        for (Change& change : more) {
            change.document = document;
            changes_.push_back(change);
        }
    }
    void remove(std::int64_t document) { std::erase_if(changes_, [&](const Change& c) { return c.document == document; }); }
    std::int64_t at(int shelf, yanxun::Millis moment) const {
        std::int64_t sum = 0;
        for (const Change& change : changes_) {
            if (change.shelf == shelf && change.at <= moment) sum += change.by;
        }
        return sum;
    }
    std::vector<std::int64_t> documents() const {
        std::vector<std::int64_t> all;
        for (const Change& change : changes_) {
            if (std::find(all.begin(), all.end(), change.document) == all.end()) all.push_back(change.document);
        }
        return all;
    }

private:
    std::vector<Change> changes_;
};

/// One desk: services of its own on a database of its own.
struct Desk {
    explicit Desk(std::unique_ptr<Directory>& neighbour) : service(neighbour->units(), links) {}
    Activities activities;
    ActivityLinks links{&activities};
    StockService service;
    StocktakeService stocktakes{service};
};

class Walker {
public:
    /// `room`: which pair of places; a stocktake lists everything at one, so few items share it.
    Walker(Desk& desk, std::string item, std::string room, unsigned seed)
        : desk_(desk), item_(std::move(item)), room_(std::move(room)), random_(seed) {}

    /// One random deed; false when the services and the model disagree.
    bool step(Writer& writer) {
        const int deed = below(10);
        if (deed < 7) return post(writer);
        return deed < 9 ? reverse(writer) : count(writer);
    }
    std::string story() const { return story_; }

private:
    int below(int bound) { return int(random_() % unsigned(bound)); }
    yanxun::Millis moment() { return origin + below(moments) * 43'200'000LL; }
    std::string name(int shelf) const { return shelf == warehouse ? "仓库" + room_ : shelf == street ? "街道" + room_ : "晋安社区"; }

    Draft randomDraft(std::vector<Model::Change>& expected) {
        static constexpr std::array types{DocumentType::receipt,     DocumentType::receipt,  DocumentType::issue,
                                          DocumentType::issue,       DocumentType::issue,    DocumentType::transfer,
                                          DocumentType::requisition, DocumentType::giveBack, DocumentType::loss};
        Draft draft;
        draft.type = types[std::size_t(below(int(types.size())))];
        draft.at = moment();
        draft.day = yanxun::localDay(*draft.at);
        draft.unitName = "晋安社区";
        draft.createItem = true;
        DraftLine line;
        line.item = item_;
        line.row = 1;
        line.entered = 1 + below(draft.type == DocumentType::receipt ? 30 : 14);
        draft.lines = {line};
        const int shelf = below(2);
        const auto moved = [&](int from, int to) {
            if (from >= 0) expected.push_back({0, *draft.at, from, -line.entered});
            if (to >= 0) expected.push_back({0, *draft.at, to, line.entered});
        };
        switch (draft.type) {
        case DocumentType::receipt: draft.to = name(shelf), moved(-1, shelf); break;
        case DocumentType::transfer: draft.from = name(shelf), draft.to = name(1 - shelf), moved(shelf, 1 - shelf); break;
        case DocumentType::requisition: draft.from = name(shelf), draft.to = name(unit), moved(shelf, unit); break;
        case DocumentType::giveBack:
            draft.to = name(shelf);
            if (below(2) == 0) draft.from = name(unit), moved(unit, shelf);
            else moved(-1, shelf);
            break;
        default: {
            const int from = draft.type == DocumentType::issue ? below(3) : shelf;
            draft.from = name(from);
            moved(from, -1);
        }
        }
        if (draft.type == DocumentType::issue || draft.type == DocumentType::giveBack) {
            draft.activityId = 1 + below(int(desk_.activities.all.size()));
        }
        return draft;
    }

    bool post(Writer& writer) {
        std::vector<Model::Change> expected;
        const Draft draft = randomDraft(expected);
        const bool right = model_.fits(expected) && (draft.type == DocumentType::receipt || known_ ||
                                                     (draft.type == DocumentType::giveBack && draft.from.empty()));
        story_ += idOf(draft.type) + " " + std::to_string(draft.lines.front().entered) + " @" + std::to_string((*draft.at - origin) / 43'200'000) +
                  " " + draft.from + ">" + draft.to + (right ? ";" : "x;");
        try {
            model_.add(expected, desk_.service.post(writer, draft));
            known_ = true;
            return right;
        } catch (const Refused& refused) {
            story_ += refused.what();
            return !right;
        }
    }

    bool reverse(Writer& writer) {
        const auto documents = model_.documents();
        if (documents.empty()) return true;
        const std::int64_t chosen = documents[std::size_t(below(int(documents.size())))];
        const bool right = model_.fits({}, chosen);
        story_ += "reverse " + std::to_string(chosen) + (right ? ";" : "x;");
        try {
            desk_.service.reverse(writer, chosen, {});
            model_.remove(chosen);
            return right;
        } catch (const yanxun::Error& refused) {
            story_ += refused.what();
            return !right;
        }
    }

    bool count(Writer& writer) {
        if (!known_) return true;
        const int shelf = below(2);
        const yanxun::Millis at = moment();
        const std::int64_t book = model_.at(shelf, at), found = below(int(std::max<std::int64_t>(book, 0)) + 4);
        const auto place = locations::findPhysical(writer, name(shelf));
        const auto item = items::findByName(writer, item_);
        const bool right = model_.fits({{0, at, shelf, found - book}});
        story_ += "count " + name(shelf) + " " + std::to_string(found) + (right ? ";" : "x;");
        const std::int64_t id = desk_.stocktakes.begin(writer, place->id, false, {});
        desk_.stocktakes.count(writer, id, item->id, 0, found, at, {});
        try {
            const std::int64_t document = desk_.stocktakes.post(writer, id);
            if (document != 0) model_.add({{0, at, shelf, found - book}}, document);
            return right;
        } catch (const Refused& refused) {
            story_ += refused.what();
            desk_.stocktakes.cancel(writer, id);
            return !right;
        }
    }

    Desk& desk_;
    std::string item_, room_;
    std::mt19937 random_;
    Model model_;
    bool known_ = false; ///< the item is in the books
    std::string story_;
};

class StockPropertyTest : public MaterialsTest {
protected:
    StockPropertyTest() {
        db().write([&](Writer& writer) {
            neighbour->units().create(writer, {"晋安社区", {}, "test"});
            service.usualWarehouse(writer);
            addPlace(writer, LocationKind::unit, "晋安社区");
        });
    }
    void addPlace(Writer& writer, LocationKind kind, const std::string& name) {
        Location place;
        place.kind = kind;
        place.name = name;
        itemService.addLocation(writer, place);
    }

    void giveActivities(Desk& desk) {
        for (int n = 1; n <= 5; ++n) {
            campaigns::ActivityRef one;
            one.id = n;
            one.name = "活动" + std::to_string(n);
            one.date = {2021, 1, 10};
            desk.activities.all.push_back(one);
        }
    }

    /// Looks at every moment of every item at every physical place, and at everything kept beside the movements.
    void expectSound() {
        EXPECT_THAT(problems(), IsEmpty());
        std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::map<std::int64_t, std::int64_t>> flows;
        db().read([&](Reader& reader) {
            reader.each("SELECT m.item_id, m.batch_id, l.id, m.at, CASE WHEN m.to_id = l.id THEN m.quantity ELSE -m.quantity END"
                        " FROM materials_move m JOIN materials_location l ON l.id IN (m.from_id, m.to_id) WHERE l.physical = 1",
                        [&](const yanxun::Row& row) {
                            flows[{row.integer(0), row.integer(1), row.integer(2)}][row.integer(3)] += row.integer(4);
                        });
        });
        std::int64_t below = 0;
        for (const auto& [place, byMoment] : flows) {
            std::int64_t running = 0;
            for (const auto& [at, by] : byMoment) below += (running += by) < 0 ? 1 : 0;
        }
        EXPECT_EQ(below, 0) << "moments with less than nothing";
        EXPECT_GT(flows.size(), 10u);
    }

    /// What the slips' own lines say of an activity, without a look at the movements.
    std::int64_t writtenFor(std::int64_t activity) {
        std::int64_t sum = 0;
        db().read([&](Reader& reader) {
            sum = reader.scalar("SELECT CAST(coalesce(sum(CASE WHEN d.type = 5 THEN l.quantity WHEN f.physical = 0 THEN -l.quantity"
                                " ELSE 0 END), 0) AS bigint) FROM materials_link k JOIN materials_document d ON d.id = k.document_id"
                                " JOIN materials_location f ON f.id = d.from_id JOIN materials_line l ON l.document_id = d.id"
                                " WHERE k.activity_id = ? AND d.state = 2",
                                {activity});
        });
        return sum;
    }
};
YANXUN_ON_BOTH_ENGINES(StockPropertyTest);

TEST_P(StockPropertyTest, NoSequenceOfDeedsMakesStockShort) {
    clock.set(origin + moments * 86'400'000LL);
    Desk desk(neighbour);
    giveActivities(desk);
    int wrong = 0;
    for (int first = 0; first < sequences && wrong == 0; first += perTransaction) {
        db().write([&](Writer& writer) {
            for (int n = first; n < std::min(first + perTransaction, sequences); ++n) {
                const std::string room = std::to_string(n / perRoom);
                if (n % perRoom == 0) {
                    addPlace(writer, LocationKind::warehouse, "仓库" + room);
                    addPlace(writer, LocationKind::street, "街道" + room);
                }
                Walker walker(desk, "物品" + std::to_string(n), room, unsigned(n) * 2654435761u + 17u);
                for (int step = 0; step < shortest + n % (longest - shortest + 1) && wrong == 0; ++step) {
                    if (walker.step(writer)) continue;
                    ++wrong;
                    ADD_FAILURE() << "sequence " << n << ": " << walker.story();
                }
            }
        });
    }
    expectSound();
    for (const auto& activity : desk.activities.all) EXPECT_EQ(activity.issued, writtenFor(activity.id)) << activity.name;
}

TEST_P(StockPropertyTest, TwoDesksAtOnceDoNotEither) {
    clock.set(origin + moments * 86'400'000LL);
    const auto second = yanxun::Database::open(target(), clock, {.create = false, .who = "另一台", .durable = false});
    std::atomic<int> failed{0}, posted{0};
    const auto work = [&](yanxun::Database& database, unsigned seed) {
        Desk desk(neighbour);
        giveActivities(desk);
        std::mt19937 random(seed);
        for (int n = 0; n < sharedSequences / 2; ++n) {
            for (int step = 0; step < sharedSteps; ++step) {
                Draft draft;
                const bool comesIn = random() % 3 == 0;
                draft.type = comesIn ? DocumentType::receipt : DocumentType::issue;
                draft.at = origin + yanxun::Millis(random() % moments) * 43'200'000LL;
                draft.day = yanxun::localDay(*draft.at);
                draft.createItem = true;
                draft.unitName = "晋安社区";
                draft.activityId = comesIn ? 0 : 1 + random() % 5;
                DraftLine line;
                line.item = "共用" + std::to_string(random() % sharedItems);
                line.entered = 1 + random() % 20;
                draft.lines = {line};
                const bool takesBack = random() % 5 == 0;
                try {
                    database.write([&](Writer& writer) {
                        if (!takesBack) return void(desk.service.post(writer, draft));
                        const std::int64_t any = writer.scalar("SELECT id FROM materials_document WHERE live = 1 AND id > ?"
                                                               " ORDER BY id LIMIT 1",
                                                               {std::int64_t(random() % 400)});
                        if (any != 0) desk.service.reverse(writer, any, {});
                    });
                    ++posted;
                } catch (const Refused&) {
                } catch (const yanxun::Conflict&) { // the other desk was first
                } catch (const yanxun::Error& refused) {
                    if (std::string(refused.what()).find("不能冲销") == std::string::npos) {
                        ++failed;
                        ADD_FAILURE() << refused.what();
                        return;
                    }
                }
            }
        }
    };
    std::thread other([&] { work(*second, 7); });
    work(db(), 8);
    other.join();
    EXPECT_EQ(failed, 0);
    EXPECT_GT(posted, sharedSequences);
    expectSound();
    db().read([&](Reader& reader) {
        for (std::int64_t activity = 1; activity <= 5; ++activity) {
            EXPECT_EQ(links::issued(reader, activity), writtenFor(activity)) << activity;
        }
    });
}

} // namespace
} // namespace materials::testing
