// What an element is in the logical structure of a PDF (ISO 32000-1 §14.8.4).
#include "layout/roles.h"

namespace pubbuild {

Role role_of(const Tree& tree, NodeId element) {
  switch (tree.tag(element)) {
    case Tag::article:
      return Role::article;
    case Tag::section:
    case Tag::nav:
      return Role::section;
    case Tag::h1:
      return Role::heading1;
    case Tag::h2:
      return Role::heading2;
    case Tag::h3:
      return Role::heading3;
    case Tag::h4:
      return Role::heading4;
    case Tag::h5:
      return Role::heading5;
    case Tag::h6:
      return Role::heading6;
    case Tag::blockquote:
      return Role::block_quote;
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      return Role::list;
    case Tag::li:
      return Role::list_item;
    case Tag::table:
      return Role::table;
    case Tag::thead:
      return Role::table_head;
    case Tag::tbody:
    case Tag::tfoot:
      return Role::table_body;
    case Tag::tr:
      return Role::table_row;
    case Tag::th:
      return Role::table_header_cell;
    case Tag::td:
      return Role::table_data_cell;
    case Tag::caption:
    case Tag::figcaption:
      return Role::caption;
    case Tag::pre:
      return Role::code;
    case Tag::p:
    case Tag::dt:
    case Tag::dd:
    case Tag::summary:
    case Tag::address:
      return Role::paragraph;
    default:
      return Role::division;
  }
}

}  // namespace pubbuild
