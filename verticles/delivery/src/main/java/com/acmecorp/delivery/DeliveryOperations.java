package com.acmecorp.delivery;

import com.acmecorp.platform.database.Operation;

/** What the delivery context asks of the database. */
final class DeliveryOperations {

    static final Operation GET_ORDER = new Operation("""
                    query GetOrder($id: Long!) {
                      getOrder(id: $id) {
                        orderId customerName customerEmail customerPhone customerStreet customerCity
                        deliveryTime status testId
                      }
                    }""");

    static final Operation SLOT_BOOKINGS = new Operation("""
                    query GetSlotBookings($from: Long!, $to: Long!) {
                      getSlotBookings(from: $from, to: $to) { slotMs booked }
                    }""");

    static final Operation BOOK = new Operation("""
                    mutation Book($orderId: Long!, $deliveryTime: String!, $capacity: Int) {
                      addDeliveryDataToOrder(
                        deliveryData: {
                          orderId: $orderId, deliveryTime: $deliveryTime, capacity: $capacity
                        }
                      )
                    }""");

    private DeliveryOperations() {}
}
