package com.acmecorp.database.write;

/** Whom an e-mail tells what. */
public record EmailText(String recipient, String subject, String text) {}
