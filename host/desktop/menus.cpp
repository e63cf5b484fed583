#include "desktop/menus.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/menu.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace yanxun::desktop {

using namespace yanxun::ui;

std::string fileMenu() { return tr("文件"); }
std::string viewMenu() { return tr("查看"); }
std::string helpMenu() { return tr("帮助"); }

namespace {

constexpr int kFirst = -1'000'000, kLast = 1'000'000, kBlock = 100; // a line between the hundreds of the orders

int rank(const std::string& menu, const std::map<std::string, int>& lowest) {
    if (menu == fileMenu()) return kFirst;
    if (menu == viewMenu()) return kFirst + 1;
    if (menu == helpMenu()) return kLast;
    return lowest.at(menu);
}

void arrange(std::vector<Command>& commands) {
    std::map<std::string, int> lowest;
    for (const Command& command : commands) {
        const auto [menu, first] = lowest.try_emplace(command.menu, command.order);
        if (!first) menu->second = std::min(menu->second, command.order);
    }
    std::stable_sort(commands.begin(), commands.end(), [&](const Command& a, const Command& b) {
        return std::tuple(rank(a.menu, lowest), a.menu, a.order) < std::tuple(rank(b.menu, lowest), b.menu, b.order);
    });
}

void wire(wxFrame* frame, int id, const std::shared_ptr<const Command>& command) {
    frame->Bind(
        wxEVT_MENU,
        [frame, command](wxCommandEvent&) {
            guarded(frame, [&] {
                if (!command->enabled || command->enabled()) command->run(frame);
            });
        },
        id);
}

} // namespace

void setMenus(wxFrame* frame, std::vector<Command> commands, Log& log) {
    arrange(commands);
    auto* const bar = new wxMenuBar;
    wxMenu* menu = nullptr;
    std::string title;
    int block = 0;
    std::set<std::string> keys;
    std::map<int, std::shared_ptr<const Command>> byId;
    for (const Command& command : commands) {
        if (!menu || command.menu != title) {
            menu = new wxMenu;
            title = command.menu;
            block = command.order / kBlock;
            bar->Append(menu, wx(title));
        } else if (command.order / kBlock != block) {
            menu->AppendSeparator();
            block = command.order / kBlock;
        }
        std::string label = command.label;
        if (!command.shortcut.empty() && keys.insert(command.shortcut).second) label += "\t" + command.shortcut;
        else if (!command.shortcut.empty()) log.warning("shortcut " + command.shortcut + " of " + command.id + " is taken");
        const int id = menu->Append(wxID_ANY, wx(label))->GetId();
        byId[id] = std::make_shared<const Command>(command);
        wire(frame, id, byId[id]);
    }
    bar->Bind(wxEVT_MENU_OPEN, [bar, byId](wxMenuEvent& event) {
        event.Skip();
        for (const auto& [id, command] : byId) {
            if (command->enabled) guarded(bar, [&, id = id] { bar->Enable(id, command->enabled()); });
        }
    });
    frame->SetMenuBar(bar);
}

} // namespace yanxun::desktop
