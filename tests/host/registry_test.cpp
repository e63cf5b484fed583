#include "core/registry.h"
#include "core/service_map.h"

#include <gtest/gtest.h>

using namespace yanxun;
using namespace yanxun::host;

namespace {

FigureKind figure(const std::string& id, int order) {
    FigureKind kind;
    kind.id = id;
    kind.order = order;
    return kind;
}

std::vector<std::string> ids(const Registry& registry) {
    std::vector<std::string> all;
    for (const FigureKind& kind : registry.figures()) all.push_back(kind.id);
    return all;
}

class Answer {
public:
    static constexpr const char* id = "alpha.answer/1";
    virtual ~Answer() = default;
    virtual int value() const = 0;
};

class Known final : public Answer {
public:
    int value() const override { return 42; }
};

} // namespace

TEST(Registry, FiguresStandByOrderThenId) {
    Registry registry;
    const auto alpha = registry.contributionsOf("alpha"), beta = registry.contributionsOf("beta");
    alpha->add(figure("alpha.z", 1));
    beta->add(figure("beta.first", 0));
    alpha->add(figure("alpha.b", 1));
    EXPECT_EQ(ids(registry), (std::vector<std::string>{"beta.first", "alpha.b", "alpha.z"}));
}

TEST(Registry, AnIdMustBeginWithItsPlugin) {
    Registry registry;
    const auto alpha = registry.contributionsOf("alpha");
    EXPECT_THROW(alpha->add(figure("beta.x", 0)), Error);
    EXPECT_THROW(alpha->add(figure("alphabet.x", 0)), Error);
    EXPECT_THROW(alpha->add(figure("alpha.", 0)), Error);
    EXPECT_TRUE(registry.figures().empty());
}

TEST(Registry, AnIdIsTakenOnce) {
    Registry registry;
    const auto alpha = registry.contributionsOf("alpha");
    alpha->add(figure("alpha.x", 0));
    EXPECT_THROW(alpha->add(figure("alpha.x", 5)), Error);
    alpha->add(SearchKind{"alpha.x", "", "", ""}); // another sort may have the same name
}

TEST(Registry, ForgettingAPluginLeavesTheOthers) {
    Registry registry;
    registry.contributionsOf("alpha")->add(figure("alpha.x", 0));
    registry.contributionsOf("alphabet")->add(figure("alphabet.x", 0));
    registry.forget("alpha");
    EXPECT_EQ(ids(registry), std::vector<std::string>{"alphabet.x"});
}

TEST(Registry, TheHostsOwnStaysWhenPluginsGo) {
    Registry registry;
    registry.ownContributions()->add(figure("summary.x", 0));
    registry.contributionsOf("alpha")->add(figure("alpha.x", 0));
    EXPECT_THROW(registry.ownContributions()->add(figure("alpha.y", 0)), Error);
    EXPECT_THROW(registry.contributionsOf("alpha")->add(figure("summary.y", 0)), Error);
    registry.forget("alpha");
    EXPECT_EQ(ids(registry), std::vector<std::string>{"summary.x"});
}

TEST(Registry, AskingForWhatIsNotThereListsWhatIs) {
    Registry registry;
    registry.contributionsOf("alpha")->add(figure("alpha.x", 0));
    try {
        registry.figure("alpha.y");
        FAIL() << "nothing was thrown";
    } catch (const NotFound& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("alpha.x"), std::string::npos);
        EXPECT_NE(std::string(wrong.what()).find("alpha.y"), std::string::npos);
    }
    EXPECT_EQ(registry.verb("alpha.none"), nullptr);
}

TEST(Services, AreFoundByIdUntilTheirPluginIsForgotten) {
    ServiceMap map;
    Known known;
    const auto alpha = map.servicesOf("alpha"), beta = map.servicesOf("beta");
    EXPECT_EQ(beta->find<Answer>(), nullptr);
    EXPECT_THROW(beta->require<Answer>(), Error);
    alpha->provide<Answer>(known);
    EXPECT_EQ(beta->require<Answer>().value(), 42);
    map.forget("alpha");
    EXPECT_EQ(beta->find<Answer>(), nullptr);
}

TEST(Services, AreOfferedByOnePluginOnly) {
    ServiceMap map;
    Known known;
    map.servicesOf("alpha")->provide<Answer>(known);
    EXPECT_THROW(map.servicesOf("beta")->provide<Answer>(known), Error);
}
