package com.acmecorp.web.limit;

/**
 * Whom a limit counts.
 *
 * @param key its address; of an IPv6 address the half that its network gave it, because one customer has all of the
 *     other half
 * @param limited whether it is counted at all
 */
public record Client(String key, boolean limited) {}
