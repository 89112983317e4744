#pragma once

namespace fastfood::async {

/// The links of an item to its neighbours. Unset until the item is appended to a list.
struct Links {
  Links* previous;
  Links* next;
};

/// A list of items that carry their own links, in the order in which they were appended. It does not own them. It is a
/// ring, so that neither appending nor removing has special cases.
template <class T>
class LinkedList {
 public:
  LinkedList() { ends_.previous = ends_.next = &ends_; }
  LinkedList(const LinkedList&) = delete;
  LinkedList& operator=(const LinkedList&) = delete;

  bool empty() const { return ends_.next == &ends_; }

  /// Null if there is none.
  T* first() const { return item_at(ends_.next); }
  T* last() const { return item_at(ends_.previous); }
  T* after(const T& item) const { return item_at(static_cast<const Links&>(item).next); }
  T* before(const T& item) const { return item_at(static_cast<const Links&>(item).previous); }

  void append(T& item) { insert_before(ends_, item); }

  /// Inserts `item` after `previous`; as the first if that is null.
  void insert_after(T* previous, T& item) {
    Links& before = previous == nullptr ? ends_ : static_cast<Links&>(*previous);
    insert_before(*before.next, item);
  }

  static void remove(T& item) {
    const Links& links = item;
    links.previous->next = links.next;
    links.next->previous = links.previous;
  }

 private:
  static void insert_before(Links& next, T& item) {
    Links& links = item;
    links.previous = next.previous;
    links.next = &next;
    next.previous->next = &links;
    next.previous = &links;
  }

  T* item_at(Links* links) const { return links == &ends_ ? nullptr : static_cast<T*>(links); }

  Links ends_;
};

}  // namespace fastfood::async
