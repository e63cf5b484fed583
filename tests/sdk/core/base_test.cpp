#include <yanxun/progress.h>
#include <yanxun/services.h>
#include <yanxun/settings.h>

#include <gmock/gmock.h>

#include <map>

using namespace yanxun;
using testing::HasSubstr;

namespace {

class MapSettings final : public Settings {
public:
    std::string text(std::string_view key, std::string_view otherwise) const override {
        const auto found = values_.find(key);
        return found == values_.end() ? std::string(otherwise) : found->second;
    }
    void setText(std::string_view key, std::string_view value) override { values_[std::string(key)] = value; }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

class NoServices final : public Services {
protected:
    void put(std::string_view, void*) override {}
    void* get(std::string_view) const override { return nullptr; }
};

struct Lamp {
    static constexpr const char* id = "test.lamp/1";
};

class Stopped final : public Progress {
public:
    void step(std::int64_t, std::int64_t, std::string_view) override {}
    bool cancelled() const override { return true; }
};

TEST(SettingsBaseTest, NumbersAndFlagsAreKeptAsText) {
    MapSettings settings;
    settings.setInteger("width", -120);
    settings.setFlag("open", true);
    EXPECT_EQ(settings.text("width", ""), "-120");
    EXPECT_EQ(settings.integer("width", 5), -120);
    EXPECT_TRUE(settings.flag("open"));
    EXPECT_FALSE(settings.flag("other"));
    EXPECT_TRUE(settings.flag("other", true));
}

TEST(SettingsBaseTest, AValueThatIsNoNumberCountsAsNotSet) {
    MapSettings settings;
    for (const char* wrong : {"", "12x", "1.5", "99999999999999999999"}) {
        settings.setText("width", wrong);
        EXPECT_EQ(settings.integer("width", 5), 5) << wrong;
    }
}

TEST(ServicesBaseTest, AMissingServiceIsNamed) {
    NoServices services;
    EXPECT_EQ(services.find<Lamp>(), nullptr);
    try {
        services.require<Lamp>();
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("test.lamp/1"));
    }
}

TEST(ProgressBaseTest, WorkThatIsStoppedSaysSo) {
    EXPECT_NO_THROW(Progress::none().check());
    EXPECT_THROW(Stopped{}.check(), Cancelled);
}

TEST(ErrorBaseTest, ChildrenAreCaughtByTheirTypeAndAsErrors) {
    const auto caught = [](const auto& error) {
        try {
            throw error;
        } catch (const Error& e) {
            return std::string(e.what());
        }
    };
    EXPECT_EQ(caught(Conflict("一")) + caught(NotFound("二")) + caught(Unavailable("三")) + caught(Full("四")) + caught(Cancelled("五")),
              "一二三四五");
    EXPECT_THROW(throw Full("满"), Full);
}

} // namespace
