#include "core/answer_text.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

struct Piece {
    std::string before, after;
    bool found = false;
};

Piece split(const std::string& line, char mark) {
    const std::size_t at = line.find(mark);
    if (at == std::string::npos) return {yanxun::text::key(line), {}, false};
    return {yanxun::text::key(line.substr(0, at)), yanxun::text::key(line.substr(at + 1)), true};
}

void readLine(const ScoreSheet& sheet, const std::string& line, Answers& answers) {
    const Piece named = split(line, '=');
    const ScoreItem* item = sheet.item(named.before);
    if (!named.found || !item) {
        throw Error(tr("看不懂“{}”：请写成 1.1=符合，评分表“{}”要有这个编号。", line, sheet.title));
    }
    const Piece reasoned = split(named.after, '|');
    ItemAnswer answer = typedAnswer(*item, reasoned.before, reasoned.after);
    if (!answers.emplace(item->no, std::move(answer)).second) throw Error(tr("第 {} 项填写了两次。", item->no));
}

} // namespace

Answers readAnswers(const ScoreSheet& sheet, const std::string& text) {
    Answers answers;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\n", at), text.size());
        const std::string line = yanxun::text::key(text.substr(at, end - at));
        at = end + 1;
        if (!line.empty() && line.front() != '#') readLine(sheet, line, answers);
    }
    return answers;
}

} // namespace drills
