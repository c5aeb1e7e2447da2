package com.acmecorp.database.write;

/** An e-mail as it was rendered. */
public record EmailText(String recipient, String subject, String text, String html) {}
