#pragma once
#include <yanxun/data/migration.h>

#include <vector>

namespace training {

/// Tables of this plugin: training_programme, _class, _session, _learner, _attendance, _exam_result, _credit,
/// _trainee, _certificate, _archive_part.
std::vector<yanxun::Migration> migrations();

} // namespace training
