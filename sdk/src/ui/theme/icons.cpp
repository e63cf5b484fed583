#include "../ui_log.h"

#include <yanxun/ui/theme.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace yanxun::ui {

namespace {

struct Icons {
    std::vector<std::filesystem::path> folders;
    std::map<std::string, std::string> sources; ///< name → SVG as drawn
    std::map<std::string, wxBitmapBundle> made; ///< name, colour and size → bitmaps
    std::set<std::string> missing;
};

Icons& icons() {
    static Icons all;
    return all;
}

bool isName(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::optional<std::string> read(const std::string& name) {
    if (!isName(name)) return {};
    for (const auto& folder : icons().folders) {
        std::ifstream file(folder / (name + ".svg"), std::ios::binary);
        if (file) return std::string(std::istreambuf_iterator<char>(file), {});
    }
    return {};
}

const std::string* source(const std::string& name) {
    if (const auto known = icons().sources.find(name); known != icons().sources.end()) return &known->second;
    if (auto svg = read(name)) return &icons().sources.emplace(name, std::move(*svg)).first->second;
    if (icons().missing.insert(name).second) logWarning("icon not found: " + name);
    return nullptr;
}

constexpr int kSmall = 16; // DIP; thin lines turn pale at this size

std::string replaced(std::string text, std::string_view old, const std::string& now) {
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + now.size()))
        text.replace(at, old.size(), now);
    return text;
}

// wx's SVG reader knows no «currentColor».
std::string drawn(const std::string& svg, const std::string& colour, int dip) {
    std::string coloured = replaced(svg, "currentColor", colour);
    return dip > kSmall ? coloured : replaced(std::move(coloured), "stroke-width=\"1.8\"", "stroke-width=\"2.2\"");
}

wxBitmapBundle emptySquare(int dip) {
    static const char kNothing[] = R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>)";
    return wxBitmapBundle::FromSVG(kNothing, wxSize(dip, dip));
}

} // namespace

void addIconFolder(const std::filesystem::path& folder) {
    auto& folders = icons().folders;
    if (std::find(folders.begin(), folders.end(), folder) != folders.end()) return;
    folders.push_back(folder);
    icons().missing.clear();
}

wxBitmapBundle icon(const std::string& name, const wxColour& colour, int dip) {
    const std::string* const svg = source(name);
    if (!svg) return emptySquare(dip);
    const std::string hex = utf8(colour.GetAsString(wxC2S_HTML_SYNTAX));
    const std::string key = name + hex + std::to_string(dip);
    auto& made = icons().made;
    if (const auto known = made.find(key); known != made.end()) return known->second;
    const wxBitmapBundle bundle = wxBitmapBundle::FromSVG(drawn(*svg, hex, dip).c_str(), wxSize(dip, dip));
    if (!bundle.IsOk()) {
        logWarning("icon cannot be drawn: " + name);
        return emptySquare(dip);
    }
    return made.emplace(key, bundle).first->second;
}

} // namespace yanxun::ui
