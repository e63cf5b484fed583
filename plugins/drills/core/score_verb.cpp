#include "core/drill_verbs.h"
#include "core/result_output.h"
#include "core/score_sheet_entries.h"
#include "core/score_sheet_result.h"
#include "core/text_file.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::VerbCall;

int scoreFiles(VerbCall& call) {
    const ScoreSheet sheet = readScoreSheet(call.text("sheet"));
    const Entries entries = readEntries(call.text("entries"), sheet);
    const ScoreResult result = score(sheet, entries.panel);
    const std::string hash = inputsHash(sheet, entries.panel);
    if (call.has("o")) writeTextFile(call.text("o"), resultXml(sheet, result, hash));
    call.output->field("sheet", tr("评分表"), sheet.id);
    call.output->field("sheet_version", tr("评分表版本"), sheet.version, yanxun::CellKind::integer);
    putResult(*call.output, result);
    call.output->field("inputs_hash", tr("输入校验值"), hash);
    return 0;
}

} // namespace

yanxun::Verb scoreVerb() {
    yanxun::Verb verb;
    verb.id = "drills.score";
    verb.title = tr("按评分表文件和评分文件计算得分（不用数据库）");
    verb.parameters = {{"sheet", tr("评分表文件（scoresheet）"), true, false, false},
                       {"entries", tr("评分文件（entries）"), true, false, false},
                       {"o", tr("把结果写成文件（result）"), false, false, false}};
    verb.needsDatabase = false;
    verb.run = scoreFiles;
    return verb;
}

} // namespace drills
