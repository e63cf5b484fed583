#pragma once
#include "core/item.h"

#include <yanxun/data/database.h>

namespace materials {

/// What people do with items and places. Each method is one action inside the caller's Writer.
class ItemService {
public:
    /// Throws Error for what is missing or wrong, Conflict when the name is taken. Returns the id.
    std::int64_t add(yanxun::Writer& writer, Item item);
    /// The base unit cannot change once something was posted in it, nor can a thing with stock become a 宣传包.
    void edit(yanxun::Writer& writer, Item item);
    /// Deletes an item nothing was ever posted of; one with history but without stock is retired instead. Returns true
    /// when it was deleted.
    bool remove(yanxun::Writer& writer, std::int64_t id);
    /// A pack of that name holds so many; 0 takes it away.
    void setPack(yanxun::Writer& writer, std::int64_t item, const std::string& name, std::int64_t quantity);
    /// The 宣传包 holds so many of the component; 0 takes it out.
    void setPart(yanxun::Writer& writer, std::int64_t kit, std::int64_t component, std::int64_t quantity);

    std::int64_t addLocation(yanxun::Writer& writer, Location location);
    void renameLocation(yanxun::Writer& writer, std::int64_t id, const std::string& name);
};

} // namespace materials
