// A run screen to be killed: the program as it is built with 导调台 in a window, worked by the page's own controls until
// somebody pulls the plug. See run_desk.h for what it is given and what it tells.
#include "gui/run_desk.h"
#include "gui/workplace.h"

#include <unistd.h>

#include <cstdlib>

namespace yanxun::testing {
namespace {

std::string given(const char* variable) {
    const char* const value = std::getenv(variable);
    return value ? value : "";
}

void tell(const std::string& sentence) {
    const std::string line = sentence + "\n"; // short enough that a pipe takes it whole
    if (::write(desk::kTells, line.data(), line.size()) != ssize_t(line.size())) std::_Exit(2);
}

class RunDesk : public ::testing::Test {
protected:
    RunDesk() { work.open("drills.run"); }

    void tellWhatIsShown() {
        tell("shown|" + accessibleName(find("drills.run_clock", work.page())) + "|" + shownNext() + "|" +
             fieldText("drills.run_heads", work.page()) + "|" + holdWord());
    }
    std::string shownNext() { return accessibleName(find("drills.run_next", work.page())); }
    std::string holdWord() { return fieldText("drills.run_hold", work.page()); }
    /// Of the line that is next; 0 = none.
    std::int64_t next() {
        const std::string shown = shownNext(), before = "第 ";
        const std::size_t at = shown.find(before);
        return at == std::string::npos ? 0 : std::atoll(shown.c_str() + at + before.size());
    }
    void deed(const std::string& name, std::int64_t line, const std::function<void()>& act) {
        tell("about|" + name + "|" + std::to_string(line));
        act();
        if (!HasFailure()) tell("done|" + name + "|" + std::to_string(line));
    }
    void press(const std::string& button) { pressButton(button, work.page()); }
    void askedFor(const std::string& button, const std::string& answer) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("answer", answer, dialog);
            dialog->EndModal(wxID_OK);
        });
        press(button);
    }
    void pause() {
        deed("pause", 0, [this] { askedFor("drills.run_hold", "核对"); });
    }
    void resume() {
        deed("resume", 0, [this] { press("drills.run_hold"); });
    }
    void delay(std::int64_t line) {
        deed("delay", line, [this] {
            Dialogs dialogs;
            dialogs.act([](wxDialog* dialog) { pressButton("ok", dialog); });
            press("drills.run_delay");
        });
    }
    /// A line that was sent is chosen in the list, completed, and the next one taken in hand again.
    void complete(std::int64_t line) {
        const std::int64_t following = next();
        if (isDelayed(following)) return; // it would stay chosen and be delayed again
        chooseRow("drills.run_lines", desk::nameOf(line), work.page());
        deed("complete", line, [this] { press("drills.run_complete"); });
        chooseRow("drills.run_lines", desk::nameOf(following), work.page());
    }
    static bool isDelayed(std::int64_t line) { return line % 7 == 3; }
    void goOn() {
        const std::int64_t line = next();
        ASSERT_NE(line, 0) << "the script has come to its end";
        if (isDelayed(line)) return delay(line);
        if (line % 5 == 4) return deed("skip", line, [this] { askedFor("drills.run_skip", "时间不够"); });
        deed("fire", line, [this] { press("drills.run_fire"); });
        if (line % 2 == 0) complete(line);
    }

    Workplace work{given(desk::kTarget), {1112, 800}, std::atoll(given(desk::kNow).c_str())};
};

TEST_F(RunDesk, WorksUntilItIsKilled) {
    tellWhatIsShown();
    if (holdWord() == "继续") resume();
    for (int step = 1; !HasFailure(); ++step) {
        goOn();
        if (step % 4 != 0) continue;
        pause();
        resume();
    }
}

} // namespace
} // namespace yanxun::testing
