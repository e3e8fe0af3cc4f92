package io.pickglass.repl.command;

/** What follows its options is its own affair, also where it begins with a dash: {@code -90s}. */
interface TakesFreeText {}
