#include "core/atomic_file.h"
#include "report/pdf/painter.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/version.h>

#include <cairo-pdf.h>

#include <cstring>
#include <new>
#include <stdexcept>

namespace yanxun {
namespace {

using namespace pdf;

// A page holds about fifty rows: four hundred pages of one table nobody reads on paper.
constexpr std::size_t kMostPdfRows = 20'000;

struct SurfaceFreed {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextFreed {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFreed>;
using Context = std::unique_ptr<cairo_t, ContextFreed>;

cairo_status_t writeTo(void* file, const unsigned char* bytes, unsigned count) {
    std::ofstream& out = static_cast<AtomicFile*>(file)->out();
    out.write(reinterpret_cast<const char*>(bytes), std::streamsize(count));
    return out ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/// A report laid out: what both the file and the preview are painted from.
struct Paper {
    Paper(const Report& report, const std::vector<std::filesystem::path>& styles, Progress& progress)
        : style(readPageStyle(styles)), typesetter(style), blocks(blocksOf(report, kMostPdfRows, progress)),
          pages(paginate(blocks, style, typesetter, progress)) {}

    PageStyle style;
    Typesetter typesetter;
    Blocks blocks;
    Pages pages;
};

void describe(cairo_surface_t* surface, const Blocks& blocks) {
    const auto say = [&](cairo_pdf_metadata_t what, const std::string& words) {
        if (!words.empty()) cairo_pdf_surface_set_metadata(surface, what, words.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, blocks.title);
    say(CAIRO_PDF_METADATA_AUTHOR, blocks.issuer);
    say(CAIRO_PDF_METADATA_SUBJECT, blocks.scope);
    say(CAIRO_PDF_METADATA_CREATOR, std::string("Yanxun ") + YANXUN_SDK_VERSION);
    // Given, never taken: the same records make the same file.
    say(CAIRO_PDF_METADATA_CREATE_DATE, isoInstant(blocks.madeAt));
    say(CAIRO_PDF_METADATA_MOD_DATE, isoInstant(blocks.madeAt));
}

void addOutline(cairo_surface_t* surface, const std::vector<OutlineEntry>& outline) {
    int section = CAIRO_PDF_OUTLINE_ROOT;
    for (const OutlineEntry& entry : outline) {
        const std::string where =
            "page=" + std::to_string(entry.page + 1) + " pos=[0 " + std::to_string(int(entry.y) - 4) + "]";
        const int parent = entry.level == 0 ? int(CAIRO_PDF_OUTLINE_ROOT) : section;
        const int made = cairo_pdf_surface_add_outline(surface, parent, entry.title.c_str(), where.c_str(),
                                                       CAIRO_PDF_OUTLINE_FLAG_OPEN);
        if (entry.level == 0) section = made;
    }
}

void paintAll(const Paper& paper, cairo_surface_t* surface, Progress& progress) {
    const Context context(cairo_create(surface));
    Painter painter(paper.blocks, paper.pages, paper.style, paper.typesetter);
    for (std::size_t i = 0; i < paper.pages.all.size(); ++i) {
        progress.check();
        progress.step(std::int64_t(i), std::int64_t(paper.pages.all.size()), tr("正在写出 PDF"));
        cairo_pdf_surface_set_size(surface, paper.pages.all[i].width(), paper.pages.all[i].height());
        painter.paint(*context, i);
        cairo_show_page(context.get());
    }
    addOutline(surface, paper.pages.outline);
}

} // namespace

void savePdf(const Report& report, const std::vector<std::filesystem::path>& styles, const std::filesystem::path& path,
             Progress& progress) {
    AtomicFile file(path); // first: a folder that is not there is said at once
    const Paper paper(report, styles, progress);
    const Surface surface(cairo_pdf_surface_create_for_stream(writeTo, &file, kShortSide, kLongSide));
    describe(surface.get(), paper.blocks);
    paintAll(paper, surface.get(), progress);
    cairo_surface_finish(surface.get());
    file.check();
    if (cairo_surface_status(surface.get()) == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(cairo_status_to_string(cairo_surface_status(surface.get())));
    }
    file.commit();
}

struct ReportPages::Inner : Paper {
    using Paper::Paper;
};

ReportPages::ReportPages(const Report& report, const std::vector<std::filesystem::path>& styles, Progress& progress)
    : inner_(std::make_unique<Inner>(report, styles, progress)) {}
ReportPages::~ReportPages() = default;
ReportPages::ReportPages(ReportPages&&) noexcept = default;
ReportPages& ReportPages::operator=(ReportPages&&) noexcept = default;

int ReportPages::count() const { return int(inner_->pages.all.size()); }

PageImage ReportPages::paint(int page, double dpi) const {
    if (page < 0 || page >= count()) throw NotFound(tr("没有第 {} 页，这份报表共 {} 页。", page + 1, count()));
    const PageLayout& layout = inner_->pages.all[std::size_t(page)];
    const double scale = dpi / 72;
    PageImage image;
    image.width = int(layout.width() * scale + 0.5);
    image.height = int(layout.height() * scale + 0.5);
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    Painter(inner_->blocks, inner_->pages, inner_->style, inner_->typesetter).paint(*context, std::size_t(page));
    cairo_surface_flush(surface.get());
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();

    image.rgb.reserve(std::size_t(image.width) * std::size_t(image.height) * 3);
    const unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, bytes + std::ptrdiff_t(y) * stride + x * 4, sizeof pixel);
            for (const int shift : {16, 8, 0}) image.rgb.push_back(static_cast<unsigned char>(pixel >> shift));
        }
    }
    return image;
}

} // namespace yanxun
