#include "report/pdf/pages.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::pdf {
namespace {

constexpr double kFooter = 16;      // room for the page number above the lower margin
constexpr double kKeepWithNext = 70; // a heading needs so much company on its page

constexpr std::size_t kCompany = 3;  // fewer rows than that are not left alone on the last page of their table

double spaceBefore(TextRole role) {
    switch (role) {
    case TextRole::title: return 0;
    case TextRole::meta: return 4;
    case TextRole::heading: return 14;
    case TextRole::subheading: return 10;
    case TextRole::paragraph: return 3;
    case TextRole::caption: return 6;
    case TextRole::warning: return 3;
    }
    return 0;
}

bool leadsOn(TextRole role) {
    return role == TextRole::heading || role == TextRole::subheading || role == TextRole::caption;
}

class Paginator {
public:
    Paginator(const Blocks& blocks, const PageStyle& style, const Typesetter& typesetter, Progress& progress)
        : blocks_(blocks), style_(style), typesetter_(typesetter), progress_(progress), turned_(blocks.all.size()) {}

    Pages run() {
        planTables();
        for (std::size_t i = 0; i < blocks_.all.size(); ++i) {
            progress_.check();
            progress_.step(std::int64_t(i), std::int64_t(blocks_.all.size()), tr("正在排版"));
            if (pages_.all.empty() || page().landscape != turned_[i]) newPage(turned_[i]);
            std::visit([&](const auto& block) { put(i, block); }, blocks_.all[i]);
        }
        if (pages_.all.empty()) newPage(false);
        return std::move(pages_);
    }

private:
    /// What leads on to a wide table stands with it on turned paper, and so does the sentence about rows left out.
    void planTables() {
        for (std::size_t i = 0; i < blocks_.all.size(); ++i) {
            const auto* table = std::get_if<TableBlock>(&blocks_.all[i]);
            if (!table) continue;
            const TablePlan& plan = pages_.tables.emplace(i, planTable(*table, style_, typesetter_, progress_)).first->second;
            if (!plan.landscape) continue;
            turned_[i] = true;
            for (std::size_t before = i; before-- > 0 && std::holds_alternative<TextBlock>(blocks_.all[before]);) turned_[before] = true;
            if (i + 1 < blocks_.all.size()) {
                const auto* after = std::get_if<TextBlock>(&blocks_.all[i + 1]);
                if (after && after->role == TextRole::warning) turned_[i + 1] = true;
            }
        }
    }

    PageLayout& page() { return pages_.all.back(); }
    double room() { return page().height() - style_.bottom - kFooter - y_; }
    bool fresh() { return page().placed.empty(); }

    void newPage(bool landscape) {
        pages_.all.push_back({landscape, {}});
        y_ = style_.top;
    }
    void breakPage() { newPage(page().landscape); }

    void place(std::size_t block, Part part, std::size_t first, std::size_t last, double height) {
        page().placed.push_back({block, part, first, last, y_});
        y_ += height;
    }

    void put(std::size_t index, const TextBlock& block) {
        const TextLayout layout = typesetter_.set(block.text, formOf(block.role, style_, page().landscape));
        const double height = Typesetter::height(*layout);
        const double lead = fresh() ? 0 : spaceBefore(block.role);
        if (!fresh() && room() < lead + height + (leadsOn(block.role) ? kKeepWithNext : 0)) breakPage();
        else y_ += lead;
        if (block.role == TextRole::heading || block.role == TextRole::subheading) {
            pages_.outline.push_back({block.text, block.role == TextRole::heading ? 0 : 1, pages_.all.size() - 1, y_});
        }
        putLines(index, *layout);
        if (block.role == TextRole::meta) y_ += 6;
        if (block.role == TextRole::paragraph) y_ += 2;
        if (leadsOn(block.role)) y_ += 4;
    }

    /// A text longer than the page goes on on the next.
    void putLines(std::size_t index, PangoLayout& layout) {
        const int count = pango_layout_get_line_count(&layout);
        const double line = Typesetter::height(layout) / std::max(count, 1);
        for (std::size_t done = 0; done < std::size_t(count);) {
            const auto fit = std::max<std::size_t>(1, std::size_t(std::max(0.0, room() / line)));
            const std::size_t last = std::min(done + fit, std::size_t(count));
            place(index, Part::lines, done, last, double(last - done) * line);
            done = last;
            if (done < std::size_t(count)) breakPage();
        }
    }

    void put(std::size_t index, const FactsBlock& block) {
        y_ += fresh() ? 0 : 6;
        for (std::size_t done = 0; done < block.facts.size();) {
            if (!fresh() && room() < sizes::kFactHeight) breakPage();
            const std::size_t last = std::min(done + sizes::kFactsInRow, block.facts.size());
            place(index, Part::facts, done, last, sizes::kFactHeight + sizes::kFactGap);
            done = last;
        }
        y_ += 2;
    }

    void put(std::size_t index, const ChartBlock& block) {
        y_ += fresh() ? 0 : 4;
        if (block.standing) {
            if (!fresh() && room() < sizes::kStandingHeight) breakPage();
            place(index, Part::standingChart, 0, block.bars.size(), sizes::kStandingHeight);
        } else {
            for (std::size_t done = 0; done < block.bars.size();) {
                if (!fresh() && room() < sizes::kBarHeight) breakPage();
                const std::size_t last = std::min(block.bars.size(), done + std::size_t(room() / sizes::kBarHeight));
                place(index, Part::bars, done, last, double(last - done) * sizes::kBarHeight);
                done = last;
            }
        }
        y_ += 8;
    }

    /// The head stands again on every page, never alone, and the total never without a row above it.
    void put(std::size_t index, const TableBlock& block) {
        const TablePlan& plan = pages_.tables.at(index);
        const std::size_t rows = plan.rowHeights.size();
        const auto heightOf = [&](std::size_t row) {
            return double(plan.rowHeights[row]) + (row + 1 == rows ? plan.totalHeight : 0);
        };
        const double first = plan.headHeight + (rows > 0 ? heightOf(0) : plan.totalHeight);
        if (!fresh() && room() < first) breakPage();
        place(index, Part::tableHead, 0, 0, plan.headHeight);
        for (std::size_t done = 0; done < rows;) {
            std::size_t last = done;
            double height = 0;
            while (last < rows && height + heightOf(last) <= room()) height += double(plan.rowHeights[last++]);
            if (last < rows && rows - last < kCompany && last - done > 2 * kCompany) {
                for (std::size_t i = 0; i < kCompany; ++i) height -= double(plan.rowHeights[--last]);
            }
            if (last > done) place(index, Part::tableRows, done, last, height);
            done = last;
            if (done < rows) { // a row is at most half a page, so it fits on the next
                breakPage();
                place(index, Part::tableHead, 0, 0, plan.headHeight);
            }
        }
        if (!block.totals.empty()) place(index, Part::tableTotal, 0, 0, plan.totalHeight);
        y_ += 8;
    }

    const Blocks& blocks_;
    const PageStyle& style_;
    const Typesetter& typesetter_;
    Progress& progress_;
    std::vector<char> turned_;
    Pages pages_;
    double y_ = 0;
};

} // namespace

TextForm formOf(TextRole role, const PageStyle& style, bool landscape) {
    TextForm form;
    form.width = style.width(landscape);
    form.size = style.text;
    switch (role) {
    case TextRole::title:
        form.size = style.title;
        form.bold = true;
        form.align = PANGO_ALIGN_CENTER;
        break;
    case TextRole::meta:
        form.size = style.note;
        form.align = PANGO_ALIGN_CENTER;
        break;
    case TextRole::heading:
        form.size = style.heading;
        form.bold = true;
        break;
    case TextRole::subheading: form.bold = true; break;
    case TextRole::paragraph: form.indent = 2 * style.text; break; // 首行空两字
    case TextRole::caption:
        form.size = style.table;
        form.bold = true;
        break;
    case TextRole::warning: form.size = style.note; break;
    }
    return form;
}

Pages paginate(const Blocks& blocks, const PageStyle& style, const Typesetter& typesetter, Progress& progress) {
    return Paginator(blocks, style, typesetter, progress).run();
}

} // namespace yanxun::pdf
