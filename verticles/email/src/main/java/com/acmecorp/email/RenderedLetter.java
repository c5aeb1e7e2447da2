package com.acmecorp.email;

/** A letter in words: one mail with two versions of the same text. */
record RenderedLetter(String subject, String text, String html) {}
