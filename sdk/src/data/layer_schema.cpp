#include "data/layer_schema.h"

namespace yanxun::data {
namespace {

const Migration kChangeLogStep{
    1,
    "change log and its chain",
    {"CREATE TABLE change_log ("
     " seq {int} NOT NULL PRIMARY KEY,"
     " at {int} NOT NULL,"
     " who {text} NOT NULL,"
     " op {text} NOT NULL,"
     " tbl {text} NOT NULL,"
     " record_id {int},"
     " revision {int},"
     " uid {text},"
     " body {text} NOT NULL)",
     "CREATE INDEX change_log_record ON change_log(tbl, record_id)",
     "CREATE TABLE change_link ("
     " number {int} NOT NULL PRIMARY KEY,"
     " first_seq {int} NOT NULL,"
     " last_seq {int} NOT NULL,"
     " at {int} NOT NULL,"
     " who {text} NOT NULL,"
     " hash {text} NOT NULL)"}};

} // namespace

const std::vector<Migration>& layerSteps(Engine engine) {
    static const std::vector<Migration> sqlite{kChangeLogStep};
    static const std::vector<Migration> postgresql{kChangeLogStep};
    return engine == Engine::sqlite ? sqlite : postgresql;
}

} // namespace yanxun::data
