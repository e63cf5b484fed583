// Search of Chinese words in 1.1 million records against LIKE over the same text, with the same answer.
#include "bench/ratio.h"
#include "bench/raw_sqlite.h"
#include "bench/scratch.h"

#include <yanxun/data/database.h>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr long kRecords = 1'100'000;
constexpr long kRareEvery = 22'000, kCommonEvery = 15; // 50 and 73,334 hits
constexpr int kTimes = 20;

std::string bodyOf(long n) {
    static const char* const units[] = {"白石坡镇中心小学", "澄湖街道幸福社区", "禾丰农场安居村", "云溪精密机械有限公司"};
    static const char* const works[] = {"防汛拉练", "消防器材检查", "地震避险", "危险化学品泄漏处置", "电梯困人救援", "用电安全"};
    static const char* const found[] = {"通信联络不畅，现场指挥与各小组之间反复确认", "路线标识不清，部分人员走错出口", "物资准备不足，缺少担架和扩音器",
                                        "人员到位较慢，清点人数用时过长"};
    std::string body = std::string(units[n % 4]) + " " + works[n / 4 % 6] + " 第" + std::to_string(n) + "号 白石坡镇 实战 存在问题：" +
                       found[n / 24 % 4] + " 整改情况：已整改，由安全科复查并拍照留存";
    if (n % kCommonEvery == 0) body += " 组织疏散";
    if (n % kRareEvery == 7) body += " 桥梁坍塌";
    return body;
}

void fillIndex(Database& database) {
    database.write([](Writer& writer) {
        long n = 0;
        writer.indexMany([&](SearchEntry& entry) {
            if (n == kRecords) return false;
            entry.kind = "bench.record";
            entry.recordId = n + 1;
            entry.title = "记录" + std::to_string(n);
            entry.body = bodyOf(n);
            entry.ymd = 20'210'000 + (n % 12 + 1) * 100 + n / 12 % 28 + 1;
            ++n;
            return true;
        });
    });
}

long repeated(int times, const std::function<long()>& work) {
    long answer = 0;
    for (int i = 0; i < times; ++i) answer = work();
    return answer * times;
}

} // namespace

int main(int argc, char** argv) {
    const Scratch scratch("search");
    const FixedClock clock{1'640'000'000'000};
    const auto database = Database::open(scratch.file("search.db").string(), clock, {.create = true, .who = "bench"});
    database->migrate("bench", {});
    fillIndex(*database);
    RawDatabase raw(scratch.file("search.db").string());

    const auto ours = [&](const auto& ask) {
        return repeated(kTimes, [&] {
            long found = 0;
            database->read([&](Reader& reader) { found = ask(reader); });
            return found;
        });
    };
    // LIKE is asked once and stands for as many times.
    const auto like = [&](const std::string& sql) { return kTimes * raw.rows(sql); };
    const auto count = [&](const std::string& sql) { return long(kTimes * raw.scalar(sql)); };
    const double once = 100.0 / kTimes; // ours works kTimes as often as its peer
    const std::string in = "1.1 million records: ";
    const int missed = run(
        argc, argv,
        {{in + "a rare word, 20 times / LIKE once",
          [&] { return ours([](Reader& r) { return long(r.search("坍塌", 100).size()); }); },
          [&] { return like("SELECT kind, record_id, title, ymd FROM search_entry WHERE body LIKE '%坍塌%' ORDER BY id DESC LIMIT 100"); },
          0, once},
         {in + "count of a common word, 20 times / LIKE once",
          [&] { return ours([](Reader& r) { return long(r.searchCount("疏散")); }); },
          [&] { return count("SELECT count(*) FROM search_entry WHERE body LIKE '%疏散%'"); }, 0, once}});
    return missed > 0 ? 1 : 0;
}
