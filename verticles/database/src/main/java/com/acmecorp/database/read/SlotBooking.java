package com.acmecorp.database.read;

/** How many places of a delivery slot are taken. */
public record SlotBooking(long slotMs, int booked) {}
