#pragma once
#include <yanxun/calendar.h>
#include <yanxun/demo.h>
#include <yanxun/figure.h>
#include <yanxun/report/reports.h>
#include <yanxun/search.h>
#include <yanxun/table/export.h>
#include <yanxun/table/import.h>
#include <yanxun/task.h>
#include <yanxun/verb.h>

#include <memory>

namespace yanxun {

/// Where a plugin puts, in start(), what it adds to the program without a window. Ids start with the plugin's id
/// («drills.held»); an id already taken throws Error. The host forgets everything after the plugin's stop(), so
/// whatever a callback captures must live until then. Callbacks run on any thread with a Reader of that thread
/// unless their header says otherwise.
class YANXUN_EXPORT Contributions {
public:
    virtual ~Contributions();
    virtual void add(FigureKind kind) = 0;
    virtual void add(ReportKind kind) = 0;
    virtual void add(TableKind kind) = 0;
    virtual void add(std::unique_ptr<ImportKind> kind) = 0;
    virtual void add(Verb verb) = 0;
    virtual void add(CalendarKind kind) = 0;
    virtual void add(TaskKind kind) = 0;
    virtual void add(SearchKind kind) = 0;
    virtual void add(DemoKind kind) = 0;
    virtual void add(SummaryKind kind) = 0;
};

} // namespace yanxun
