#include "training_fixture.h"

#include <algorithm>

namespace training::testing {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Writer;

class CertificateTest : public TrainingTest {
protected:
    static CertificateDraft paper(Date issued) {
        CertificateDraft made;
        made.name = "卞思远";
        made.unitName = "恒业化工";
        made.type = "特种作业证";
        made.operation = "低压电工作业";
        made.number = "示0000000001";
        made.issuedOn = issued;
        made.createUnit = true;
        return made;
    }
    std::int64_t put(const CertificateDraft& draft) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = papers.add(writer, draft); });
        return id;
    }
    Certificate at(std::int64_t id) {
        Certificate one;
        db().read([&](Reader& reader) { one = certificates::get(reader, id); });
        return one;
    }
    CertificateState state(std::int64_t id, Date day) { return stateOf(at(id), rules, day); }
};
YANXUN_ON_BOTH_ENGINES(CertificateTest);

TEST_P(CertificateTest, BothClocksRunFromTheIssueOn29February) {
    const auto id = put(paper({2020, 2, 29}));
    EXPECT_EQ(at(id).type, "special-operation") << "known by another word";
    EXPECT_EQ(at(id).validUntil, (Date{2026, 2, 28}));
    EXPECT_EQ(at(id).reviewDue, (Date{2023, 2, 28}));
    EXPECT_EQ(state(id, {2022, 8, 31}), CertificateState::valid) << "181 days left";
    EXPECT_EQ(state(id, {2022, 9, 1}), CertificateState::dueSoon);
    EXPECT_EQ(state(id, {2023, 2, 28}), CertificateState::dueSoon) << "the last day still counts";
    EXPECT_EQ(state(id, {2023, 3, 1}), CertificateState::reviewOverdue);
    EXPECT_EQ(state(id, {2026, 3, 1}), CertificateState::expired);
}

TEST_P(CertificateTest, AReviewStartsTheNextOneUnlessTheEndComesFirst) {
    const auto id = put(paper({2018, 5, 10}));
    EXPECT_EQ(at(id).reviewDue, (Date{2021, 5, 10}));
    db().write([&](Writer& writer) { papers.review(writer, id, at(id).revision, {2021, 4, 20}); });
    EXPECT_FALSE(at(id).reviewDue) << "the next would fall on the end";
    EXPECT_EQ(at(id).reviewedOn, (Date{2021, 4, 20}));
    EXPECT_EQ(at(id).validUntil, (Date{2024, 5, 10}));
    EXPECT_NE(refusal([&](Writer& writer) {
                  papers.review(writer, id, at(id).revision, {2021, 5, 1});
              }),
              "")
        << "none is due";
    CertificateDraft longer = paper({2018, 5, 11});
    longer.number = "示2";
    longer.validUntil = Date{2030, 5, 11};
    const auto other = put(longer);
    db().write([&](Writer& writer) { papers.review(writer, other, 1, {2021, 5, 1}); });
    EXPECT_EQ(at(other).reviewDue, (Date{2024, 5, 11}));
}

TEST_P(CertificateTest, EachIssueIsARowThatNamesTheOneBefore) {
    const auto first = put(paper({2010, 6, 1}));
    std::int64_t second = 0;
    db().write([&](Writer& writer) {
        second = papers.renew(writer, first, at(first).revision, {2016, 5, 20}, "", {});
    });
    EXPECT_EQ(at(second).replaces, first);
    EXPECT_TRUE(at(first).replaced);
    EXPECT_EQ(state(first, {2021, 6, 30}), CertificateState::replaced);
    EXPECT_NE(refusal([&](Writer& writer) {
                  papers.renew(writer, first, at(first).revision, {2017, 1, 1}, "", {});
              }),
              "");
    EXPECT_NE(refusal([&](Writer& writer) {
                  papers.renew(writer, second, at(second).revision, {2016, 5, 20}, "", {});
              }),
              "");
    std::int64_t third = 0;
    db().write([&](Writer& writer) {
        third = papers.renew(writer, second, at(second).revision, {2021, 6, 1}, "新号9", {});
    });
    EXPECT_EQ(at(third).replaces, second) << "another number, the same person's next issue";
    EXPECT_EQ(at(third).number, "新号9");
    db().write([&](Writer& writer) { papers.remove(writer, third, at(third).revision); });
    EXPECT_FALSE(at(second).replaced) << "the last one holds again";
}

TEST_P(CertificateTest, TheChainIsRightInWhateverOrderIssuesCome) {
    std::vector<Date> days{{2009, 1, 5}, {2015, 1, 5}, {2021, 1, 5}};
    int variant = 0;
    do {
        std::map<std::int64_t, std::int64_t> byDay;
        for (const Date day : days) {
            CertificateDraft one = paper(day);
            one.number = "示" + std::to_string(variant);
            byDay[day.ymd()] = put(one);
        }
        const auto a = byDay[20090105], b = byDay[20150105], c = byDay[20210105];
        EXPECT_EQ(at(a).replaces, 0);
        EXPECT_EQ(at(b).replaces, a);
        EXPECT_EQ(at(c).replaces, b);
        EXPECT_TRUE(at(a).replaced && at(b).replaced);
        EXPECT_FALSE(at(c).replaced);
        db().write([&](Writer& writer) { papers.remove(writer, b, at(b).revision); });
        EXPECT_EQ(at(c).replaces, a) << "the chain closes";
        EXPECT_TRUE(at(a).replaced);
        ++variant;
    } while (std::next_permutation(days.begin(), days.end()));
    EXPECT_EQ(variant, 6);
}

TEST_P(CertificateTest, WhatIsWrongIsSaid) {
    const auto reason = [&](const std::function<void(CertificateDraft&)>& spoil) {
        CertificateDraft one = paper({2020, 6, 1});
        spoil(one);
        return refusal([&](Writer& writer) { papers.add(writer, one); });
    };
    EXPECT_EQ(reason([](CertificateDraft& d) { d.name = ""; }), "请填写姓名。");
    EXPECT_EQ(reason([](CertificateDraft& d) { d.number = " "; }), "请填写证号。");
    EXPECT_NE(reason([](CertificateDraft& d) { d.issuedOn = {}; }), "");
    EXPECT_NE(reason([](CertificateDraft& d) { d.validUntil = Date{2019, 1, 1}; }), "");
    EXPECT_NE(reason([](CertificateDraft& d) {
                  d.validUntil = Date{2021, 1, 1};
                  d.reviewDue = Date{2021, 2, 1};
              }),
              "");
    EXPECT_EQ(reason([](CertificateDraft&) {}), "");
    EXPECT_NE(reason([](CertificateDraft&) {}), "") << "this very issue is there";
}

TEST_P(CertificateTest, RevokedOnesStandStillAndAreNotRenewed) {
    const auto id = put(paper({2020, 6, 1}));
    EXPECT_NE(
        refusal([&](Writer& writer) { papers.setStanding(writer, id, at(id).revision, Standing::revoked, ""); }), "");
    db().write([&](Writer& writer) { papers.setStanding(writer, id, at(id).revision, Standing::revoked, "冒用"); });
    EXPECT_EQ(state(id, {2021, 6, 30}), CertificateState::revoked);
    EXPECT_NE(refusal([&](Writer& writer) { papers.review(writer, id, at(id).revision, {2021, 6, 1}); }), "");
    db().read([&](Reader& reader) { EXPECT_EQ(certificates::dueCount(reader, {2099, 1, 1}), 0); });
}

TEST_P(CertificateTest, ListsFindTheDueFirstAndByWords) {
    put(paper({2015, 8, 1}));
    CertificateDraft late = paper({2020, 6, 1});
    late.name = "岑若溪";
    late.number = "示3";
    put(late);
    db().read([&](Reader& reader) {
        CertificateFilter filter;
        filter.dueUntil = Date{2021, 12, 27};
        EXPECT_EQ(certificates::ids(reader, filter, CertificateOrder::due, true, 10).total, 1);
        filter = {};
        filter.text = "若溪";
        EXPECT_EQ(certificates::ids(reader, filter, CertificateOrder::due, true, 10).total, 1);
        EXPECT_EQ(certificates::ids(reader, {}, CertificateOrder::name, false, 1).total, 2);
    });
}

TEST(Mask, ShowsSixCharactersAndNoMore) {
    EXPECT_EQ(maskNumber("T990101199001011234"), "T99010*************");
    EXPECT_EQ(maskNumber("示0000000001"), "示00000*****");
    EXPECT_EQ(maskNumber("12"), "12");
    // The same number shows the same characters, whatever the list.
    EXPECT_EQ(maskNumber(maskNumber("T990101199001011234")), maskNumber("T990101199001011234"));
}

} // namespace
} // namespace training::testing
