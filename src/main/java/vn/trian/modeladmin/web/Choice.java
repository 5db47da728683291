package vn.trian.modeladmin.web;

/** An entry of a list to choose from. */
record Choice(String value, String text) {}
