package com.acmecorp.delivery;

import com.acmecorp.platform.database.Operation;

/** What the delivery context asks of the database. */
final class DeliveryOperations {

    static final Operation GET_ORDER = new Operation("""
                    query GetOrder($id: Long!) {
                      getOrder(id: $id) {
                        orderId customerName customerEmail customerPhone customerStreet customerCity
                        customerState customerPostalCode customerMarket deliveryTime status testId
                        linkGeneration
                      }
                    }""");

    static final Operation GET_BUYER = new Operation("""
                    query GetBuyer($id: Long!) {
                      getOrder(id: $id) { customerEmail orgNumberText }
                      getPayment(orderId: $id) { provider }
                    }""");

    static final Operation SLOT_BOOKINGS = new Operation("""
                    query GetSlotBookings($from: Long!, $to: Long!) {
                      getSlotBookings(from: $from, to: $to) { slotMs booked }
                    }""");

    static final Operation BOOK = new Operation("""
                    mutation Book($deliveryData: DeliveryData!) {
                      addDeliveryDataToOrder(deliveryData: $deliveryData)
                    }""");

    static final Operation CHANGE = new Operation("""
                    mutation Change($id: Long!, $choice: DeliveryChoice!, $fence: Long!, $by: Operator!) {
                      changeDelivery(id: $id, choice: $choice, fence: $fence, by: $by) { deliveryTime }
                    }""");

    static final Operation CLAIM = new Operation("""
                    mutation Claim(
                      $orderId: Long!, $choice: DeliveryChoice, $holder: Long!, $leaseMs: Int!
                    ) {
                      claimReservation(
                        orderId: $orderId, choice: $choice, holder: $holder, leaseMs: $leaseMs
                      ) {
                        fence inherited
                        order {
                          orderId customerName customerEmail customerPhone customerStreet
                          customerCity customerState customerPostalCode customerMarket deliveryTime
                          status testId linkGeneration
                        }
                      }
                    }""");

    static final Operation END = new Operation("""
                    mutation End($orderId: Long!, $fence: Long!, $held: String) {
                      endReservation(orderId: $orderId, fence: $fence, held: $held)
                    }""");

    static final Operation TAKE_OVER = Operation.once("""
                    mutation TakeOver($limit: Int!) {
                      takeOverReservations(limit: $limit) { orderId fence attempts }
                    }""");

    private DeliveryOperations() {}
}
