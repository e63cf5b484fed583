#pragma once
#include <yanxun/ui/export.h>

#include <wx/window.h>

#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace yanxun {
class Log;
}

namespace yanxun::ui {

/// Where the widgets write what no person need read; the host gives its log at start and null before it goes.
YANXUN_UI_EXPORT void setLog(Log* log);
/// Runs `work` and shows what it throws: for handlers, which no exception may leave. True when all went well.
YANXUN_UI_EXPORT bool guarded(wxWindow* parent, const std::function<void()>& work) noexcept;

/// Shows what went wrong as a sentence (the whole of an Error; for others a general one and the log).
YANXUN_UI_EXPORT void showError(wxWindow* parent, std::exception_ptr error);
/// What showError would say, for places of their own.
YANXUN_UI_EXPORT std::string sentenceOf(std::exception_ptr error);
YANXUN_UI_EXPORT void showMessage(wxWindow* parent, const std::string& text);
/// The buttons carry the deed's name («删除»), not «是».
YANXUN_UI_EXPORT bool confirm(wxWindow* parent, const std::string& question, const std::string& deed);
/// `filters` in wx's form: «表格 (*.xlsx;*.csv)|*.xlsx;*.csv».
YANXUN_UI_EXPORT std::optional<std::filesystem::path> openFile(wxWindow* parent, const std::string& title,
                                                               const std::string& filters);
/// `folder`: where the dialog begins; empty = where the last one ended.
YANXUN_UI_EXPORT std::optional<std::filesystem::path> saveFile(wxWindow* parent, const std::string& title,
                                                               const std::string& filters, const std::string& name,
                                                               const std::filesystem::path& folder = {});
YANXUN_UI_EXPORT std::optional<std::string> askText(wxWindow* parent, const std::string& question,
                                                    const std::string& value = {});

} // namespace yanxun::ui
